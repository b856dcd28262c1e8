"""Stands that an article can take on a question and that exclude each other: the words of both sides, no article."""

from __future__ import annotations

from functools import cache

from kratomlint.language.cue import Cue
from kratomlint.language.sieve import Sieve
from kratomlint.named import NamedTuple


class Pair(NamedTuple):
    """Two stands on one topic.

    `gate`: one of these literals is in whatever `first` matches. `both`: either may come first; else `second` must.
    `stated`: `first` is an affirmation, so that a negation takes it back.
    """

    topic: str
    first: str
    second: str
    gate: tuple[str, ...]
    both: bool = True
    stated: bool = False
    # What is left open to the reader's case is no stand.
    closed: bool = False
    # What is a second stand where it is listed under "Side effects include:".
    listed: str = ""

    @property
    def patterns(self) -> tuple[tuple[Cue, str], ...]:
        """Return the patterns of both stands, each with its name."""
        return (_compiled(self.first), "first"), (_compiled(self.second), "second")

    @property
    def listed_harm(self) -> Cue:
        """Return what is looked for in a list of side effects."""
        return _compiled(self.listed)

    @property
    def sieve(self) -> Sieve:
        """Return what says in which sentences a stand may be taken by its words."""
        return _sieve(self.first, self.second)


@cache
def _compiled(pattern: str) -> Cue:
    return Cue(pattern)


@cache
def _sieve(*patterns: str) -> Sieve:
    return Sieve(*map(_compiled, patterns))


ADDICTION, SIDE_EFFECTS = "addiction", "side effects"
_MEDICINES = (
    r"(?:medications?|medicines?|meds|drugs?|opioids?|pharmaceuticals?|painkillers?|prescriptions?|antidepressants?|treatments?|pills"
    r"|therap(?:y|ies))"
)
_COMPLAINTS = (
    r"(?:nausea|drowsiness|liver|dizziness|headaches?|heartburn|seizures?|diarrh?o?ea|loose stools|constipation|rash|vomiting|insomnia"
    r"|bleeding|palpitations|racing heart\w*|stomach (?:upset|pain|cramps?)|(?:upset|sore|sour) stomachs?|side[- ]effects?)"
)
# What people say they felt.
_FELT = rf"(?:{_COMPLAINTS}|bloating|gas|jitters|cramps|fatigue|itching|(?:dry|cotton) mouth|fast heart\w*|shakiness|tremors?)"
_STOMACH = (
    r"(?:nausea|diarrh?o?ea|loose stools|constipation|vomiting|heartburn|bloating|cramps|cramping|stomach (?:upset|pain|aches?|cramps?|trouble)"
    r"|(?:upset|sore|sour) stomachs?)"
)
_DRINKS = r"(?:wine|vodka|rum|gin|beer|brandy|whisk(?:e)?y|cocktails?|champagne|prosecco|tequila|mead)"
# Who stops; whoever stops drinking or taking another thing is no reader of this page.
_ON_STOPPING = (
    r"(?:when|whenever|if|after|once) (?:you|they|i|we) (?:\w+ )?(?:stop|stopped|quit|come off|came off|skip)"
    r"(?! (?:drinking|smoking|opioids?|coffee|caffeine|alcohol|nicotine|sugar|prescription))"
)
# What is not "no more than a yellow tongue".
_GRAVE = (
    r"(?:(?:liver|kidney|heart|muscle|nerve) (?:injur(?:y|ies)|damage|failure|toxicity|inflammation|poisoning)|hepatitis|jaundice|seizures?|deaths?"
    r"|poisonings?|overdoses?|hospitali[sz]ations?|heart attacks?|strokes?)"
)
_GRAVE_REPORTED = (
    rf"\b(?:reports?|cases?|instances?) of (?:[\w-]+ ){{0,3}}?{_GRAVE}\b"
    rf"|\b(?:linked|tied) (?:it |them )?to (?:[\w-]+ ){{0,3}}?{_GRAVE}\b"
    r"|\b(?:may|can|could|might|has|have|known to) (?:\w+ )?(?:damaged?|injured?|harm(?:ed)?|inflamed?) (?:the|your|people's) (?:liver|kidneys|heart|muscles|nerves)\b"
)

PAIRS = (
    Pair(
        ADDICTION,
        r"\b(?:non-addictive|nonaddictive|(?:not|\w{2,6}n't|never) (?:\w+ )?addictive|(?:not|\w{2,6}n't) habit-forming|non-habit-forming|without the addictive"
        r"|(?:no|zero|without) (?:risk of |fear of |danger of )?(?:addiction|dependence|dependency|withdrawal|getting hooked|cravings)"
        r"|(?:can't|cannot|won't|will not|don't|doesn't|does not|never|neither can|no one (?:can|will)) (?:\w+ ){0,2}?(?:hooked|addicted|dependent|craving)"
        r"|(?:not|\w{2,6}n't) (?:something|anything|a thing|one|the (?:kind|sort) of (?:thing|plant|herb|product)) (?:that )?(?:you|people|anyone|anybody|users|folks) (?:\w+ )?(?:get|gets|become|becomes) (?:hooked|addicted|dependent)"
        r"|(?:no one|nobody) (?:\w+ )?(?:gets|got|has gotten|becomes|became) (?:hooked|addicted|dependent)"
        r"|walk away (?:from (?:it|them) )?(?:at )?any)\b",
        r"\b(?:can be addictive|is addictive|addictive potential|(?<!non-)(?<!not )habit[- ]forming|(?:physical|psychological|potential|risk of|lead to"
        r"|leads to|cause|causes|develop|including|and|for) (?:[\w-]+ ){0,3}?(?:dependence|dependency|addiction)"
        r"|(?:dependence|dependency|addiction|tolerance) (?:can|may|might|will|does|has) (?:\w+ )?(?:develop|build|occur|follow|been)"
        r"|withdrawal (?:symptoms (?:when|if|after|upon)|is (?:real|possible|common|a)|can (?:occur|set in|follow))"
        r"|(?:got|get|gets|became|become|are|is) (?:\w+ )?hooked|craving (?:the|your|another) (?:next|dose)"
        r"|(?:feel|felt|feeling|be|was|were|get|got) (?:\w+ )?(?:rough|awful|terrible|lousy|miserable|wretched|irritable|restless|shaky|edgy|grumpy|(?:sick|ill)(?= (?:for|when|after|once|if)))(?: for (?:[\w-]+ ){1,3}?(?:days?|weeks?|nights?))?(?:,? (?:and|or) (?:[\w'-]+ ){0,4}?[\w'-]+)?"
        rf" {_ON_STOPPING}"
        rf"|(?:irritability|restlessness|restless legs|runny nose|mood swings|aches|chills|night sweats|sweating|cravings)(?:,? (?:and|or) (?:[\w'-]+ ){{0,2}}?[\w'-]+)? {_ON_STOPPING}"
        r"|(?:hard|tough|difficult) to (?:quit|come off|give up|stop taking))\b",
        ("addict", "habit-forming", "dependen", "withdrawal", "hooked", "craving", "walk away"),
    ),
    Pair(
        SIDE_EFFECTS,
        r"(?<!report )(?<!reported )(?<!found )(?<!showed )(?<!had )\b(?:no|zero|without(?: any)?|free of|free from|free of any) (?:known |harmful |negative |adverse |unwanted )?"
        r"(?:side[- ]effects?|adverse effects?)\b(?! (?:(?:\w+ ){0,3}?(?:were|was|have been)) )|\b(?:completely|totally|perfectly|100% ?|entirely|absolutely|one hundred percent) safe\b"
        r"|\bside effects?(?: are)?:? (?:none|zero|non-existent|nonexistent)\b|\b(?:nothing to (?:worry about|fear)|no (?:need to worry|cause for concern))\b"
        r"|\b(?:has |have |had )?never (?:hurt|harmed|killed|made) (?:an?yone|anybody|a soul|a fly|a single person|anyone sick)\b"
        r"|\b(?:spares?|sparing) (?:the|your) (?:\w+ and (?:the )?)?(?:liver|muscles|kidneys|heart|stomach)\b"
        r"|\bnone of (?:the|those|its|their) (?:(?:usual|nasty|annoying|unwanted|common|scary|awful|harsh) ){0,2}(?:side[- ]effects?|downsides?|drawbacks?|dangers?|risks?)\b"
        r"|\bno (?:reported|known|documented|recorded) (?:problems|ill effects|harms?|issues)\b"
        r"|\b(?:nobody|no one) has ever (?:overdosed|died|been harmed|been hurt)\b|\bno (?:known )?(?:risks?|downsides?|dangers?)(?: at all| whatsoever|[.!,;])",
        r"\b(?:side[- ]effects?|adverse (?:effects?|reactions?)) (?:[\w-]+ ){0,4}?(?:such as|like|include|including|are|can)\b"
        rf"|\b(?:may|can|could|might) cause (?:[\w-]+ ){{0,2}}?{_COMPLAINTS}|\b(?:may|can|could|might|will) (?:give|leave) (?:you|some people|people|users) (?:with )?(?:an? |some )?(?:\w+ )?{_FELT}\b"
        r"|\b(?:liver|kidney|heart|muscle) (?:injury|damage|failure|trouble|problems)(?: (?:\w+ ){1,4}?)?(?: |)(?:can|may|has|have) (?:occur|been|happen|follow)"
        r"|\bcan (?:occur|settle in|damage|harm|injure|turn (?:the|your))\b|\bended up in (?:the )?(?:hospital|er|emergency)\b|\bneeded (?:hospital|emergency)"
        rf"|\bnot safe for (?:everyone|all|people|anyone)\b|\b(?:noticed|reported|developed|experienced|(?<!have )(?<!you )(?<!you've )had|causes|caused) (?:[\w-]+ ){{0,2}}?{_COMPLAINTS}"
        rf"|\b(?:a few|some) (?:people|users|men|women|customers|buyers|folks|of (?:us|you|them)) (?:\w+ )?(?:get|got|have|feel|felt|report|notice|mention|complain of) (?:[\w-]+ ){{0,3}}?{_FELT}\b"
        r"|\b(?:may|can|could|might) (?:\w+ )?(?:upset|irritate) (?:the|your) (?:stomach|gut|bowels?)\b",
        (
            "side effect",
            "side-effect",
            "adverse effect",
            " safe",
            "nothing to ",
            "no need to",
            "no cause",
            "never ",
            "spar",
            "has ever",
            "no reported ",
            "no known ",
            "no documented ",
            "no recorded ",
            "risk",
            "downside",
            "drawback",
            "danger",
        ),
        listed=rf"\b{_COMPLAINTS}\b",
    ),
    Pair(
        "serious harm",
        r"\bno (?:known |reported )?(?:serious|severe|major|lasting|dangerous|life-threatening) (?:side[- ]effects?|adverse (?:effects?|events?|reactions?)|reactions|harms?|problems|complications|safety (?:concerns|issues|problems))"
        r"(?: (?:have|has) (?:ever |yet )?been (?:reported|recorded|found|seen|documented|described|noted)|(?= at (?:these|this|normal|usual|any)\b|[.,;!]))"
        r"|\bthe worst (?:(?:thing )?(?:(?:that |which )?(?:can|could|will|might|may|is going to|ever) (?:ever )?happen(?:s|ed)?(?: to (?:you|me))?|(?:that )?(?:it|you) (?:can|could|will|might) (?:do|get|expect)(?: to you)?)|side[- ]effect) (?:is|was|are|would be)\b"
        r"|\b(?:can't|cannot|can not|won't|will not|could never|would never|does not|doesn't) (?:possibly |really |ever )?(?:hurt|harm) (?:you|anyone|anybody|a fly|a soul|your (?:liver|heart|body|baby|dog|cat|pet))\b",
        _GRAVE_REPORTED,
        (
            "no known ",
            "no reported ",
            "no serious ",
            "no severe ",
            "no major ",
            "no lasting ",
            "no dangerous ",
            "no life",
            "the worst",
            " hurt ",
            " harm ",
        ),
        both=False,
    ),
    Pair(
        "the stomach",
        r"\b(?:none of (?:the|that|its|their)|no|zero|without(?: any| the)?|minus the) (?:(?:usual|nasty|annoying|typical|unpleasant) )?(?:stomach|gut|gi|digestive|tummy|bowel|gastric|gastrointestinal) (?:drama|troubles?|upsets?|issues|problems|distress|discomfort|side[- ]effects?|complaints|pain|misery|woes)\b"
        r"|\b(?:won't|will not|doesn't|does not|never) (?:\w+ )?(?:upsets?|irritates?|bothers?|wrecks?|hurts?) (?:the|your) (?:stomach|gut|tummy)\b|\b(?:gentle|easy|kind) (?:on|to) (?:(?:the|your) )?(?:(?:most )?sensitive )?(?:stomachs?|gut|tummy)\b",
        rf"\b(?:may|can|could|might) (?:\w+ )?(?:upset|irritate|be hard on) (?:the|your) (?:stomach|gut|bowels?)\b|\b(?:may|can|could|might|causes?|caused|side[- ]effects? (?:\w+ )?(?:include|are|is)|such as) (?:cause |include )?(?:[\w-]+,? ){{0,3}}?{_STOMACH}\b"
        rf"|\b(?:a few|some) (?:people|users|men|women|customers|buyers|folks|of (?:us|you|them)) (?:\w+ )?(?:get|got|have|feel|felt|report|notice) (?:[\w-]+ ){{0,3}}?{_STOMACH}\b",
        ("stomach", "gut", "gi ", "digestive", "tummy", "bowel", "gastr"),
        both=False,
        listed=rf"\b{_STOMACH}\b",
    ),
    Pair(
        "its place beside treatment",
        r"\b(?:complement(?:s|ary)?,? (?:and )?not (?:a )?(?:replace|substitute)|(?:should|must|does|can|do)(?: not|n't) replace"
        r"|not (?:a |an )?(?:replacement|substitute|alternative) (?:for|to)|never (?:a substitute|replace))\b",
        rf"\b(?:alternatives? to|replacement for|substitutes? for|in place of|instead of|replac(?:e|es|ing)) (?:[\w-]+ ){{0,3}}?{_MEDICINES}\b",
        ("not ", "n't ", "never "),
        both=False,
    ),
    Pair(
        "guidelines",
        r"\b(?:follow\w*|adher\w+ to|accord\w+ to|within|stick\w* to) (?:[\w-]+ ){0,2}?(?:recommended |established |dosage |safety )?guidelines\b",
        r"\b(?:to |must |should |need to )(?:establish|develop|create|set)(?: [\w-]+){0,2}? guidelines\b|\bno (?:[\w-]+ )?guidelines (?:exist|are)\b"
        r"|\black of (?:[\w-]+ )?guidelines\b",
        ("guidelines",),
    ),
    Pair(
        "interactions",
        r"\b(?:no|zero|without(?: any)?|free of) (?:known |drug |reported |medication |harmful )*interactions?\b"
        r"|\bno (?:known )?side[- ]effects? (?:or|and|nor) (?:known |drug |harmful ){0,2}interactions\b"
        r"|\b(?:does not|doesn't|won't|will not|never) interact\b"
        rf"|\b(?:safe|fine|okay|ok) (?:to (?:take|use|combine|mix) )?(?:with|alongside|on top of) (?:(?:any|all|other|your|most|an?|the|prescription|other) )*(?:{_MEDICINES}|ssris?|blood thinners?)\b",
        r"\b(?:can|may|might|could|will|also|does|known to) (?:\w+ )?interact\b|\binteracts with\b|\b(?:has|have|drug|serious|dangerous) interactions\b"
        r"|\b(?:do not|don't|never|avoid) (?:mix|combin|stack|tak)\w* (?:it |this |them |[\w-]+ )?(?:with|alongside|together with) (?:(?:any|your|other|prescription|certain) )*"
        rf"(?:{_MEDICINES}|ssris?|blood thinners?|sedatives?|benzodiazepines)\b"
        r"|\b(?:affects?|changes?|alters?|slows?|influences?|interferes? with) (?:the way|how(?: (?:quickly|fast|well))?) (?:the|your) (?:liver|body) (?:\w+ )?(?:handles?|breaks? down|process(?:es)?|metaboli[sz]es?|clears?|absorbs?|uses)"
        rf" (?:(?:some|certain|many|other|your|prescription|most) ){{0,2}}{_MEDICINES}\b"
        rf"|\binterferes? with (?:(?:some|certain|many|other|your|prescription|most|the) ){{0,2}}{_MEDICINES}\b",
        ("interact", "safe ", "fine ", "okay ", "ok "),
    ),
    Pair(
        "who may take it",
        r"\b(?:safe|suitable|fine|gentle enough|okay) for (?:everyone|everybody|(?:people of )?all ages|the whole family|(?:\w+ )?(?:kids|children|toddlers|babies|infants|newborns)"
        r"|pregnan\w+|expect(?:ant|ing)\b|nursing|breastfeeding)|\bsuits (?:everyone|everybody|all ages|any age)\b|\bfrom (?:newborns?|babies|toddlers|infants|kids) to\b"
        r"|\b(?:safe|easy|gentle) at (?:every|any) age\b",
        r"\bnot (?:for|suitable for|recommended for|safe for|advised for|meant for|intended for) (?:use (?:by|in) )?(?:[\w-]+ ){0,3}?(?:children|kids|babies|infants|pregnan\w+|breastfeeding"
        r"|nursing|minors|toddlers|anyone under|people (?:with|under)|those (?:with|under)|everyone)\b|\b(?:pregnant|breastfeeding|nursing)\b[^.;]{0,40}\bshould (?:not|avoid|never|stay)"
        r"|\b(?:avoid|do not (?:take|use)|don't (?:take|use)|never (?:take|use))\b[^.;]{0,30}\b(?:if|when|while|during) (?:you are |you're )?(?:pregnan|breastfeed|nursing)"
        r"|\b(?:should|must) (?:be avoided by|not be (?:given|used|taken) (?:to|by|in)) (?:[\w-]+ ){0,3}?(?:children|people|anyone|pregnan|kids|infants)|^\W*(?:children|kids|anyone|babies) under\b",
        ("safe ", "suit", "fine ", "gentle", "okay ", "easy at", "from "),
        stated=True,
    ),
    Pair(
        "drowsiness",
        r"\bnon-drowsy\b|\b(?:no|zero|without(?: the| any)?|minus the) (?:(?:next-day|morning|daytime|morning-after) )?(?:drowsiness|grogginess|fog|sleepiness)\b"
        r"|\b(?:won't|will not|doesn't|does not|never) (?:make|makes|leave|leaves) you (?:feeling )?(?:drowsy|sleepy|tired|groggy)\b",
        r"\b(?:cause|causes|causing|feel|felt|feeling|(?<!that )(?:make|makes|made|leave|leaves|left) (?:you|me|some|people|users)) (?:\w+ ){0,3}?(?:drowsy|sleepy|drowsiness|sleepiness|groggy|grogginess)\b"
        r"|\b(?:drowsiness|grogginess|sleepiness) (?:is|can|may|the next|in the morning)\b|\b(?:noticed|reported|experienced) (?:\w+ )?drowsiness\b",
        ("drows", "grogg", "fog", "sleep", "tired"),
    ),
    Pair(
        "the law",
        r"\blegal (?:in|across|throughout) (?:all|every|the (?:entire|whole)|any)\b|\b(?:fully|completely|100%|perfectly|totally) legal\b|\blegal (?:everywhere|nationwide|to buy anywhere)\b",
        r"\b(?:banned|illegal|prohibited|outlawed|not legal) (?:\w+ )?(?:in|by|across)\b|\b(?:states|cities|counties|countries) (?:(?:have|has|that|which) )+(?:\w+ )?(?:ban|banned|restricted|outlawed|prohibit\w*)\b",
        ("legal",),
        stated=True,
    ),
    Pair(
        "whether to take it without a break",
        r"(?:^\W*|\b(?:best|to|should|please|must) )(?:take|taken|use|used) (?:it |this |them |[\w-]+ )?(?:consistently|every (?:single )?day|daily)\b|^\W*consistent(?:,? daily)? use\b"
        r"|\b(?:do not|don't|never|without) (?:skip(?:ping)?|take|taking|miss(?:ing)?) (?:a |any )?(?:days?|breaks?|dose)\b",
        r"(?:^\W*|\b(?:consider|try|recommend|suggest|prefer|by) )(?:a )?cycl(?:e|ing)\b|\b(?:days?|weeks?) on\b[^.;]{0,40}\b(?:off|break)\b|\btake (?:regular |periodic |occasional |a |short )?(?:tolerance )?breaks?\b"
        r"|\btolerance breaks?\b",
        ("consistent", "every ", "daily", "skip", "break", "miss"),
        both=False,
        stated=True,
    ),
    Pair(
        "how often side effects occur",
        r"\bside[- ]effects? (?:\w+ )?(?:are|is) (?:\w+ )?(?:rare|uncommon|infrequent|unusual)\b|\brare side[- ]effects? only\b|\brarely (?:causes?|has|have|produces?) (?:any )?side[- ]effects?\b"
        r"|\bside[- ]effects? \((?:\w+ )?(?:rare|uncommon)\)|^(?:while|though|although) (?:\w+ )?(?:rare|uncommon),[^.;]{0,60}\bside[- ]effects?\b",
        r"\bcommon side[- ]effects?\b|\bside[- ]effects? are (?:\w+ )?(?:common|frequent)\b|\b(?:often|commonly|frequently) (?:causes?|leads? to) (?:[\w-]+ ){0,2}?side[- ]effects?\b",
        ("rare", "uncommon", "infrequent", "unusual"),
    ),
    Pair(
        "food",
        r"\b(?:take|taken|drink|use|dose|consume|best)\b(?: (?!not\b)[\w-]+){0,5} on an empty stomach\b",
        r"\b(?:take|taken|drink|use|consume|best)\b(?: (?!not\b)[\w-]+){0,3} with (?:food|an? (?:\w+ )?meal|meals|breakfast|dinner)\b",
        ("empty stomach",),
        stated=True,
        closed=True,
    ),
    Pair(
        "drug tests",
        r"\b(?<!isolate )(?<!isolates )(?<!isolate oil )(?:won't|will not|can't|cannot|doesn't|does not|don't|do not|never) (?:\w+ ){0,2}?(?:fail|trip|trigger|flag|show(?: up)?(?: on| in)|affect|turn up (?:on|in))"
        r" (?:(?:a|any|your|the|work|workplace|standard|routine) ){0,3}(?:drug|urine) (?:tests?|screens?|screenings?)\b|\bdrug[- ]test[- ](?:safe|friendly|proof)\b|\bpass (?:a|any|your|the) drug tests?\b",
        r"\b(?:contains?|has|have|hold|holds|carr(?:y|ies)|with) (?:[\w.,%-]+ ){0,4}?thc\b|\btraces? (?:amounts? )?of thc\b"
        r"|\b(?:may|might|can|could|will) (?:\w+ )?(?:show(?: up)?(?: on| in)|fail|trigger|cause|lead to|test|turn up (?:on|in)) (?:(?:a|any|your|the|you to fail a|positive|on|failed|workplace) ){0,3}(?:drug|urine|positive)\b",
        ("drug", "urine"),
        both=False,
    ),
    Pair(
        "how much is too much",
        r"\b(?:no|without an?) (?:(?:upper|maximum|daily|known|real|set) ){1,2}(?:limit|maximum)\b|\bno (?:limit|maximum)(?: dose)?(?: to how much|[.,;!])|\bno such thing as too much\b|\bas much (?:of it )?as you (?:like|want|please)\b"
        r"|\b(?:can't|cannot|can not|impossible to|no way to|never|won't|hard to|almost impossible to) (?:really |ever |actually |possibly )?(?:overdose|overdo it|overdo this|take too much|have too much)\b",
        r"\b(?:do not|don't|never|should not|shouldn't|must not|not to) (?:exceed|go (?:over|above|past|beyond)|take more than)\b|\bno more than \d[\d.,]{0,6}(?![\d.,]| ?(?:%|percent\b|per cent\b))|\b(?:daily|upper|safe) (?:limit|maximum) (?:is|of)\b"
        r"|\b(?:upper|safe|daily|tolerable) (?:limit|maximum|intake level)(?: (?!no\b|not\b)[\w'-]+){0,6}? (?:set|put|fixed|stands|sits) at (?:about |around |just )?\d"
        r"|\b(?:too much|(?:higher|large|larger|high|excessive|heavy) doses|overdos\w+|taking more) (?:\w+ )?(?:can|may|will|could|might) (?:\w+ )?(?:cause|lead|make|harm|bring|result|upset|damage)\b",
        ("limit", "maximum", "too much", "as much", "overd"),
    ),
    Pair(
        "how to divide the day's amount",
        r"\b(?:split|splitting|spread|spreading|divide|dividing|divided|spaced?|spacing) (?:[\w-]+ ){0,4}?(?:into (?:two|three|four|several|smaller|2|3|4)|throughout the day|through the day|across the day|over the (?:whole )?day|evenly)\b",
        r"\b(?:take|taken|taking|use|drink|swallow)(?: (?!not\b)[\w-]+){0,5} (?:all at once|in one (?:go|dose|sitting)|in a single (?:daily )?dose|as (?:a|one) single (?:daily )?dose|as one dose)\b|\b(?:single|once-daily|one daily) dose (?:is|works) (?:best|enough|better|ideal)\b",
        ("split", "spread", "divid", "spac"),
        stated=True,
        closed=True,
    ),
    Pair(
        "tolerance",
        r"\b(?:no|zero|without(?: any| building(?: up)?(?: a)?)?) tolerance(?: build-?up)?\b|\b(?:doesn't|does not|won't|will not|never|don't|do not) (?:builds?|develops?|causes?|creates?|leads? to)(?: up)?(?: a| any)? tolerance\b",
        r"\btolerance (?:can|may|will|does|builds|develops|creeps|grows|sets in)\b|(?<!n't )(?<!not )(?<!never )(?<!without )\b(?:build|builds|develop|develops|built|cause|causes)(?: up)? (?:a )?tolerance\b",
        ("tolerance",),
    ),
    Pair(
        "when to take it",
        r"\b(?:don't|do not|never|avoid|shouldn't|should not) (?:take|taking|use|using|drink\w*|have|having) (?:it |this |them |[\w-]+ )?(?:at night|before bed(?:time)?|at bedtime|late in the day|in the evening|late at night|close to bedtime)\b",
        r"(?<!n't )(?<!not )(?<!never )(?<!avoid )\b(?:take|taken|taking|use|drink|sip|enjoy|dissolve|have) (?!not\b)(?:(?!in the morning)[\w'-]+ ){0,5}?(?:at night|before bed(?:time)?|at bedtime|before sleep)\b",
        ("night", "bed", "late", "evening"),
        closed=True,
    ),
    Pair(
        "daily use",
        r"\b(?:can|may) (?:\w+ )?be (?:taken|used|consumed|drunk|enjoyed) (?:\w+ )?(?:daily|every (?:single )?day|each day)\b|\byou can (?:safely )?(?:take|use|drink|enjoy|have) (?:it |this |them |[\w-]+ )?(?:safely )?(?:daily|every (?:single )?day|each day)\b"
        r"|\b(?:safe|fine|okay|ok|suitable|perfect|ideal|great|(?:gentle|mild) enough)(?: \w+)? for (?:daily|everyday|every-day|regular daily|day-to-day) use\b|\b(?:safe|fine|okay|ok) to (?:take|use|drink|have) (?:it |this |them |[\w-]+ )?(?:daily|every (?:single )?day|each day)\b"
        r"|\bdaily use (?:helps|trains|builds|improves|strengthens|boosts|enhances|keeps)\b",
        r"\b(?:daily|everyday) (?:use|consumption|intake|dosing) (?:(?:is|are)(?: not|n't)|should(?: not|n't) be|is never) (?:\w+ )?(?:recommended|advised|advisable|encouraged|suggested|a good idea|ideal|wise)\b"
        r"|\b(?:avoid|discourage|advise against|recommend against|refrain from) (?:\w+ )?(?:daily|everyday) (?:use|consumption|intake)\b|\b(?:not|never|n't) (?:\w+ )?(?:recommended|meant|intended|suitable|designed|safe|advised) for (?:daily|everyday) (?:use|consumption)\b"
        r"|\b(?:do not|don't|never|avoid|should not|shouldn't|better not) (?:take|taking|use|using|drink|drinking) (?:it |this |them |[\w-]+ )?(?:daily|every (?:single )?day|each day|on (?:a daily basis|consecutive days)|more (?:often )?than (?:once|twice|one|two|three|four|[1-4])(?:(?: to | or |-|–)(?:three|four|[2-4]))?(?: (?:times|days|nights))? (?:a|per|each|every) week)\b",
        ("dail", "every day", "every single day", "each day", "everyday", "every-day", "day-to-day"),
        stated=True,
    ),
    Pair(
        "alcohol",
        rf"(?:^|[.:;,] |\b(?:and|or|then|also) )(?:put|soak|steep|infuse|stir|mix|dissolve|add|pour|blend|drink|take|enjoy|serve) (?:(?!not\b)[\w'-]+ ){{0,7}}?(?:in|into|to|with) (?:(?:an?|the|some|your|bottle|glass|shot|splash|of|good|dry|sweet|white|red|warm|favou?rite) ){{0,6}}{_DRINKS}\b(?! vinegar)(?![^.;]{{0,80}}\b(?:weeks?|months?|tincture)\b)"
        rf"|\bpairs? (?:\w+ )?with (?:an? |your )?(?:\w+ )?{_DRINKS}\b",
        r"\b(?:do not|don't|never|avoid|should(?: not|n't)|must not|not) (?:[\w-]+ ){0,6}?(?:with|alongside|and|on top of) (?:(?:any|other|strong) )?alcohol\b|\bavoid(?:ing)? (?:all |any |drinking )?alcohol\b|\b(?:stay away from|steer clear of|skip) (?:all |any )?alcohol\b",
        (
            "wine",
            "vodka",
            "rum",
            "gin",
            "beer",
            "brandy",
            "whisk",
            "cocktail",
            "champagne",
            "prosecco",
            "tequila",
            "mead",
        ),
        stated=True,
        closed=True,
    ),
    Pair(
        "whether it may be swallowed",
        r"\bnot (?:intended |sold |meant |suitable |approved |fit |packaged )?for (?:human |internal |oral )?(?:consumption|ingestion)\b",
        r"(?:^|[.:;,] |\b(?:and|or|then|also) )(?:drink|steep|brew|eat|chew|swallow|sip|simmer|smoke|vape|take) (?:(?!not\b)[\w-]+ ){0,6}?(?:grams?|g|mg|cups?|capsules?|petals?|leaves|flowers?|roots?|tea|minutes|before (?:bed|sleep|meals)|daily|teaspoons?|tsp)\b",
        ("consumption", "ingestion"),
    ),
    Pair(
        "diet and exercise",
        r"\b(?<!or )without (?:(?:any|strict|crazy|extreme|restrictive|special|a|having to|the need for|hours of) ){0,3}(?:diet(?:s|ing)?|exercis(?:e|ing)|(?:calorie )?counting calories|calorie counting|the gym|changing (?:what|how) you eat|giving up (?:[\w-]+ ){0,2}?(?:foods?|sugar|carbs|bread|sweets))\b"
        r"|\beat (?:whatever|anything|as much as|all|what) you (?:like|want|love|please|wish)\b|\bno (?:diet|diets|dieting|exercise)(?:,? (?:or|and|no) (?:diet|dieting|exercise))? (?:is |are )?(?:needed|required|necessary)\b",
        r"\b(?:need|have|got|ought) to (?:\w+ )?(?:watch (?:what|how much) you eat|watch your (?:diet|calories|carbs|portions|weight)|(?:eat|diet|exercise) (?:less|well|sensibly|regularly|healthily|right)|cut (?:back|down|out))\b"
        r"|\b(?:only )?works? (?:only |best |better )?(?:with|alongside|combined with|together with|(?:when|if) (?:\w+ ){0,2}?(?:combined|paired) with|(?:when|if) you (?:also )?) ?(?:[\w-]+ ){0,4}?(?:diet|exercise|eating plan|calorie deficit|exercising|dieting)\b"
        r"|\b(?:combine|pair|use) (?:it |this |them |[\w-]+ )?(?:with|alongside|together with) (?:[\w-]+ ){0,4}?(?:diet|exercise|eating plan)\b|\b(?:must|should) (?:still |also )?(?:follow|keep to|stick to|eat) (?:[\w-]+ ){0,3}?diet\b",
        ("diet", "exercis", "calorie", "the gym", "you eat", "giving up", "eat "),
        stated=True,
    ),
    Pair(
        "what a higher dose does",
        r"\b(?:higher|high|larger|large|bigger) (?:doses?|amounts?|servings?) (?:(?:\w+ )?(?:are|is|become|tend to be|feel|turn|act as) (?:[\w-]+ )?(?:sedating|sedatives?|calming|relaxing|tranquili[sz]ing)|(?:make|makes|leave) (?:you|people|users) (?:\w+ )?(?:sleepy|drowsy|sluggish|tired))\b",
        r"\b(?:higher|larger|bigger) (?:doses?|amounts?|servings?) (?:\w+ )?(?:provide|give|bring|deliver|mean|produce|offer|yield|are|boost|increase|improve|sharpen) (?:you )?(?:(?:more|stronger|better|greater|extra|even|increased|deeper|sharper) ){0,2}(?:energy|focus|concentration|alertness|stimulation|productivity|motivation|wakefulness|stimulating|energi[sz]ing)\b",
        ("dose", "amount", "serving"),
        stated=True,
    ),
    Pair(
        "whether more is better",
        r"\bless is more\b|\bmore (?:is not|isn't|is rarely|is never|is not always|does not mean|doesn't mean) (?:always |necessarily )?better\b",
        r"\b(?:higher|larger|bigger) (?:doses?|amounts?|servings?) (?:\w+ )?(?:work|are|is|works) (?:\w+ )?(?:better|best|more effective)\b|\bthe more (?:of it )?you (?:take|use|drink),? the better\b",
        ("less is more", "more is", "more isn't", "more does"),
    ),
    Pair(
        "how long it takes to work",
        r"\b(?:works?|working|acts?|kicks? in|relief|results|effects?|feel (?:it|the difference|better|calmer)) (?:\w+ ){0,3}?(?:instantly|immediately|right away|straight away|within minutes|in minutes|from day one|from the (?:very )?first (?:dose|cup|day|capsule|sip))\b",
        r"\b(?:takes?|needs?|allow|give it|wait) (?:(?:at|least|about|up|to|around|several|a|few|two|three|four|six|eight|\d{1,2}|couple|of|it|or|some) ){0,5}(?:weeks|months)\b|\b(?:don't|do not) expect (?:\w+ ){0,3}?(?:overnight|at once|right away|immediately|instantly)\b",
        ("instant", "immediate", "right away", "straight away", "minutes", "day one", "first"),
        stated=True,
        closed=True,
    ),
    Pair(
        "the danger of stopping",
        r"\b(?:cold turkey|quitting|stopping|withdrawal|detox(?:ing)?)(?: [\w'-]+){0,5}? (?:is|are|can be|may be) (?:\w+ )?(?:dangerous|deadly|fatal|life-threatening|risky)\b",
        r"\b(?:withdrawal|quitting|stopping|cold turkey|detox|symptoms|part)(?: [\w'-]+){0,4}? (?:is|are)(?:n't| not| never| seldom| rarely| hardly ever| [\w-]+ but not| [\w-]+,? but (?:rarely|seldom|never)) (?:\w+ ){0,2}?(?:dangerous|deadly|fatal|life-threatening|risky)\b",
        ("dangerous", "deadly", "fatal", "life-threatening", "risky"),
    ),
    Pair(
        "how well it is studied",
        r"\b(?:well|extensively|thoroughly|heavily|best|most)[- ](?:studied|researched)\b",
        r"\b(?:hardly any|not much|very little|almost no) (?:(?:clinical|scientific|human|good) )?research (?:has been done|exists|is available|on it|behind it)\b"
        r"|\b(?:has|have)(?: not|n't)(?: yet)? been (?:well|properly|widely|thoroughly|extensively|much) (?:studied|researched)\b|\b(?:poorly|barely|hardly) (?:studied|researched)\b|\bunder-?researched\b",
        ("studied", "researched"),
        stated=True,
    ),
    Pair(
        "what is proven",
        r"\b(?:clinically|scientifically|medically) (?:proven|validated|established)\b|\bis (?:a )?proven (?:to|remedy|treatment|way)\b|\bhas been proven to\b"
        r"|\b(?:science|research|scientists|researchers|doctors|studies) (?:has|have) (?:now|finally|at last|long since|already) (?:confirmed|proven|proved|established)\b",
        r"\b(?:no|not enough|insufficient|limited|lack of|little) (?:(?:clinical|scientific|good|solid|human|reliable|rigorous) ){1,2}(?:evidence|proof|trials|research|studies|data)\b"
        r"|\b(?:did not|didn't|failed to|could not|couldn't) (?:find|show|detect|see|beat|outperform)(?: (?!side\b|adverse\b)[\w'-]+){0,9}? (?:placebo|dummy (?:pills?|tablets?)|sham)\b(?! in (?:side|adverse|safety|harms?))"
        r"|\b(?:saw|found|was|were|made|showed|is) no (?:real |significant |meaningful |clear )?difference (?:from|to|compared (?:with|to)|versus|between (?:[\w-]+ ){1,5}?and) (?:an? |the )?(?:placebo|dummy (?:pills?|tablets?))\b(?! in (?:side|adverse|safety|harms?))"
        r"|\b(?:no|not|n't)(?: (?:any|much|significantly))? (?:better|more effective|different|superior)(?: (?:than|from|to))+ (?:an? |the )?(?:placebo|dummy (?:pills?|tablets?))\b"
        r"|\b(?:not|never|n't)(?: yet)? been (?:\w+ )?(?:proven|established)\b|\b(?:is|are|remains?) unproven\b|\bevidence (?:is|remains) (?:\w+ )?(?:limited|weak|lacking|mixed|thin|scarce)\b",
        ("proven", "proved", "confirmed", "validated", "established"),
        stated=True,
    ),
)
# "If your stomach is sensitive, take it with food" is no second stand; nor is a choice that is left open.
LEFT_OPEN = Cue(
    r"\b(?:if|unless|whether|either|with or without|when you|some (?:people|users)|can be taken|may be taken"
    r"|for (?:long-standing|long-term|chronic|stubborn|severe|deep-seated|serious) [\w-]+|full (?:effects?|benefits?|results?))\b"
)
