"""The words by which it is known how an article speaks. Data for `register`; all of it is in lower case."""

from __future__ import annotations

from kratomlint.language.cue import Cue

# -- a trace of the seller, which copy cannot do without --------------------------------------------------------------

_PRICED = (
    r"\b(?:add to (?:cart|bag|basket)|(?:buy|shop|order|get|grab|try) (?:it |yours |one )?(?:now|today|online|yours|here)|free shipping|ships? free"
    r"|money[- ]back|coupons?|promo(?:tion)? codes?|discount codes?|use code|sign up|subscribe (?:and|&|to our)|in stock|best[- ]?sell(?:er|ers|ing)"
    r"|limited (?:time|offer|edition)|while (?:supplies|stocks?) last|percent off|buy (?:from|our)|where to (?:buy|shop|order)"
    r"|(?:trusted|reputable|reliable|quality|favou?rite|recommended) (?:vendors?|brands?|sellers?|suppliers?|sources? (?:for|of) (?:your|quality|buying))"
    r"|(?:buy|purchase)(?: [\w-]+){0,3} from (?:a |an |only )?(?:reputable|trusted|reliable|quality)|(?:choos|select)(?:e|ing|ing) (?:a |an |only )?(?:reputable|trusted|reliable|high-quality|quality) "
    r"|(?:sponsored|paid partnership|brought to you by|in partnership with|affiliate)|\d+ ?% off|(?:our|the) (?:shop|store|website|online store)"
    r"|(?:reduced|special|member|lowest|best|sale|half) prices?|(?:tested in every|every|each) batch(?:es)? (?:is|are) tested|tested in every batch|batch-tested|(?:lab|third[- ]party)[- ]tested)\b"
    r"|[$€£]\d+\.\d\d\b|\bfor (?:only |just )?[$€£]\d|\bonly [$€£]\d"
)
_OURS = (
    r"\b(?:our|we've|we) (?:[\w-]+ ){0,3}?(?:products?|customers?|brands?|formulas?|capsules?|tablets?|powders?|tinctures?|gumm(?:y|ies)|oils?|extracts?"
    r"|collections?|blends?|teas?|growers|farms?|strains?|supplements?|shots?|drops|clients?|offer|sell|carry|stock|ship|source|recommend|love|believe)\b"
)
SELLS = Cue(f"{_PRICED}|{_OURS}")
# -- the writer in person: reference works and institutions have none -------------------------------------------------

PERSONAL = Cue(
    r"\b(?:i(?:'m|'ve|'d|'ll)|i (?:\w+ly |also |never |always |still |just )?(?:am|was|have|had|do|don't|did|didn't|think|take|took|use|used|like|love|get|got|tell"
    r"|told|say|said|would|could|can|can't|will|won't|know|knew|see|saw|feel|felt|want|wanted|hope|started|stopped|tried|try|found|find|recommend|suggest|write|wrote"
    r"|answer|keep|kept|went|go|made|make|give|gave|wish|started|need|should|may|might|swear|sell|buy|bought|read|call|ask|asked|look|mean)|my|myself|mine)\b|\w!(?:\s|$)"
)
# -- praise, and the phrases of copy that fills a page ----------------------------------------------------------------

PRAISES = Cue(
    r"\b(?:natural(?:ly)? (?:[\w-]+ )?(?:remed(?:y|ies)|alternatives?|solutions?|ways?|relief|support|aids?|options?|wellness|approach\w*|compounds?)|all-natural"
    r"|nature's|mother nature|holistic|wellness|journey|embrac(?:e|es|ing)|discover (?:how|the|why|what)|unlock\w*|unleash\w*|elevat(?:e|es) your|boost(?:s|ing)"
    r"|(?<!more )powerful|potent(?!ial|ia|iat)|amazing|incredibl[ey]|miracle|miraculous|ultimate|perfect(?:ly)?|premium|(?:high|top)-quality(?! (?:research|evidence|stud(?:y|ies)|trials?|reviews?|data|care))|your best self|the best (?:way|time|thing|part|choice|option|natural|kratom|cbd|on the market)"
    r"|promising|(?:shows?|showing|shown|holds?|offers?) (?:\w+ )?(?:promise|hope)|remarkabl[ey]|revitali[sz]\w+|rejuvenat\w+|nourish\w*|vitality|optimal (?:health|wellness|results|well-being)"
    r"|delv(?:e|es|ing)|realm|multifaceted|comprehensive (?:guide|overview|solution|look|exploration)|garner\w*|tapestry|testament|game[- ]chang\w+"
    r"|(?:potential|therapeutic|health|many|numerous|remarkable|medicinal|purported|its|their|these) benefits|therapeutic (?:potential|properties|effects)"
    r"|gain(?:ed|ing)? (?:\w+ )?(?:popularity|attention|traction)|(?:increasingly|growing|rising|surging?) (?:in )?popular\w*|non-addictive|no side effects|clean energy"
    r"|feel(?:ing)? (?:better|calm\w*|great|relaxed|energi[sz]ed|good)|life-changing|godsend|transform\w*|swears? by|you (?:deserve|want|crave|need)"
    r"|worth (?:it|the|trying|a try)|works? (?:wonders|a treat|great)|kind(?:er|est)? to)\b"
)
# Words of safety and of substitution are promises too, where nothing denies them.
ASSURES = Cue(
    r"(?<!\bnot )(?<!\bnot be )(?<!n't )(?<!\bnever )(?<!\bthan )\b(?:harmless|(?:trusted|safer?|gentle|effective|natural|good|real|proven|worthy) alternatives?|alternatives? to (?:[\w-]+ )?(?:drugs?|opioids?|benzodiazepines|"
    r"prescriptions?|medications?|medicines?|pills|painkillers|antidepressants|statins|alcohol)|works? (?:just )?as well as|as effective as|(?:is|are) (?:\w+ly |very |completely )?(?:safe|non-toxic)(?! (?:in|during) )"
    r"|(?:no|without|free of) (?:known |serious |significant |the )?(?:risk of|side effects|hangover|jitters|dependence)|non-habit|(?:well|better)[- ]tolerated|does not (?:cloud|dull|numb|make you))\b"
)

# -- what weighs: harm, warning, doubt --------------------------------------------------------------------------------

_HARMS = (
    r"risks?|side effects?|adverse\w*|\w*toxic(?:ity)?|poison\w*|injur(?:y|ies)|overdos\w+|deaths?|died|fatal\w*|mortality|harm(?:s|ful|ed)?|damage[sd]?|seizures?"
    r"|hospital\w*|withdrawal|dependence|addict\w*|abuse|misuse|contaminat\w+|adulterat\w+|dangers?|dangerous|complications?|unsafe|allerg\w+|bleeding|hemorrhage"
    r"|failure|emergenc(?:y|ies)|life-threatening|deaths|impair\w*|interact(?:s|ions?)?|contraindicat\w+|pregnan(?:t|cy)|breastfeed\w*"
    r"|vomiting|nausea|feel(?:ing)? (?:sick|tired|faint|unwell)|drows\w+|dizz\w+|hepatitis|hypotension|coma|arrest|rash|dermatitis"
)
_WARNS = (
    r"warn(?:s|ed|ing|ings)?|cautions?|cautioned|avoid\w*|discourag\w*|concerns?|(?:should|must|do|does|did|may|can|is|are|was|were|has|have)(?: not|n't)|cannot|never|banned|prohibit\w*|recall\w*|not (?:approved|recommended)"
    r"|stop (?:taking|using)|(?:health ?care|medical) (?:provider|professional|help|attention)s?|your (?:doctor|pharmacist|midwife|nurse|provider|gp|clinician)|a doctor|poison (?:control|cent)\w*"
)
_DOUBTS = (
    r"no (?:\w+ )?(?:evidence|data|studies|trials?|proof|difference)|not (?:\w+ )?(?:known|clear|proven|shown|established|enough|understood|certain|studied)|unclear|unknown|uncertain\w*|limited"
    r"|inconclusive|insufficient|unproven|lack(?:s|ing)?|more research|low[- ](?:certainty|quality)|little (?:evidence|research|is known)|mixed|inconsistent|small (?:studies|trials|number)|doubt\w*|however"
)
WEIGHS = Cue(rf"\b(?:{_HARMS}|{_WARNS}|{_DOUBTS})\b")
# -- research and opinion that nobody can look up ---------------------------------------------------------------------

APPEALS = Cue(
    r"\b(?:(?:stud(?:y|ies)|research|trials?|evidence|reports?|surveys?|data|findings|reviews?|meta-analys[ei]s|literature) (?:(?:have|has|had|also|further|published|in [\w ]{3,30}) ){0,3}"
    r"(?:suggest\w*|show\w*|indicat\w+|found|finds?|demonstrat\w+|reveal\w*|link\w*|associat\w+|support\w*|highlight\w*|point\w*|confirm\w*)"
    r"|(?:has|have) (?:\w+ )?been (?:\w+ly )?(?:linked|associated|shown|reported|found|documented|implicated)|(?:is|are) (?:\w+ )?(?:believed|thought|said|linked|associated|tied)"
    r"|(?:researchers|experts|scientists|(?:some|many) users) (?:\w+ )?(?:have|say|report\w*|believe|suggest|found|think|agree|warn))\b"
)
QUOTED = Cue(r'"[^"\n]{1,600}"')

# -- what is taken ----------------------------------------------------------------------------------------------------

# Words of the lexicon of substances that medicine has too: a blood product, a nerve root, the capsule of a joint.
FORMS = frozenset(
    """capsule compound cream drop emergency formula formulation infusion ingredient lotion mineral ointment patch pill product root
    seed serum shot spray strain substance syrup tablet""".split()
)
TAKING = (
    r"take|takes|taking|took|taken|drink|drinks|drinking|drank|swallow|swallowed|chew|chewed|chewing|consum(?:e|es|ed|ing)|eat|eating|ate|doses? of"
    r"|dried|fresh|powdered|brewed|amounts? of|(?:oil|tea|extract|powder|leaves|root|products?) (?:of|with)|contain(?:s|ing)?"
)
WARES = (
    r"(?:leaf |root )?(?:extracts?|powders?|teas?|leaf|leaves|roots?|supplements?|capsules?|tablets?|gummies|products?|oils?|tinctures?|preparations?|users?|drinkers?"
    r"|consumption|intake|beverages?|juice|bark|seeds?|shots?|drinks?)"
)
