"""Which lines of which files a change touched, as Git tells it. Runs Git and nothing that a repository's settings name.

A repository may come from a stranger: its settings could name programs for showing a difference, for filtering a file
or for watching the folder, and none of them is run.
"""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kratomlint.finding import Finding, Place

# What Git may not do for a repository's settings, whatever they say.
_TAME = ("core.fsmonitor=false", "core.hooksPath=/dev/null", "core.untrackedCache=false", "diff.autoRefreshIndex=true")
_DIFF = (
    *("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--ignore-submodules=all", "--text"),
    *("--unified=0", "--inter-hunk-context=0", "--find-renames", "--src-prefix=a/", "--dst-prefix=b/"),
)
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_FILTER = re.compile(r"filter\.(?:.+)\.(?:clean|process|required)\Z", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
_EVERY_LINE = ((1, 2**31),)

# Ranges of lines, from 1, both ends included, in order.
Lines = Sequence[tuple[int, int]]


class ChangesError(Exception):
    """Git cannot tell what changed; the message is one line that says why and what to do."""


@dataclass(frozen=True)
class Changes:
    """The lines that were touched, by the absolute path of their file; files that lost lines only have none."""

    lines: Mapping[str, Lines]

    def touch(self, finding: Finding) -> bool:
        """Say whether the finding, or another half of it, stands on a line that was touched."""
        return any(self._touches(place) for place in (finding.place, *finding.related))

    def _touches(self, place: Place) -> bool:
        lines = self.lines.get(os.path.abspath(place.path), ())  # noqa: PTH100
        index = bisect_right(lines, place.end_line, key=lambda pair: pair[0]) - 1
        return index >= 0 and lines[index][1] >= place.line


def since(revision: str, paths: Iterable[str]) -> Changes:
    """Return what has changed in the repositories of `paths` since they parted from `revision`; raise `ChangesError`.

    Counted is all that is there now: committed, staged, not staged, and files that Git does not track yet.
    """
    lines: dict[str, Lines] = {}
    for git in dict.fromkeys(_repository(path) for path in paths):
        lines |= git.changed(git.base(revision))
    return Changes(lines)


@dataclass(frozen=True)
class _Git:
    """A repository by its top folder."""

    top: str

    def base(self, revision: str) -> str:
        """Return the commit from which the present one and `revision` both descend."""
        # What begins with a dash would be an option.
        commit = (
            "" if revision.startswith("-") else self._try("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        )
        if not commit:
            raise ChangesError(f"{revision}: no such revision in {self.top}; name a branch, a tag or a commit")
        if not self._try("rev-parse", "--verify", "--quiet", "HEAD"):
            raise ChangesError(f"{self.top}: nothing is committed yet")
        base = self._try("merge-base", commit, "HEAD")
        if base:
            return base
        if self._try("rev-parse", "--is-shallow-repository") == "true":
            raise ChangesError(
                f"{revision}: this clone is too shallow to see where it parted from HEAD; run git fetch --unshallow"
            )
        raise ChangesError(f"{revision}: it has no commit in common with HEAD; name one that has")

    def changed(self, base: str) -> dict[str, Lines]:
        """Return the lines that are not as in the commit `base`."""
        found = dict(_touched(self._run(*self._without_filters(), *_DIFF, base, "--").split(b"\n")))
        for name in self._run("ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
            found |= {name: _EVERY_LINE} if name else {}
        return {os.path.join(self.top, os.fsdecode(name)): lines for name, lines in found.items()}  # noqa: PTH118

    def _without_filters(self) -> Iterator[str]:
        """Yield the options that switch off every filter of the repository."""
        for key in self._try("config", "--null", "--name-only", "--get-regexp", r"^filter\.").split("\0"):
            if _FILTER.match(key):
                yield from ("-c", f"{key}={'false' if key.endswith('required') else ''}")

    def _try(self, *arguments: str) -> str:
        done = _git(self.top, *arguments)
        return os.fsdecode(done.stdout).strip() if done.returncode == 0 else ""

    def _run(self, *arguments: str) -> bytes:
        done = _git(self.top, *arguments)
        if done.returncode:
            raise ChangesError(f"{self.top}: git failed: {_last_line(done.stderr)}")
        return done.stdout


def _repository(path: str) -> _Git:
    place = Path(path).absolute()
    folder = next(folder for folder in (place, *place.parents) if folder.is_dir())
    done = _git(str(folder), "rev-parse", "--show-cdup")
    if done.returncode:
        said = _last_line(done.stderr)
        what = "not in a Git repository" if "not a git repository" in said else f"git failed: {said}"
        raise ChangesError(f"{path}: {what}")
    # From the folder upwards, and not the resolved top: articles are named by the path that was typed.
    up = os.fsdecode(done.stdout.removesuffix(b"\n"))
    return _Git(os.path.normpath(folder / up))


def _git(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    settings = [part for setting in _TAME for part in ("-c", setting)]
    # No lock: what is asked for must not change the index. No fetching: it would run what the settings name.
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    try:
        return subprocess.run(
            ["git", "-C", folder, *settings, *arguments], env=environment, stdin=subprocess.DEVNULL, capture_output=True
        )
    except FileNotFoundError:
        raise ChangesError("git is not installed, and --changed-since asks it; install it, or name the files") from None


def _last_line(said: bytes) -> str:
    lines = [line for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    return lines[0] if lines else "it did not say why"


def _touched(lines: Sequence[bytes]) -> Iterator[tuple[bytes, Lines]]:
    """Yield from a difference without context the name of each file that is there now and its touched lines."""
    name: bytes | None = None
    ranges: list[tuple[int, int]] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if line.startswith(b"diff --git "):
            if name is not None:
                yield name, ranges
            name, ranges = None, []
        elif line.startswith(b"+++ "):
            name = _name(line[4:])
        elif match := _HUNK.match(line):
            gone, first, added = (int(group) if group else 1 for group in match.groups())
            if added:
                ranges.append((first, first + added - 1))
            number = _behind_hunk(lines, number, gone + added)
    if name is not None:
        yield name, ranges


def _behind_hunk(lines: Sequence[bytes], number: int, count: int) -> int:
    """Return the number of the first line behind a hunk of `count` lines: what an article says is no header."""
    while count and number < len(lines):
        count -= not lines[number].startswith(b"\\")
        number += 1
    return number


def _name(written: bytes) -> bytes | None:
    """Return the name of a file from a header, where Git writes odd characters in quotes; None for no file."""
    if written.startswith(b'"'):
        written = _ESCAPE.sub(_unescaped, written.rpartition(b'"')[0][1:])
    else:
        # Behind a name with a space stands a tab.
        written = written.removesuffix(b"\t")
    return None if written == b"/dev/null" else written.removeprefix(b"b/")


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8)]) if len(code) == 3 else _ESCAPED.get(code, code)
