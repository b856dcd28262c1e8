"""How commands speak: characters as UTF-8 whatever the locale, colour where it is seen, silence when nobody listens."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO


def use_utf8() -> None:
    """Let standard output and error take every character, so that a locale never turns a finding into a crash.

    What is said to a stream that is closed goes nowhere, and no file that is opened later takes its number.
    """
    if sys.stdin is None:
        os.open(os.devnull, os.O_RDONLY)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        # Lone surrogates (undecodable file names) are written out; in JSON that is the escape which it means.
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")


def emit(pieces: Iterable[str]) -> None:
    """Write to standard output; stop quietly where the reader of a pipe has gone."""
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except OSError as error:
        _discard(sys.stdout)
        if not _is_closed_pipe(error):
            raise OSError(error.errno, error.strerror, "standard output") from None


def emit_plain(lines: Iterable[str]) -> None:
    """Write lines that hold what others wrote to standard output: no terminal obeys them."""
    from kratomlint.reporters.terminal import plain

    emit(f"{plain(line)}\n" for line in lines)


def emit_bytes(data: bytes) -> None:
    """Write to standard output, byte for byte; stop quietly where the reader of a pipe has gone."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except OSError as error:
        _discard(sys.stdout)
        if not _is_closed_pipe(error):
            raise OSError(error.errno, error.strerror, "standard output") from None


def say(text: str) -> None:
    """Write a line, or several, to standard error, where no terminal obeys what others wrote."""
    from kratomlint.reporters.terminal import plain

    try:
        sys.stderr.write("".join(f"{plain(line)}\n" for line in text.split("\n")))
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)


def write_whole(path: str, pieces: Iterable[str]) -> None:
    """Write a file so that it is either the old one or the new one, never half of one; raise `OSError`.

    A link stays one and what it leads to is written; a file keeps its permissions.
    """
    write_bytes(path, (piece.encode("utf-8", "backslashreplace") for piece in pieces))


def write_bytes(path: str, pieces: Iterable[bytes]) -> None:
    """Write a file as `write_whole` does."""
    target = _target(path)
    try:
        if target.exists() and not target.is_file():
            # A device or a named pipe can't be replaced.
            with target.open("wb") as file:
                file.writelines(pieces)
        else:
            mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
            _replace(target, pieces, mode)
    except OSError as error:
        # Else it would name the temporary file, or none.
        raise OSError(error.errno, error.strerror, path) from None


def add_to(path: str, pieces: Iterable[str]) -> None:
    """Write below what the file holds; raise `OSError`."""
    with Path(path).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines(pieces)


def _target(path: str) -> Path:
    try:
        return Path(path).resolve()
    except RuntimeError:
        from errno import ELOOP

        raise OSError(ELOOP, os.strerror(ELOOP), path) from None


def _replace(target: Path, pieces: Iterable[bytes], mode: int) -> None:
    from tempfile import mkstemp

    descriptor, name = mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(pieces)
            file.flush()
            # Else a machine that stops may keep the new name and lose what it names.
            os.fsync(descriptor)
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def wants_color(choice: str, stream: IO[str] | None = None) -> bool:
    """Say whether to colour what goes to `stream` (standard output): as chosen, else as the terminal and habit say."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "") not in ("", "0"):
        return True
    stream = stream or sys.stdout
    # Emacs takes the escape sequences in what it compiles for parts of the names of files.
    is_read = "compile" in os.environ.get("INSIDE_EMACS", "")
    seen = stream.isatty() and os.environ.get("TERM") != "dumb" and not is_read
    if seen and sys.platform == "win32":
        # A Windows console heeds escape sequences only once a shell has run in it.
        os.system("")
    return seen


def width() -> int:
    """Return how wide a report may be: the terminal, within what can be read."""
    from shutil import get_terminal_size

    return min(max(get_terminal_size((100, 24)).columns, 60), 120)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _is_closed_pipe(error: OSError) -> bool:
    from errno import EINVAL, EPIPE

    # Windows reports a closed pipe as an invalid argument.
    return error.errno == EPIPE or (sys.platform == "win32" and error.errno == EINVAL)


def _discard(stream: IO[str]) -> None:
    """Send what is still buffered to nowhere, so that Python's own flush at exit doesn't complain."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return
