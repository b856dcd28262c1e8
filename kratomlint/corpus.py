"""What many files say together: repetitions and contradictions across files. Sees facts, and no article."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kratomlint import suppress
from kratomlint.catalogue import Profile
from kratomlint.facts import Packed, PackedFacts, meeting, pack
from kratomlint.finding import FileResult, Finding, PlacedFact, Trouble
from kratomlint.lint import number, settle_corpus, sort
from kratomlint.registry import CorpusCheck


class Member(NamedTuple):
    """A file of the corpus. `named`: somebody asked for it, so that findings in it are told."""

    result: FileResult
    project: Path | None
    profile: Profile
    named: bool


class Comparison(NamedTuple):
    """The findings by path, and the checks that failed."""

    findings: Mapping[str, tuple[Finding, ...]]
    troubles: tuple[Trouble, ...]


def compare(members: Sequence[Member]) -> Comparison:
    """Return what the corpus checks find in named files; `members` are in the order of their paths.

    The files of a project are compared with one another and with no other project's.
    """
    findings: dict[str, list[Finding]] = {}
    troubles: list[Trouble] = []
    for project in dict.fromkeys(member.project for member in members):
        own = [member for member in members if member.project == project]
        for check in _checks(own):
            try:
                for finding in _findings(check, own):
                    findings.setdefault(finding.place.path, []).append(finding)
            except Exception as error:  # A check that fails must not silence the others.
                what = (
                    f"{check.card.id} failed ({type(error).__name__}: {error}); what it finds across files is missing"
                )
                troubles.append(Trouble("", what, check.card.id))
    return Comparison({path: tuple(found) for path, found in findings.items()}, tuple(troubles))


def finished(member: Member, across: Sequence[Finding], failed: Collection[str]) -> FileResult:
    """Return the file's result with what was found across files, and with the directives that silence nothing.

    Its facts are left out: they have been compared.
    """
    result, profile = member.result._replace(facts={}), member.profile
    if not across and not result.suppressions:
        return result
    findings = [*result.findings, *suppress.apply(number(across), result.suppressions)]
    if result.suppressions and (card := profile.card(suppress.UNUSED)):
        across_ids = {check.card.id for check in profile.corpus_checks}
        waiting = {*failed, *(trouble.check_id for trouble in result.troubles if trouble.check_id)}
        if member.project is None:
            # Without a project there may be files that this run does not know.
            waiting |= across_ids
        ran = {check.card.id for check in profile.checks} | across_ids
        findings += number(suppress.unused(findings, result.suppressions, card, ran, waiting))
    return result._replace(findings=sort(findings))


def _packed(result: FileResult, check: CorpusCheck) -> Packed:
    told = result.facts
    found = told.packed(check.card.id) if isinstance(told, PackedFacts) else None
    return found or pack(told.get(check.card.id, ()), check.marks)


def _unpacked(members: Sequence[Member], check: CorpusCheck) -> dict[str, Sequence[PlacedFact]]:
    """Return the facts that matter, by path: most say what no other file says, and are neither unpacked nor held."""
    told = {member.result.path: member.result for member in members}
    if check.marks is None:
        return {path: _packed(result, check).facts(path) for path, result in told.items()}
    met = meeting({path: _packed(result, check)._replace(data=b"") for path, result in told.items()}, check.alike)
    return {path: _packed(told[path], check).facts(path, met[path]) for path in told if path in met}


def _checks(members: Sequence[Member]) -> list[CorpusCheck]:
    checks = {check.card.id: check for member in members for check in member.profile.corpus_checks}
    return [checks[check_id] for check_id in sorted(checks)]


def _findings(check: CorpusCheck, members: Sequence[Member]) -> Iterator[Finding]:
    name = check.card.id
    severities = {member.result.path: member.profile.severities for member in members if member.named}
    # What is said twice is told where it is said later: of an old file and the one that is being written, in the latter.
    ordered = sorted((member for member in members if name in member.result.facts), key=lambda member: member.named)
    hits = check.compare(_unpacked(ordered, check)) if severities else ()
    return (
        settle_corpus(check, hit, severities[hit.fact.place.path])
        for hit in list(hits)
        if hit.fact.place.path in severities
    )
