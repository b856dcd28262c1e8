"""Whether a text reports a study of its own: then it is the source. Pure."""

from __future__ import annotations

from kratomlint.document import Document
from kratomlint.language.cue import Cue

_OWN_RESEARCH = Cue(
    r"\bwe (?:searched|included|identified|enrolled|randomi[sz]ed|analy[sz]ed|recruited|found \w+ (?:studies|trials))\b"
    r"|\b(?:this|the) (?:cochrane |systematic )?review (?:included|includes|found|was to|aimed)\b|\breview question\b|\bthe authors? (?:identified|included|searched)\b"
    r"|\bthe (?:purpose|aim|objective) of (?:this|the present|our) (?:study|review|trial|analysis|meta-analysis) (?:was|is) to\b|\bdata ?bases were searched\b"
    r"|\bwe (?:have )?(?:conducted|carried out|performed) (?:a|an|two|three)\b|\bincluded (?:\w+ ){0,3}(?:studies|trials)\b"
)
# The parts of a report: a page about brewing has methods, too, and no results.
_PARTS = (
    Cue(r"(?:^|\n)\W{0,9}(?:materials and |patients and )?methods(?::\s|\n|$)"),
    Cue(r"(?:^|[\n.] ?)\W{0,9}(?:results|findings)(?::\s|\n|$)"),
)


def reports_own_research(document: Document) -> bool:
    """Say whether the text tells of a study that its authors made; ask through `document.once`."""
    return any(document.matches(_OWN_RESEARCH.finditer)) or all(any(document.matches(part.finditer)) for part in _PARTS)
