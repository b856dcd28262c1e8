"""Many files at once: from the cache, or linted here or on every core. What comes back is the same either way."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from kratomlint import cache as kept
from kratomlint import records
from kratomlint.cache import Cache
from kratomlint.catalogue import Profile
from kratomlint.finding import FileResult, Trouble
from kratomlint.profiles import Profiles
from kratomlint.walk import Article

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Progress = Callable[[int, int], None]

# Below so many bytes, starting a process takes longer than it saves; a fresh interpreter has all to import.
_ENOUGH = {"fork": 200_000, "spawn": 1_000_000}
_MOST_IN_BATCH = 250_000
_BATCHES_PER_PROCESS = 8


class Job(NamedTuple):
    """An article to lint: its bytes and the number of its profile; `facts_only` for one that nobody named.

    `digest`: of the bytes, which are hashed once, or empty where nothing is kept.
    """

    article: Article
    data: bytes
    profile: int
    facts_only: bool
    digest: bytes = b""


class Done(NamedTuple):
    """The result of a file in the form that is kept, its facts, and what went wrong."""

    text: str
    facts: bytes
    troubles: tuple[Trouble, ...]


class Crew:
    """Lints jobs with as many processes as are worth starting."""

    def __init__(self, profiles: Profiles, cache: Cache | None, processes: int | None = None) -> None:
        self._profiles = profiles
        self._cache = cache
        self._code = kept.installed_code() if cache else ""
        self._processes = processes or _cores()

    def lint(self, jobs: Sequence[Job], progress: Progress | None = None) -> list[FileResult]:
        """Return the results of the jobs, in their order."""
        results = self._known(jobs)
        missing = [index for index in range(len(jobs)) if index not in results]
        fresh: dict[bytes, str] = {}
        facts: dict[bytes, bytes] = {}
        try:
            for index, done in self._work([(index, jobs[index]) for index in missing]):
                results[index] = _result(jobs[index], done)
                if not done.troubles:
                    fresh[self.key(jobs[index])] = done.text
                    facts[self.key(jobs[index])] = done.facts
                if progress:
                    progress(len(results), len(jobs))
        finally:
            # What is done is kept, also when somebody stops the run.
            if self._cache:
                self._cache.put(fresh, facts)
        return [results[index] for index in range(len(jobs))]

    def _known(self, jobs: Sequence[Job]) -> dict[int, FileResult]:
        if self._cache is None:
            return {}
        # A file that was linted in full has told its facts too.
        keys = [[self.key(job), self.key(job._replace(facts_only=False))] for job in jobs]
        found = self._cache.get(key for pair in keys for key in pair)
        results = {}
        for index, pair in enumerate(keys):
            key = next((key for key in pair if key in found), None)
            path = jobs[index].article.shown
            result = records.decode(found[key], path, partial(self._cache.facts, key)) if key is not None else None
            if result is not None:
                results[index] = result
        return results

    def key(self, job: Job) -> bytes:
        """Return the name of a job's result: of all that decides it."""
        profile = self._profiles.get(job.profile, job.facts_only)
        suffix = os.path.splitext(job.article.absolute)[1].lower()  # noqa: PTH122
        return kept.key(profile.digest, self._code, suffix, job.digest)

    def _work(self, jobs: list[tuple[int, Job]]) -> Iterator[tuple[int, Done]]:
        enough = sum(len(job.data) for _, job in jobs) >= _ENOUGH[_way()]
        if self._processes > 1 and len(jobs) > 1 and enough:
            return _in_parallel(jobs, self._profiles, self._processes)
        return ((index, _lint(job, self._profiles)) for index, job in jobs)


def _lint(job: Job, profiles: Profiles) -> Done:
    return lint_bytes(job.data, job.article.shown, profiles.get(job.profile, job.facts_only))


def _result(job: Job, done: Done) -> FileResult:
    path = job.article.shown
    result = records.decode(done.text, path, partial(bytes, done.facts)) if done.text else None
    result = result or FileResult(path)
    return FileResult(
        path, result.findings, result.facts, result.suppressions, done.troubles, result.words, result.skipped
    )


def lint_bytes(data: bytes, path: str, profile: Profile) -> Done:
    """Return all that the bytes of a file give; whatever goes wrong is a trouble of this file."""
    from kratomlint.facts import join, pack
    from kratomlint.lint import lint
    from kratomlint.source import UnreadableError, decode

    try:
        result = lint(decode(data, path), profile)
    except UnreadableError as error:
        return Done("", b"", (Trouble(path, str(error)),))
    except Exception as error:  # One file must not silence the others.
        what = f"kratomlint failed here ({type(error).__name__}: {error}); please report it"
        return Done("", b"", (Trouble(path, " ".join(what.split())),))
    marks = {check.card.id: check.marks for check in profile.corpus_checks}
    facts = join({name: pack(told, marks[name]) for name, told in result.facts.items()})
    return Done(records.encode(result), facts, result.troubles)


_in_this_process = Profiles()


def _start(profiles: Profiles) -> None:
    """Make a process ready for batches. Whoever stops the run speaks to the parent alone."""
    import signal
    import threading

    global _in_this_process
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _in_this_process = profiles


def _end_with_parent() -> None:
    """Wait until the parent has gone, killed or not, and go too: nobody else would end this process."""
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)


def _lint_batch(batch: Sequence[tuple[int, Job]]) -> list[tuple[int, Done]]:
    return [(index, _lint(job, _in_this_process)) for index, job in batch]


def _in_parallel(jobs: list[tuple[int, Job]], profiles: Profiles, processes: int) -> Iterator[tuple[int, Done]]:
    from concurrent.futures import as_completed
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children

    batches = list(_batches(jobs, processes))
    waiting = dict(jobs)
    pool = _pool(profiles, min(processes, len(batches)))
    others = set(active_children())
    try:
        with interrupted_afterwards():
            futures = [pool.submit(_lint_batch, batch) for batch in batches]
        for future in as_completed(futures):
            for index, done in future.result():
                del waiting[index]
                yield index, done
    except BrokenProcessPool:
        pass
    except BaseException:
        # Who stops the run doesn't wait for the files that are being linted.
        for process in set(active_children()) - others:
            process.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
    yield from _one_by_one(waiting, profiles)


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


def _one_by_one(waiting: dict[int, Job], profiles: Profiles) -> Iterator[tuple[int, Done]]:
    """Lint what a process that died left behind; whose turn it is when one dies is the file that kills it."""
    from concurrent.futures.process import BrokenProcessPool

    pool = None
    for index, job in waiting.items():
        pool = pool or _pool(profiles, 1)
        try:
            with interrupted_afterwards():
                future = pool.submit(_lint_batch, [(index, job)])
            yield from future.result()
        except BrokenProcessPool:
            pool = None
            what = "the process that linted this file died; please report it, with the file if you may"
            yield index, Done("", b"", (Trouble(job.article.shown, what),))
    if pool:
        pool.shutdown()


def _batches(jobs: Iterable[tuple[int, Job]], processes: int) -> Iterator[list[tuple[int, Job]]]:
    """Yield the jobs in batches, the large files first, so that no process starts on one when the others are done."""
    ordered = sorted(jobs, key=lambda item: (-len(item[1].data), item[0]))
    whole = sum(len(job.data) for _, job in ordered)
    most = min(_MOST_IN_BATCH, whole // (processes * _BATCHES_PER_PROCESS))
    batch: list[tuple[int, Job]] = []
    size = 0
    for item in ordered:
        batch.append(item)
        size += len(item[1].data)
        if size > most:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _pool(profiles: Profiles, processes: int) -> ProcessPoolExecutor:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context(_way())
    return ProcessPoolExecutor(processes, mp_context=context, initializer=_start, initargs=(profiles,))


def _way() -> str:
    # A fork has all that was imported; only on Linux do the system's own libraries bear it.
    return "fork" if sys.platform == "linux" else "spawn"


def _cores() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
