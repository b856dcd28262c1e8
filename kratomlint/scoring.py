"""How well the findings agree with what editors marked. Reads seeds and their marks; writes only `expected.txt`.

A mark is a line of `NAME.marks.tsv` beside the article: ID, mark, quoted words, required or optional. ID is
line.sentence, both from 1; 0.0 is the article as a whole. In a folder `clean` an article without marks has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kratomlint import source
from kratomlint.catalogue import Profile
from kratomlint.finding import Finding
from kratomlint.readers import SUFFIXES
from kratomlint.testing import lint_together

# Mark -> how the ids of the checks that find it begin, where it isn't the mark with `/` for `.`.
_BEGINNINGS = {
    "duplicate": "duplicate/",
    "contradiction": "consistency/contradiction",
    "consistency": "consistency/",
    "stuffing": "boilerplate/stuffing",
    "boilerplate": "boilerplate/",
    "hedge-stack": "language/hedge-stack",
    "stigma": "language/stigma",
    "sources.none": "evidence/no-sources",
}
_PLAIN = (
    *(f"overclaim.{name}" for name in ("efficacy", "certainty", "safety", "promotion", "natural", "substitution")),
    *(f"evidence.{name}" for name in ("unsourced", "anecdote", "statistic")),
    *("dosage.unsourced", "dosage.vague"),
)
MARKS = {**{mark: mark.replace(".", "/") for mark in _PLAIN}, **_BEGINNINGS}

_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|Dr|Mr|Mrs|Ms|vs|approx|Fig|No|St|et al|U\.S|Prof|Jr|Sr|Inc|Ltd|cf|ca|p|spp?)\.$"
)
_BREAK = re.compile(r"[.!?][\"”’')\]]*\s+(?=[A-Z0-9“\"‘'(\[*_#-])")
# The longest abbreviation and what stands before it.
_LOOK_BACK = 8
# A place in an article (line.sentence) and the mark.
Mark = tuple[str, str]


@dataclass
class Score:
    """What was found of the marks that are required, what was missed, and what nobody marked."""

    found: int = 0
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float | None:
        """Return the share of required marks that were found."""
        required = self.found + len(self.missed)
        return self.found / required if required else None

    @property
    def precision(self) -> float | None:
        """Return the share of findings that an editor marked."""
        spoken = self.found + len(self.alarms)
        return self.found / spoken if spoken else None


def score(folder: Path, profile: Profile) -> dict[str, Score]:
    """Return the score per mark of every article under `folder` that has marks."""
    scores: dict[str, Score] = {}
    for path in articles(folder):
        marks = path.with_name(f"{path.stem}.marks.tsv")
        if not marks.exists() and path.parent.name != "clean":
            continue
        required, optional = read_marks(marks) if marks.exists() else (set(), set())
        predicted = _predicted(path, profile)
        for place, mark in sorted(required | set(predicted) - optional):
            one = scores.setdefault(mark, Score())
            where = f"{path.as_posix()}:{place}"
            if (place, mark) not in predicted:
                one.missed.append(f"{where} {mark}")
            elif (place, mark) in required:
                one.found += 1
            else:
                one.alarms.append(f"{where} {mark}: “{predicted[place, mark].excerpt[:60]}”")
    return scores


def table(scores: dict[str, Score]) -> Iterator[str]:
    """Yield the lines of a table of the scores, the whole last."""
    known = [*MARKS, *sorted(scores.keys() - MARKS.keys())]
    rows = [(mark, scores[mark]) for mark in known if mark in scores]
    whole = Score(
        sum(one.found for _, one in rows),
        [line for _, one in rows for line in one.missed],
        [line for _, one in rows for line in one.alarms],
    )
    yield f"{'mark':<32}{'found':>7}{'missed':>8}{'alarms':>8}{'recall':>8}{'precision':>11}"
    for mark, one in (*rows, ("ALL", whole)):
        counts = f"{one.found:>7}{len(one.missed):>8}{len(one.alarms):>8}"
        yield f"{mark:<32}{counts}{_share(one.recall):>8}{_share(one.precision):>11}"


def update(folder: Path, profile: Profile) -> Iterator[Path]:
    """Write into every folder of articles what is found there, as `expected.txt`; yield the files that changed."""
    for place in sorted({path.parent for path in articles(folder)}):
        expected = place / "expected.txt"
        text = "".join(f"{line}\n" for line in expected_lines(place, profile))
        if not expected.exists() or expected.read_text(encoding="utf-8") != text:
            expected.write_text(text, encoding="utf-8", newline="\n")
            yield expected


def expected_lines(folder: Path, profile: Profile) -> Iterator[str]:
    """Yield what `expected.txt` holds: the findings in the articles of one folder and between them."""
    sources = [source.decode(path.read_bytes(), path.name) for path in articles(folder) if path.parent == folder]
    for finding in lint_together(sources, profile):
        place = finding.place
        said = " (suppressed)" if finding.suppressed is not None else ""
        words = " ".join(finding.excerpt.split())
        yield f"{place.path}:{place.line}:{place.column}: {finding.severity.name}: {finding.check_id}{said}: {words}"


def articles(folder: Path) -> list[Path]:
    """Return the articles under a folder, sorted."""
    names = ("expected.txt", "README.md")
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.name not in names)


def read_marks(path: Path) -> tuple[set[Mark], set[Mark]]:
    """Return the required marks of an article and the optional ones."""
    marks: dict[str, set[Mark]] = {"required": set(), "optional": set()}
    for row in path.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in row.split("\t")]
        if len(cells) >= 4 and cells[3] in marks:
            marks[cells[3]].add((cells[0], cells[1]))
    return marks["required"], marks["optional"] - marks["required"]


def sentence_starts(line: str) -> list[int]:
    """Return the columns (from 0) at which the sentences of a line start, as the marks count them."""
    starts = [0]
    for match in _BREAK.finditer(line):
        stop = match.start() + 1
        if not _ABBREVIATION.search(line, max(starts[-1], stop - _LOOK_BACK), stop):
            starts.append(match.end())
    return starts


def mark_of(check_id: str) -> str | None:
    """Return the mark that a check finds, or None."""
    if check_id.startswith("caveat/"):
        return f"caveat.missing:{check_id.removeprefix('caveat/')}"
    fitting = [(len(start), mark) for mark, start in MARKS.items() if check_id.startswith(start)]
    return max(fitting)[1] if fitting else None


def _predicted(path: Path, profile: Profile) -> dict[Mark, Finding]:
    article = source.decode(path.read_bytes(), path.name)
    lines = article.text.splitlines()
    predicted: dict[Mark, Finding] = {}
    for finding in _spoken(lint_together([article], profile)):
        if mark := mark_of(finding.check_id):
            predicted.setdefault((_place(finding, mark, lines), mark), finding)
    return predicted


def _spoken(findings: Iterable[Finding]) -> Iterator[Finding]:
    return (finding for finding in findings if finding.suppressed is None)


def _place(finding: Finding, mark: str, lines: list[str]) -> str:
    if mark.startswith("caveat.") or mark == "sources.none":
        return "0.0"
    line, column = finding.place.line, finding.place.column
    starts = sentence_starts(lines[line - 1]) if line <= len(lines) else [0]
    return f"{line}.{max(1, sum(start < column for start in starts))}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
