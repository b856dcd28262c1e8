"""What a run amounts to, in a line: how much was read, how much was passed over and why, what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kratomlint.card import Card
from kratomlint.finding import FileResult, RunResult, Severity, Trouble
from kratomlint.reporters.terminal import plain


def tally(result: RunResult) -> dict[str, int]:
    """Return the counts of a run under the names that the JSON report gives them."""
    spoken = Counter(finding.severity for file in result.files for finding in file.spoken)
    return {
        "files": len(result.files),
        "words": sum(file.words for file in result.files),
        "errors": spoken[Severity.error],
        "warnings": spoken[Severity.warning],
        "suggestions": spoken[Severity.suggestion],
        "suppressed": sum(len(file.findings) for file in result.files) - spoken.total(),
        "known": sum(finding.known for file in result.files for finding in file.findings),
        "troubles": len(list(troubles(result))),
    }


def troubles(result: RunResult) -> Iterator[Trouble]:
    """Yield the troubles of the run, then those of each file."""
    yield from result.troubles
    for file in result.files:
        yield from file.troubles


def files_told(result: RunResult) -> tuple[FileResult, ...]:
    """Return the files, and before them a file for each trouble of the run, where a report has nothing but files."""
    return (*(FileResult(trouble.path or ".", troubles=(trouble,)) for trouble in result.troubles), *result.files)


def summary_line(result: RunResult, hidden: Mapping[str, int] = MappingProxyType({})) -> str:
    """Return the line that closes a run; `hidden` says how many findings were left out, by why."""
    counts = tally(result)
    if not counts["files"]:
        return "Nothing was linted: no article among these paths."
    found = _listed(counts, ("error", "warning", "suggestion")) or "Nothing found"
    silenced = counts["suppressed"] - counts["known"]
    extras = [f"{silenced:,} suppressed"] if silenced else []
    extras += [f"{counts['known']:,} known"] if counts["known"] else []
    extras += [f"{count:,} {why}" for why, count in hidden.items() if count]
    aside = f" ({', '.join(extras)})" if extras else ""
    trouble = f" {_count(counts['troubles'], 'trouble')}." if counts["troubles"] else ""
    files, words = _count(counts["files"], "file"), _count(counts["words"], "word")
    return f"{found}{aside} in {files}, {words}{_passed_over(result)}.{trouble}"


def stale_lines(result: RunResult) -> Iterator[str]:
    """Yield a line for each baseline that has entries which stand for nothing any more."""
    counts: Counter[str] = Counter()
    for entry in result.stale:
        counts[entry.baseline] += len(entry.fingerprints)
    for baseline, count in sorted(counts.items()):
        entries, verb = ("entry", "stands") if count == 1 else ("entries", "stand")
        yield f"{plain(baseline)}: {count:,} {entries} {verb} for nothing any more: kratomlint baseline prune"


def fixable_lines(result: RunResult) -> Iterator[str]:
    """Yield a line that says how many of the findings can be fixed, where some can."""
    counts = Counter(finding.fix.safe for file in result.files for finding in file.spoken if finding.fix)
    if counts[True]:
        yield f"{_count(counts[True], 'finding')} can be fixed: --fix"
    if counts[False]:
        yield f"{_count(counts[False], 'finding')} can be fixed and read again by an editor: --fix --unsafe-fixes"


def trouble_line(trouble: Trouble) -> str:
    """Return a trouble as one line: where, which check, what."""
    check = f" [{plain(trouble.check_id)}]" if trouble.check_id else ""
    where = f"{plain(trouble.path)}: " if trouble.path else ""
    return f"{where}trouble: {plain(trouble.what)}{check}"


def statistics_lines(result: RunResult, cards: Mapping[str, Card]) -> Iterator[str]:
    """Yield a line for each check that found something, the most frequent first."""
    counts = Counter(finding.check_id for file in result.files for finding in file.spoken)
    width = len(f"{max(counts.values(), default=0):,}")
    name_width = max(map(len, counts), default=0)
    for check_id, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        title = cards[check_id].title if check_id in cards else ""
        yield f"{count:>{width},}  {plain(check_id):<{name_width}}  {plain(title)}".rstrip()


def _passed_over(result: RunResult) -> str:
    reasons: Counter[str] = Counter()
    for file in result.files:
        reasons.update(file.skipped)
    listed = ", ".join(f"{count:,} {reason}" for reason, count in sorted(reasons.items()) if count)
    return f"; {_count(reasons.total(), 'word')} passed over ({listed})" if listed else ""


def _listed(counts: Mapping[str, int], names: tuple[str, ...]) -> str:
    return ", ".join(_count(counts[f"{name}s"], name) for name in names if counts[f"{name}s"])


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
