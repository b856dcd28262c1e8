"""Statements that a named organisation stands behind: a body that can be asked, and a verb of saying."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kratomlint.document import Document, fold
from kratomlint.language.cue import Cue
from kratomlint.span import Span

_SAYING = Cue(
    r"\b(?:says?|said|states?|stated|warns?|warned|warning|reports?|reported|advises?|advised|recommends?|recommended|notes?"
    r"|noted|cautions?|cautioned|concludes?|concluded|found|finds|estimates?|estimated|lists?|listed|classif(?:y|ies|ied)"
    r"|considers?|describes?|described|explains?|explained|issued|published|announced|confirms?|confirmed|suggests?"
    r"|determined|identified|documented|recorded|received|analy[sz]ed|tested|define[sd]?|urges?|urged|points? out"
    r"|discourages?|maintains|acknowledges?|reviewed)\b"
)
# What may stand between the name and the verb.
_BETWEEN = Cue(
    r"(?:'s?(?: [\w-]+){1,6}| [\w-]+ (?:researchers|scientists|experts|analysis|report|website)| \([^()]{1,60}\))?"
    r"(?:,? (?:and|&) (?:the )?[\w ]{2,60})?"
    r"(?:,? (?:has|have|had|also|recently|currently|repeatedly|previously|officially|strongly|further|now|still|first"
    r"|since|does not|do not|did not|in (?:19|20)\d\d,?|consistently|clearly|explicitly|both))*,? "
)
_ACCORDING = Cue(
    r"\b(?:according to|per|(?:warnings?|advice|guidance|guidelines?|statements?|reports?|data|figures|stud(?:y|ies)|research|polls?"
    r"|advisor(?:y|ies)|fact sheets?|reviews?|monographs?|recommendations?|alerts?|surveys?|analys[ei]s|letters?)"
    r" (?:issued |published )?(?:from|by|of)"
    r"|, (?:says|states|explains|notes|indicates|reports|advises|adds|warns)"
    r"|(?:recommended|considered|regarded|deemed|advised|reported|estimated|issued|published|documented"
    r"|classified|listed|set"
    r"|stated) by) (?:both )?(?:the )?(?:us |u\.s\. |uk )?"
)
_NAME_BEFORE = Cue(r"(?:[A-Z][\w.&'’-]*)(?: (?:(?:of|for|and|the|on|in|&) ){0,2}[A-Z][\w.&'’-]*){0,9}")
# A body is what its last word says; "University", "Institute" alone could be anybody's.
_BODY = Cue(
    r"\b(?:Administration|Agency|Association|Academy|Authority|Board|Bureau|Centers?|Centre|Clinic|College|Commission|Committee"
    r"|Council|Department|Foundation|Institutes?|Ministry|Network|Organi[sz]ation|Office|Service|Society|Task Force"
    r"|University|Hospital|Federation|Collaboration)\b"
)
# "The Institute" is whoever speaks.
_NAMELESS = frozenset({"The", "Our", "This"})
# A journal that is called after a society speaks for nobody.
_PERIODICALS = frozenset({"Journal", "Annals", "Archives", "Proceedings", "Bulletin"})
_POSSESSIVE = Cue(r"(?:['’]s|(?<=s)['’])$")
# Up to this many letters a name must have a capital inside: "WHO" is not "Who", nor "NICE" "Nice"; "WebMD" is one.
_ACRONYM = 6
_REACH = 160


def read_attributions(document: Document) -> tuple[Span, ...]:
    """Return where a statement is put down to a named organisation; ask with `document.once(read_attributions)`."""
    return tuple(_attributions(document))


def _attributions(document: Document) -> Iterator[Span]:
    organisations = document.knowledge.forms("organisations")
    text = document.prose.text
    for at, match in document.matches(_ACCORDING.finditer):
        name = _NAME_BEFORE.match(text, at + match.end())
        if name and _is_organisation(name[0], organisations):
            yield Span(at + match.start(), name.end())
    for at, match in document.matches(_SAYING.finditer):
        start = _name_before(document, at + match.start(), organisations)
        if start is not None:
            yield Span(start, at + match.end())


def _name_before(document: Document, verb: int, organisations: Mapping[str, str]) -> int | None:
    """Return where the organisation starts whose name leads up to the verb at `verb`."""
    block = document.block_at(verb)
    floor = max(verb - _REACH, block.span.start if block else 0)
    window = document.prose.text[floor:verb]
    for name in _NAME_BEFORE.finditer(window):
        if not _is_organisation(name[0], organisations):
            continue
        possessive = _POSSESSIVE.search(name[0])
        between = fold(window[name.end() - (len(possessive[0]) if possessive else 0) :])
        if _BETWEEN.fullmatch(between):
            return floor + name.start()
    return None


def _is_organisation(name: str, organisations: Mapping[str, str]) -> bool:
    """Say whether a capitalised run ends in, or is, the name of a body that can be asked."""
    words = _POSSESSIVE.sub("", name).split(" ")
    if words[0] in _PERIODICALS:
        return False
    for start in range(len(words)):
        term = fold(" ".join(words[start:])).strip(".")
        if term in organisations or term.replace(".", "") in organisations:
            return " " in term or len(term) > _ACRONYM or words[start][1:] != words[start][1:].lower()
    return len([word for word in words if word not in _NAMELESS]) > 1 and bool(_BODY.search(name))
