"""What a run has to look up later and need not hold: in memory, or, where it is much, in a file that has no name."""

from __future__ import annotations

from typing import IO

_MOST_IN_MEMORY = 32_000_000


class Shelf:
    """Bytes by name. On a full disk they stay in memory."""

    def __init__(self, most_in_memory: int = _MOST_IN_MEMORY) -> None:
        self._room = most_in_memory
        self._held: dict[bytes, bytes] = {}
        self._places: dict[bytes, tuple[int, int]] = {}
        self._file: IO[bytes] | None = None

    def put(self, name: bytes, data: bytes) -> None:
        """Keep `data` under a name."""
        self._held[name] = data
        self._room -= len(data)
        if self._room < 0:
            self._write()

    def get(self, name: bytes) -> bytes:
        """Return what was put under a name, or nothing."""
        if name in self._held or name not in self._places or self._file is None:
            return self._held.get(name, b"")
        start, length = self._places[name]
        self._file.seek(start)
        return self._file.read(length)

    def _write(self) -> None:
        from tempfile import TemporaryFile

        try:
            self._file = self._file or TemporaryFile(buffering=0)  # noqa: SIM115
            end = self._file.seek(0, 2)
            for name, data in self._held.items():
                if self._file.write(data) != len(data):
                    raise OSError
                self._places[name] = end, len(data)
                end += len(data)
        except OSError:
            # Nothing more is written; what is in the file already can be read.
            self._held = {name: data for name, data in self._held.items() if name not in self._places}
            self._room = 1 << 62
            return
        self._room += sum(map(len, self._held.values()))
        self._held = {}
