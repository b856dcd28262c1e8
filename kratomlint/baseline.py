"""The findings that a project knows and puts up with for now. The only reader of its file, and the only one who knows it.

A finding is known by its fingerprint, under the path of its file. One across files is known by what each of its places
says, under the path of each, so that it is known whichever of the files a run is about.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from kratomlint.catalogue import Profile
from kratomlint.finding import FileResult, Finding, Stale
from kratomlint.named import NamedTuple
from kratomlint.records import gathered
from kratomlint.settings_file import shown
from kratomlint.source import LARGEST, UnreadableError, read_bytes

IN_BASELINE = "in the baseline"
_FORMAT = "kratomlint-baseline"
_VERSION = 1

# By path, then by check: fingerprints.
Entries = Mapping[str, Mapping[str, frozenset[str]]]


class BaselineError(Exception):
    """A baseline that cannot be used; the message says where, what and what to do."""


@dataclass(frozen=True)
class Baseline:
    """What a baseline file holds. `path`: of the file, absolute, as the paths in it are relative to its folder."""

    path: str
    shown: str
    files: Entries = field(default_factory=dict)

    def key(self, path: str) -> str:
        """Return the path under which the file at `path` is known."""
        absolute = os.path.abspath(path)  # noqa: PTH100
        try:
            return os.path.relpath(absolute, os.path.dirname(self.path)).replace(os.sep, "/")  # noqa: PTH120
        except ValueError:  # On Windows, another drive.
            return absolute.replace(os.sep, "/")

    def mark(self, result: FileResult) -> FileResult:
        """Return the result with the findings that are known marked as suppressed."""
        if not any(map(self._knows, result.findings)):
            return result
        return result._replace(findings=gathered(map(self._marked, result.findings), result.path))

    def entries(self, findings: Iterable[Finding]) -> Entries:
        """Return the entries that would make the findings known, but for those that a comment suppresses."""
        entries: dict[str, dict[str, set[str]]] = {}
        for finding in findings:
            if finding.suppressed is None or finding.known:
                for path, fingerprint in self._places(finding):
                    entries.setdefault(path, {}).setdefault(finding.check_id, set()).add(fingerprint)
        return {path: {name: frozenset(found) for name, found in checks.items()} for path, checks in entries.items()}

    def with_entries(self, entries: Entries, is_replaced: Callable[[str, str], bool]) -> Baseline:
        """Return the baseline with more entries, and without its own where `is_replaced(path, check)`."""
        files: dict[str, dict[str, frozenset[str]]] = {}
        for source, is_kept in ((self.files, False), (entries, True)):
            for path, checks in source.items():
                for check_id, fingerprints in checks.items():
                    if is_kept or not is_replaced(path, check_id):
                        known = files.setdefault(path, {})
                        known[check_id] = known.get(check_id, frozenset()) | fingerprints
        return replace(self, files=files)

    def without(self, stale: Iterable[Stale]) -> Baseline:
        """Return the baseline without the stale entries."""
        files = {path: dict(checks) for path, checks in self.files.items()}
        for entry in stale:
            files[entry.path][entry.check_id] -= entry.fingerprints
        return replace(self, files=files)

    def all_of(self, path: str) -> Iterator[Stale]:
        """Yield every entry of a file that is no more, `path` as it is written here."""
        for check_id, fingerprints in self.files.get(path, {}).items():
            yield Stale(self.shown, path, check_id, fingerprints)

    def encode(self) -> str:
        """Return the text of the file: sorted, a fingerprint a line, so that a change of it is as small as it can be."""
        files = {
            path: {name: sorted(found) for name, found in sorted(checks.items()) if found}
            for path, checks in sorted(self.files.items())
        }
        whole = {_FORMAT: _VERSION, "files": {path: checks for path, checks in files.items() if checks}}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"

    def _marked(self, finding: Finding) -> Finding:
        return finding._replace(suppressed=IN_BASELINE, known=True) if self._knows(finding) else finding

    def _knows(self, finding: Finding) -> bool:
        return finding.suppressed is None and all(
            fingerprint in self.files.get(path, {}).get(finding.check_id, ())
            for path, fingerprint in self._places(finding)
        )

    def _places(self, finding: Finding) -> Iterator[tuple[str, str]]:
        """Yield under which path and by which fingerprint a finding is known; one across files under several."""
        places = (finding.place, *finding.related) if finding.sides else (finding.place,)
        for place, fingerprint in zip(places, finding.sides or (finding.fingerprint,), strict=True):
            yield self.key(place.path), fingerprint


class Listed(NamedTuple):
    """A file that a baseline is in charge of. `in_project`: the run knows all files that it may repeat."""

    result: FileResult
    baseline: Baseline
    profile: Profile
    in_project: bool

    def stale(self, present: Entries, failed: Collection[str | None]) -> Iterator[Stale]:
        """Yield the entries of the file that stand for nothing `present`, of checks that ran or are no more."""
        key = self.baseline.key(self.result.path)
        waiting = {*failed, *(trouble.check_id for trouble in self.result.troubles)}
        found = present.get(key, {})
        for check_id, fingerprints in self.baseline.files.get(key, {}).items():
            gone = fingerprints - found.get(check_id, frozenset())
            if gone and self._ran(check_id) and not waiting & {check_id, None}:
                yield Stale(self.baseline.shown, key, check_id, gone)

    def _ran(self, check_id: str) -> bool:
        alone = check_id in self.profile.checks.ids
        across = self.in_project and any(check.card.id == check_id for check in self.profile.corpus_checks)
        return alone or across or self.profile.known_ids.get(check_id) != check_id


def stale(listed: Sequence[Listed], failed: Collection[str | None]) -> Iterator[Stale]:
    """Yield the entries of the files that stand for nothing any more; checks that `failed` are not judged."""
    present: dict[str, Entries] = {}
    for name, group in groupby(sorted(listed, key=_baseline_path), key=_baseline_path):
        files = list(group)
        findings = (finding for file in files for finding in file.result.findings)
        present[name] = files[0].baseline.entries(findings)
    for file in listed:
        yield from file.stale(present[file.baseline.path], failed)


def _baseline_path(file: Listed) -> str:
    return file.baseline.path


def read(place: Path) -> Baseline:
    """Return the baseline in the file at `place`, an absolute path; raise `BaselineError`."""
    name = shown(place)
    if not place.exists():
        raise BaselineError(
            f"{name}: there is no such baseline\n    Write it: kratomlint baseline write --baseline {name}"
        )
    try:
        return decode(read_bytes(str(place), LARGEST).decode(), str(place), name)
    except UnicodeDecodeError:
        raise BaselineError(f"{name}: not UTF-8\n    Save the file as UTF-8.") from None
    except UnreadableError as error:
        raise BaselineError(f"{name}: cannot be read: {error}") from None


def decode(text: str, path: str, name: str) -> Baseline:
    """Return the baseline that `text` holds; raise `BaselineError`, which calls the file by `name`."""
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        raise _broken(f"{name}:{error.lineno}: not JSON ({error.msg})") from None
    except RecursionError:
        raise _broken(f"{name}: too deeply nested") from None
    except ValueError:
        raise _broken(f"{name}: a number of some thousand figures") from None
    if not isinstance(whole, dict) or _FORMAT not in whole:
        raise _broken(f"{name}: no baseline: `{_FORMAT}` is missing")
    if whole[_FORMAT] != _VERSION:
        raise BaselineError(
            f"{name}: written by another version of kratomlint (format {whole[_FORMAT]!r}; this one writes {_VERSION})\n"
            "    Use that version, or write the baseline anew: kratomlint baseline write"
        )
    return Baseline(path, name, _files(whole.get("files"), name))


def _files(value: Any, name: str) -> Entries:
    if not isinstance(value, dict):
        raise _broken(f"{name}: `files` must be an object")
    files = {}
    for path, checks in value.items():
        if not isinstance(checks, dict):
            raise _broken(f"{name}: what `{path}` holds must be an object")
        for check_id, found in checks.items():
            if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
                raise _broken(f"{name}: `{check_id}` of `{path}` must be a list of fingerprints")
        files[path] = {check_id: frozenset(found) for check_id, found in checks.items()}
    return files


def _broken(what: str) -> BaselineError:
    return BaselineError(f"{what}\n    Put back what was there before, or write it anew: kratomlint baseline write")
