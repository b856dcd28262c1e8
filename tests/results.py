"""Results to tell: a run with one of everything, and runs of every kind, drawn."""

from __future__ import annotations

from hypothesis import strategies as st

from kratomlint.card import Card
from kratomlint.finding import Confidence, Edit, FileResult, Finding, Fix, Place, RunResult, Severity, Trouble
from kratomlint.reporters import Background, report
from kratomlint.source import SourceFile
from kratomlint.span import Span

EFFICACY, WONDER = "overclaim/efficacy", "house/wonder"
CARD = Card(
    id=EFFICACY,
    title="Relief as a fact",
    message="“{hit}” states a benefit as fact.",
    severity=Severity.warning,
    confidence=Confidence.high,
    method="find",
    look={"words": ["offers relief"]},
    unless=(),
    why="A reader who expects relief may put off the care that works.",
    sources=("21 CFR 101.93(g)(2)", "See https://example.org/a_b*c, page 3."),
    bad=("It >>offers relief<<.",),
    good=("Does it *offer* relief?",),
    formerly=("overclaim/relief",),
    path="checks/overclaim/efficacy.toml",
)


def place_of(source: SourceFile, span: Span, label: str = "") -> Place:
    start, end = source.lines.line_column(span.start), source.lines.line_column(span.end)
    return Place(source.path, span, *start, *end, label)


def finding_at(source: SourceFile, words: str, **changes: object) -> Finding:
    start = source.text.index(words)
    span = Span(start, start + len(words))
    values: dict[str, object] = {
        "check_id": EFFICACY,
        "message": f"“{words}” states a benefit as fact.",
        "severity": Severity.warning,
        "confidence": Confidence.high,
        "place": place_of(source, span),
        "excerpt": words,
        "fingerprint": f"{start:016x}",
    }
    return Finding(**(values | changes))  # type: ignore[arg-type]


KAVA = SourceFile("guides/kava, 50%.md", "# Kava\n\nCafé kava 🌿 offers relief.\nIt is a\nwonder. It is safe.\n")
PLAIN = SourceFile("guides/plain.md", "# Plain\n\nWords.\n")
_TITLE = KAVA.text.index("Kava")
_WONDER = Span(KAVA.text.index("wonder"), KAVA.text.index("wonder") + 6)
RESULT = RunResult(
    files=(
        FileResult(
            KAVA.path,
            findings=(
                finding_at(
                    KAVA, "offers relief", related=(place_of(KAVA, Span(_TITLE, _TITLE + 4), "first said [here]"),)
                ),
                finding_at(
                    KAVA,
                    "a\nwonder",
                    check_id=WONDER,
                    severity=Severity.error,
                    fix=Fix("Replace with “plant”", (Edit(_WONDER, "plant"),), safe=True),
                ),
                finding_at(KAVA, "safe", severity=Severity.suggestion),
                finding_at(KAVA, "Kava", suppressed="the name of a brand"),
            ),
            troubles=(Trouble(KAVA.path, "house/late failed here; its findings are missing", "house/late"),),
            words=12,
            skipped={"code": 2},
        ),
        FileResult(PLAIN.path, words=2),
    ),
    troubles=(Trouble("drafts", "this folder cannot be looked into: Permission denied"),),
)
SOURCES = {source.path: source for source in (KAVA, PLAIN)}


def told(format: str, result: RunResult = RESULT, sources: dict[str, SourceFile] = SOURCES) -> str:
    """Return what a program reads: the report as the bytes that the command line writes, decoded."""
    written = "".join(report(result, format, Background(cards={EFFICACY: CARD}, source=sources.get)))
    return written.encode("utf-8", "backslashreplace").decode("utf-8")


def spoken(result: RunResult = RESULT) -> list[Finding]:
    return [finding for file in result.files for finding in file.spoken]


# Whatever a file name and an article may hold: an undecodable byte too in the one, every character in the other.
_PATHS = st.text(
    st.one_of(st.sampled_from("a/.:%,;=]\n\r\x1b\u202e\udcff🌿#"), st.characters(exclude_characters="\0")), min_size=1
)
_TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab \n\r\t:#[]%,\x1b\x00\x9b\u202e\ufffe<&>\"'"), st.characters(exclude_categories=["Cs"])
    ),
    min_size=1,
)


@st.composite
def _findings(draw: st.DrawFn, source: SourceFile) -> Finding:
    def span() -> Span:
        start = draw(st.integers(0, len(source.text)))
        return Span(start, draw(st.integers(start, len(source.text))))

    related = draw(st.booleans())
    return Finding(
        check_id=draw(st.sampled_from([EFFICACY, WONDER, "duplicate/across-paragraph"])),
        message=draw(_TEXTS),
        severity=draw(st.sampled_from(Severity)),
        confidence=draw(st.sampled_from(Confidence)),
        place=place_of(source, span()),
        excerpt=draw(_TEXTS),
        fingerprint=draw(st.uuids()).hex[:16],
        related=(place_of(source, span(), draw(_TEXTS)),) if related else (),
        fix=Fix(draw(_TEXTS), (Edit(span(), draw(_TEXTS)),), draw(st.booleans())) if draw(st.booleans()) else None,
        suppressed=draw(st.none() | _TEXTS),
    )


@st.composite
def runs(draw: st.DrawFn) -> tuple[RunResult, dict[str, SourceFile]]:
    """Draw a run and the files that it was about."""
    sources = {
        path: SourceFile(path, draw(_TEXTS | st.just(""))) for path in draw(st.lists(_PATHS, unique=True, max_size=3))
    }
    trouble = st.builds(Trouble, _PATHS | st.just(""), _TEXTS, st.none() | st.just(WONDER))
    files = tuple(
        FileResult(
            path,
            tuple(draw(st.lists(_findings(source), max_size=3))),
            troubles=tuple(draw(st.lists(trouble, max_size=1))),
            words=draw(st.integers(0, 9)),
        )
        for path, source in sources.items()
    )
    return RunResult(files, tuple(draw(st.lists(trouble, max_size=1)))), sources
