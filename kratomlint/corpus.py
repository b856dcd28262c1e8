"""What many files say together: repetitions and contradictions across files. Sees facts, and no article."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from pathlib import Path

from kratomlint import suppress
from kratomlint.finding import FileResult, Finding, Trouble
from kratomlint.member import Member
from kratomlint.named import NamedTuple
from kratomlint.pile import in_order, number, sort
from kratomlint.records import gathered
from kratomlint.registry import CorpusCheck


class Comparison(NamedTuple):
    """The findings by path, and the checks that failed."""

    findings: Mapping[str, tuple[Finding, ...]]
    troubles: tuple[Trouble, ...]


def compare(members: Sequence[Member], place: Path | None = None) -> Comparison:
    """Return what the corpus checks find in named files; `members` are in the order of their paths.

    The files of a project are compared with one another and with no other project's. `place`: the folder in which is
    kept what they told, so that only what has changed is compared anew.
    """
    findings: dict[str, tuple[Finding, ...]] = {}
    troubles: list[Trouble] = []
    for project in dict.fromkeys(member.project for member in members):
        own = [member for member in members if member.project == project]
        if checks := _checks(own):
            from kratomlint.comparing import compared

            found, failed = compared(own, checks, place)
            findings |= found
            troubles += failed
    return Comparison(findings, tuple(troubles))


def finished(member: Member, across: Sequence[Finding], failed: Collection[str]) -> FileResult:
    """Return the file's result with what was found across files, and with the directives that silence nothing.

    Its facts are left out: they have been compared.
    """
    result, profile = member.result._replace(facts={}), member.profile
    if not across and not result.suppressions:
        return result
    others = [*suppress.apply(list(number(sort(across))), result.suppressions)]
    if result.suppressions and (card := profile.card(suppress.UNUSED)):
        across_ids = {check.card.id for check in profile.corpus_checks}
        waiting = {*failed, *(trouble.check_id for trouble in result.troubles if trouble.check_id)}
        if member.project is None:
            # Without a project there may be files that this run does not know.
            waiting |= across_ids
        ran = {*profile.checks.ids, *across_ids}
        told = chain(result.findings, others)
        others += number(sort(suppress.unused(told, result.suppressions, card, ran, waiting)))
    return result._replace(findings=gathered(in_order(result.findings, sort(others)), result.path))


def _checks(members: Sequence[Member]) -> list[CorpusCheck]:
    """Return the checks that compare anything; without a named file, nothing that they find is told."""
    if not any(member.named for member in members):
        return []
    checks = {check.card.id: check for member in members for check in member.profile.corpus_checks}
    # What has marks is asked of two files.
    return [checks[check_id] for check_id in sorted(checks) if len(members) > 1 or checks[check_id].marks is None]
