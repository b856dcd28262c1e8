"""The files of one project compared: what changed is grouped anew, and groups that changed are compared anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from kratomlint import library
from kratomlint.facts import Packed, PackedFacts, pack
from kratomlint.finding import FileResult, Finding, Place, PlacedFact, Trouble
from kratomlint.grouping import regroup
from kratomlint.library import UNUSABLE, DamagedError, File, Library, Row, forget, keep_to_bounds, place_for
from kratomlint.member import Member
from kratomlint.records import decode_across, encode_across
from kratomlint.registry import CorpusCheck
from kratomlint.span import Span

# By path what was found, and which checks failed.
Found = tuple[dict[str, tuple[Finding, ...]], list[Trouble]]


def compared(members: Sequence[Member], checks: Sequence[CorpusCheck], folder: Path | None) -> Found:
    """Return what checks find in the named ones of a project's files, which are in the order of their paths.

    `folder`: where it is kept what the files told; whatever is wrong there, all of them are compared.
    """
    if folder and (place := place_for(folder, members[0].project)):
        try:
            found = _compared(members, checks, str(place))
        except Exception as error:  # What is kept is never the cause of an error.
            forget(place, error)
        else:
            keep_to_bounds(place)
            if not found[1]:
                return found
    try:
        return _compared(members, checks, library.NAMELESS)
    except UNUSABLE:  # The disk is full.
        return _compared(members, checks, library.MEMORY)


def _compared(members: Sequence[Member], checks: Sequence[CorpusCheck], place: str) -> Found:
    shelves = Library(place)
    keep = False
    try:
        found = _Project(members, shelves).compare(checks)
        keep = not found[1]
        return found
    finally:
        shelves.close(keep)


class _Project:
    def __init__(self, members: Sequence[Member], shelves: Library) -> None:
        self._library = shelves
        # What is said twice is told where it is said later: of an old file and the one that is being written, in the latter.
        ordered = sorted(members, key=lambda member: member.named)
        self._members = {member.result.path: member for member in ordered}
        known = shelves.files()
        if sum(path in self._members for path in known) < len(known) / 2:
            shelves.begin_anew()
            known = {}
        self._numbers = _numbered(self._members, known)
        self._paths = {number: path for path, number in self._numbers.items()}
        self._order = {number: at for at, number in enumerate(self._paths)}
        self._come = [path for path, member in self._members.items() if not _is_known(member, known.get(path))]
        self._gone = {path: known[path].number for path in known if path not in self._members}
        self._gone |= {path: known[path].number for path in self._come if path in known}

    def compare(self, checks: Sequence[CorpusCheck]) -> Found:
        """Return what checks find, and keep it."""
        findings: dict[str, list[Finding]] = {}
        troubles = []
        for check in checks:
            try:
                for finding in list(self._found(check)):
                    findings.setdefault(finding.place.path, []).append(finding)
            except UNUSABLE:
                raise
            except Exception as error:  # A check that fails must not silence the others.
                what = (
                    f"{check.card.id} failed ({type(error).__name__}: {error}); what it finds across files is missing"
                )
                troubles.append(Trouble("", what, check.card.id))
        self._library.forget_files(self._gone)
        self._library.put_files({path: File(self._numbers[path], self._members[path].key) for path in self._come})
        return {path: tuple(sorted(found, key=_order)) for path, found in findings.items()}, troubles

    def _found(self, check: CorpusCheck) -> Iterator[Finding]:
        if check.marks is None:
            return self._in_all(check)
        if self._come or self._gone:
            numbers = [self._numbers[path] for path in self._come]
            regroup(check, self._library, self._gone.values(), numbers, partial(self._packed, check))
        if all(member.named for member in self._members.values()):
            return self._in_groups(check)
        return self._in_groups_of_named(check)

    def _in_groups(self, check: CorpusCheck) -> Iterator[Finding]:
        """Yield what is found in each group: kept, unless something in it has changed."""
        fresh = {}
        for group, text in self._library.findings(check.card.id):
            if text is None:
                found = list(self._asked(check, self._said(self._library.group(group))))
                fresh[group] = _written(found)
                yield from found
            elif text:
                yield from _read(text)
        self._library.put_findings(fresh)

    def _in_groups_of_named(self, check: CorpusCheck) -> Iterator[Finding]:
        """Yield what is found in the groups that hold a fact of a named file: the order of the files is another one."""
        named = [self._numbers[path] for path, member in self._members.items() if member.named]
        for group in self._library.groups_of(named, check.card.id):
            yield from self._asked(check, self._said(self._library.group(group)))

    def _in_all(self, check: CorpusCheck) -> Iterator[Finding]:
        """Yield what a check finds that is told all facts together."""
        name = check.card.id
        told = {path: member for path, member in self._members.items() if name in member.result.facts}
        state = repr([(path, member.named, member.key) for path, member in told.items()])
        key = sha256(state.encode("utf-8", "surrogatepass")).digest()
        text = self._library.whole(name, key) if all(member.key for member in told.values()) else None
        if text is not None:
            return _read(text)
        found = list(
            self._asked(check, {path: _packed(member.result, name).facts(path) for path, member in told.items()})
        )
        self._library.put_whole(name, key, _written(found))
        return iter(found)

    def _asked(self, check: CorpusCheck, facts: Mapping[str, Sequence[PlacedFact]]) -> Iterator[Finding]:
        """Yield what a check says of facts."""
        # Where nothing has changed, nothing is asked.
        from kratomlint.lint import settle_corpus

        for hit in check.compare(facts):
            path = hit.fact.place.path
            if self._members[path].named:
                yield settle_corpus(check, hit, self._members[path].profile.severities)

    def _said(self, rows: Iterable[Row]) -> dict[str, list[PlacedFact]]:
        """Return the facts of a group by path."""
        facts: dict[str, list[PlacedFact]] = {}
        for row in sorted(rows, key=lambda row: (self._order[row.file], row.at)):
            path = self._paths[row.file]
            span, *rest = row.place
            facts.setdefault(path, []).append(
                PlacedFact(row.key, row.values, Place(path, Span(*span), *rest), row.excerpt)
            )
        return facts

    def _packed(self, check: CorpusCheck, number: int) -> Packed:
        return _packed(self._members[self._paths[number]].result, check.card.id)


def _numbered(members: Mapping[str, Member], known: Mapping[str, File]) -> dict[str, int]:
    """Return the number of each file, those that were known as they were."""
    fresh = max((file.number for file in known.values()), default=0)
    numbers = {}
    for path in members:
        if path not in known:
            fresh += 1
        numbers[path] = known[path].number if path in known else fresh
    return numbers


def _is_known(member: Member, file: File | None) -> bool:
    return file is not None and bool(member.key) and file.key == member.key


def _packed(result: FileResult, name: str) -> Packed:
    told = result.facts
    found = told.packed(name) if isinstance(told, PackedFacts) else None
    return found or pack(told.get(name, ()))


def _written(found: Iterable[Finding]) -> str:
    by_path: dict[str, list[Finding]] = {}
    for finding in found:
        by_path.setdefault(finding.place.path, []).append(finding)
    return encode_across(by_path) if by_path else ""


def _read(text: str) -> Iterator[Finding]:
    found = decode_across(text) if text else {}
    if found is None:
        raise DamagedError
    return (finding for told in found.values() for finding in told)


def _order(finding: Finding) -> tuple[object, ...]:
    return finding.check_id, finding.place, finding.message
