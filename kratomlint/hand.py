"""What one of the crew does with a file: read it, hash it, and lint it, unless its result is kept."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import Any

from kratomlint import cache as kept
from kratomlint import records
from kratomlint.cache import Cache
from kratomlint.catalogue import Profile
from kratomlint.finding import Trouble
from kratomlint.named import NamedTuple
from kratomlint.profiles import Profiles
from kratomlint.source import UnreadableError, read_bytes, too_large
from kratomlint.states import State
from kratomlint.walk import Article


class Job(NamedTuple):
    """An article to lint, and the number of its profile; `facts_only` for one that nobody named.

    `most`: how many bytes it may have. `state`: of its file; `digest`: of its bytes, where it is known without reading
    them. `data`: bytes that stand for those of the file.
    """

    article: Article
    profile: int
    facts_only: bool
    most: int
    data: bytes | None = None
    state: State | None = None
    digest: bytes = b""

    @property
    def size(self) -> int:
        """Return how many bytes there are to lint, as far as anybody knows."""
        if self.data is not None:
            return len(self.data)
        return self.state.size if self.state else 0


class Done(NamedTuple):
    """The result of a file in the form that is kept, its facts, and what went wrong.

    `digest`: of the bytes that were read. `known`: the name under which the result was kept, as its facts are.
    """

    text: str
    facts: bytes
    troubles: tuple[Trouble, ...]
    digest: bytes = b""
    known: bytes = b""


class Hand:
    """Lints one job after another; each process has its own. To another one the open cache does not travel."""

    def __init__(self, profiles: Profiles, cache: Cache | None) -> None:
        self.profiles = profiles
        self.keeps = cache is not None
        self._cache = cache
        self._place = cache.place if cache else None
        self._code = kept.installed_code() if cache else ""

    def __getstate__(self) -> dict[str, Any]:
        """Leave the open cache behind."""
        return {**self.__dict__, "_cache": None}

    def begin(self) -> None:
        """Make ready for a new process, which may not use what another one opened."""
        self._cache = Cache(self._place) if self.keeps else None

    def key(self, job: Job, digest: bytes) -> bytes:
        """Return the name of a job's result: of all that decides it."""
        profile = self.profiles.get(job.profile, job.facts_only)
        suffix = os.path.splitext(job.article.absolute)[1].lower()  # noqa: PTH122
        return kept.key(profile.digest, self._code, suffix, digest)

    def keys(self, job: Job, digest: bytes) -> list[bytes]:
        """Return the names under which a job's result may be kept: who linted a file in full has its facts too."""
        every = [self.key(job, digest)]
        return [*every, self.key(job._replace(facts_only=False), digest)] if job.facts_only else every

    def lint(self, job: Job) -> Done:
        """Return all that a file gives; whatever goes wrong is a trouble of this file."""
        path = job.article.shown
        try:
            data = _bytes(job)
        except UnreadableError as error:
            return Done("", b"", (Trouble(path, str(error)),))
        digest = sha256(data).digest() if self.keeps else b""
        if self._cache and job.digest != digest:
            # Its state was new, and its bytes may be old.
            for key, text in self._cache.get(self.keys(job, digest)).items():
                if records.decode(text, path) is not None:
                    return Done(text, b"", (), digest, key)
        done = lint_bytes(data, path, self.profiles.get(job.profile, job.facts_only))
        return done._replace(digest=digest)


def lint_bytes(data: bytes, path: str, profile: Profile) -> Done:
    """Return all that the bytes of a file give; whatever goes wrong is a trouble of this file."""
    from kratomlint.facts import join, pack
    from kratomlint.lint import lint
    from kratomlint.source import decode

    try:
        result = lint(decode(data, path), profile)
    except UnreadableError as error:
        return Done("", b"", (Trouble(path, str(error)),))
    except Exception as error:  # One file must not silence the others.
        what = f"kratomlint failed here ({type(error).__name__}: {error}); please report it"
        return Done("", b"", (Trouble(path, " ".join(what.split())),))
    facts = join({name: pack(told) for name, told in result.facts.items()})
    return Done(records.encode(result), facts, result.troubles)


def _bytes(job: Job) -> bytes:
    """Return what stands in an article; raise `UnreadableError`."""
    if job.data is None:
        return read_bytes(job.article.absolute, job.most)
    if len(job.data) > job.most:
        raise UnreadableError(too_large(job.most))
    return job.data
