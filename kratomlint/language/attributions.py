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
    r"|(?:strengthened|tightened|updated|added|expanded|revised|renewed|repeated|dropped|lifted|lowered|raised)(?= (?:(?:its|their|an?|the|another) (?:[\w-]+ ){0,3}?)?(?:warnings?|advice|guidance|guidelines?|alerts?|advisor(?:y|ies)|recommendations?|(?:safe |upper |daily )?limits?)\b)"
    r"|discourages?|maintains|acknowledges?|reviewed|supports?|endorses?|opposes?)\b"
)
# Who speaks for a body by working there: "a Mayo Clinic pediatrician, says".
_MEMBER = (
    r"(?:[\w-]+ ){0,2}?(?:researcher|scientist|physician|doctor|pediatrician|paediatrician|cardiologist|neurologist|psychiatrist"
    r"|psychologist|oncologist|gynecologist|toxicologist|pharmacologist|epidemiologist|dietitian|dietician|nutritionist"
    r"|pharmacist|nurse|veterinarian|professor|spokes(?:man|woman|person)|specialist|director)"
)
# What may stand between the name and the verb.
_BETWEEN = Cue(
    r"(?:'s?(?: [\w-]+){1,6}| [\w-]+ (?:researchers|scientists|experts|analysis|report|website)| \([^()]{1,60}\)"
    rf"| {_MEMBER})?"
    r"(?:,? (?:and|&) (?:the )?[\w ]{2,60})?"
    r"(?:,? (?:has|have|had|also|recently|currently|repeatedly|previously|officially|strongly|further|now|still|first"
    r"|since|does|do|did|does not|do not|did not|in (?:19|20)\d\d,?|consistently|clearly|explicitly|both))*,? "
)
_ACCORDING = Cue(
    r"\b(?:according to|per|(?:warnings?|advice|guidance|guidelines?|statements?|reports?|data|figures|stud(?:y|ies)|research|polls?"
    r"|advisor(?:y|ies)|fact sheets?|reviews?|monographs?|recommendations?|alerts?|surveys?|analys[ei]s|letters?)"
    r" (?:issued |published )?(?:from|by|of)"
    # "A new study led by researchers at".
    r"|(?:stud(?:y|ies)|research|trials?|researchers|scientists|investigators|experts|physicians)"
    r" (?:(?:led|conducted|funded|published|completed|carried out|done|released|presented) )?(?:by|from|at|of)"
    r"(?: (?:a |the )?(?:team|group|researchers|scientists|investigators|experts|physicians|colleagues) (?:at|from|of|with))?"
    r"|, (?:says|states|explains|notes|indicates|reports|advises|adds|warns)"
    r"|(?:recommended|considered|regarded|deemed|advised|reported|estimated|issued|published|documented"
    r"|classified|listed|set"
    r"|stated) by) (?:both |an? (?:new |recent |large |small )?)?(?:the )?(?:us |u\.s\. |uk )?"
)
# Whoever counts something has a name, be it a company's: "according to data from Nielsen".
_FIGURES_OF = Cue(
    r"\baccording to (?:[\w-]+ ){0,2}?(?:data|figures|numbers|statistics) (?:(?:compiled|collected|published|released|gathered) )?(?:from|by) (?:the )?"
)
_COUNTED = Cue(r"(?:\w+ )?(?:stud|trial|patient|user|research|experiment|survey|people|animal|volunteer)")
# "The Harvard team found", of a university that the article has named in full.
_IN_SHORT = Cue(
    r"\b[Tt]he (?P<name>[A-Z][\w'’-]+) (?:scientists|researchers|investigators|team|group|study|trial|survey|authors)"
    r" (?:(?:also|then|later|itself) )?(?:found|finds|reported|reports|concluded|saw|said|says|wrote|noted|showed|tested|observed)\b"
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
    for at, match in document.matches(_ACCORDING.finditer):
        name = _name_after(document, at + match.end())
        if name and _is_organisation(name, organisations):
            yield Span(at + match.start(), at + match.end() + len(name))
    for at, match in document.matches(_FIGURES_OF.finditer):
        end = at + match.end()
        name = _name_after(document, end)
        if name and not _COUNTED.match(document.folded[end + len(name) : end + len(name) + 30].lstrip()):
            yield Span(at + match.start(), end + len(name))
    yield from _in_short(document, organisations)
    for at, match in document.matches(_SAYING.finditer):
        start = _name_before(document, at + match.start(), organisations)
        if start is not None:
            yield Span(start, at + match.end())


def _name_after(document: Document, start: int) -> str:
    """Return the capitalised run that begins at `start`, or nothing; it ends with its sentence, whatever begins the next."""
    sentence = document.sentence_at(start)
    name = _NAME_BEFORE.match(document.prose.text[start : sentence.span.end]) if sentence else None
    return name[0] if name else ""


def _in_short(document: Document, organisations: Mapping[str, str]) -> Iterator[Span]:
    """Yield what is put down to a part of the name of a body that the article names."""
    found = [
        (Span(*match.span()).shifted(at), match["name"])
        for at, match in document.matches(_IN_SHORT.finditer, cased=True)
    ]
    if found:
        names = (match[0] for match in _NAME_BEFORE.finditer(document.prose.text))
        known = {word for name in names if _is_organisation(name, organisations) for word in name.split(" ")}
        yield from (span for span, name in found if name in known)


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
