"""What texts are made of: markup of every format, every plane of Unicode, our own articles with something done to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from kratomlint.card import unmark
from kratomlint.readers import SUFFIXES
from kratomlint.testing import NEXT_ARTICLE, catalogue_of

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = ("a.md", "a.mdx", "a.html", "a.txt")

PIECES = [
    "Kratom", "tea", "e.g.", "Dr.", "5", "mg", "word", "’s", "“quoted”", "ünïcödé", "𝒌ratom", "e\u0301", "🌿", "İ", "\ufffc",
    " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "\x85", "\u2028", "\u00a0", ".", "?", "!", "…", ",", ": ", ". ",
    "*", "**", "_", "`", "``", "~~", "[", "]", "(", ")", "![", "](u)", "[a](b)", "[^1]", "\n\n[^1]: ", "[1]: /u\n", "\\", "\\*",
    "&amp;", "&nbsp;", "&#10;", "&#x41;", "&nosuch;", "&", "<", ">", "<b>", "</b>", "<br>", "<!-- c -->", "<!--", "-->",
    "<!-- kratomlint-disable x -->", "<sup>1</sup>", "<a href='u'>", "</a>", "<div>", "</div>", "<p>", "<li>", "<td>",
    "<img alt='an &amp; image'>", "<script>", "</script>", "<code>", "</code>", "<title>", "<meta name=description content='d e'>",
    "<blockquote>", "</blockquote>", "<h2>", "</h2>",
    "https://example.org/a_b?c=1&amp;d", "www.example.org.", "<https://example.org>",
    "\n# ", "\n## ", "\n> ", "\n> [!NOTE]\n> ", "\n- ", "\n  - ", "\n1. ", "\n    ", "\n```\n", "\n---\n", "\n===\n", "\n| a | b |\n|---|---|\n| ", " | ",
    "\n: ", "{{< x >}}", "{{ y }}", "{% z %}", "{{", "}}", "{", "}", "{/* kratomlint-disable y */}", "{/*", "<Card x={1}>", "</Card>",
    "import a from 'b'\n", "[[page|words]]", ":::note\n", "\x01", "\x02", "\x03",
    "---\ntitle: a 'b'\ndescription: \"c \\\"d\\\" \\u00e9\"\nfaq:\n- q: >\n    e\n    f\n---\n", "+++\ntitle = \"a\\tb\"\n+++\n",
]  # fmt: skip


def pick(many: Callable[[], Sequence[str]]) -> st.SearchStrategy[str]:
    """Return a strategy of one of many, which are not looked for before one is drawn."""
    return st.deferred(lambda: st.integers(0, len(many()) - 1).map(lambda number: many()[number]))


# Texts of markup, whole and in pieces.
markup = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)

# What a file can hold: no half of a surrogate pair, and no NUL.
_character = st.one_of(
    st.characters(max_codepoint=0x7F, exclude_characters="\0"),
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    st.builds(lambda plane, low: chr(plane * 0x10000 + low), st.integers(1, 16), st.integers(0, 0xFFFF)),
)
garbage = st.text(_character, max_size=60)
bits = st.one_of(st.sampled_from(PIECES), st.text(_character, max_size=3))


@cache
def seeds() -> tuple[str, ...]:
    """Return the example articles, in the order of their paths."""
    paths = (path for path in sorted(SEEDS.rglob("*")) if path.suffix in SUFFIXES and path.name != "expected.txt")
    return tuple(path.read_text(encoding="utf-8") for path in paths)


@cache
def examples() -> tuple[str, ...]:
    """Return the examples of every card, without their marks."""
    texts = {unmark(text)[0] for card in catalogue_of().cards.values() for text in (*card.bad, *card.good)}
    return tuple(sorted({part for text in texts for part in NEXT_ARTICLE.split(text)}))


@cache
def words() -> tuple[str, ...]:
    """Return the words that the lexicons know, in every form."""
    return tuple(sorted({form for lexicon in catalogue_of().knowledge.lexicons.values() for form in lexicon.forms}))


@st.composite
def mutated(draw: st.DrawFn, texts: st.SearchStrategy[str], bits: st.SearchStrategy[str] = bits) -> str:
    """Draw a text with up to six stretches of it cut out, doubled, or replaced by something else."""
    text = draw(texts)
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 2, 5, 20, 200])))
        text = text[:start] + draw(st.one_of(bits, st.just(text[start:end] * 2))) + text[end:]
    return text


@st.composite
def excerpts(draw: st.DrawFn) -> str:
    """Draw some lines of an example article; its front matter stays with its first lines."""
    lines = draw(pick(seeds)).splitlines(keepends=True)
    start = draw(st.one_of(st.just(0), st.integers(0, len(lines) - 1)))
    return "".join(lines[start : start + draw(st.integers(1, 16))])


# What a sentence about health and doses hangs together by.
_TURNS = [
    *"Kratom Kava it its the a this may can could not no never does is are was were who and or but if for of with".split(),
    *"in to as without than studies study experts doctors users people claims said reports evidence trial proven".split(),
    *"safe safer effective natural cure cures relieves helps treats prevents reduces eases promotes boosts easing".split(),
    *"take takes taking dose daily twice a day every four hours up to maximum grams mg g mcg µg μg IU ml mL cc %".split(),
    *"1 2.5 .5 5.0 10mg 2-4 2–4 ½ 1/2 1,000 1e9 ٣ ² (2) two half-dozen 0 -3 9999999999999999999999 18-65".split(),
    *"weeks days minutes mg/kg between more less about before bed after Mr. e.g. U.S. vs. Dr. et al.".split(),
    *[". ", "? ", "! ", ", ", "; ", ": ", " — ", "… ", "’s ", "n't ", "“", "”", "\"", "'", "(", ")", "\n\n", "\n- ", "\n# ", "\n"],
    *["İ", "ß", "ſ", "ﬀ", "Ⅷ", "\u00a0", "\u200b", "\u00ad", "\u202e", "e\u0301", "👩\u200d⚕️", "[1]", "[^1]", "*", "**", "`"],
]  # fmt: skip


def sentences() -> st.SearchStrategy[str]:
    """Return a strategy of what reads like sentences of the domain, and of the cards' own examples, changed."""
    word = st.one_of(st.sampled_from(_TURNS), pick(words), bits)
    said = st.lists(word, min_size=1, max_size=24).map(" ".join)
    example = mutated(pick(examples), st.one_of(word, word.map(" {} ".format)))
    return st.lists(st.one_of(said, example, pick(examples)), min_size=1, max_size=3).map("\n\n".join)


def articles(names: tuple[str, ...] = NAMES) -> st.SearchStrategy[dict[str, str]]:
    """Return a strategy of articles: a file's name, which says how it is read, and its text."""
    texts = st.one_of(markup, st.lists(st.one_of(bits, garbage), max_size=20).map("".join), mutated(excerpts()))
    return files(texts, names)


def files(texts: st.SearchStrategy[str], names: tuple[str, ...] = NAMES) -> st.SearchStrategy[dict[str, str]]:
    """Return a strategy of files with such texts."""
    return st.fixed_dictionaries({"name": st.sampled_from(names), "text": texts.map(file_text)})


def file_text(text: str) -> str:
    """Return the text as a file holds it, without what it cannot hold."""
    return text.replace("\0", "")
