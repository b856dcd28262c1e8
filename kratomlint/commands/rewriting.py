"""What `check` writes into articles: fixes, and the comments that keep words as they are. Nothing is written by halves."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import click

from kratomlint import source
from kratomlint.commands import output
from kratomlint.edits import applied
from kratomlint.finding import FileResult, Finding, RunResult
from kratomlint.reporters.terminal import plain
from kratomlint.source import SourceFile

# One fix may make room for the next; where they never end, something is wrong with a card.
_MOST_ROUNDS = 10
_LINE = re.compile(r"[^\n]*\n|[^\n]+")

# What is found, given the bytes that stand for some files.
Look = Callable[[Mapping[str, bytes]], RunResult]
# The fields of front matter that readers see, for the article at a path.
Published = Callable[[str], Sequence[str]]
# An article anew, and how many of its findings were dealt with.
Rewrite = Callable[[SourceFile, FileResult], tuple[SourceFile, int]]


@dataclass
class Rewriting:
    """Articles before and after, by path, and how many findings were dealt with. `given`: standard input, by its path."""

    look: Look
    published: Published
    given: Mapping[str, bytes]
    before: dict[str, SourceFile] = field(default_factory=dict)
    after: dict[str, SourceFile] = field(default_factory=dict)
    count: int = 0

    def fix(self, unsafe: bool) -> None:
        """Make every fix, until none is left that can be made."""
        from kratomlint import fixes

        def rewrite(old: SourceFile, file: FileResult) -> tuple[SourceFile, int]:
            done = fixes.fixed(old, file.findings, unsafe=unsafe, published=self.published(file.path))
            return done.source, len(done.findings)

        for _ in range(_MOST_ROUNDS):
            if not self._round(rewrite, lambda finding: fixes.can_fix(finding, unsafe)):
                break

    def ignore(self, reason: str) -> None:
        """Write a suppression for everything that is found."""
        from kratomlint.silencing import silence

        def rewrite(old: SourceFile, file: FileResult) -> tuple[SourceFile, int]:
            silencing = silence(old, file.findings, reason, published=self.published(file.path))
            spoken = sum(finding.suppressed is None for finding in file.findings)
            return old._replace(text=applied(old.text, silencing.edits)), spoken - len(silencing.left)

        self._round(rewrite, lambda finding: finding.suppressed is None)

    @property
    def held(self) -> dict[str, bytes]:
        """Return what came from standard input as it is now."""
        return {path: self._contents.get(path, data) for path, data in self.given.items()}

    @property
    def changed(self) -> list[str]:
        """Return the paths of the articles that are not what they were."""
        return [path for path, old in self.before.items() if self.after[path].text != old.text]

    def diff(self) -> Iterator[str]:
        """Yield what changed, as `git apply` and `patch -p1` read it."""
        from difflib import unified_diff

        for path in self.changed:
            lines = (_LINE.findall(self.before[path].text), _LINE.findall(self.after[path].text))
            for line in unified_diff(*lines, f"a/{path}", f"b/{path}"):
                whole = line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
                # A terminal is not to be commanded; a program wants the very bytes.
                yield "".join(f"{plain(one)}\n" for one in whole.splitlines()) if sys.stdout.isatty() else whole

    def write(self) -> None:
        """Write the articles that changed; what came from standard input goes to standard output."""
        for path in self.changed:
            if path in self.given:
                continue
            if source.read_bytes(path, source.LARGEST) != self.before[path].to_bytes():
                raise source.UnreadableError(f"{path}: somebody changed it meanwhile; it is left alone")
            output.write_bytes(path, [self.after[path].to_bytes()])
        for data in self.held.values():
            output.emit_bytes(data)

    def line(self) -> str:
        """Return what was done."""
        count, files = self.count, len(self.changed)
        return f"{count:,} finding{'' if count == 1 else 's'} dealt with in {files:,} file{'' if files == 1 else 's'}."

    @property
    def _contents(self) -> dict[str, bytes]:
        return {**self.given, **{path: article.to_bytes() for path, article in self.after.items()}}

    def _round(self, rewrite: Rewrite, is_wanted: Callable[[Finding], bool]) -> int:
        """Rewrite once every article in which something is wanted, and return how many findings were dealt with."""
        wanted = self._wanted(is_wanted)
        if new := [file.path for file in wanted if file.path not in self.before]:
            for path in new:
                data = self.given[path] if path in self.given else source.read_bytes(path, source.LARGEST)
                self.before[path] = self.after[path] = source.decode(data, path)
            # What was found must be found in the very bytes that are rewritten.
            wanted = [file for file in self._wanted(is_wanted) if file.path in self.before]
        done = 0
        for file in wanted:
            self.after[file.path], count = rewrite(self.after[file.path], file)
            done += count
        self.count += done
        return done

    def _wanted(self, is_wanted: Callable[[Finding], bool]) -> list[FileResult]:
        return [file for file in self.look(self._contents).files if any(map(is_wanted, file.findings))]


def refuse(chosen: Mapping[str, Any]) -> None:
    """Raise `UsageError` where options about writing do not go together."""
    if chosen["unsafe_fixes"] and (chosen["add_ignores"] or not (chosen["fix"] or chosen["diff"])):
        raise click.UsageError("--unsafe-fixes goes with --fix or --diff.")
    if chosen["add_ignores"] and chosen["fix"]:
        raise click.UsageError("--add-ignores and --fix are two steps: fix first, then keep what is left.")
    if chosen["add_ignores"] and not (chosen["reason"] or "").strip():
        raise click.UsageError('--add-ignores needs a reason: --reason "why the words may stay".')
    if chosen["reason"] is not None and not chosen["add_ignores"]:
        raise click.UsageError("--reason goes with --add-ignores.")
