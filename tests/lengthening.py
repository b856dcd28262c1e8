"""Articles of any length, in ordinary words: paragraphs that are alike and never the same. Made-up text, no clock."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle, islice

_PLANTS = ("kava", "valerian", "turmeric", "kratom", "ashwagandha", "melatonin", "ginger")
_COMPLAINTS = (
    "anxiety",
    "back pain",
    "insomnia",
    "nausea",
    "high blood pressure",
    "a cold",
    "arthritis",
    "migraine",
    "fatigue",
)
_PEOPLE = ("Dr. Amara Holt", "the makers", "a pharmacist in Leeds", "many users", "Harvard researchers", "our team")
_SAID = (
    "{Plant} relieves {complaint} within {number} days, and {people} call it a natural and proven remedy.",
    "Take {number} mg of {plant} twice a day with food, but never more than {more} mg in 24 hours.",
    "A trial with {more} adults found that {plant} eased {complaint} a little better than a placebo did ({year}).",
    "{People} said that {plant} may possibly help with {complaint}, although {number}% of those asked felt nothing.",
    "Does {plant} cure {complaint}? No study of {number} weeks has shown that it does.",
    "Unlike {other}, {plant} has no side effects; {more} people who suffer from {complaint} swear by it.",
    "“It changed my life,” says {people}, who stopped taking {other} after {number} weeks.",
    "Ask your doctor before you take {plant} with {other}, as the two of them can harm the liver.",
    "Studies show that {number} grams of {plant} in the morning boosts energy and improves mood [{number}].",
    "The root is dug up in autumn, washed, cut into {number} pieces and dried for {more} hours at {number} °C.",
    "In {year} a review of {number} studies came to another result: {plant} did nothing for {complaint}.",
)


def sentences(count: int) -> list[str]:
    """Return so many sentences, of which no two are the same."""
    said, plants, people, complaints = map(cycle, (_SAID, _PLANTS, _PEOPLE, _COMPLAINTS))
    return [_filled(next(said), next(plants), next(people), next(complaints), number) for number in range(count)]


def _filled(pattern: str, plant: str, people: str, complaint: str, number: int) -> str:
    return pattern.format(
        plant=plant,
        Plant=plant.capitalize(),
        other=_PLANTS[number * 5 % 7 - 3],
        people=people,
        People=people[0].upper() + people[1:],
        complaint=complaint,
        number=number + 2,
        more=number * 3 + 40,
        year=1990 + number % 35,
    )


def _paragraphs(count: int, size: int = 4) -> list[str]:
    lines = iter(sentences(count))
    return [" ".join(part) for part in iter(lambda: list(islice(lines, size)), [])]


def article(count: int) -> str:
    """Return paragraphs under headings."""
    parts = _paragraphs(count)
    return "# Roots and leaves\n\n" + "\n\n".join(
        f"## What {part.split()[0]} {number} is\n\n{part}" if number % 3 == 0 else part
        for number, part in enumerate(parts)
    )


def one_paragraph(count: int) -> str:
    """Return one paragraph."""
    return " ".join(sentences(count))


def below_one_lead(count: int) -> str:
    """Return a list below a paragraph that is as long as the list is."""
    items = "\n".join(f"- {line}" for line in sentences(count // 2))
    return f"{one_paragraph(count // 2)} Its benefits are:\n\n{items}"


def below_one_heading(count: int) -> str:
    """Return paragraphs under a heading that is as long as they are."""
    return f"# {one_paragraph(count // 2)}\n\n" + "\n\n".join(sentences(count // 2))


def one_quotation(count: int) -> str:
    """Return one quotation."""
    return f"> {one_paragraph(count // 2)}"


def one_address(count: int) -> str:
    """Return an address in brackets that never end, and one in as many pieces."""
    return f"See https://example.org/a{').' * 20 * count} or https://example.org/b?c{'&amp;d' * 10 * count} for more."


def items(count: int) -> str:
    """Return a list with lists in it."""
    return "Risks and side effects:\n\n" + "\n".join(
        f"{'  ' * (number % 3)}- {line}" for number, line in enumerate(sentences(count))
    )


def table(count: int) -> str:
    """Return a table of four columns."""
    lines = sentences(count)
    rows = zip(lines[::2], lines[1::2], strict=False)
    return "| Plant | Dose | Says | Risk |\n|---|---|---|---|\n" + "\n".join(
        f"| plant {number} | {number + 2} mg | {one} | {two} |" for number, (one, two) in enumerate(rows)
    )


def footnotes(count: int) -> str:
    """Return paragraphs whose sentences have notes, and the notes below them."""
    parts = [f"{line}[^{number}]" for number, line in enumerate(sentences(count))]
    notes = [
        f"[^{number}]: Holt A. Roots and sleep. J Herb Med. {1990 + number % 35};{number}(2):{number}-9."
        for number in range(count)
    ]
    return "\n\n".join([*parts, *notes])


def references(count: int) -> str:
    """Return paragraphs that cite by number, and the list of what they cite."""
    parts = [f"{line} [{number + 1}]" for number, line in enumerate(sentences(count))]
    listed = [
        f"{number + 1}. Holt A, Reed B. Roots and sleep, part {number}. J Herb Med. {1990 + number % 35};{number}(2):{number}-9. doi:10.1000/{number}"
        for number in range(count)
    ]
    return "\n\n".join(parts) + "\n\n## References\n\n" + "\n".join(listed)


def links(count: int) -> str:
    """Return paragraphs full of links, emphasis and inline code."""
    return "\n\n".join(
        f"{line[:-1]}, as [the report of **{number}**](https://example.org/{number}/a_b?c={number}) and `code {number}` *say*."
        for number, line in enumerate(sentences(count))
    )


def quotes(count: int) -> str:
    """Return quotations, one after the other."""
    return "\n\n".join(f"> {line}\n>\n> — {line.split()[0]}" for line in sentences(count))


def comments(count: int) -> str:
    """Return paragraphs of which each is silenced in its own way."""
    return "\n\n".join(
        f"<!-- kratomlint-disable-next-line {('overclaim', 'dosage/unsourced', 'language', 'all')[number % 4]} -- agreed -->\n{line}"
        for number, line in enumerate(sentences(count))
    )


def page(count: int) -> str:
    """Return a page in HTML with headings, lists and tables."""
    parts = "".join(
        f"<h2>Part {number}</h2><p>{part} <em>See</em> <a href='/p{number}'>part {number}</a>.</p><ul><li>{part[:60]}</li></ul>"
        for number, part in enumerate(_paragraphs(count))
    )
    return f"<!doctype html><html><head><title>Roots</title></head><body><article>{parts}</article></body></html>"


def words(count: int) -> str:
    """Return words of which no two are the same, in sentences."""
    names = [f"x{number:x}y" for number in range(count * 12)]
    return ". ".join(" ".join(names[at : at + 12]).capitalize() for at in range(0, len(names), 12)) + "."


def unlike(count: int) -> str:
    """Return an article that says one thing and, further down, the other."""
    half = count // 2
    says = [
        f"{name.capitalize()} is safe for {people} and not addictive in {number} cases."
        for number in range(half)
        for name, people in [(_PLANTS[number % 7], _COMPLAINTS[number % 9])]
    ]
    denies = [
        f"{name.capitalize()} is not safe, and {number} cases of addiction to it are known."
        for number in range(half)
        for name in [_PLANTS[number % 7]]
    ]
    return "\n\n".join(says + denies)


KINDS: dict[str, tuple[Callable[[int], str], str]] = {
    "article": (article, ".md"),
    "one paragraph": (one_paragraph, ".md"),
    "one quotation": (one_quotation, ".md"),
    "below one lead": (below_one_lead, ".md"),
    "below one heading": (below_one_heading, ".md"),
    "one address": (one_address, ".md"),
    "list": (items, ".md"),
    "table": (table, ".md"),
    "footnotes": (footnotes, ".md"),
    "references": (references, ".md"),
    "links": (links, ".md"),
    "quotes": (quotes, ".md"),
    "comments": (comments, ".md"),
    "page": (page, ".html"),
    "components": (article, ".mdx"),
    "plain": (article, ".txt"),
    "words": (words, ".md"),
    "both ways": (unlike, ".md"),
}
