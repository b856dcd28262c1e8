"""Many files at once: from the cache, or linted here or on every core. What comes back is the same either way.

The parent opens no article: it asks for states, hands out paths, and whoever lints a file reads and hashes it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from kratomlint import records
from kratomlint.cache import Cache
from kratomlint.finding import FileResult, Trouble
from kratomlint.hand import Done, Hand, Job
from kratomlint.named import NamedTuple
from kratomlint.profiles import Profiles
from kratomlint.shelf import Shelf
from kratomlint.states import State, state_of

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from queue import SimpleQueue

Progress = Callable[[int, int], None]

# Below so many bytes, starting a process takes longer than it saves, even of articles with a claim in each sentence; a
# fresh interpreter has all to import.
_ENOUGH = {"fork": 20_000, "spawn": 50_000}
_MOST_IN_BATCH = 250_000
_BATCHES_PER_PROCESS = 8
# What is done is kept when it is so much, so that it need not be held.
_MOST_HELD = 4_000_000
# So many seconds an interrupt may go unheard.
_UNHEARD = 1.0


class Linted(NamedTuple):
    """The result of a job, and what names all that decided its facts; nothing where that is not known."""

    result: FileResult
    key: bytes


class Crew:
    """Lints jobs with as many processes as are worth starting."""

    def __init__(self, profiles: Profiles, cache: Cache | None, processes: int | None = None) -> None:
        self._hand = Hand(profiles, cache)
        self._cache = cache
        self._processes = processes or _cores()
        self._shelf = Shelf()

    def lint(self, jobs: Sequence[Job], progress: Progress | None = None) -> list[Linted]:
        """Return the results of the jobs, in their order."""
        jobs = self._looked_at(jobs)
        linted = self._known(jobs)
        missing = [(index, jobs[index]) for index in range(len(jobs)) if index not in linted]
        fresh = _Fresh(self._cache)
        try:
            for index, done in self._work(missing):
                key = self._key(jobs[index], done)
                linted[index] = Linted(
                    self._result(index, jobs[index], done, key), key and self._told(jobs[index], done.digest)
                )
                fresh.add(jobs[index], done, key)
                if progress:
                    progress(len(linted), len(jobs))
        finally:
            # What is done is kept, also when somebody stops the run.
            fresh.keep()
        return [linted[index] for index in range(len(jobs))]

    def _looked_at(self, jobs: Sequence[Job]) -> list[Job]:
        """Return the jobs with what is known of their bytes without opening a file."""
        told = [job._replace(state=None if job.data is not None else state_of(job.article.absolute)) for job in jobs]
        if self._cache is None:
            return told
        resting = {job.article.absolute: job.state for job in told if job.state and job.state.rests}
        digests = self._cache.digests(resting)
        return [job._replace(digest=_digest(job, digests)) for job in told]

    def _known(self, jobs: Sequence[Job]) -> dict[int, Linted]:
        if self._cache is None:
            return {}
        keys = {index: self._hand.keys(job, job.digest) for index, job in enumerate(jobs) if job.digest}
        found = self._cache.get(key for every in keys.values() for key in every)
        linted = {}
        for index, every in keys.items():
            for key in (key for key in every if key in found):
                path = jobs[index].article.shown
                if (result := records.decode(found[key], path, partial(self._cache.facts, key))) is not None:
                    # The last one is of the file linted in full.
                    linted[index] = Linted(result, every[-1])
                    break
        return linted

    def _told(self, job: Job, digest: bytes) -> bytes:
        """Return what names the facts of a job: they are the same whether or not somebody named the file."""
        return self._hand.key(job._replace(facts_only=False), digest)

    def _key(self, job: Job, done: Done) -> bytes:
        """Return the name under which a result is kept; none where it is not."""
        return done.known or (self._hand.key(job, done.digest) if done.digest and not done.troubles else b"")

    def _result(self, index: int, job: Job, done: Done, key: bytes) -> FileResult:
        path = job.article.shown
        if not done.text:
            return FileResult(path, troubles=done.troubles)
        load = partial(self._shelf.get, name := str(index).encode())
        if done.known and self._cache:
            load = partial(self._cache.facts, key)
        else:
            self._shelf.put(name, done.facts)
        result = records.decode(done.text, path, load) or FileResult(path)
        return result._replace(troubles=done.troubles)

    def _work(self, jobs: list[tuple[int, Job]]) -> Iterator[tuple[int, Done]]:
        enough = sum(job.size for _, job in jobs) >= _ENOUGH[_way()]
        if self._processes > 1 and len(jobs) > 1 and enough:
            return _in_parallel(jobs, self._hand, self._processes)
        return ((index, _lint(job, self._hand)) for index, job in jobs)


class _Fresh:
    """What this run found out, on its way into the cache."""

    def __init__(self, cache: Cache | None) -> None:
        self._cache = cache
        self._forget()

    def _forget(self) -> None:
        self._values: dict[bytes, str] = {}
        self._facts: dict[bytes, bytes] = {}
        self._seen: dict[str, tuple[State, bytes]] = {}
        self._size = 0

    def add(self, job: Job, done: Done, key: bytes) -> None:
        """Take what a job gave."""
        if self._cache is None or not key:
            return
        if job.state:
            self._seen[job.article.absolute] = job.state, done.digest
        if not done.known:
            self._values[key], self._facts[key] = done.text, done.facts
            self._size += len(done.text) + len(done.facts)
        if self._size > _MOST_HELD:
            self.keep()

    def keep(self) -> None:
        """Give all that was taken to the cache."""
        if self._cache:
            self._cache.put(self._values, self._facts)
            self._cache.see(self._seen)
        self._forget()


def _digest(job: Job, digests: Mapping[str, bytes]) -> bytes:
    if job.data is not None:
        return sha256(job.data).digest()
    return digests.get(job.article.absolute, b"")


def _lint(job: Job, hand: Hand) -> Done:
    return hand.lint(job)


_in_this_process: Hand


def _start(hand: Hand) -> None:
    """Make a process ready for batches. Whoever stops the run speaks to the parent alone."""
    import signal
    import threading

    global _in_this_process
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    hand.begin()
    _in_this_process = hand


def _end_with_parent() -> None:
    """Wait until the parent has gone, killed or not, and go too: nobody else would end this process."""
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)


def _lint_batch(batch: Sequence[tuple[int, Job]]) -> list[tuple[int, Done]]:
    return [(index, _lint(job, _in_this_process)) for index, job in batch]


def _in_parallel(jobs: list[tuple[int, Job]], hand: Hand, processes: int) -> Iterator[tuple[int, Done]]:
    from concurrent.futures.process import BrokenProcessPool
    from queue import SimpleQueue

    batches = list(_batches(jobs, processes))
    waiting = dict(jobs)
    # Held by nobody else, or what is done would stay until all is.
    finished: SimpleQueue[Future[list[tuple[int, Done]]]] = SimpleQueue()
    try:
        with _at_work(hand, min(processes, len(batches))) as pool:
            with interrupted_afterwards():
                for batch in batches:
                    pool.submit(_lint_batch, batch).add_done_callback(finished.put)
            for _ in batches:
                for index, done in _next(finished):
                    del waiting[index]
                    yield index, done
    except BrokenProcessPool:
        yield from _one_by_one(waiting, hand)


def _one_by_one(waiting: dict[int, Job], hand: Hand) -> Iterator[tuple[int, Done]]:
    """Lint what a process that died left behind; whose turn it is when one dies is the file that kills it."""
    from concurrent.futures.process import BrokenProcessPool

    while waiting:
        try:
            with _at_work(hand, 1) as pool:
                yield from _emptied(waiting, pool)
        except BrokenProcessPool:
            index = next(iter(waiting))
            what = "the process that linted this file died; please report it, with the file if you may"
            yield index, Done("", b"", (Trouble(waiting.pop(index).article.shown, what),))


def _emptied(waiting: dict[int, Job], pool: ProcessPoolExecutor) -> Iterator[tuple[int, Done]]:
    from queue import SimpleQueue

    finished: SimpleQueue[Future[list[tuple[int, Done]]]] = SimpleQueue()
    while waiting:
        item = next(iter(waiting.items()))
        with interrupted_afterwards():
            pool.submit(_lint_batch, [item]).add_done_callback(finished.put)
        (done,) = _next(finished)
        del waiting[item[0]]
        yield done


def _next(finished: SimpleQueue[Future[list[tuple[int, Done]]]]) -> list[tuple[int, Done]]:
    """Return the next batch that is done.

    Python heeds an interrupt between two steps of a program, and a wait is one: who came just before it, or in another
    thread, would be heard when it ends. So no wait is long.
    """
    from queue import Empty

    while True:
        with suppress(Empty):
            return finished.get(timeout=_UNHEARD).result()


@contextmanager
def _at_work(hand: Hand, processes: int) -> Iterator[ProcessPoolExecutor]:
    """Have processes at work; who stops the run doesn't wait for the files that they are linting."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    others = set(multiprocessing.active_children())
    context = multiprocessing.get_context(_way())
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_start, initargs=(hand,))
    try:
        yield pool
    except BrokenProcessPool:
        raise
    except BaseException:
        for process in set(multiprocessing.active_children()) - others:
            process.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def interrupted_afterwards() -> Iterator[None]:
    """Hold back an interrupt while processes are started: one that nobody knows of yet cannot be ended."""
    import signal
    import threading

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held: list[object] = []
    before = signal.signal(signal.SIGINT, lambda *_: held.append(True))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)
    if held:
        signal.raise_signal(signal.SIGINT)


def _batches(jobs: Iterable[tuple[int, Job]], processes: int) -> Iterator[list[tuple[int, Job]]]:
    """Yield the jobs in batches, the large files first, so that no process starts on one when the others are done."""
    ordered = sorted(jobs, key=lambda item: (-item[1].size, item[0]))
    whole = sum(job.size for _, job in ordered)
    most = min(_MOST_IN_BATCH, whole // (processes * _BATCHES_PER_PROCESS))
    batch: list[tuple[int, Job]] = []
    size = 0
    for item in ordered:
        batch.append(item)
        size += item[1].size
        if size > most:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _way() -> str:
    # A fork has all that was imported; only on Linux do the system's own libraries bear it.
    return "fork" if sys.platform == "linux" else "spawn"


def _cores() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
