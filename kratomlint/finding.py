"""What is found, from the first hit to what the reader sees. Every noun here is frozen and picklable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum

from kratomlint.named import NamedTuple
from kratomlint.span import Span

# Of the words that a message names, so many characters.
_LONGEST_HIT = 80


class Severity(IntEnum):
    """How bad it is if the finding is right."""

    suggestion = 1
    warning = 2
    error = 3


class Confidence(IntEnum):
    """How often such a finding is right."""

    low = 1
    medium = 2
    high = 3


class RelatedSpan(NamedTuple):
    """The other half of a hit (where it was first said), in prose coordinates of the same document."""

    span: Span
    label: str


class Hit(NamedTuple):
    """What a check returns: a prose span and a few values for the message, no message.

    `replacement`: what to write instead, or None; `is_sure`: nobody need look at it, if the card says so of such ones.
    `severity`, `confidence`: where they differ from the card's.
    `values` may hold `hit` to name other words than those of the span.
    """

    span: Span
    values: Mapping[str, str] = {}
    replacement: str | None = None
    is_sure: bool = True
    confidence: Confidence | None = None
    severity: Severity | None = None
    related: tuple[RelatedSpan, ...] = ()


class Fact(NamedTuple):
    """What one document tells a corpus check. `key` says what it is compared by; `values` are what `compare` needs."""

    key: str
    span: Span
    values: tuple[str, ...] = ()


class Place(NamedTuple):
    """A place in a file: `span` in source coordinates; lines and columns from 1, in code points, the end exclusive."""

    path: str
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    label: str = ""


class PlacedFact(NamedTuple):
    """A fact with its place in the file, so that it can be shown when the file is not at hand."""

    key: str
    values: tuple[str, ...]
    place: Place
    excerpt: str


class Edit(NamedTuple):
    """Put `text` in the place of `span` (source coordinates)."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A change of the file. `safe`: it does not alter what the sentence says."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool


class Finding(NamedTuple):
    """A hit made presentable. `suppressed`: the reason given in the text, or None; `known`: the baseline suppresses it.

    `sides`: of a finding across files, fingerprints of what its place and each related place say.
    """

    check_id: str
    message: str
    severity: Severity
    confidence: Confidence
    place: Place
    excerpt: str
    fingerprint: str
    related: tuple[Place, ...] = ()
    fix: Fix | None = None
    suppressed: str | None = None
    known: bool = False
    sides: tuple[str, ...] = ()


class Trouble(NamedTuple):
    """Something that went wrong with us, not with the text: one line that says where, what and what to do."""

    path: str
    what: str
    check_id: str | None = None


class Stale(NamedTuple):
    """Entries of a baseline that stand for nothing any more; `baseline` as the user would type it, `path` as it says."""

    baseline: str
    path: str
    check_id: str
    fingerprints: frozenset[str]


class Suppression(NamedTuple):
    """A stretch of lines (from 1, both ends included) on which the checks that `patterns` name stay silent.

    `place`: of the directive; `reason`: as written after `--`, or empty.
    """

    patterns: tuple[str, ...]
    first_line: int
    last_line: int
    reason: str
    place: Place


class FileResult(NamedTuple):
    """All that one file gave: findings in the order of the text, facts for the corpus checks, troubles."""

    path: str
    findings: Sequence[Finding] = ()
    # By check id.
    facts: Mapping[str, tuple[PlacedFact, ...]] = {}
    # The suppressions written in the file, for what the corpus checks find later.
    suppressions: tuple[Suppression, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    words: int = 0
    skipped: Mapping[str, int] = {}

    @property
    def spoken(self) -> Iterator[Finding]:
        """Yield the findings that aren't suppressed."""
        return (finding for finding in self.findings if finding.suppressed is None)

    @property
    def skipped_words(self) -> int:
        """Return how many words were passed over, for whatever reason."""
        return sum(self.skipped.values())


class RunResult(NamedTuple):
    """All that a run gave, files in the order of their paths."""

    files: tuple[FileResult, ...]
    troubles: tuple[Trouble, ...] = ()
    # By path, the severity from which the settings of the file make a run fail.
    fail_on: Mapping[str, str] = {}
    stale: tuple[Stale, ...] = ()


def shortened(words: str) -> str:
    """Return the words as a message names them: on one line, the middle of long ones left out."""
    words = " ".join(words.split())
    if len(words) <= _LONGEST_HIT:
        return words
    return f"{words[: _LONGEST_HIT // 2].rstrip()} … {words[-_LONGEST_HIT // 3 :].lstrip()}"
