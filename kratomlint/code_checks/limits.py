"""Checks of the limit that an article sets against the doses that it advises. They compare figures and judge none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kratomlint.document import Document
from kratomlint.finding import Hit, RelatedSpan
from kratomlint.language.cue import Cue
from kratomlint.language.intake import is_advised
from kratomlint.language.quantities import Dose, read_doses
from kratomlint.language.reading import read
from kratomlint.registry import check

_MILLIGRAMS = {"g": 1000.0, "mg": 1.0, "mcg": 0.001}
_FORM = r"(?P<form>capsule|tablet|softgel|gummy|scoop|sachet|teaspoon|serving)"
_WEIGHT = r"(?P<weight>\d{1,5}(?:\.\d{1,3})?) ?(?P<unit>mg|g|mcg)\b"
_STRENGTHS = (
    Cue(rf"\b(?:one|an?|each|every) (?:level )?{_FORM} (?:\(|(?:contains|holds|has|is|gives|provides) ){_WEIGHT}"),
    Cue(rf"\b{_WEIGHT} (?:per|in each|in every|a) {_FORM}\b"),
)
# A limit for some, for a single cup or without a doctor is no limit for what others are told.
_FOR_SOME = Cue(
    r"\b(?:beginners?|new(?:bies)?|first|child(?:ren)?|kids?|teens?|older|elderly|seniors?|pregnan\w+|experienced|advanced|tolerance|sensitive"
    r"|under|unless|doctor|physician|supervis\w+|at once|at a time|single|at night|loading|if)\b"
)
# Who "suggests 200 to 400 mg" advises it, without a word of taking.
_SUGGESTED = Cue(
    r"\b(?<!not )(?<!n't )(?:recommend(?:s|ed)?|suggest(?:s|ed)?|advis(?:e|es|ed)|(?:aim|go|shoot) for|(?:does?|do|feels?|sleeps?|fares?|responds?) (?:well|best|better|fine|great) (?:on|with|at|to)"
    r"|(?:most|many|some) (?:people|users|adults|customers|of us) (?:\w+ )?(?:find|use|settle on|settle at|need|prefer|end up (?:on|at|with))|(?:recommended|suggested|usual|typical|standard|ideal|optimal|best) (?:daily )?(?:dose|dosage|serving|amount)(?: (?:is|of))?)"
    r"(?: (?:about|around|between|from|a (?:daily )?dose of)){0,2}:? $"
)


@check
def above_maximum(document: Document) -> Iterator[Hit]:
    """Point at the later of a limit and an advised dose that is greater than it."""
    doses = [dose for dose in document.once(read_doses) if not _is_for_some(document, dose)]
    strengths = _strengths(document)
    limits = [dose for dose in doses if dose.kind == "maximum" and not _before(document, dose).endswith("up to ")]
    advised = [dose for dose in doses if dose.kind == "amount" and _is_suggested(_before(document, dose))]
    for limit in limits:
        above = (dose for dose in advised if _exceeds(dose, limit, strengths) and _of_one_thing(document, dose, limit))
        if dose := next(above, None):
            earlier, later = sorted((dose.span, limit.span))
            values = {"first": earlier.cut(document.prose.text)}
            yield Hit(later, values, related=(RelatedSpan(earlier, "said otherwise here"),))
            return


def _is_suggested(before: str) -> bool:
    return is_advised(before) or _SUGGESTED.holds(before)


def _is_for_some(document: Document, dose: Dose) -> bool:
    return _FOR_SOME.holds(document.folded_sentences[dose.sentence])


def _before(document: Document, dose: Dose) -> str:
    return document.folded[document.sentences[dose.sentence].span.start : dose.span.start]


def _strengths(document: Document) -> Mapping[str, float]:
    """Return how many milligrams the article says that a scoop, a capsule and the like hold."""
    found = (match for strength in _STRENGTHS for _, match in document.matches(strength.finditer))
    return {match["form"]: float(match["weight"]) * _MILLIGRAMS[match["unit"]] for match in found}


def _exceeds(dose: Dose, limit: Dose, strengths: Mapping[str, float]) -> bool:
    taken, most = _weight(dose, strengths), _weight(limit, strengths)
    return taken is not None and most is not None and taken > most and (not dose.per or limit.per == dose.per)


def _weight(dose: Dose, strengths: Mapping[str, float]) -> float | None:
    """Return the milligrams of the greatest amount that a dose tells of, if it can be known: who may take it will."""
    one = _MILLIGRAMS.get(dose.unit) or strengths.get(dose.unit.split(" ")[-1].removesuffix("s"))
    return None if one is None or dose.high is None else dose.high * one


def _of_one_thing(document: Document, *doses: Dose) -> bool:
    """Say whether the sentences of two doses can speak of the same substance."""
    readings = (document.once(read)[dose.sentence] for dose in doses)
    first, second = ({run.term for run in reading.of("substance")} for reading in readings)
    return not first or not second or not first.isdisjoint(second)
