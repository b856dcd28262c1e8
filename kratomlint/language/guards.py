"""Why a hit does not count: negated, quoted, attributed, asked, hedged, sourced, careful, clinical. Only the last two look beyond a clause.

After ConText (Harkema et al. 2009): a cue, its direction, what ends its reach, and the phrases that only look like a cue.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import attrgetter

from kratomlint.document import Document, Sentence
from kratomlint.language.attributions import read_attributions
from kratomlint.language.citations import sourced
from kratomlint.language.cue import Cue
from kratomlint.language.references import read_reference_list
from kratomlint.late import late
from kratomlint.span import Span

Guard = Callable[[Document, Span], bool]

# A cue before the words reaches forward to the end of its clause; these end it.
_ENDS_CLAUSE = Cue(
    r"""[;:\u2014\u2013] | \s-\s | (?<!\b[a-z])[.!?](?=\s) |
    ,?\s\b(?:but|however|although|though|whereas|while|instead(?!\sof)|nevertheless|nonetheless|except)\b |
    ,?\s(?<!\bnot\s)(?<!n't\s)yet\b(?!\s(?:been|to|known|clear)\b) |
    ,\s(?:as(?!\swell\b)|since|because)\s |
    ,\s(?:and|or|so)\s(?=(?:it|they|this|that|he|she|we|you|its?|the|users?|people)\b) |
    ,\s(?:and|so)\s(?=(?:\w{1,12}\s){0,2}(?:studies|trials|research|experts|scientists|doctors|reviews)\s(?:(?:has|have)\s(?:now\s|also\s)?(?:shown|found|prove[dn]|confirmed|suggested|demonstrated|linked|reported|agreed)|shows?|suggests?|finds?|found|say|agree|confirms?)\b) |
    \sand\s(?=(?:it|they)\s(?:also|even|further|will|helps?|works?)\b) | ,?\sand\s(?=there\s(?:is|are)\b) |
    ,\s(?=(?:which|who|making|offering|providing|thereby|giving|helping)\b)
    """,
    re.VERBOSE,
)
_FALSE_NEGATION = Cue(
    r"""\b(?: not\sonly | not\sjust | not\smerely | not\ssimply | no\sdoubt | without\s(?:a\s|any\s)?doubt |
    not\swithout | nothing\sbut | nothing\sshort\sof | no\swonder | not\sto\smention | never\sfails?\sto | to\savoid\s[^.;,]{1,40}(?=,) | not\sto\ssay\b[^.;,]{1,40}n't |
    no\slonger | no\smatter | no(?=,\s) | no\sless | if\snot | not\suncommon | not\ssurprising(?:ly)? )\b""",
    re.VERBOSE,
)
_NEGATION = Cue(
    r"""\b(?: no | not | never | neither | nor | none | cannot | nobody | nothing | without | lacks? | lacking | lack\sof |
    absence\sof | fails?\sto | failed\sto | unable\sto | rather\sthan | instead\sof | unlikely\sto | unproven |
    contrary\sto | far\sfrom | avoid(?:s|ing)? | stops?\sshort\sof | debunk\w* | myth\w* | disprov\w* | refut\w* |
    unsubstantiated | remains?\sto\sbe | yet\sto\sbe | (?:careful|wary|cautious)\s(?:about|of) | few\sof\s(?:these|those|the|its|their) | unsupported | misleading | falsely | hardly | too\s(?:little|few) | free\sof\sclaims )\b | n't\b""",
    re.VERBOSE,
)
# What reaches over everything that follows in the clause, however far.
_NO_EVIDENCE = Cue(
    r"""\b(?: (?:no|little|insufficient|limited|weak|inconclusive|scant|not\senough|lack\sof|low-quality)\s
        (?:[\w-]+\s){0,4}?(?:evidence|proof|data|trials?|studies|study|research|information)
    | (?:has|have|had|is|are|was|were)(?:\snot|n't)\s(?:yet\s)?(?:been\s)?
        (?:[\w-]+\s){0,2}?(?:shown|proven|proved|established|demonstrated|found|known|clear|approved|evaluated|confirmed|studied|tested)
    | (?:it\sis|it's|remains?)\s(?:not\s(?:yet\s)?(?:known|clear)|unknown|unclear|uncertain)
    | not\s(?:\w+\s)?(?:possible|able|clear|certain|enough) | no\s(?:firm|definitive|clear|reliable)\sconclusions?
    | (?:very\s)?uncertain\s(?:whether|if|about) | evidence\s(?:is|was|remains)\s(?:very\s)?(?:uncertain|limited|insufficient|weak|lacking|unclear|mixed|low)
    | (?:does|do|did)(?:\snot|n't)\s(?:mean|prove|show|establish|imply|support)
    | \bno\s(?:[\w-]+\s){1,5}?(?:has|have|had|is|are|was|were)\s(?:(?:yet|ever|been|\w+ly)\s){0,3}(?:shown|proven|proved|established|demonstrated|approved|licensed|confirmed)
    | not\s(?:\w+\s)?required | (?:fail|fails|failed|need|needs)\sto\s(?:show|prove|demonstrate)
    | more\s(?:research|studies|evidence|trials)\s(?:is|are)
    # "Do not go through the same tests to make sure that they are".
    | (?:do|does|did|are|is|have|has)(?:\snot|n't)\s(?:[\w-]+\s){0,9}?to\s(?:make\ssure|ensure|show|prove|establish|demonstrate|verify|check|confirm)
    | be\s(?:very\s|extra\s)?(?:careful|wary|cautious|suspicious|skeptical|sceptical)\s(?:of|about) | beware\sof )""",
    re.VERBOSE,
)
_DENIED_AFTER = Cue(
    # "and is not": what the words are said of goes on being spoken of, and something else is denied.
    r"""^(?:(?!,?\s(?:but|however|although|though|while|whereas)\b|,\s(?:yet|so|there|you|we)\b|\sso\s(?!far\b|called\b|much\b|many\b|that\b))[^.;!?]){0,80}?(?<!\band\s)(?<!\bbut\s)(?<!\bor\s)(?<!\bwhich\s)(?<!\bthat\s)(?<!\bit\s)(?<!\bthey\s)\b(?: (?:is|are|was|were|has|have|had|remains?)\s(?:[\w-]+\s){0,2}?
        (?:not|never|unproven|unproved|unsupported|unsubstantiated|false|misleading|untrue|unknown|unclear|uncertain|inconclusive|incomplete|lacking|disputed|refuted)
    | (?:does|do)(?:\snot|n't)\s(?:automatically|necessarily|always)?\s?(?:apply|translate|carry|hold)
    | (?:isn't|aren't|wasn't|weren't|hasn't|haven't) | (?:is|are)\s(?:a\s)?myths? | (?:is|are|was|were|could\sbe)\s(?:an?\s)?(?:\w+\s)?(?:scams?|hoax|bogus|too\sgood\sto\sbe\strue) | lacks?\s(?:\w+\s)?evidence )\b""",
    re.VERBOSE,
)
# Above a list: its items are what to keep away from.
_WARNING = Cue(
    r"\b(?:be (?:careful|wary|cautious|skeptical|sceptical) (?:of|with|about)|beware|avoid|watch out for|look out for|red flags?|warning signs"
    r"|steer clear|stay away from|(?:do not|don't|never) (?:trust|buy|believe))\b[^.!?]*\W*$"
)
# "Gives you energy: false".
_VERDICT = Cue(r"[^.;:!?]{0,60}: (?:false|fiction|myth|busted|untrue|not true)\b")
_CONCEDED = Cue(r"\W*(?:while|although|though|even though|since|because)\b[^,]*$")
# Between single marks are a few words at most, as an apostrophe is the same character.
_QUOTATION = Cue(r""""[^"\n]{1,1500}"|(?<!\w)'\w[^'\n]{1,60}(?:'\w[^'\n]{0,60}){0,2}'(?!\w)""")
_SAYING = Cue(
    r"""\b(?: claim\w* | sa(?:y|ys|id|ying) | stat(?:es?|ed|ing) | call(?:s|ed|ing)? | cit(?:es?|ed|ing) | quot\w+ | wrote | writes? |
    promis(?:e|es|ed|ing) | advertis\w+ | market(?:s|ed|ing)? | label\w* | told | describ\w+ | warn\w* | phrases? | words? |
    statements? | such\sas | headlines? | slogan\w* | supposed(?:ly)? | scams? | hoax | too\sgood\sto\sbe\strue | named | term(?:s|ed)? | known\sas | so-called | hashtags? | nicknam\w+ | dubbed )\b""",
    re.VERBOSE,
)
_MODAL_FIRST = late(r"\W*(?:(?:can|could|may|might|will|would|should)\b|(?:has|have) been\b)")
_YES_NO = Cue(
    r"^(?:[^:(?!]{1,60}(?::\s|\s\())?(?:[^,:?!]{1,60},\s(?=(?:can|do|does|did|is|are|will)\s(?:it|they|this|these)\b))?(?:(?:but|and|or|so|well|now),? |q(?:uestion)?:\s|wondering |\W+)?(?!did you (?:ever )?know|do you know (?:that|how)|can you imagine|have you heard|would you believe|are you (?:tired|looking|ready|struggling|searching|seeking|sick of|in search|on the hunt|hunting|fed up|done with|longing))(?:does|do|did|is|are|was|were|can|could|will|would|should|may|might|has|have)\b"
)
# "What are its benefits, and do they really work?": the last clause asks by itself.
_YES_NO_CLAUSE = Cue(
    r"(?:, |\b(?:and|but|or) )(?:do|does|did|can|could|will|would|is|are|has|have) (?:it|they|this|these|those|[\w-]+)(?: \w+ly)? $"
)
# "What else helps me sleep?" asks for other things.
_ELSE = Cue(r"\W*(?:so,? |and )?(?:what|who|how|where) else\b")
# "Kava: a miracle root?"
_IS_IT = Cue(
    r"[^:]{2,80}: (?:(?:an?|the|just|only) [^:?]{2,60}|which (?:one|form|type|kind|is|should|works|helps)\b[^:?]{0,60})\?\W*$"
)
_WHETHER = Cue(
    r"""\b(?: whether | wether | (?:check|checked|checking)\s(?:with\s(?:[\w-]+\s){1,5})?that | to\sfind\sout\sif | to\s(?:see|test|determine|assess|examine|learn|ask|check|decide|know|tell)\sif | (?:ask|asks|asked|asking|wonder\w*)\sif |
    (?:the\s)?question\sof )\b""",
    re.VERBOSE,
)
# "Which of them is good for you depends on your illness" answers nothing.
_DEPENDS = Cue(
    r"^\W*(?:which|what|how (?:well|much|often|long|effective|safe))\b[^.;?]{0,120}?\b(?:depends?|varies|vary)\b"
)
# "While more research is needed, ...": the main clause is another clause.
_CONCEDES = Cue(r"^(?:while|although|though|even though|even if|despite|whereas)\b[^,]{0,160},\s")
# "Whether you are old or young, it works" asks nothing, nor does "Whether brewed, chewed or smoked, this root works".
_CONCESSION = Cue(
    r"^\W*whether\b(?:[^,]*,\s(?=(?:it|they|this|these|our|the|you)\b)|[^.;?]{0,160}?\bor\b[^,.;?]{0,80}, (?!(?:and|or|but|nor|as|in|at|on|for|to|with|by|if|when|which|who|whether|however|perhaps)\b)(?=[\w'-]+ ))"
)
_LEFT_OPEN = Cue(
    r"\b(?:is|are|remains?|was|were) (?:\w+ )?(?:(?:yet )?(?:un(?:known|clear|certain|proven|tested|settled)|debated|disputed|doubtful)|(?:an open|a) question|not (?:\w+ ){0,2}?(?:known|clear|certain|shown|proven|established|settled|tested|studied))\b|\bdepends?\b|\bha(?:s|ve) (?:not|never)\b"
)
HEDGE = Cue(
    r"""\b(?: may | might | could | possibly | perhaps | potential(?:ly)? | probably | likely | appears?\sto | seems?\sto |
    suggest\w* | theoretically | purported(?:ly)? | alleged(?:ly)? | reputed(?:ly)? | supposed(?:ly)? | is\s(?:thought|believed|said)\sto )\b""",
    re.VERBOSE,
)
_ATTRIBUTION = Cue(
    r"""\b(?: according\sto | (?:sellers?|vendors?|marketers?|manufacturers?|companies|company|advertisers?|brands?|labels?|websites?)\s
        (?:[\w-]+\s){0,3}?(?:claim\w*|say|says|said|state[sd]?|advertis\w+|market\w*|promis\w+|promot\w+|tout\w*) |
    (?:is|are|was|were|been|being)\s(?:[\w-]+\s)?(?:claimed|touted|marketed|advertised|promoted|billed|sold)\b |
    (?:to\s)?(?:market|promot|tout|advertis|push|pitch)(?:e|es|ed|ing|s)?\s(?:[\w-]+\s){1,4}?as\s(?:an?\s)?(?:[\w-]+\s)?$ |
    \b(?:supposed|so-called|alleged|self-proclaimed)\s(?:"?[\w-]+"?,?\s){0,2}"?$ |
    claims?\s(?:that|of|about|to|by) | claiming\s(?:that|to) |
    (?:any|every)\s(?:[\w-]+\s){1,3}(?:that|which|who)\s(?:claims?|promises?|guarantees?|advertises?) |
    \byou\s(?:may|might|probably)\s(?:also\s)?(?:think|believe|assume|feel|suppose)\s | \bbecause\syou\s(?:think|believe|assume)\s |
    \b(?:web\s?sites|web\ssites|sites|companies|firms|sellers|marketers|ads|stores|retailers|vendors)\s(?:that|which|who)\s(?:report|claim|promote|promise|advertise|market|tout|peddle|push) |
    (?:disguised|masquerad(?:es?|ed|ing)|posing|passed\soff|mislabell?ed|misbranded)\sas\s |
    (?:people|users|consumers|buyers|patients|many|some|others|they|parents|customers|shoppers|teens)\s(?:[\w-]+\s){0,2}?(?:assum(?:e|ed)|presum(?:e|ed))\b |
    (?:people|users|consumers|they|many)\s(?:\w+\s)?(?:wrongly|mistakenly|falsely)\s(?:believe|think)\b |
    what\s(?:they|people|many|some|users|others)\s(?:believe|think|assume|call|consider|hope) |
    \b(?:primarily|mainly|often|widely|heavily|commonly|usually)\s(?:marketed|touted|advertised|promoted|billed|hyped)\sas\b |
    ^\W*(?:often\s|widely\s|commonly\s|heavily\s)?(?:promoted|marketed|touted|advertised|billed|hyped)\s(?:as|for) )""",
    re.VERBOSE,
)

_ASIDE = Cue(r"\([^()]*\)")


def negated(document: Document, span: Span) -> bool:
    """Say whether the words are denied: by a cue before them in their clause, or a denial right after them."""
    before, after = around(document, span)
    return document.recall(_is_negated, before, span.cut(document.folded), after) or document.recall(
        _WARNING.holds, _lead(document, span)
    )


def _lead(document: Document, span: Span) -> str:
    """Return the folded line above the list that the words stand in, or nothing."""
    sentence = document.sentence_at(span.start)
    block = document.blocks[sentence.block] if sentence else None
    return document.lead_of(block) if block and block.kind == "item" else ""


def _is_negated(before: str, words: str, after: str) -> bool:
    clause = clause_before(before, words)
    if _NEGATION.search(_FALSE_NEGATION.sub(" ", _last_words(clause, 8))):
        return True
    if _VERDICT.match(after):
        return True
    return bool(_NO_EVIDENCE.search(clause) or _DENIED_AFTER.search(_clause_after(before, after)))


def quoted(document: Document, span: Span) -> bool:
    """Say whether the words are somebody else's: in quotation marks, in a sentence or block that says whose."""
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return False
    block = document.blocks[sentence.block]
    if block.kind == "quote":
        return sentence.block in document.once(_spoken)
    if document.once(read_reference_list).lists(block):
        # The title of a publication is its author's.
        return True
    quotations = document.once(_read_quotations)
    at = bisect_right(quotations, span.start, key=attrgetter("start")) - 1
    if at < 0 or not quotations[at].contains(span):
        return False
    start, end = quotations[at]
    before = document.folded[max(block.span.start, start - 120) : start]
    return document.recall(_SAYING.holds, f"{before} {document.folded[end : min(block.span.end, end + 80)]}")


def _read_quotations(document: Document) -> list[Span]:
    """Return what stands in quotation marks, in the order of the text."""
    found = zip(document.blocks, document.each_block(_quotations), strict=True)
    return [quotation.shifted(block.span.start) for block, inside in found for quotation in inside]


def _quotations(text: str) -> tuple[Span, ...]:
    # Asked first, as few blocks have such marks.
    has_marks = '"' in text or " '" in text or text.startswith("'")
    return _QUOTATION.spans(text) if has_marks else ()


def attributed(document: Document, span: Span) -> bool:
    """Say whether the words are reported as the statement of a named body, or as what sellers claim."""
    before, _ = around(document, span)
    if document.recall(_is_attributed, before):
        return True
    sentence = document.sentence_at(span.start)
    return sentence is not None and any(sentence.span.overlaps(said) for said in document.once(read_attributions))


def _is_attributed(before: str) -> bool:
    # An aside speaks of what it stands behind.
    return bool(_ATTRIBUTION.search(_ASIDE.sub("", clause_before(before))))


def asked(document: Document, span: Span) -> bool:
    """Say whether the words stand in a yes-or-no question, or behind `whether`. How and why take them for granted."""
    before, _ = around(document, span)
    sentence = document.sentence_at(span.start)
    text = sentence.span.cut(document.folded) if sentence else ""
    return document.recall(_is_asked, before, text, _is_title(document, sentence))


def _is_asked(before: str, text: str, is_title: bool) -> bool:
    clause = clause_before(before)
    if _WHETHER.search(clause if _LEFT_OPEN.search(text) else _CONCESSION.sub("", clause)):
        return True
    if text.rstrip("\"')").endswith("?"):
        asks = _YES_NO.match(text) or _ELSE.match(text) or _YES_NO_CLAUSE.search(before)
        return bool(asks or (is_title and _IS_IT.match(text)))
    if (open_ended := _DEPENDS.match(text)) and len(before) < open_ended.end():
        return True
    # In a heading the mark is often left out; "May ease pain" and "Can be used for" are no questions.
    return is_title and bool(_YES_NO.match(text)) and not _MODAL_FIRST.match(text)


def hedged(document: Document, span: Span) -> bool:
    """Say whether a hedge stands before the words in their clause, or in them."""
    before, _ = around(document, span)
    return document.recall(_is_hedged, before, span.cut(document.folded))


def _is_hedged(before: str, words: str) -> bool:
    return bool(HEDGE.search(_last_words(clause_before(before), 8) + " " + words))


def is_sourced(document: Document, span: Span) -> bool:
    """Say whether a source stands with the sentence."""
    sentence = document.sentence_at(span.start)
    return sentence is not None and sourced(document, sentence)


def careful(document: Document, _span: Span) -> bool:
    """Say whether the words stand in an article that sells nothing, promises next to nothing and weighs."""
    # The register reads claims, and claims are weighed by these guards.
    from kratomlint.language.register import is_careful

    return document.once(is_careful)


def clinical(document: Document, _span: Span) -> bool:
    """Say whether the words stand in an article that is careful and about no remedy."""
    from kratomlint.language.register import is_clinical

    return document.once(is_clinical)


def around(document: Document, span: Span) -> tuple[str, str]:
    """Return the folded text of the sentence before and after the words."""
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return "", ""
    folded = document.folded
    return folded[sentence.span.start : span.start], folded[span.end : max(span.end, sentence.span.end)]


def _clause_after(before: str, after: str) -> str:
    """Return what of the text after the words can deny them: of “While it helps, it is no cure” only “it helps”."""
    return after.partition(",")[0] if _CONCEDED.match(before) else after


@lru_cache(maxsize=512)
def clause_before(before: str, words: str = "") -> str:
    """Return what of the text before the words belongs to their clause; the words themselves may begin a new one."""
    conceded = _CONCEDES.match(before)
    start = conceded.end() if conceded else 0
    for match in _ENDS_CLAUSE.finditer(before + words, start):
        if match.end() > len(before):
            break
        start = match.end()
    return before[start:]


def _last_words(text: str, count: int) -> str:
    words = text.split(" ")
    return " ".join(words[-count:])


def _is_title(document: Document, sentence: Sentence | None) -> bool:
    return sentence is not None and document.blocks[sentence.block].kind in ("heading", "title", "item")


def words_beside(document: Document, block: int) -> tuple[str, ...]:
    """Return the folded words of the blocks before and after a block."""
    beside = [index for index in (block - 1, block + 1) if 0 <= index < len(document.blocks)]
    return tuple(document.blocks[index].span.cut(document.folded) for index in beside)


def _spoken(document: Document) -> frozenset[int]:
    """Return the numbers of the block quotes of which somebody is said to be the speaker."""
    quotes = (number for number, block in enumerate(document.blocks) if block.kind == "quote")
    return frozenset(number for number in quotes if _names_its_speaker(document, number))


def _names_its_speaker(document: Document, block: int) -> bool:
    """Say whether a block quote says, in itself or in the block before, whose words it has."""
    texts = (document.blocks[block].span.cut(document.folded), *words_beside(document, block))
    return any(_SAYING.search(text) for text in texts) or any(
        text.lstrip().startswith(("-", "—", "–")) for text in texts
    )


GUARDS: Mapping[str, Guard] = {
    "negated": negated,
    "quoted": quoted,
    "attributed": attributed,
    "asked": asked,
    "hedged": hedged,
    "sourced": is_sourced,
    "careful": careful,
    "clinical": clinical,
}
