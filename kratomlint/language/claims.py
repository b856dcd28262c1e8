"""What a sentence claims: which substance does what to what, how surely and on whose word. Pure; checks ask the claim.

The reading is light and deterministic: a relation word, an object that a lexicon knows within its reach, and the subject
that governs it. How it is said decides what counts against it: a finite verb can be hedged by its own `may`, a trailing
`..., offering relief` cannot be hedged by the main clause, and a presupposed `its efficacy` only by its own `potential`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kratomlint.document import Block, Document, Sentence
from kratomlint.language import guards
from kratomlint.language.reading import Reading, Tagged, promotes, read
from kratomlint.span import Span


class Claim(NamedTuple):
    """One statement of a benefit.

    `form`: verb, participle, infinitive, gerund, effect (its analgesic effects), presupposed (its efficacy), fit (useful for
    insomnia), label (Pain relief:), listed (an item of a list of benefits).
    `object`: the lexicon's term of what it is done to, or empty. `direction`: relieve or improve, or empty.
    `hedged`, `denied`, `reported` (as what people use or say it for): why it may not count.
    """

    span: Span
    sentence: Sentence
    form: str
    direction: str
    object: str
    hedged: bool
    denied: bool
    reported: bool


# After a verb these open something else than its object.
_NO_OBJECT_FIRST = frozenset(
    """during for of in from by to as at about up out off and or is are was were on with into after before between has have
    had can will may the-counter against through against not only when where because""".split()
)
_CALMING = frozenset(
    {
        "calm",
        "soothe",
        "relax",
        "protect",
        "heal",
        "ease",
        "quiet",
        "help",
        "cleanse",
        "help with",
        "shield",
        "numb",
        "target",
    }
)
_HELPING = frozenset(
    {
        "help",
        "help with",
        "support",
        "improve",
        "regulate",
        "benefit",
        "aid",
        "assist",
        "balance",
        "stabilize",
        "normalize",
        "assist with",
        "aid in",
        "assist in",
        "help in",
        "repair",
    }
)
_PARTS = frozenset(
    {"skin", "body", "brain", "cell", "heart", "gut", "muscle", "hair", "bone", "blood vessel", "artery", "joint"}
)
# A verb reaches over this many words to its object.
_REACH = 8
_STOPS = re.compile(
    r"[;:.!?()\u2014]|,\s(?=(?:their|its?|the|your|they|you|we|this)\b)|\s[\u2013-]\s|\b(?:but|however|although|though|while|whereas|because|if|unless|than|when|which|who|that|during|after|before|until|since|by|you|your doctor)\b"
)
_ASKS_WHAT = re.compile(r"^\W*(?:what|which|who)\s(?:\w+\s)?$")
_ROLE_OF = re.compile(
    r"\b(?:role|efficacy|effectiveness|success|power|usefulness)\b[^,;:.]{0,50}\b(?:in|at|for) (?:\w+ly )?$"
)
_EVIDENCE_VERB = re.compile(
    r"\b(?:shows?|showed|shown|suggests?|suggested|found|finds?|reveals?|revealed|indicates?|indicated|believes?|reports?|reported|says?|claims?|confirms?|proves?|demonstrates?|concludes?) (?:that )?(?=\S)"
)
_MODAL = re.compile(
    r"\b(?:may|might|could|would|possibly|perhaps|potentially|potential|theoretically|purported(?:ly)?|alleged(?:ly)?|"
    r"(?:appears?|seems?|thought|believed|said|claimed|reputed|reported|intended|supposed|hoped) to|aims? to)\b"
)
_SUGGESTS = re.compile(
    r"\b(?:suggest\w*|indicat\w+|hypothesi[sz]\w+|propos\w+|investigat\w+|explor\w+|examin\w+|studying|studied|tested|assess\w*|evaluat\w+)\b"
)
_PEOPLE = (
    r"(?:people|individuals|persons?|users|consumers|patients|adults|many|some|others|those|they|men|women|athletes|students|workers|"
    r"practitioners|healers|communities|cultures|natives|locals|farmers|laborers|labourers|enthusiasts|proponents|advocates|customers)"
)
_REPORT_OF_USE = re.compile(
    rf"""\b(?: {_PEOPLE}\s(?:[\w-]+\s){{0,6}}?(?:use|uses|used|using|take|takes|took|taken|turn|turned|turning|try|tried|choose|chose|consume|drink|seek|sought|rely|report\w*|claim\w*|say|says|believe\w*|find|experience\w*|want|hope)\b
    | (?:is|are|was|were|been|being|be)\s(?:[\w-]+\s){{0,3}}?(?:used|taken|employed|chewed|consumed|brewed|applied|sought|prescribed|marketed|sold|promoted|advertised|claimed|touted|investigated|studied|tested|explored|evaluated|examined|researched|valued|prized)\b
    | (?:traditional(?:ly)?|historical(?:ly)?|folk|centuries|ancient(?:ly)?)\b[^.;]{{0,60}}?\b(?:use|uses|used|using|employed|chewed|consumed|valued|prized|medicine)\b
    | (?:use|uses|used|using|sought\safter|interest|reason|reasons|demand|popular|turn\w*\sto\s\w+)\s(?:[\w-]+\s){{0,3}}?(?:for|to|as)\s(?:\w+\s){{0,4}}?$
    | (?:users?|proponents?|advocates?|sellers?|vendors?|marketers?|anecdot\w+|testimonials?)\s(?:[\w-]+\s){{0,5}}?(?:report\w*|claim\w*|say|says|suggest\w*|believe\w*|describe\w*|swear|mention\w*|state\w*|praise\w*)
    | (?:used|use|valued|prized|known|sought|studied|grown)\sfor\s(?:its|their|the)\s[^.;:]{0, 60}$
    | (?:want(?:s|ed|ing)?|wish(?:es|ed|ing)?|hop(?:e|es|ed|ing)|seek(?:s|ing)?|look(?:s|ed|ing)?|try|tries|trying|struggl\w+|aim(?:s|ed|ing)?|attempt\w*|efforts?|need(?:s|ed|ing)?|goals?|quest|search\w*|intend\w*|challeng\w+|strateg\w+)\s(?:to|for|of)\s(?:[\w-]+\s){{0,3}}?$ )""",
    re.VERBOSE,
)
_LICENSED_INFINITIVE = re.compile(
    r"\b(?:abilit(?:y|ies)|able|capable|capacity|power|powers|works?|known|shown|proven|proved|found|demonstrated|designed|formulated|made|crafted|"
    r"created|developed|perfect|great|ideal|best|good|excellent|ways?|method|apply|use|take|drink|enjoy|try|sip|inhale|diffuse|massage|add|and|or|"
    r"dose|enough|powerful|(?:use|take|apply|try|drink|consume|using|taking|adding|add|harness)\s(?:[\w-]+\s){1,4}?|helps?|helping|aids?|goal|is|are|quickly|naturally|used|potent|interacts?|receptors|body|brain|system|mechanisms?|opportunity)\s?(?:\w+ly\s)?(?:in order\s)?(?:to\s)$"
)
_OWN_HARMS = re.compile(
    r"\b(?:risks? of (?:[\w-]+ ){0,3}?(?:dependence|dependency|addiction|overdose|withdrawal|side effects?|adverse|liver|toxicity|contamination|interactions?|harm)|side effects?|adverse|complications?|"
    r"risks?(?: associated)?|potential harm|dosage|dose|doses|intake|consumption|use of|chance|likelihood|concerns?)\b"
)
_PAST = re.compile(r"\w+(?:ed|ought|oke)$")
_STUDY_SUBJECT = re.compile(
    r"\b(?:trials?|participants?|patients?|volunteers?|placebo|group|review|mice|rats|animals?|in vitro|survey|cohort|researchers?)\b"
)
_NO_CLAIM_GERUND = re.compile(
    r"\b(?:promis\w+|potential|interest\w*|perspectives?|research|studied|tested|investigated|used|useful|helpful|crucial|essential|important|vital|"
    r"considered|explored|guidelines?|strategies|strategy|goal|approach\w*|challenges?|difficult\w*|steps?|alternative|science|evidence) (?:in|on|for|at|of|to|about|into|towards?) (?:\w+ly )?$"
)
_WITH_SUBSTANCE = re.compile(r"\b(?:with|by|using|through|via|from)\b")
_EFFICACY = re.compile(
    r"\b(?:its|their|the|[\w-]+'s|of)\s(?:[\w-]+\s){0,2}?(?:efficacy|effectiveness)(?:\s(?:of|for|in|against|at|as)\b|(?=\s|[,.;]|$))"
)
_PRESUPPOSED = re.compile(
    r"""\b(?:
      (?:its|their|the|these|those|many|numerous|several|various|amazing|incredible|impressive|remarkable|countless|wealth\sof|range\sof|full|of\sthe|array\sof|host\sof|plenty\sof|proven|myriad|wonderful|unique|[\w-]+'s|offers?|offering|provides?|providing)\s
      (?:[\w-]+\s){0,3}?(?:health|therapeutic|medicinal|healing|wellness|curative|health-related|pain-relieving|cognitive|physical|mental|nutritional)\s(?:and\s[\w-]+\s)?(?:benefits?|properties|powers?|advantages?|value|virtues?|qualities)
    | (?:numerous|countless|incredible|amazing|impressive|remarkable|many|multiple|profound|wonderful|extraordinary|undeniable|significant|immediate)\s(?:[\w-]+\s){0,2}?benefits
    | let\s(?:[\w-]+\s){1,3}?work\sfor
    | (?<!how\s)works?\s(?:best|wonders|really\swell|great|like\s(?:a\s)?(?:magic|charm)|fast|quickly|synergistically)\b
    | (?:acts?|works?|functions?|serves?)\sas\san?\s(?:[\w-]+\s){0,2}?(?:sedative|analgesic|painkiller|pain\sreliever|relaxant|stimulant|antidepressant|anti-inflammatory|antioxidant|tonic|decongestant|diuretic|laxative|aphrodisiac|bronchodilator|antibiotic|antiviral|mood\s\w+er|energi[sz]er|remedy|aid)
    | (?:is|are|as)\s(?:an?\s)?(?:[\w-]+\s){0,3}?(?:pain\srelievers?|painkillers?|sleep\saids?|mood\s(?:boosters?|enhancers?|lifters?|stabilizers?)|stress\s(?:busters?|relievers?)|immune\sboosters?|muscle\srelaxants?|anti-depressants?|anti-inflammator(?:y|ies)|energy\sboosters?|fat\sburners?|appetite\ssuppressants?|antimicrobials?|antivirals?|antibacterials?|analgesics?|anxiolytics?|expectorants?|demulcents?)(?=[\s.,;]|$)
    | (?:these|its|their|the)\sbenefits\s(?:can\sbe|are)\s(?:significant|substantial|remarkable|real|numerous|many|clear|undeniable|profound|well)
    | (?:lose|loses|losing|lost|shed|sheds|shedding|drop|drops|dropped|melts?|burns?)\s(?:[\w-]+\s){0,3}?(?:\d+\s)?(?:pounds?|lbs?|kilos?|kg|inches|body\sfat|belly\sfat|stubborn\sfat|weight|fat)
    | slim(?:s|ming)?\sdown | gives?\s(?:people|you|them|us)\s(?:their|your|our)\s(?:lives|life)\sback | outperforms? | (?:really|actually|truly|simply)\sworks? | (?<!\bit\s)works(?=[.!]?$)(?<!how\sit\sworks)
    | help(?:s|ing)?\s(?:you|people|users|us|me|them|your\s(?:body|mind|child|baby))\s(?:to\s)?(?:\w+ly\s)?(?:sleep|relax|focus|unwind|recover|concentrate|stay|feel|lose|burn|fall|wind|cope|think|heal|breathe|perform|rest|calm|digest|age|quit|stop)
    | keep(?:s|ing)?\s(?:you|your\s(?:\w+\s){0,2}?\w+|us|me|them|hunger|sugar|cravings|skin|weight|stress|anxiety|pain|blood\s(?:sugar|pressure))\s(?:asleep|alert|awake|calm|focused|energi[sz]ed|well|healthy|glowing|down|at\sbay|in\scheck|away|sharp|strong|balanced|regular|young|full|under\scontrol|on\strack)
    | sleep(?:s|ing)?\s(?:better|deeper|longer|like\sa\sbaby|soundly|through\sthe\snight) | fall(?:s|ing)?\sasleep\s(?:faster|sooner|quickly) | feel(?:s|ing)?\s(?:calmer|better|younger|happier|sharper|stronger|more\s(?:relaxed|focused|energi[sz]ed|alert|balanced)|less\s(?:anxious|stressed|tired))
    | (?:improvements?|benefits|results|effects)\s(?:[\w-]+\s){0,2}?(?:are|is|can\sbe)\s(?:[\w-]+\s)?(?:seen|noticed|felt|experienced|noticeable|observed)\s(?:within|after|in|from|immediately|almost)
    | (?:utility|benefits|mechanism(?:\sof\saction)?|effects|role|value)\s(?:extends?|goes|go|reach(?:es)?)\s(?:far\s)?beyond\s(?:[\w-]+\s){0,3}?(?:analgesia|relief|pain|sleep|relaxation|anxiety|stress|mood)
    )""",
    re.VERBOSE,
)
_UNDER_STUDY = re.compile(
    r"""\b(?:understand\w*|assess\w*|evaluat\w*|determin\w*|investigat\w*|examin\w*|establish\w*|confirm\w*|research\s(?:on|into|is|about)|researching|study(?:ing)?|studies\s(?:of|on|into|aim\w*|have\slooked)|test(?:s|ed|ing)?|
    verify|clarify|elucidat\w*|explor(?:e|ing)\swhether|whether|evidence\s(?:for|on|of|about)|trials?\s(?:of|on|for)|data\son|question\w*|doubt\w*|compar\w*|review\w*|claims?\s(?:of|about)|look\sat|information\son|knowledge\sof|closer\slook\sat)\b""",
    re.VERBOSE,
)
_UNDER_TEST = re.compile(
    r"\b(?:assess\w*|evaluat\w*|determin\w*|investigat\w*|whether|trials?\s(?:of|on|for)|evidence\s(?:for|on|of|about)|doubt\w*|question\w*|claims?\s(?:of|about)|tests?|testing)\b"
)
_STUDIED_AFTER = re.compile(
    r"^[^.;,]{0,80}?\b(?:is|are|was|were|has|have|remains?)\s(?:[\w-]+\s){0,4}?(?:research|under (?:investigation|study)|studied|unknown|unclear|uncertain|limited|mixed|inconclusive|debated|questioned|investigated|not)\b"
)
_EFFECT_NOUN = re.compile(
    r"^(?:\s*(?:,|and|or|&)?\s*[\w-]+){0,3}?\s*(?:effects?|properties|property|qualities|benefits?|actions?|powers?|capabilities|abilities|support)\b"
)
# With these a product is praised by what it is said to do: "a calming tea", "pain-relieving cream".
_PRAISED = re.compile(
    r"^\s(?:[\w-]+\s){0,2}?(?:herbs?|plants?|teas?|alternatives?|options?|remed(?:y|ies)|supplements?|oils?|blends?|formulas?|compounds?|botanicals?|drinks?|"
    r"creams?|balms?|tinctures?|elixirs?|ingredients?|solutions?|extracts?|capsules|gummies|spices?|powders?|scents?|aromas?|roots?|leaf|leaves|products?)\b"
)
_PRAISING = re.compile(
    r"(?:-(?:relieving|boosting|fighting|busting|reducing|enhancing|lifting|burning|killing|promoting|inducing|modulating|supporting|enhancing|elevating)|soothing|calming|healing|anti-anxiety|relaxing|uplifting|energizing|rejuvenating)$"
)
_FIT = re.compile(
    r"\b(?:(?:highly|very|particularly|especially|extremely|incredibly|quite|more|most|also|really)\s)?(?:beneficial|useful|helpful|effective|excellent|great|good|perfect|ideal|amazing|wonderful|fantastic|valuable|invaluable|suitable|works? (?:well|best|wonders)|come in handy|go-to|(?:a|an|as|natural|effective|best|ultimate|perfect|herbal|powerful|your)\s(?:remedy|cure|treatment|solution|answer|antidote|fix|ally|weapon|aid))\s"
    r"(?:(?!is\b|are\b|was\b|way\b|pick\b)[\w-]+\s){0,2}?(?:for|in|at|against|to|treatments?|remed(?:y|ies)|solutions?|options?|aids?)\b"
)
_COMPARED_TO_DRUGS = re.compile(
    r"\b(?:comparable|similar|akin|equal|equivalent|superior|better than|as (?:effective|powerful|potent|strong|good)(?: as)?|just as effective as|works? (?:just )?like|rivals?|mimics?|outperforms?|beats?)(?!\s(?:to|in|than)\s(?:how|that|what|those))\s"
    r"(?:effects? )?(?:to|than|as|of|the effects of)?\s?(?!how)(?:[\w-]+\s){0,4}?(?:medications?|medicines?|drugs?|opioids?|opiates|morphine|nsaids?|ibuprofen|aspirin|antidepressants?|benzodiazepines?|painkillers?|statins?|steroids?|valium|xanax|prozac|adderall|viagra|antibiotics?|metformin|tranquili[sz]ers?|sleeping pills|pills)\b"
)
_ROLE_IN = re.compile(
    r"\brole\s(?:\w+\s){0,4}?in\s(?:its|their|the|his|her)?\s?(?:mitigation|alleviation|relief|reduction|treatment|prevention|improvement|recovery|healing)\b"
)
_LABEL_TAIL = re.compile(
    r"\b(?:relief|support|aid|management|control|enhancement|enhancer|boost|booster|boosting|soother|reliever|killer|fighter|elevation|suppression|suppressant|reduction|improvement|"
    r"protection|lift|uplift|calming|balance|remedy|helper|health)\b"
)
_BENEFITS_HEADING = re.compile(
    r"^(?!how\b|for\b|the science|maximi[sz]|understanding|risks|weigh|potential (?:risks|side)|who\b|are\b|do\b|does\b|is\b)[\W\d]*(?:[\w'&,-]+ ){0,6}?benefits(?: (?:of|for|from|at a glance|include|you|to)\b.*)?\W*$"
)
_PERKS = re.compile(
    r"^[\W\d]*(?:[\w'-]+ ){0,4}?(?:perks|advantages|upsides|pros|highlights)\b|\bsets? (?:it|us|them|[\w-]+) apart\b|^why (?:people|you|we|our customers|customers|everyone|choose)\b.*\blove|"
    r"^[\W\d]*(?:\d+ |top )?reasons (?:to|why|people)\b|\bwhat (?:it|[\w-]+) (?:can do|does) for you\b|\b(?:uses|good for|helps with|known to)\b.{0,40}:?$"
)
_NO_BENEFIT = re.compile(
    r"[\W\d]*(?:shows? promise|promising|consult|talk to|ask|non-|(?:nine|eight|seven|most|many|\d+)\b)|[^:]*\b(?:customers|reviews?)\b"
)
_BENEFITS_LEAD = re.compile(
    r"\b(?:benefits?(?: of [\w -]+)?(?: may| can)? ?(?:include|are)?|(?:goal|aim|purpose) is to (?:help )?(?:support|improve|promote|boost)|"
    r"(?:helps?|supports?|improves?|promotes?|relieves?)(?: with| you| your \w+)?|(?:great|perfect|good|works?) for):$"
)
_FOR_BENEFIT = re.compile(r"^(?:[^:]{2,30}:\s)?for\s(?:[\w-]+\s){0,2}?(?:[\w-]+\sand\s)?[\w-]+(?:\s[\w-]+)?\.?$")
_DASH_LABEL = re.compile(r"^[^:\u2014\u2013.!?]{2,60}?(?::|\s[\u2014\u2013-]\s)")


def read_claims(document: Document) -> tuple[Claim, ...]:
    """Return the claims of benefit in the order of the text; ask through `document.once`."""
    takes_unnamed = promotes(document)
    claims: list[Claim] = []
    last_agent, last_block = "", -1
    for reading in document.once(read):
        if reading.sentence.block != last_block:
            # What opens a paragraph with “it” speaks of the article's subject.
            last_agent, last_block = "", reading.sentence.block
        if document.blocks[reading.sentence.block].kind != "alt":
            reader = _SentenceClaims(document, reading, takes_unnamed, last_agent)
            # One phrase may be read in two ways; the first to be read speaks for it.
            first = {claim.span: claim for claim in reversed(list(reader.all()))}
            claims.extend(first[span] for span in sorted(first))
        last_agent = _leading_agent(reading) or last_agent
    return tuple(claims)


def benefit_items(document: Document) -> frozenset[int]:
    """Return the numbers of the blocks that a list of benefits makes benefits; ask through `document.once`.

    Under a looser heading ("Perks", the article's own title) an item counts only where it names a condition or a function.
    """
    named = {reading.sentence.block for reading in document.once(read) if reading.of("condition", "function")}
    found = set()
    for number, block in enumerate(document.blocks):
        lead = document.blocks[block.lead].span.cut(document.folded).strip() if block.lead >= 0 else ""
        if block.kind == "item":
            listed = _under_benefits(document, block) or (_BENEFITS_LEAD.search(lead) and not _MODAL.search(lead))
            above = (*(heading.lower() for heading in block.heading_path[-1:]), lead)
            loosely = any(_PERKS.search(text) or _BENEFITS_HEADING.match(text) for text in above)
            if listed or (loosely and number in named):
                found.add(number)
        elif block.kind == "paragraph" and _is_short_line(block.span.cut(document.folded)):
            if _under_benefits(document, block):
                found.add(number)
    return frozenset(found)


def _is_short_line(text: str) -> bool:
    return len(text.split()) <= 5 and text.rstrip()[-1:] not in ".:?!"


def _under_benefits(document: Document, block: Block) -> bool:
    """Say whether a section that the block stands in is one of benefits."""
    first = document.blocks[0]
    title = first.span.cut(document.prose.text) if first.level == 1 and first.kind == "heading" else ""
    return any(_BENEFITS_HEADING.match(text.lower().strip()) for text in block.heading_path if text != title)


def _leading_agent(reading: Reading) -> str:
    """Return the tag of what a sentence is about: the first agent or substance that it names."""
    runs = reading.of("substance", "agent")
    return runs[0].tag if runs and runs[0].first <= 8 else ""


class _SentenceClaims:
    """Reads the claims of one sentence. `takes_unnamed`: the article keeps speaking of a substance."""

    def __init__(self, document: Document, reading: Reading, takes_unnamed: bool, last_agent: str) -> None:
        self.document = document
        self.reading = reading
        self.takes_unnamed = takes_unnamed
        self.last_agent = last_agent
        self.block = document.blocks[reading.sentence.block]

    def all(self) -> Iterator[Claim]:
        if not self.reading.words:
            return
        yield from self._listed()
        yield from self._relations()
        yield from self._effects()
        yield from self._presupposed()
        yield from self._fits()
        yield from self._labels()

    # -- verbs -------------------------------------------------------------------------------------------------

    def _relations(self) -> Iterator[Claim]:
        for run in self.reading.of("relieve", "improve", "give"):
            thing = self._object(run)
            if thing is None:
                continue
            form = self._form(run)
            if form and self._has_subject(run, form, thing):
                span = self.reading.span(run.first, thing.last)
                if not (form == "adjective" or _OWN_HARMS.search(span.cut(self.document.folded))):
                    yield self._claim(span, form, run.tag, thing.term)

    def _object(self, run: Tagged) -> Tagged | None:
        """Return what the relation is done to: the nearest object of the right kind within reach."""
        words = self.reading.words
        if run.last < len(words) and words[run.last].text in _NO_OBJECT_FIRST:
            return None
        reach = self.reading.between(run.last, min(len(words), run.last + _REACH))
        stop = _STOPS.search(reach)
        limit = words[run.last - 1].span.end + (stop.start() if stop else len(reach) + 1)
        ahead = [
            thing
            for thing in self.reading.tagged
            if run.last <= thing.first and thing_start(self.reading, thing) < limit
        ]
        objects = [thing for thing in ahead if self._is_object(run, thing)]
        found = min(objects, key=lambda thing: (thing.first, -thing.last), default=None)
        agents = [thing for thing in ahead if thing.tag == "agent" and found and thing.last <= found.first]
        return None if agents else found

    def _is_object(self, run: Tagged, thing: Tagged) -> bool:
        if run.tag == "relieve":
            return thing.tag == "condition" or (thing.tag == "function" and run.term in _CALMING)
        if run.tag == "improve":
            return thing.tag == "function" or (thing.tag == "condition" and run.term in _HELPING)
        return (thing.tag == "function" and thing.term not in _PARTS) or (
            thing.tag == "condition" and self._relief_of(thing)
        )

    def _relief_of(self, thing: Tagged) -> bool:
        after = self.reading.between(thing.last, min(len(self.reading.words), thing.last + 2))
        following = " ".join(word.text for word in self.reading.words[thing.last : thing.last + 2])
        return bool(re.match(r"(?:and \w+ )?(?:relief|reduction|support|benefits?)\b", following)) and "." not in after

    def _form(self, run: Tagged) -> str:
        """Return how the relation stands: verb, participle, infinitive, gerund, adjective; empty where it is no relation."""
        word = self.reading.words[run.first].text
        before = self._before(run.first)
        if word.endswith("ing"):
            if not before.strip(" \"'(*"):
                return "gerund"
            if re.search(r"(?:,|\band|\bthereby|\bwhile|\bby|\u2014|;)\s(?:\w+ly\s)?$", before):
                return "participle"
            if _NO_CLAIM_GERUND.search(before) or word == "managing":
                return ""
            return (
                "gerund"
                if re.search(
                    r"\b(?:for|in|at|of|with|is|are|from|into|as|by|(?:key|path|secret|route|answer|guide) to)\s(?:\w+ly\s)?$",
                    before,
                )
                else ""
            )
        if re.search(r"\bto\s(?:\w+ly\s)?$", before) and not re.search(
            r"\b(?:due|due in part|thanks|led|leads?|linked|related|prior|according|similar) to $", before
        ):
            return "infinitive"
        if _PAST.match(word) and word != "need":
            auxiliary = re.search(
                r"\b(?:has|have|had|is|are|was|were|been|be|being)\s(?:\w+ly\s|been\s|also\s)*$", before
            )
            return "past" if auxiliary or self._subject_precedes(run) else "adjective"
        if re.search(
            r"\b(?:the|a|an|of|its|their|your|this|these|some|any|no|and the|for|with|from|without|much-needed|professional|medical|product|help and|care and|legal|peer|emotional|customer)\s$",
            before,
        ):
            return ""
        return "verb"

    def _subject_precedes(self, run: Tagged) -> bool:
        return run.first > 0 and any(other.last == run.first for other in self.reading.of("substance"))

    def _before(self, first: int) -> str:
        if not self.reading.words:
            return ""
        start = self.reading.sentence.span.start
        return self.reading.text[: self.reading.words[first].span.start - start]

    def _has_subject(self, run: Tagged, form: str, thing: Tagged) -> bool:
        """Say whether it is the substance that is said to do it."""
        before = self._before(run.first)
        if form == "past" or _ASKS_WHAT.search(before):
            return False
        clause = guards.clause_before(before) if form not in ("participle",) else before
        if form == "infinitive" and not (_LICENSED_INFINITIVE.search(before) or self.block.kind == "heading"):
            return False
        agents = [other for other in self.reading.of("substance", "agent") if other.last <= run.first]
        if form == "gerund" and _ROLE_OF.search(before):
            return self.takes_unnamed or any(other.tag == "substance" for other in agents)
        if form == "participle" and agents:
            return agents[0].tag == "substance"
        if form == "gerund" and not clause.strip(" \"'(*"):
            return self._followed_by_substance(thing)
        shift = len(before) - len(clause)
        said = list(_EVIDENCE_VERB.finditer(clause))
        if said:
            shift += said[-1].end()
        in_clause = [other for other in agents if self._in_clause(other, shift)]
        if in_clause:
            return in_clause[0].tag == "substance"
        if re.search(r"\b(?:it|they|this|these|that|which)\b", clause):
            pronoun = (
                said or not agents or self.reading.words[0].text in ("it", "they", "this", "these", "but", "and", "yet")
            )
            about = self.last_agent if pronoun else agents[0].tag
            return about == "substance" or (about == "" and self.takes_unnamed)
        return self.takes_unnamed and not re.search(rf"\b(?:{_PEOPLE}|you|we|i)\b", clause)

    def _in_clause(self, run: Tagged, clause_start: int) -> bool:
        return self.reading.words[run.first].span.start - self.reading.sentence.span.start >= clause_start

    def _followed_by_substance(self, thing: Tagged) -> bool:
        later = [other for other in self.reading.of("substance") if other.first >= thing.last]
        return bool(later) and bool(_WITH_SUBSTANCE.search(self.reading.between(thing.last, later[-1].first)))

    # -- nouns -------------------------------------------------------------------------------------------------

    def _effects(self) -> Iterator[Claim]:
        """Yield `analgesic effects`, `mood-boosting and calming properties`."""
        reach = -1
        for run in self.reading.of("effect"):
            if run.first < reach:
                continue
            after = self.reading.text[self.reading.words[run.last - 1].span.end - self.reading.sentence.span.start :]
            noun = _EFFECT_NOUN.match(after) or (
                _PRAISING.search(run.term) and self.takes_unnamed and _PRAISED.match(after)
            )
            if not noun:
                continue
            reach = next(
                (
                    n
                    for n, word in enumerate(self.reading.words)
                    if word.span.start >= self.reading.words[run.last - 1].span.end + noun.end()
                ),
                len(self.reading.words),
            )
            start = self.reading.words[run.first].span
            span = Span(start.start, self.reading.words[run.last - 1].span.end + noun.end())
            if not self._studied(span):
                yield self._claim(span, "effect", "", run.term)

    def _presupposed(self) -> Iterator[Claim]:
        for pattern in (_EFFICACY, _PRESUPPOSED, _ROLE_IN, _COMPARED_TO_DRUGS):
            for match in pattern.finditer(self.reading.text):
                span = Span(*match.span()).shifted(self.reading.sentence.span.start)
                if (pattern is _COMPARED_TO_DRUGS and not self.takes_unnamed) or self._of_another(match.end()):
                    continue
                if not (self._studied(span) if pattern is _EFFICACY else self._tested(span)) and (
                    self.takes_unnamed or self.reading.of("substance")
                ):
                    yield self._claim(span, "presupposed", "", "")

    def _of_another(self, at: int) -> bool:
        """Say whether what stands before is about something else than the substance."""
        start = self.reading.sentence.span.start
        before = [run for run in self.reading.of("substance", "agent") if thing_start(self.reading, run) - start < at]
        if before:
            return all(run.tag == "agent" for run in before) and before[0].first <= 2
        return self.last_agent == "agent" and self.reading.words[0].text in ("it", "they", "this", "these", "that")

    def _fits(self) -> Iterator[Claim]:
        """Yield `useful for insomnia`, `an effective treatment for opioid addiction`."""
        for match in _FIT.finditer(self.reading.text):
            start = self.reading.sentence.span.start
            after = [
                thing
                for thing in self.reading.of("condition", "function")
                if 0 <= thing_start(self.reading, thing) - start - match.end() <= 60
            ]
            if not after or _STOPS.search(self.reading.text[match.end() : thing_start(self.reading, after[0]) - start]):
                continue
            subjects = [
                run
                for run in self.reading.of("substance", "agent")
                if thing_start(self.reading, run) - start < match.start()
            ]
            about = subjects[-1].tag if subjects else self.last_agent
            if about == "substance" or (not subjects and self.takes_unnamed):
                span = Span(start + match.start(), self.reading.words[after[0].last - 1].span.end)
                if not self._studied(span):
                    yield self._claim(
                        span, "fit", "relieve" if after[0].tag == "condition" else "improve", after[0].term
                    )

    def _labels(self) -> Iterator[Claim]:
        """Yield `Pain relief:` and `Natural sleep aid` where a heading, an item or a label has no verb."""
        if self.block.kind not in ("heading", "item") or not self.takes_unnamed:
            return
        things = self.reading.of("condition", "function")
        if self.block.kind == "item" and _FOR_BENEFIT.match(self.reading.text) and things:
            yield self._claim(self.reading.span(0, things[-1].last), "label", "", things[-1].term)
            return
        label = _DASH_LABEL.match(self.reading.text)
        shown = (label[0] if label else self.reading.text).rstrip(" :*.-\u2014\u2013")
        end = self.reading.sentence.span.start + len(shown)
        things = [thing for thing in things if thing_start(self.reading, thing) < end]
        if things and self._is_label(shown, bool(label)):
            first = min(self._first_letter(), thing_start(self.reading, things[-1]))
            yield self._claim(Span(first, end), "label", "", things[-1].term)

    def _is_label(self, shown: str, before_colon: bool) -> bool:
        """Say whether a few words without a verb name a benefit: they end in relief, support, aid ..."""
        tail = next((match for match in _LABEL_TAIL.finditer(shown) if match.end() == len(shown)), None)
        if tail is None or len(shown.split()) > 6 or shown.endswith("?"):
            return False
        if self.block.kind == "heading":
            return tail[0] not in ("health", "balance", "control") and _under_benefits(self.document, self.block)
        opens_with_verb = any(
            run.first == 0 and run.tag in ("relieve", "improve", "give", "agent") for run in self.reading.tagged
        )
        listed = self.reading.sentence.block in self.document.once(benefit_items)
        return before_colon or (listed and not opens_with_verb)

    def _listed(self) -> Iterator[Claim]:
        """Yield each item of a list of benefits, by its first sentence."""
        number = self.reading.sentence.block
        if number not in self.document.once(benefit_items) or not self.takes_unnamed:
            return
        if self.document.sentences_by_block[number][0].number == self.reading.sentence.number:
            label = _DASH_LABEL.match(self.reading.text)
            end = (
                self.reading.words[-1].span.end
                if label is None
                else self.reading.sentence.span.start + len(label[0].rstrip(" :\u2014\u2013-"))
            )
            if not (_MODAL.search(self.reading.text) or _NO_BENEFIT.match(self.reading.text)):
                yield self._claim(Span(self._first_letter(), end), "listed", "", "")

    def _first_letter(self) -> int:
        return next(
            (word.span.start for word in self.reading.words if word.text[:1].isalpha()),
            self.reading.words[0].span.start,
        )

    # -- what counts against it --------------------------------------------------------------------------------

    def _studied(self, span: Span) -> bool:
        """Say whether the words are what somebody wants to find out."""
        before, after = guards.around(self.document, span)
        near = " ".join(guards.clause_before(before).split(" ")[-12:])
        return bool(_UNDER_STUDY.search(near)) or bool(_STUDIED_AFTER.match(after))

    def _tested(self, span: Span) -> bool:
        """Say whether somebody tests whether the words hold."""
        before, after = guards.around(self.document, span)
        near = " ".join(guards.clause_before(before).split(" ")[-8:])
        return bool(_UNDER_TEST.search(near)) or bool(_STUDIED_AFTER.match(after))

    def _claim(self, span: Span, form: str, direction: str, thing: str) -> Claim:
        before, _ = guards.around(self.document, span)
        clause = guards.clause_before(before)
        near = " ".join(clause.split(" ")[-9:])
        inside = span.cut(self.document.folded)
        hedge = " ".join(near.split(" ")[-4:]) if form in ("effect", "presupposed", "label") else near
        if form == "participle":
            hedge = before.rpartition(",")[2]
        hedged = bool(_MODAL.search(hedge) or _MODAL.search(inside))
        role = _ROLE_OF.search(before)
        if (
            form in ("verb", "participle", "gerund")
            and not role
            and _SUGGESTS.search(before)
            and not re.search(r"\bcan\b|\bsignificant", near + inside)
        ):
            hedged = True
        additive = (
            bool(re.search(r"\b(?:additive|excessive|combined|increased?|overdose|depressant)\b", near))
            and form == "effect"
        )
        denied = (
            additive
            or guards.negated(self.document, span)
            or guards.asked(self.document, span)
            or guards.quoted(self.document, span)
        )
        reported = bool(_REPORT_OF_USE.search(before if form == "participle" else clause)) and form != "participle"
        reported = reported or bool(
            re.search(rf"\b(?:users?|proponents?|{_PEOPLE})\s(?:[\w-]+\s){{0,5}}?(?:report|claim|say|believe)", before)
        )
        return Claim(
            span, self.reading.sentence, form, direction if direction != "give" else "", thing, hedged, denied, reported
        )


def thing_start(reading: Reading, run: Tagged) -> int:
    """Return where a tagged run starts in the prose."""
    return reading.words[run.first].span.start
