"""Hands orders to a worker and waits for what it says; starts it when there is something to do. Knows no article."""

from __future__ import annotations

import asyncio
import pickle
import sys
from asyncio.subprocess import PIPE, Process
from typing import Any

from kratomlint.server.worker import LENGTH, Refused

# A fresh interpreter that finds the same modules; the folder it is started in may hold anybody's.
_START = "import sys; sys.path[:] = {path!r}; from kratomlint.server.worker import work; work({patiently})"

# Bytes of an answer that are taken in before the worker has to wait: what is found in a dense article.
_MOST_AT_ONCE = 1 << 20


class Foreman:
    """Has one worker, which is replaced when it dies. `patiently`: it lets whatever else the machine has to do go first."""

    def __init__(self, *, patiently: bool = False) -> None:
        self._patiently = patiently
        self._process: Process | None = None
        self._turn = asyncio.Lock()

    async def ask(self, order: Any, patience: float | None = None) -> Any:
        """Return the worker's answer; `Refused` also where it died or took more than `patience` seconds."""
        async with self._turn:
            process = self._process = self._process or await self._started()
            try:
                return await asyncio.wait_for(_answer(process, order), patience)
            except (asyncio.IncompleteReadError, ConnectionError):
                self.dismiss()
                return Refused("the process that looked at it died", is_ours=True)
            except TimeoutError:
                # In the midst of a pattern it hears no other signal.
                process.kill()
                self.dismiss()
                return Refused(f"looking at it took more than {patience:.0f} seconds", is_ours=True)
            except asyncio.CancelledError:
                # Its answer would be taken for that to the next order.
                self.dismiss()
                raise

    def dismiss(self) -> None:
        """End the worker."""
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            process.terminate()

    async def _started(self) -> Process:
        program = _START.format(path=sys.path, patiently=self._patiently)
        start = (sys.executable, "-P", "-c", program)
        return await asyncio.create_subprocess_exec(*start, stdin=PIPE, stdout=PIPE, limit=_MOST_AT_ONCE)


async def _answer(process: Process, order: Any) -> Any:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(pickle.dumps(order))
    await process.stdin.drain()
    (length,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
    return pickle.loads(await process.stdout.readexactly(length))
