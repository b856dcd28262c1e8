"""The words by which a promise is known, and those that take it back. Data for `claims`; all of it is in lower case."""

from __future__ import annotations

import re

from kratomlint.language.cue import Cue

# After a verb these open something else than its object.
NO_OBJECT_FIRST = frozenset(
    """during for of in from by to as at about up out off and or is are was were on with into after before between has have
    had can will may the-counter against through against not only when where because""".split()
)
CALMING = frozenset(
    {
        "calm",
        "get to work on",
        "go to work on",
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
        "shrink",
        "numb",
        "target",
        "calm down",
        "clean out",
        "clear out",
        "cool down",
        "cool the fire in",
        "decongest",
        "drain",
        "flush",
        "flush out",
        "put out the fire in",
        "quiet down",
        "quieten",
        "settle",
        "settle down",
        "unclog",
    }
)
HELPING = frozenset(
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
        "steady",
        "even out",
        "level out",
        "rebalance",
    }
)
PARTS = frozenset(
    {
        "skin",
        "body",
        "brain",
        "cell",
        "heart",
        "gut",
        "muscle",
        "hair",
        "bone",
        "blood vessel",
        "artery",
        "joint",
        "ecs",
        "endocannabinoid system",
    }
)
# A verb reaches over this many words to its object.
REACH = 8
STOPS = Cue(
    r"[;:.!?()\u2014]|,\s(?=(?:their|its?|the|your|they|you|we|this|have|has|is|are|was|were|will)\b)|\s[\u2013-]\s|\b(?:but|however|although|though|while|whereas|because|if|unless|than|when|which|who|that|includes?|during|after|before|between|until|since|by|you|(?:it|them) to|your doctor|and (?:leaves?|causes?|makes?|can|may)|(?:can|may|might|could|will) (?:cause|lead|result|worsen|trigger|bring|leave|provoke|set off))\b"
)
# "Until they find the amount that calms": what is sought, not what was found.
ASKS_WHAT = Cue(r"^\W*(?:what|which|who)\s(?:\w+\s)?$|\b(?:amount|dose|dosage|strength|level) (?:that|which) $")
ROLE_OF = Cue(r"\b(?:role|efficacy|effectiveness|success|power|usefulness)\b[^,;:.]{0,50}\b(?:in|at|for) (?:\w+ly )?$")
EVIDENCE_VERB = Cue(
    r"\b(?:shows?|showed|shown|suggests?|suggested|found|finds?|reveals?|revealed|indicates?|indicated|believes?|reports?|reported|says?|claims?|confirms?|proves?|demonstrates?|concludes?|highlights?|highlighted) (?:that )?(?=\S)"
)
# What is found is told of something else than of these.
EVIDENCE = frozenset({"study", "studies", "research", "trial", "trials", "evidence", "science", "review", "researcher"})
# "a study on how kava may ...": what is told is told of kava.
TOLD_HOW = Cue(r"\b(?:on|of|into|at|about|behind|explor\w*|examin\w*|discover|explain\w*|show\w*|see|learn\w*) how ")
# "By taking kava, you can support your sleep" says that kava does.
BY_TAKING = Cue(
    r"\W*(?:by|with|when) (?:\w+ly )?(?:taking|using|drinking|adding|consuming|supplementing|incorporating|eating|including)\b[^,]{1,80}, you "
)
# Advice to the reader, who does it with the substance: "you can improve your sleep with".
ADVISES = Cue(r"\byou (?:can|could|will|'ll|may|might)(?: \w+){0,3} $")
MODAL = Cue(
    r"\b(?:may|might|could|would(?! (?:also |surely |definitely )?help you)|possibly|perhaps|hopefully|probably|(?<!more )(?<!less )(?<!most )likely|potentially|potential|theoretically|purported(?:ly)?|alleged(?:ly)?|supposed(?:ly)?|reputed(?:ly)?|so-called|perceived|(?<!best )(?<!as )(?<!is )(?<!it )possible|"
    r"(?:appears?|seems?|thought|believed|said|claimed|reputed|reported|intended|supposed|hoped) to|aims? to)\b"
)
# With these no hedge is heard.
EMPHATIC = Cue(
    r"\b(?:amazing|powerful(?:ly)?|potent|significant(?:ly)?|incredibl[ey]|profound(?:ly)?|remarkabl[ey]|ultimate|dramatic(?:ally)?|excellent|effective|unmatched|tremendous(?:ly)?|definitely)\b"
)
SUGGESTS = Cue(
    r"\b(?:suggest\w*|indicat\w+|hypothesi[sz]\w+|propos\w+|investigat\w+|explor\w+|examin\w+|studying|studied|tested|assess\w*|evaluat\w+)\b"
)
PEOPLE = (
    r"(?:people|individuals|persons?|users|consumers|patients|adults|many|some|others|those|they|men|women|athletes|students|workers|"
    r"practitioners|fans|healers|friends|folks|colleagues|neighbou?rs|relatives|communities|cultures|natives|locals|farmers|laborers|labourers|enthusiasts|proponents|advocates|customers)"
)
REPORT_OF_USE = Cue(
    rf"""\b(?: (?<!advise\s)(?<!advises\s)(?<!encourage\s)(?<!urge\s)(?<!recommend\s){PEOPLE}\s(?:[\w-]+,?\s){{0,8}}?(?:use|uses|used|using|chew|chewed|brew|brewed|smoke|smoked|boiled|ingest|take|takes|took|taken|turn|turned|turning|try|tried|choose|chose|consume|drink|seek|sought|rely|report\w*|claim\w*|say|says|believe\w*|find|experience\w*|want|hope|buy|bought|order)\b
    | (?:is|are|was|were|been|being|it's|they're|(?<!can\s)(?<!can\salso\s)(?<!can\ssimply\s)(?<!can\seasily\s)be)\s(?:[\w-]+\s){{0,3}}?(?:used|taken|employed|deployed|utili[sz]ed|administered|chewed|consumed|brewed|applied|sought|prescribed|marketed|sold|promoted|advertised|claimed|touted|investigated|studied|tested|explored|evaluated|examined|researched|valued|prized)\b
    | \bhistory\sof\s(?:\w+\s)?use\b[^.;]{{0,60}}?\sfor\s
    | \b(?:some|other|many|certain|several|all|over-the-counter|prescription)\s(?:[\w-]+\s){{0,2}}?(?:products|medicines|medications|drugs|creams|preparations|treatments)\s(?:used\s)?(?:for|to)\s$
    | (?:traditional(?:ly)?|historical(?:ly)?|folk|centuries|ancient(?:ly)?)\b[^.;]{{0,60}}?\b(?:use|uses|used|using|employed|chewed|consumed|valued|prized|medicine)\b
    | (?<!can\sbe\s)(?<!recommended\sto\s)(?<!recommend\sto\s)(?<!\bcan\s)(?:use|uses|used|using|sought\safter|interest|reason|reasons|demand|popular|turn\w*\sto\s\w+)\s(?:[\w-]+\s){{0,3}}?(?:for|to|as|in)\s(?:\w+\s){{0,4}}?$
    | \b(?:common|main|primary|typical|traditional)\s(?:\w+\s)?uses?\s(?:of|for)\s[\w\s'-]{{1,40}}\s(?:is|are|was|were|includes?)\b
    | (?:users?|proponents?|advocates?|sellers?|vendors?|marketers?|anecdot\w+|testimonials?)\s(?:[\w-]+\s){{0,5}}?(?:report\w*|claim\w*|say|says|suggest\w*|believe\w*|tout\w*|describe\w*|swear|mention\w*|state\w*|praise\w*)
    | (?<!can\salso\sbe\s)(?<!could\salso\sbe\s)(?:used|taken|employed|sold|marketed|touted|prescribed|promoted)\s$
    | (?:marketed|promoted|advertised|touted|billed|hyped)\s(?:as|for)\s(?:[\w-]+\s){{0,4}}$
    | (?:find|finding|seek|seeking|other|many|several|different|lifestyle)\s(?:\w+\s)?ways?\sto\s(?:\w+\s)?$
    | (?:were|was)\sgiven\s[^.;]{{1,60}}\bto\s(?:[\w-]+\s){{0,6}}$
    | (?:doctors?|physicians?|gps?|vets?|psychiatrists?|surgeons?)\s(?:\w+ly\s)?(?:prescribed?|prescribes|administered)\s[^.;]{{1,60}}?\sto\s$
    | (?:approved|licensed|registered|authori[sz]ed)\s(?:(?:in|by|for)\s[^.;,]{{1,60}}?\s)?as\s(?:an?\s)?$
    | (?:prescribed|proposed|suggested|approval|described)\s(?:[\w-]+\s){{0,2}}?as\s(?:an?\s(?:\w+\s)?(?:way|means)\s(?:to|of)\s(?:\w+ly\s)?)?$
    | \bif\syou(?:'re|\sare)?\s(?:taking|using|take|use)\s(?:[\w-]+\s){{1,3}}?to\s$
    | who\s(?:\w+ly\s)?(?:used|applied|chewed|drank|took|brewed|smoked|rubbed|valued|prized)\s(?:it|them|this)\b[^.;]{{0,60}}
    | (?:regard|regards|regarded|consider|considers|considered|view|views|viewed|revere|revered|worshipped)\s(?:it|this|them|[\w-]+(?:\s[\w-]+)?)\s(?:as|to\sbe)\s(?:an?\s)?(?:[\w-]+\s)?$
    | (?:claim|claims|claiming|claimed|purport|purports|promise|promises|promising|said)\sto\s(?:\w+ly\s)?"?$
    | \b(?:consumed|drunk|chewed|employed|cultivated|taken|brewed|smoked)\b[^.;:]{{0,90}}\sfor\s(?:its|their)\s[^.;:]{{0,60}}$
    | (?:used|use|valued|prized|sought|studied|grown)\sfor\s(?:its|their|the)\s[^.;:]{{0,60}}$
    | (?:want(?:s|ed|ing)?|wish(?:es|ed|ing)?|hop(?:e|es|ed|ing)|seek(?:s|ing)?|look(?:s|ed|ing)?|(?<!\byou\scan\s)(?<!\byou\scan\salso\s)try|tries|trying|struggl\w+|aim(?:s|ed|ing)?|attempt\w*|efforts?|(?<!is\s)(?<!are\s)need(?:s|ed|ing)?|goals?|quest|search\w*|intend\w*|challeng\w+|strateg\w+)\s(?:to|for|of)\s(?:[\w-]+\s){{0,3}}?$ )""",
    re.VERBOSE,
)
LICENSED_INFINITIVE = Cue(
    r"\b(?:abilit(?:y|ies)|able|capable|capacity|power|powers|works?|known|shown|proven|proved|found|demonstrated|blends?|formulas?|herbs?|teas?|tinctures?|remed(?:y|ies)|supplements?|gumm(?:y|ies)|capsules|tonics?|elixirs?|drops|combinations?|options?|choices?|designed|engineered|formulated|made|crafted|"
    r"created|developed|ready|together|(?:perfect|great|ideal|best|good|excellent)(?:\s[\w-]{1,40}){0,4}?|ways?|method|apply|use|take|drink|enjoy|try|sip|inhale|diffuse|massage|add|and|or|"
    r"dose|enough|(?:(?:little|dose|amount|cup|drops?|spoonful)\s(?:\w+\s)?(?:is|are)\s(?:needed|required|enough|sufficient))|powerful|(?:allow|enabl|empower)(?:s|ing|es)?\s(?:[\w']{1,40}\s){1,3}?|can\sbe\s(?:applied|taken|used|rubbed|massaged|diffused|inhaled|added|drunk|consumed)(?:\s[\w'-]{1,40}){0,6}?|recommend(?:s|ed|ing)?(?:\sto)?\s(?:us(?:e|ing)|tak(?:e|ing)|eat(?:ing)?|drink(?:ing)?|apply(?:ing)?|chew(?:ing)?)\s(?:[\w'-]{1,40}\s){1,16}?|(?:use|take|apply|try|drink|consume|using|taking|adding|add|harness)\s(?:[\w-]{1,40}\s){1,4}?|helps?|helping|aids?|goal|is|are|quickly|naturally|used|potent|interacts?|receptors|body|brain|systems?|mechanisms?|opportunity)\s?(?:\w+ly\s)?(?:in order\s)?to\s(?:\w+ly\s)?$"
)
# Directions for use that go on to say what for, and a fragment that says nothing else.
USE_IT_TO = Cue(
    r"\W*(?:use|apply|take|drink|diffuse|inhale|rub|massage|add|try)\b(?! (?:care|caution|time|steps))(?:[^.;:()]|\([^)]*\)){0,90} to (?:\w+ly )?$"
)
ONLY_TO = Cue(r"\W*to (?:\w+ly )?")
ENDS_A_FRAGMENT = Cue(r"(?: levels?)?(?:,? (?:and|or|&) [\w-]+(?: [\w-]+)?)?\W*(?:\(.*)?$")
OWN_HARMS = Cue(
    r"\b(?:risks? of (?:[\w-]+ ){0,3}?(?:dependence|dependency|addiction|overdose|withdrawal|side effects?|adverse|liver|toxicity|contamination|interactions?|harm)|side effects?|adverse|complications?|"
    r"risks?(?: associated)?|potential harm|dosage|dose|doses|intake|consumption|use of|chance|likelihood|concerns?)\b"
)
# What somebody does about a complaint, whatever helps.
COPING = frozenset({"managing", "dealing", "coping", "addressing", "tackling"})
PAST = Cue(r"\w+(?:ed|ought|oke)$")
NO_CLAIM_GERUND = Cue(
    r"\b(?:promis\w+|potential|interest\w*|perspectives?|research|studied|tested|investigated|used|useful|helpful|crucial|essential|important|vital|"
    r"considered|explored|guidelines?|strategies|strategy|goal|approach\w*|challenges?|difficult\w*|steps?|ways|methods|science|evidence) (?:in|on|for|at|of|to|about|into|towards?) (?:\w+ly )?$"
    r"|\balternative (?:in|on|at|of|to|about) (?:\w+ly )?$"
    # "Side effects such as raising the heart rate" promise nothing.
    r"|\b(?:(?:side|adverse|negative|unwanted|harmful) effects?|reactions?|risks?|harms?|dangers?|problems?|complications?) (?:such as|like|including) (?:[\w,-]+ ){0,6}$"
)
WITH_SUBSTANCE = Cue(r"\b(?:with|by|using|through|via|from)\b")
EFFICACY = Cue(
    r"\b(?:its|their|the|[\w-]+'s|of)\s(?:[\w-]+\s){0,2}?(?:efficacy|effectiveness)(?:\s(?:of|for|in|against|at|as)\b|(?=\s|[,.;]|$))"
)
PRESUPPOSED = Cue(
    r"""\b(?:
      (?:its|their|these|those|many|numerous|several|various|amazing|incredible|impressive|remarkable|countless|wealth\sof|range\sof|full|rich\sin|packed\swith|loaded\swith|brimming\swith|of\sthe|array\sof|host\sof|plenty\sof|proven|myriad|wonderful|unique|(?!let's|it's|that's|what's|here's|there's)[\w-]+'s|[\w-]+s'|offers?|offering|provides?|providing)\s
      (?:[\w-]+\s){0,3}?(?:health|therapeutic|medicinal|healing|wellness|curative|immune|digestive|cardiovascular|anti-aging|hormonal|metabolic|health-related|pain-relieving|cognitive|physical|mental|nutritional(?!\s(?:value|qualities|properties)))\s(?:and\s[\w-]+\s)?(?:benefits?|properties|powers?|advantages?|value|virtues?|qualities)
    | (?:numerous|countless|incredible|amazing|impressive|remarkable|many|multiple|profound|wonderful|extraordinary|undeniable|significant|immediate|powerful|potent|comprehensive|great|real|unique|tremendous|unlimited|endless|full|measurable)(?:,?\s(?:and\s)?[\w-]+){0,2}?\sbenefits
    | (?:range|array|host|variety|wealth|abundance|multitude|plethora|treasure\strove|number)\sof\s(?:[\w-]+\s){0,4}?benefits
    | with\s(?:(?:proven|real|many|impressive|wide-ranging|clear)\s)?benefits\sfor(?:\syour)?(?=\s(?:stress|sleep|mood|energy|focus|memory|immunity|digestion|testosterone|libido|fertility|skin|joints?|muscles?|heart|gut|brain|liver|pain|anxiety|weight|blood|bones?|hormones?|inflammation|cognition)\b)
    | (?:range|array|host|variety|wealth|number|multitude|many|several|numerous|various|countless)\s(?:of\s)?(?:[\w-]+\s){0,2}?beneficial\s(?:effects|properties|qualities|actions)
    | (?:its|their|these|[\w-]{1,30}'s)\s(?:[\w-]+\s){0,2}?beneficial\s(?:effects|properties|qualities|actions)
    | (?:positives|advantages|upsides|merits|benefits)\sof\s(?:using|taking|trying|choosing|adding)\s[^.;:!?]{2,80}\s(?:is|are)\s(?:numerous|many|countless|endless|clear|undeniable|significant|huge|plentiful|vast|well\s(?:known|documented|established))
    | (?:an?|the|that|your|extra|quick|natural|daily|real|instant)\s(?:[\w-]+\s)?(?:mood|energy|cognitive|brain|mental|immune|immunity|metabolic|metabolism|memory|libido|focus|performance)\s(?:boost|lift|uplift)\b
    | (?:provides?|offers?|gives?|delivers?|has|have)\s(?:[\w-]+\s){0,3}?the\s(?:same|full)\s(?:[\w-]+\s)?benefits
    | mak(?:e|es|ing)\s(?:(?:these|the|your|those|all|any|such|unwanted|unpleasant|nagging)\s){0,3}(?:symptoms|issues|problems|troubles|discomforts?)\s(?:go\saway|disappear|vanish|a\sthing\sof\sthe\spast)
    | (?:experience|enjoy|reap|get|obtain|gain|access|receive|tap\sinto)\s(?:(?:all|of|more)\s){0,2}the\s(?:medicinal|therapeutic|health|healing)\sbenefits
    | (?:feel|feeling|keeps?\syou(?:\sfeeling)?|stay(?:ing)?)\s(?:fuller|full|satisfied|satiated)\s(?:faster|longer|for\s(?:longer|hours))
    | (?:is|are)\s(?:(?:very|so|really|extremely|incredibly)\s)?good\sfor\s(?:you|us|humans?|people|(?:your|our|the|human)\s(?:health|body))\b
    | (?:effectively|successfully)\s(?:manages|treats|controls|tackles|addresses)\s
    | (?:natural|well-known|positive)\s(?:health|medical|medicinal|therapeutic|mental|natural)?\s?benefits(?=\s(?:of|for|from|include|are)\b|[.,;!]|$)
    | (?:some|other|additional|further|more|certain|following|lots?\sof|wide-ranging|far-reaching|sustained|lasting|long-lasting|proven|enjoy(?:\sthe|\sall\sthe)?|reap(?:\sthe|\sall\sthe)?)\s(?:[\w-]+\s)?(?:health|therapeutic|medicinal|healing|wellness)\sbenefits(?!\?)
    | (?:is|are)\s(?:another|(?:proven|well-known|key|major|important)(?=\sbenefits\s?of))\s(?:[\w-]+\s)?benefits?\b(?!\sof\sthe\sdoubt)
    | (?:conditions|complaints|problems|ailments|illnesses|diseases|disorders|symptoms)\s(?:that\s|which\s)?(?:it|they|this\s(?:herb|plant|root|tea|oil|leaf|mushroom|remedy))\s(?:can\s|will\s)?(?:help\s(?:to\s)?)?(?:relieves?|treats?|cures?|heals?|eases?|alleviates?|soothes?|fights?|combats?|tackles?)\b
    | (?:conditions|complaints|problems|ailments|illnesses)\s(?:that\s|which\s)?(?:it|they|[\w-]+)\s(?:is|are)\s(?:beneficial|useful|effective|helpful|good)\s(?:for|against)
    | let\s(?:[\w-]+\s){1,3}?work\sfor
    | (?:great|good|perfect|ideal|best|excellent|fantastic|wonderful)\s(?:[\w-]+\s)?(?:supplement|herb|choice|option|remedy|thing|tea|oil|drink)\s(?:to\s(?:take|use|try|have|drink)\s)?if\syou(?:'re|\sare)?\s(?:suffer|struggl|deal|liv|battl|feel|have\s(?:trouble|anxiety|pain|insomnia|stress)|anxious|stressed)
    | (?<!how\s)works?\s(?:very|so|extremely|incredibly|remarkably)\swell(?=[.!]|\s(?:if|when)\b)
    | positive\seffects\sof\s[\w-]+(?:\s[\w-]+)?\s(?:are|is)\s(?:felt|seen|noticed)
    | mak(?:e|es|ing)\s(?:(?:the|your)\s)?(?:skin|hair|face|complexion)\s(?:(?:look|feel|appear)\s)?(?:younger|glow\w*|radiant|smooth\w*|soft\w*|brighter|firm\w*|shin\w+)\b
    | (?:dose|dos(?:es|ing)|drops|treats|chews|it|which|that|helps?|can|will|cbd|oil|tea|gumm(?:y|ies)|capsules?)\s(?:to\s)?(?:help\s)?(?:to\s)?keeps?\s(?:you|them|him|her|us|(?:your|the|their)\s(?:[\w-]+\s)?(?:dogs?|cats?|pets?|horses?|mind|nerves)|it|people(?:\swith\s\w+)?)\s(?:feeling\s)?(?:calm|relaxed|focused|energi[sz]ed|at\sease|alert)\b
    | (?<!how\s)(?<!what\s)works?\s(?:best|wonders|really\swell|great|like\s(?:a\s)?(?:magic|charm)|(?:(?:so|very|really|incredibly)\s)?(?:fast|quickly)|synergistically)\b
    | (?:acts?|works?|functions?|serves?)\sas\san?\s(?:[\w-]+\s){0,2}?(?:relaxant|stimulant|antioxidant|tonic|mood\s\w+er|energi[sz]er|remedy|aid)
    | (?:these|its|their|the)\s(?:health\s)?benefits\s(?:can\sbe|are)\s(?:significant|substantial|remarkable|real|numerous|many|clear|undeniable|profound|well)
    | (?<!\bchances\sof\s)(?:lose|loses|losing(?!\sweight\s(?:is|does|can|takes|requires|may|was)|\sweight\sdoes)|lost|shed|sheds|shedding|drop|drops(?!\s(?:for|or|and|promis\w+|that|which|may|can|are|have|contain|to|with|by|as|in|is|work)\b)|dropped|melts?|burns?)\s(?:[\w-]+\s){0,3}?(?:\d+\s)?(?:pounds?|lbs?|kilos?|kg|inches|body\sfat|belly\sfat|stubborn\sfat|weight|fat)
    | (?:delivers?|gives?|provides?|offers?|produces?|gets?|brings?)\s(?:you\s)?(?:(?:real|visible|noticeable|lasting|proven|fast|quick|measurable|unmatched|consistent|reliable|long-lasting|life-changing|rapid),?\s(?:and\s)?){1,2}results\b
    | (?:^\W*|(?<=:\s))(?:highly\s|very\s)?effective\s(?:at|in)\s(?:(?:low|high|small|daily|typical|standard)\s)?(?:dos(?:es|ages)|amounts)\b
    | slim(?:s|ming)?\sdown | gives?\s(?:people|you|them|us)\s(?:their|your|our)\s(?:lives|life)\sback | outperforms? | (?:really|actually|truly|simply)\sworks? | (?<!\bit\s)works(?=[.!]?$)(?<!how\sit\sworks)
    | help(?:s|ed|ing)?\s(?:to\s(?=unwind|relax\b|sleep|focus|calm)|(?:you|people|users|us|me|them|your\s(?:body|mind|child|baby))\s(?:to\s)?)(?:\w+ly\s)?(?:"?adapt|sleep|relax|focus|unwind|recover|concentrate|stay|feel|lose|burn|fall|wind|cope|think|heal|breathe|perform|rest|calm|digest|age|quit|stop)
    | keep(?:s|ing)?\s(?:you|your\s(?:\w+\s){0,2}?\w+|us|me|them|hunger|sugar|cravings|skin|weight|stress|anxiety|pain|blood\s(?:sugar|pressure))\s(?:asleep|alert|awake|calm|focused|energi[sz]ed|well|healthy|glowing|down|at\sbay|in\scheck|away|sharp|strong|balanced|regular|young|full|under\scontrol|on\strack)
    | why\s(?:it|they|[\w-]+)\s(?:really\s|actually\s)?works?\b | that\s(?:really\s|actually\s)?helps?(?=[.!]?$) | ^\W*(?:the|my|our)\s(?:remedy|cure|solution|fix)(?=\s?[,:\u2014\u2013])
    | (?:natural|herbal|effective|powerful|great|gentle|best|ultimate|plant-based|perfect|as\san?|is\san?|are|your)\s(?:[\w-]+\s){0,2}?(?:mood|focus|energy|brain|cognitive|memory|sleep|immune|immunity|pain|stress|anxiety|appetite|metabolism|libido|testosterone|performance|digestion)\s(?:enhancers?|boosters?|relievers?|stabili[sz]ers?|lifters?|soothers?|fighters?|busters?|killers?|elevators?|aids?)
    | (?:apply|applied|add|adding|diffuse|diffused|inhale|massage|rub|sip|drink|take|taking|using|try|trying)\b[^.;]{0,60}?\bfor\s(?:[\w-]+\s){1,2}?relief
    | mak(?:es?|ing)\sit\s(?:\w+\s)?(?:easy|easier|possible|simpler|a\sbreeze)\s(?:for\s(?:you|people|them|me)\s)?to\s(?:fall\sasleep|sleep|relax|focus|concentrate|unwind|cope|lose\sweight|breathe|rest|recover|quit|stay\s\w+)
    | (?<!harder\s)(?:falling\sasleep|sleeping|relaxing|focusing|concentrating|unwinding|getting\s(?:to\ssleep|up))\s(?:\w+\s)?(?:easy|easier|a\sbreeze|effortless)\b
    | leav(?:es?|ing)\s(?:you|me|them|people|users|your\s(?:mind|body|skin|muscles))\s(?:feeling\s)?(?:\w+ly\s)?(?:calm|relaxed|refreshed|rested|energi[sz]ed|focused|centered|satisfied|rejuvenated|soft|glowing|clear)
    | (?:wak(?:e|es|ing)|woke|get|gets)\sup\s(?:feeling\s)?(?:\w+ly\s)?(?:refreshed|rested|energi[sz]ed|recharged|rejuvenated)
    | ^\W*feel\s(?:more\s|less\s|fully\s|deeply\s|truly\s)?(?:relaxed|refreshed|calm|calmer|rested|energi[sz]ed|focused|rejuvenated|revitali[sz]ed|uplifted|at\sease|like\s(?:yourself|you)\sagain)
    | (?:is|are)\s(?:\w+ly\s|very\s)?effective(?=[.!]|\sand\s(?:safe|fast|gentle|natural|reliable|affordable)|,\s(?:safe|natural|gentle))
    | helps?\s(?:you\s|the\sbody\s|people\s)?in\s(?:so\s|very\s)?many\sways
    | (?:great|real|enormous|immense|significant|tremendous|high|true)\s(?:medicinal|therapeutic|medical|healing)\s(?:usage|uses?|value|potential|worth|properties)
    | (?:natural|great|perfect|easy|tasty|delicious|gentle|convenient|best|simple|safe|effective|wonderful|healthy)\sways?\sto\s(?:unwind|relax|sleep|calm\sdown|de-?stress|wind\sdown|recharge|feel\s\w+|stay\s(?:calm|sharp|focused|healthy|energi[sz]ed|well|young))
    | (?:useful|good|great|perfect|ideal|helpful|wonderful|excellent|handy)\sfor\s(?:relaxing|unwinding|sleeping|calming\sdown|winding\sdown|focusing|concentrating|studying|losing\sweight|falling\sasleep|staying\s(?:awake|focused|calm))
    | (?<!not\s)takes?\sthe\sedge\soff | (?:does|can\sdo)\swonders\sfor | do(?:es)?\s(?:your|the)\s(?:[\w-]+\s)?(?:body|skin|hair|heart|gut|brain|mind|soul|liver|joints|stomach|nerves|lungs|kidneys|bones)\s(?:(?:so\smuch|a\s(?:world|lot|power)\sof|real)\s)?good\b | (?:awaken|stir|stok|arous|kindl|rekindl|ignit|reignit|spark|reviv|heighten)(?:s|es|ing|e)?\s(?:up\s)?(?:(?:your|her|his|sexual|female|male|romantic)\s)?(?:desires?|passion)(?!\s(?:to|for|of)\b)
    | for\s(?:maximum|instant|fast|quick|rapid|natural|gentle|lasting|long-lasting|all-day|everyday|effective|soothing|deep)\s(?:stress|pain|anxiety|migraine|headache|cramp|itch|allergy|tension|cough|period|joint|muscle|nerve|back)(?:\sand\s[\w-]+)?\srelief\b | firing\son\sall\scylinders | (?:restful|peaceful|sleepful|calmer|sounder)\snights\b
    | (?:address(?:es|ing)?|treat(?:s|ing)?|targets?|targeting|tackl(?:es?|ing)|strik(?:es?|ing)(?:\sout|\sat)?|(?:gets?|getting|goes|going)\s(?:right\s|straight\s)?(?:to|at)|eliminat(?:es?|ing)|removes?|heals?|healing|fix(?:es|ing)?|resolves?)\s(?:the\s)?(?:(?:real|true|very|underlying|deep)\s)*(?:root[ -]causes?|roots?\sof|underlying\scauses?)
    | (?:relief|freedom|calm|sleep|rest|help|comfort|energy|focus)\s(?:from\s[\w-]+\s)?is\s(?:just|only)\s(?:an?|one)\s[\w-]+\saway
    | mak(?:es?|ing)\s(?:a|all\sthe)\s(?:[\w-]+\s){0,2}difference\s(?:to|in|for)\s(?:your|the)\s(?:[\w-]+\s)?(?:sleep|mood|skin|energy|health|pain|stress|anxiety|digestion|focus|well-?being|life|day|hair|joints|gut|recovery)
    | (?:breathe|walk|move|think|see|hear|live)s?\s(?:better|easier|freely|clearer|longer) | sleep(?:s|ing)?\s(?:better|deeper|longer|like\sa\sbaby|soundly|through\sthe\snight) | fall(?:s|ing)?\sasleep\s(?:faster|sooner|quickly) | feel(?:s|ing)?\s(?:calmer|better|younger|happier|sharper|stronger|more\s(?:relaxed|focused|energi[sz]ed|alert|balanced)|less\s(?:anxious|stressed|tired))
    | (?:improvements?|benefits|results|effects)\s(?:[\w-]+\s){0,2}?(?:are|is|can\sbe)\s(?:[\w-]+\s)?(?:seen|noticed|felt|experienced|noticeable|observed)\s(?:within|after|in|from|immediately|almost)
    | (?:utility|mechanism(?:\sof\saction)?|effects|role|value)\s(?:extends?|goes|go|reach(?:es)?)\s(?:far\s)?beyond\s(?:[\w-]+\s){0,3}?(?:analgesia|relief|pain|sleep|relaxation|anxiety|stress|mood)
    | benefits\s(?:of\s(?:[\w'-]+\s){1,3}?)?(?:that\s|which\s)?(?:(?:extends?|goes|go|reach(?:es)?)\s(?:far\s|well\s|way\s)?beyond|(?:goes|go|run)\s(?:much\s|far\s|even\s)?deeper\sthan)
    )""",
    re.VERBOSE,
)
UNDER_STUDY = Cue(
    r"""\b(?:understand\w*|assess\w*|evaluat\w*|determin\w*|investigat\w*|examin\w*|establish\w*|confirm\w*|research\s(?:on|into|about)|researching|study(?:ing)?(?!\s(?:found|finds|shows?|showed|suggests?|suggested|reports?|reported|concludes?|concluded|published))|studies\s(?:of|on|into|aim\w*|have\slooked)|test(?:s|ed|ing)?|
    opinions?|disagree\w*|controvers\w*|verify|clarify|elucidat\w*|jury\sis\s(?:still\s)?out|explor(?:e|ing)\swhether|whether|evidence\s(?:for|on|of|about|behind)|trials?\s(?:of|on|for)|data\son|question\w*|doubt\w*|compar\w*|review\w*|(?:claims?|fears?|concerns?|worries|conclusions?(?:\scan\sbe\sdrawn)?)\s(?:of|about|over|regarding|concerning|surrounding)|look\sat|information\son|knowledge\sof|closer\slook\sat)\b""",
    re.VERBOSE,
)
# What something rests on is behind it: "Based on ten trials, kava is".
RESTS_ON = Cue(r"^.*\bbased on\b[^,]*, ")
UNDER_TEST = Cue(
    r"\b(?:assess\w*|evaluat\w*|determin\w*|investigat\w*|whether|opinions?|trials?\s(?:of|on|for)|evidence\s(?:for|on|of|about)|doubt\w*|question\w*|claims?\s(?:of|about|regarding|concerning|surrounding)"
    r"|(?:truth|veracity|validity)\s(?:of|behind|about)|debates?\s(?:about|over|on|as to)|tests?|testing|if)\b"
)
STUDIED_AFTER = Cue(
    r"^ (?:(?:that|which) (?:is|are|have been) )?(?:\w+ly |often )?(?:attributed|ascribed|credited|claimed|touted|purported)\b|^[^.;,]{0,80}?\b(?:is|are|was|were|has|have|remains?)\s(?:[\w-]+\s){0,4}?(?:research|(?:debate|dispute|controversy|discussion)\b|under (?:investigation|study)|studied|unknown|unclear|uncertain|limited|mixed|inconclusive|debated|questioned|investigated|not)\b"
    r"|^[^.;,]{0,80}?\b(?:(?:can|may|might|will|could) )?(?:\w+ly )?(?:vary|varies|varied|differs?)\b"
)
EFFECT_NOUN = Cue(
    r"^(?:\s?\([^()]{2,30}\))?(?:\s{0,2}(?:,|and|or|&)?\s{0,2}[\w-]{1,40}){0,3}?\s{0,2}(?:effects?|properties|property|qualities|benefits?|actions?|powers?|capabilities|abilities|support)\b"
)
# With these a product is praised by what it is said to do: "a calming tea", "pain-relieving cream".
PRAISED = Cue(
    r"^\s(?:[\w-]+\s){0,2}?(?:herbs?|plants?|teas?|alternatives?|options?|remed(?:y|ies)|supplements?|oils?|blends?|formulas?|compounds?|nutrients?|agents?|botanicals?|drinks?|"
    r"creams?|balms?|tinctures?|elixirs?|ingredients?|solutions?|extracts?|capsules|gummies|spices?|powders?|scents?|aromas?|roots?|leaf|leaves|products?)\b"
)
PRAISING = Cue(
    r"^anti-(?:inflammatory|stress|diabetes)$|(?:-(?:relieving|boosting|fighting|busting|reducing|enhancing|lifting|burning|killing|promoting|inducing|modulating|supporting|enhancing|elevating|giving)|soothing|calming|healing|anti-anxiety|relaxing|uplifting|energizing|rejuvenating)$"
)
FIT = Cue(
    r"(?<!\bless )(?<!\bleast )(?<!\bnot )\b(?:(?:highly|very|particularly|especially|extremely|incredibly|quite|more|most|also|really)\s)?(?:beneficial(?!\s(?:bacteria|microbes|micro-?organisms|organisms|flora|yeasts?|insects)\b)|useful|helpful|effective|excellent|great(?!\s(?:findings|interest|detail|advances|strides|numbers|demand|care|variation|differences|quantities|amounts|part|deal|extent|concern)\b)|good(?!\s(?:bacteria|news|sources?|things?|ideas?|deal|reasons?|health|nights?|ways?|fats?|cholesterol|diet)\b)|perfect|ideal|amazing|wonderful|fantastic|superb|terrific|potent|time-tested|trusted|valuable|invaluable|suitable|proven|indicated|works? (?:\w+ )?(?:well|best|great|wonders|wonderfully|brilliantly|beautifully|superbly)|works?(?=\s(?:for|against)\s)|come in handy|go-to|must-have|(?:one of|among) the (?:very )?best(?:\s[\w-]+){1,2}?(?=\s(?:for|against)\s)|best(?:\s(?:type|kind|form|herb|root|oil|tea|supplement|vitamin|mineral|strain|one|thing|cannabinoid|mushroom|nutrient|adaptogen|compound|extract)(?:\sof\s[\w-]+)?)?(?=\s(?:for|against)\s)|(?:great|good|excellent|legitimate|viable|solid|smart|ideal|perfect|safe|natural|popular|top|best|first)\s(?:choice|option|pick)|(?:is|are|be|been)\sof\s(?:(?:great|real|tremendous|immense|enormous|significant|much)\s)?(?:help|use|benefit|value)|(?:a|an|as|nature's|natural|effective|best|ultimate|perfect|herbal|powerful|your|my|our|the(?=\s(?:remedy|cure|answer|antidote)))\s(?:(?:common|popular|well-known|great|good|best|wonderful|excellent|trusted|time-honou?red|simple|handy|fine|fast|quick|instant)\s)?(?:remedy|cure|treatment|solution|answer|antidote|fix|ally|weapon|aid|relief|defen[cs]e|shield|friend|boon|tonic|powerhouse|blessing|godsend|lifesaver))\s"
    r"(?:(?!is\b|are\b|was\b|way\b|pick\b|addition\b)[\w-]+\s){0,2}?(?:for|in|at|against|to|treatments?|remed(?:y|ies)|solutions?|options?|aids?)\b"
    r"|\b(?:formulated|designed|made)\s(?:(?:especially|specifically|just)\s)?for\b"
    r"|\b(?:natural|great|good|excellent|best|powerful|clean|steady|amazing|wonderful)\ssource\sof\b(?=\s(?:[\w-]+\s){0,2}?(?:energy|vitality|strength|stamina|calm|relief|comfort|immun\w+|focus|well-?being|wellness)\b)"
)
COMPARED_TO_DRUGS = Cue(
    r"\b(?:comparable|(?:similar|akin)(?!\s(?:effects?\s)?(?:to|as)\s(?:[\w-]+\s){0,3}?(?:opioids?|opiates|drugs)\b)|equal|equivalent|superior|(?:better|faster|quicker) than|as (?:effective|powerful|potent|strong|good)(?: as)?|just as effective as|(?:works?|behaves?|functions?|performs?|acts?) (?:(?:just|much|exactly|a lot|very much) )?like(?!\s(?:an?\s)?(?:[\w-]+\s){0,2}?(?:opioids?|opiates|morphine|steroids?|drugs)\b)|works? (?:just )?like|rivals?|mimics?(?!\s(?:the\s(?:effects|action)\sof\s)?(?:[\w-]+\s){0,2}?(?:opioids?|opiates|drugs|steroids?))|outperforms?|beats?)(?!\s(?:to|in|than)\s(?:how|that|what|those))\s"
    r"(?:effects? )?(?:to|than|as|of|the effects of)?\s?(?!how)(?:[\w-]+\s){0,4}?(?:medications?|medicines?|drugs?|opioids?|opiates|morphine|nsaids?|ibuprofen|aspirin|antidepressants?|benzodiazepines?|painkillers?|statins?|steroids?|valium|xanax|prozac|adderall|viagra|antibiotics?|metformin|tranquili[sz]ers?|sleeping (?:pills|tablets)|pills|(?:skin|steroid|cortisone|medicated) creams?|cough syrups?|antacids?|insulin|ozempic|ritalin|cialis|tylenol|advil|melatonin pills|ambien|caffeine pills|antihistamines?|ssris?|blood thinners?|ace inhibitors?)\b"
)
ROLE_IN = Cue(
    r"\brole\s(?:\w+\s){0,4}?in\s(?:its|their|the|his|her)?\s?(?:mitigation|alleviation|relief|reduction|treatment|prevention|improvement|recovery|healing|regulation|coordination|modulation)\b"
)
LABEL_TAIL = Cue(
    r"\b(?:relief|support|aid|management|control|enhancement|enhancer|boost|booster|boosting|soother|reliever|killer|fighter|elevation|suppression|suppressant|reduction|improvement|"
    r"protection|protector|lift|uplift|calming|balance|remedy|helper|health|healing|repair|regeneration|rejuvenation|anti-ag(?:e)?ing|detoxification|longevity|cleanse|cleansing|nourishment|renewal|rebuilding|strengthening|soothing)\b"
)
BENEFITS_HEADING = Cue(
    r"^(?!how\b|for\b|the science|maximi[sz]|understanding|risks|weigh|potential (?:risks|side)|who\b|are\b|do\b|does\b|is\b)[\W\d]*(?:[\w'&,-]{1,40} ){0,6}?benefits(?:(?: (?:of|for|from|at a glance|include|you|to|backed|proven|supported)|: (?:what|how))\b.*)?\W*$"
)
PERKS = Cue(
    r"\b(?:capable of|able to|known to|shown to|ability to|(?:effective|useful|helpful|beneficial|great|perfect) (?:for|in|at|against)|helps?(?: to| you(?: to)?| with| your body(?: to)?)?|aids? in|assists? in|what it (?:does|can do)(?: for you)?|(?:gives?|brings?|delivers?|offers?|provides?)(?: you)?)\s?:$|"
    r"^[\W\d]*(?:[\w'-]{1,40} ){0,4}?(?:perks|advantages|upsides|pros|highlights)\b|\bsets? (?:it|us|them|[\w-]+) apart\b|^why (?:people|you|we|our customers|customers|everyone|choose)\b.*\blove|"
    r"^[\W\d]*(?:\d{1,9} |top )?reasons (?:to|why|people)\b|\bwhat (?:it|[\w-]+) (?:can do|does) for you\b|\b(?:uses|good for|helps with|known to)\b.{0,40}:?$"
)
# What it was used for by custom is a report.
CUSTOM = Cue(
    r"\b(?:traditional(?:ly)?|historical(?:ly)?|folk|ancient|ayurvedic|native|indigenous|ceremonial)\b[^.:]{0,30}\buses?\b"
)
NO_BENEFIT = Cue(
    r"[\W\d]*(?:caus|lead(?:s|ing)? to|worsen|trigger|damag|harm|(?:increas|rais)\w* (?:the |your )?risk|risk|interfer|(?:add|use|apply|mix|put|spray|dilute|pour|stir|store|keep|rub)\s(?:it\s|this\s|them\s|a\s|some\s|to\s|in\s|on\s|into\s|with\s|as\s)|shows? promise|promising|consult|talk to|ask|non-|(?:certified |100% )?(?:organic|pure)\b|vegan|gluten|lab[- ]tested|third[- ]party|sustainabl|convenient|affordable|versatil|(?:nine|eight|seven|most|many|\d+)\b)|[^:]*\b(?:customers|reviews?)\b"
)
# What it is made of is no benefit: "Maca is loaded with goodness, including:".
CONTENTS_LEAD = Cue(
    r"\b(?:contains?|containing|loaded with|packed with|rich in|full of|high in|(?:good|great|excellent|rich|natural) source of|made (?:of|from|with)|ingredients|nutrients|vitamins|minerals|compounds)\b[^.!?]*:?\W*$"
)
BENEFITS_LEAD = Cue(
    r"\b(?:(?:can|will|helps?(?: to)?|is able to) (?:help (?:to )?)?(?:\w+ly )?(?:reduce|relieve|treat|ease|alleviate|fight|prevent|improve|boost|lower|soothe|support|promote|manage|combat) (?:the )?(?:[\w-]+ ){0,5}?(?:following|these|symptoms|conditions|problems|complaints)(?: (?:such as|including|like))?|benefits?(?: of [\w -]{1,100})?(?: may| can)? ?(?:include|are)?|benefits?\b[^.:]{0,150}\. (?:these|they|some of (?:these|them)|among them|the main ones) (?:are|include)|(?:goal|aim|purpose)(?: of [\w ]{1,100})? is to (?:help )?(?:support|improve|promote|boost)|"
    r"(?:helps?|supports?|improves?|promotes?|relieves?)(?: with| you| your \w+)|(?<!\bto )(?:(?:relieve|ease|soothe|cure|heal|fight|combat|clear|calm|alleviate|battle|beat|conquer|shrink|banishe)s?(?: up| away| off)?(?: and | or )?){1,2}|(?:great|perfect|good|works?) for):$"
)
FOR_BENEFIT = Cue(
    r"^(?:[^:]{2,30}:\s)?for\s(?!skin applications)(?:[\w-]+\s){0,2}?(?:[\w-]+\sand\s)?[\w-]+(?:\s[\w-]+)?\.?$"
)
DASH_LABEL = Cue(r"^[^:\u2014\u2013.!?]{2,60}?(?::|\s[\u2014\u2013-]\s)")

# -- how a relation word stands ---------------------------------------------------------------------------------------

LEADS_PARTICIPLE = Cue(r"(?:,|\band|\bthereby|\bthus|\bwhile|\bby|\u2014|;)\s(?:(?:\w+ly|also|even|further)\s){0,2}$")
LEADS_GERUND = Cue(
    r"\b(?:for|in|at|of|with|is|are|from|into|as|by|(?:key|path|secret|route|answer|guide|addition|road|way) to|besides|beyond|(?:powerhouse|champion|star|superstar|winner|great|excellent|effective|unbeatable|hard to beat) when it comes to)\s(?:\w+ly\s)?$"
)
LEADS_INFINITIVE = Cue(
    r"(?<!\bdue )(?<!\bpart )(?<!\bthanks )(?<!\bled )(?<!\blead )(?<!\bleads )(?<!\blinked )(?<!\brelated )(?<!\bprior )"
    r"(?<!\baccording )(?<!\bsimilar )\bto\s(?:\w+ly\s)?$"
)
# Before these words a form of a verb is a noun: "professional support", "the boost".
LEADS_NOUN = Cue(
    r"\b(?:the|a|an|of|its|their|your|this|these|some|any|no|and the|for|with|from|without|much-needed|risk|risk-benefit|benefit-risk|benefit-to-risk|risk-to-benefit|calorie|calories|professional|medical|"
    r"product|help and|care and|legal|peer|emotional|customer)\s$"
)
RELIEF_OF = Cue(r"(?:and \w+ )?(?:relief|reduction|support|benefits?)\b")
# Between a comma and the verb these are no subject: "kava, also relieving", "and then eases".
NO_SUBJECT = Cue(
    r"\W*(?:(?:also|then|thus|and|or|but|can|will|may|might|could|even|so|thereby|while|further|in turn|\w+ly|helps?|to|by|has|have|is|are|been|not|do|does|which|that|who)\W+)*"
)
PRONOUN = Cue(r"\b(?:it|they|this|these|that|which)\b")
# "Its many compounds" are nobody.
SOMEBODY = Cue(rf"(?<!\bits )(?<!\btheir )\b(?:{PEOPLE}|you|we|i)\b")
# After "Nervines are herbs": "Some calm the mind".
SOME_OF_THEM = Cue(r"\W*(?:some|many|others)(?: of (?:them|these))? (?:\w+ly |also |help |can )*")
# Whoever has the means, it is the means that does it: "we have a safe alternative for", "the best way to".
BY_MEANS = Cue(
    r"\b(?:(?:best|great(?:est)?|good|perfect|ideal|excellent|effective|safer?|gentler?|powerful|natural|simple|easy|easiest) (?:[\w-]+ ){0,2}?(?:ways?|means|alternatives?|options?|solutions?|remed(?:y|ies)|tools?)"
    r"|(?:the|these|this) (?:tools?|means|medicines?|remed(?:y|ies)))(?: (?:required|needed|available|at hand))? (?:to|for) (?:\w+ly )?$"
)
# What goes on inside the body belongs to what set it off: "this activation", "these compounds".
MECHANISM = Cue(
    r"\b(?:this|these) (?:[\w-]+ )?(?:activation|inhibition|stimulation|interaction|action|mechanism|process|synergy|combination|effect|antioxidant|compound|component|constituent|impact|influence|response|nutrient|protein|amino acid|property|properties|alkaloid|bioactive)s?\b"
)
# Behind these an agent is where it happens, not who does it: "an addition to your diet".
PLACES_IN = Cue(
    r"\b(?:(?:to|into|in|within) (?:your|our|their|(?<=in )the) (?:(?:daily|weekly|everyday) )?|(?:helps?|helping|allows?|allowing|enables?|lets?|assists?|encourages?|trains?|supports?) (?:your|our|their) )$"
)
# What it is full of is not what is spoken of.
CONTENTS = Cue(r"\b(?:full of|rich in|packed with|loaded with|high in|filled with|brimming with) (?:[\w-]+ )?$")
# A phrase before the main clause; who is named in it does nothing.
FRONTED = Cue(r"\W*(?:for|in|when|with|during|after|amid|among|beyond|from)\b[^,;:]{3,100}, ")
FINITE = Cue(
    r"\b(?:is|are|was|were|has|have|had|can|could|may|might|will|would|should|must|do|does|did|remains?|shows?|showed|found)\b"
)
# With these a sentence goes on about what the one before was about.
GOES_ON = frozenset({"it", "they", "this", "these", "that", "but", "and", "yet"})
GOES_ON_WITH_IT = Cue(r", (?:it|they) (?:is|are|can|may|will|has|have|also|helps?)\b")
# A heading that treats or prevents an illness: "Prevention and treatment of ulcers".
TREATS = Cue(
    r"\b(?:prevention|treatment|relief|healing|cure|reversal|alleviation|reduction|prevents?)(?: and [\w]+)? of $"
)
# Words too wide to end the label of a heading.
PLAIN_TAILS = frozenset(
    {
        "relief",
        "aid",
        "reliever",
        "booster",
        "boost",
        "enhancement",
        "enhancer",
        "soother",
        "killer",
        "fighter",
        "protection",
        "protector",
        "suppression",
        "reduction",
        "improvement",
    }
)
# A label before an amount is a line of a dosing table.
AMOUNT = Cue(r"\d\s?(?:mg|g|mcg|ml|iu|grams?|milligrams?|drops?)\b")
# What a heading with these announces is a subject, not a benefit.
SUBJECT_MATTER = Cue(r"\W*(?:understanding|exploring|introduction|about|what|how|why|the (?:role|science|truth))\b")
WIDE_TAILS = frozenset({"health", "balance", "control"})

# -- results told in a fragment ---------------------------------------------------------------------------------------

RESULT = Cue(
    r"\b(?:(?:significant|notable|marked|major|dramatic|\d+ ?%|faster|greater|measurable|clear) )?(?:reductions?|improvements?|decreases?|increases?|relief|(?<!\bfew )(?<!\bsome )(?<!\bmore )(?<!\bof )(?<!\btwo )(?<!\bthree )(?<!\d )drops?) (?:in|of|from|for) |"
    r"(?:^|: |[\u2013\u2014-] |\band |\b\w+ )(?:reduced|improved|decreased|increased|enhanced|lowered|boosted|relieved|eased|alleviated|faster|better|deeper|stronger|sharper) "
)

GOES_ON_ABOUT = Cue(r" which\b")
RELATIVE = Cue(r"\b(?:that|which) (?:\w+ly )?$")
