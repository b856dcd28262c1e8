"""The words that steer a reader's hand without a figure: patterns of text by family, and the literals they need."""

from __future__ import annotations

_DOSE = (
    r"(?:dos(?:e|es|age|ages)|amounts?|servings?|serving sizes?|quantit(?:y|ies)|strengths?|potency|potencies|concentrations?"
    r"|intake|levels?)"
)
_SMALL = r"(?:very |really |relatively |even )?(?:low|lower|lowest|small|smaller|smallest|minimal|minimum|tiny|modest|conservative)"
_SIZED = rf"(?:{_SMALL}|high|higher|highest|large|larger|big|bigger|strong|stronger)"
_KIND = r"(?:possible |effective |initial |starting |daily |cbd |kratom |kava |potency |dose )*"
_BEGIN = r"(?:start|starts|starting|begin|begins|beginning|commence|initiate)"
_TAKE = r"(?:take|use|sip|drink|consume|chew|ingest|inhale|apply|reapply|dose|enjoy|rub|spray|diffuse|swallow|roll on(?:to)?|dab|massage|spritz)"
# What one counts out by eye.
_HANDFUL = r"(?:a few|a couple(?: of)?|several|a handful of|a pinch of|a splash of|a dash of|a little|a bit(?: of)?)"
_SOME = r"(?:a (?:very )?(?:small|tiny|little|moderate|generous|modest|pea-sized|thin) (?:amount|dose|quantity|serving|dab|layer)|a little|a bit|small amounts?)"
# What is measured by eye, and what it is held against.
_LUMP = r"dab|dollop|blob|amount|bit|drop|squeeze|smear|piece|lump|ball|portion"
_SMALL_THING = r"(?:pea|dime|nickel|quarter|penny|coin|almond|grape|cherry|fingertip|fingernail|thumb(?:nail)?|walnut|hazelnut|bean|marble|lentil|blueberry|chickpea)"
_ON = r"(?: (?:by (?:ear|taste|feel|instinct)|with (?:your|the|it|different|various)[^.;]{0,30}|around(?: with)?[^.;]{0,30}))?"
# An instruction opens its clause, or follows a word of advice.
_ADVISED = (
    r"(?:(?:^|(?<=[.:;!?,(–—-] )|(?<=[\"*•] ))(?:(?:then|so|simply|just|please|always|try to|be sure to|and|but|or) )?"
    r"|\b(?:(?:you|they|one|we|users?|people|adults|individuals|patients|beginners) (?:should|must|can|may|could|might)|please|then"
    r"|simply|just|always|best|advised|advisable|recommend(?:ed)?|important|recommended that you|suggest(?:ed)?(?: that you)?|better"
    r"|wise|try|need|want|is|are) (?:to |just |simply |only |always )?)"
)
_WHENEVER = (
    r"(?:(?:as often as|as much as|as many(?: \w+)? as|as|if|when(?:ever)?|any ?time) (?:is )?(?:needed|desired|required|necessary|wanted|you (?:see|feel) "
    r"(?:fit|the need|like it)|you (?:like|wish|want|please|need|feel|fancy)(?: (?:it|more|to|a \w+))?)|accordingly|to taste"
    r"|when(?:ever)? (?:the mood|something's|stress|pain|you (?:crave|get))\b|for as long as (?:it takes|needed|you (?:like|need|want)))"
)
_REGULARLY = (
    r"(?:daily|every ?day|every single (?:day|night|morning|evening)|each day|regularly|consistently|nightly|every (?:night|morning|evening)|each (?:night|morning|evening)"
    r"|before (?:bed|sleep)(?:time)?|at bedtime|(?:first thing )?in the mornings?|first thing|several times a day|throughout the day|on a (?:regular|daily|consistent) basis|all year(?: round)?|year[- ]round)"
)
PREPARATION_NOUN = (
    r"(?:supplements?|products?|tea|teas|tinctures?|oils?|extracts?|powders?|capsules?|tablets?|drops|gumm(?:y|ies)"
    r"|tonic|drink|brew|infusion|dose|serving|herb|shots?)"
)
PREPARATION = rf"(?:it|them|this|one|{PREPARATION_NOUN})"
# How much more or less is left open.
_RATHER = r"(?:(?:(?:quite |just )?a (?:little|bit|lot|touch|good deal)|much|far|considerably|somewhat|slightly|noticeably|significantly|even) )?"
_RIGHT = r"(?:safe|safest|proper|appropriate|correct|recommended|suggested|right|optimal|responsible|advised)"
_GUIDANCE = r"(?:guidelines?|guidance|recommendations|instructions|limits?|ranges?|practices)"

# Guidelines that are nobody's are left open as well.
_OBEY = r"\b(?:follow(?:ing)?|adher(?:e|ing)(?: to)?|stick(?:ing)? (?:to|with)|stay(?:ing)? within|keep(?:ing)? within|respect(?:ing)?|compl(?:y|ying) with)"
# What is better, by which a remedy is left off again.
_WELL = (
    r"(?:you(?:'re| are)? (?:feel|feeling|get|notice|see|experience) (?:(?:much|completely|fully|some|any|an?|a little|a bit|the|real) ){0,2}(?:better|well|relief|improvement|results|difference|effects?|like yourself)"
    r"|(?:(?:the|your|all|any) )?(?:(?:[\w-]+ )?(?:symptoms?|pain|cough|cold|rash|fever|complaints?|ache|itch|infection|discomfort)|things|they|it) (?:(?:(?:has|have|is|are|fully|completely) ){0,2})(?:gone|go away|goes away|eases?|eased|improves?|improved|subsides?|subsided|disappears?|disappeared|clears?(?: up)?|cleared(?: up)?|resolves?|resolved|passes|passed|lifts?|better))"
)

_IN_MODERATE = r"(?:in|at) moderate (?:amounts|doses|quantities)"
_FINE = r"(?:safe|fine|harmless|ok|okay|all right|well tolerated)"

# The first family that a sentence shows names it.
FAMILIES = {
    "start": rf"\b{_BEGIN}(?: off| out)?(?: (?:with|at|on|by|from|taking|using|low and))* (?:(?:a|an|the|your) )?{_SMALL} "
    rf"{_KIND}{_DOSE}\b"
    rf"|{_ADVISED}(?:start|begin)(?: off| out)? (?:low|lower|small|smaller|slow|slower|slowly|gradually|conservatively|gently)\b(?! (?:business|talk|group|world|fire))"
    r"|\bby (?:starting|beginning) (?:off )?(?:low|small|slow|slowly)\b|\blow and slow\b|\bstart low\b"
    rf"|{_ADVISED}(?:start|begin)(?: off| out)? with (?:half|less|a (?:fraction|quarter|third)|(?:just |only )?a (?:little|bit|tiny bit))\b(?! (?:time|stretch|walk|prayer|yoga|research|reading|background|history))"
    rf"|{_ADVISED}(?:ease (?:yourself |your way )?in|go)(?: (?:very|nice and|really))? (?:slow(?:ly)?|gradually|gently)(?: (?:at first|to (?:begin|start) with|with (?:it|this|the \w+)))?(?=[.,;!]|$)"
    rf"|{_ADVISED}take it (?:slow|slowly)(?: (?:at first|to (?:begin|start) with))?(?=[.,;!]|$)"
    rf"|{_ADVISED}{_BEGIN}(?: off| out)? with (?:just )?a {_SMALL} (?:spoon(?:ful)?|scoop|cup|mug|sip|pinch|dab|puff|piece|squirt)\b"
    rf"|{_ADVISED}introduce (?:it|them|this|{PREPARATION}|the {PREPARATION}|your {PREPARATION}) (?:slowly|gradually|gently)\b"
    r"|\b(?:dip|dipping) (?:a|your) toes? in\b|\bease into (?:it|this|the dose|your dose)\b|\b(?:go|goes|going) (?:easy|light) (?:on (?:(?:the|this|your) (?:dose|powder|drops|extract|oil|tea|stuff|amount)|it|this)|at first)\b"
    rf"|{_ADVISED}(?:take|try|use|have) {_SOME}\b(?! (?:of (?:time|water|oxygen|money)|time|break|longer|rest|more))"
    rf"|{_ADVISED}(?:use|take|stick (?:to|with)) the (?:lowest|smallest|minimum) {_KIND}{_DOSE}\b",
    "increase": rf"\b(?:recommend|suggest|advise|by)\w*\b[^.;]{{0,60}}\b(?:gradually|slowly|steadily) increasing (?:the |your |their )?{_DOSE}\b"
    rf"|\b{_DOSE} (?:can|may|should|must|might)(?: then| also)? be (?:(?:gradually|slowly|steadily|carefully) (?:increased|raised|adjusted|titrated)|(?:increased|raised|adjusted|titrated) (?:gradually|slowly|over time|{_WHENEVER}))"
    rf"|\b(?:increase|raise|titrate|adjust) (?:(?:the|your|their|its|this|daily|potency|strength) ){{0,5}}(?:{_KIND}{_DOSE} )?"
    rf"(?:gradually|slowly|incrementally|{_WHENEVER}|over time|until|by small)\b"
    rf"|\b(?:gradually|slowly|steadily|incrementally) (?:increase|raise|up|adjust|titrate|build up|work up)\b"
    rf"(?:[^.;]{{0,60}}?\b{_DOSE}| (?:{_WHENEVER}|(?:as|if|until|over|from|to find)\b))"
    rf"|{_ADVISED}(?:gradually|slowly|steadily|incrementally) (?:increase|raise|titrate|work up|build up)\b"
    rf"(?:[^.;]{{0,60}}?\b{_DOSE}\b)?"
    rf"|{_ADVISED}(?:increase|raise|titrate) (?:the |your |their )(?:daily )?{_KIND}{_DOSE}\b(?! by \d)"
    rf"(?: (?:gradually|slowly|{_WHENEVER}|over time))?"
    rf"|{_ADVISED}halve (?:that|the|your|this) {_DOSE}\b"
    rf"|{_ADVISED}(?:build|work|go|move) (?:(?:your way|it) )?up (?:slowly|gradually|over|from there|until|as|to find)\b"
    r"|\b(?:work|working|inch|inching) (?:your|their|my|its) way up\b(?! (?:the|to the (?:top|director|boss))\b)"
    r"|\b(?:and|then) (?:then |slowly |gradually )*work up(?:wards?)?(?=[.,;!]|$| from| to)"
    rf"|{_ADVISED}(?:adjust|increase|go|move|build|work)(?: (?:it|things|the dose))?(?: (?:up|down|higher|up or down|up and down))? from there\b"
    rf"|{_ADVISED}work up to (?:the|a|your) (?:full|higher|larger|bigger|usual) (?:{_DOSE}|scoop|spoonful|cup|capsule)\b"
    rf"|{_ADVISED}(?:bump|step|nudge|inch|dial|ramp|creep|crank) (?:it|things|the (?:dose|amount)|your (?:dose|intake)) (?:up|down)\b"
    rf"|{_ADVISED}(?:up|bump up|step up|dial in|scale up) (?:the|your) {_DOSE}\b"
    rf"|{_ADVISED}(?:take|use|add|have) (?:a (?:little|bit|touch) )?(?:more|less|extra)\b(?= (?:if|as|when|whenever|on|until|for)\b|[.!]|$)(?!\W+than)",
    "sized": rf"\b(?:small|smaller|low|lower|large|high|frequent)(?:,? (?:and )?(?:frequent|regular|daily))? doses (?:\w+ )?work (?:the )?best\b"
    rf"|\b(?:giv(?:e|ing)|tak(?:e|ing)|us(?:e|ing)) (?:(?:them|him|her|it|your (?:dog|cat|pet|child|horse)) )?(?:an? )?{_SIZED} {_KIND}(?:dos(?:e|es)|amounts?|servings?) [^.;]{{0,30}}\b(?:every (?:day|night|morning)|each (?:day|night|morning)|daily|a day|per day|before bed)\b"
    rf"|\b(?:you|users?|beginners?|people|individuals|we|one|adults)(?: \w+){{0,2}} (?:may|might|can|should|will|could|must"
    rf"|(?:be )?able to)(?: \w+){{0,2}} (?:start|take|need|use|require|try)(?: (?:at|with|on))? (?:a |an )?{_SIZED} {_KIND}{_DOSE}\b"
    rf"|{_ADVISED}(?:take|use|try|choose) (?:an? )?{_SIZED} {_KIND}(?:dos(?:e|es|age|ages)|amounts?|servings?)\b(?! of (?:vitamin|sugar|salt|time))"
    rf"|\b(?:new|first-time|experienced|seasoned|other) (?:users|people|buyers) (?:take|use|try|start with|need) (?:an? )?{_SIZED} {_KIND}{_DOSE}\b"
    r"|\bhalf (?:of )?(?:the |that |an )?(?:adult |usual |normal |full )?dos(?:e|es|ages?) (?:for|is|are|to) (?:[\w-]+ ){0,3}?(?:children|kids|teens|dogs|pets)\b|\b(?:children|kids|teens|toddlers|seniors|beginners|newcomers|dogs|cats|pets) (?:(?:should|can|may|will|only|just) ){0,2}(?:get|have|take|need|be given) half (?:of )?(?:the |an )?(?:(?:adult|usual|normal|full|human) )?(?:dose|amount|serving)\b"
    rf"|\b(?:you|beginners?|newcomers|newbies|first-timers|children|kids|larger people|smaller people|heavier people)(?: \w+)? (?:should|can|may|might|must|will)"
    rf"(?: \w+)? (?:take|use|need) {_RATHER}(?:more|less)\b(?! (?:than|care|time|sleep|rest|of a|likely|attention|help))"
    r"|\b(?:you|users?|people|we|some|others) (?:can|may|might|could|should) (?:\w+ )?(?:go|start|dose) (?:a (?:little|bit) |much |even )?(?:higher|lower|stronger)\b(?=[.,;!]|$| (?:if|as|when|once|than this|than that|after|or)\b)"
    r"|\b(?:those|people|users?|some|others|customers|adults|patients|individuals|folks|drinkers|seniors|newcomers|beginners|women|men)(?: (?!with\b)[\w-]+){0,6}? (?:may|might|will|can|could|often|usually) (?:\w+ )?(?:need|require|want|take|use)"
    rf" {_RATHER}(?:more|less)(?=[.,;!]|$| (?:to (?:feel|get|notice|reach)|for the same|at first|per (?:dose|day)|each (?:time|day)|of (?:it|the (?:powder|tea|extract|oil|leaf)))\b)"
    r"|\b(?:heavier|larger|bigger|smaller|lighter|taller|petite) (?:people|folks|adults|users|men|women|individuals|bodies|frames|builds|dogs|pets|animals)\b[^.;:,]{0,50}? (?:may|might|will|can|could|often|usually|typically|generally) (?:\w+ )?(?:need|require|want|take|use)"
    rf" {_RATHER}(?:more|less)(?=[.,;!]|$| (?:to (?:feel|get|notice|reach)|for the same|at first|of (?:it|the (?:powder|tea|extract|oil|leaf)))\b)"
    r"|\bsome (?:(?:people|users|folks|of us) )?(?:will |may )?(?:need|want|take|prefer|do better with) more(?:,| and)(?: and)? (?:some|others)(?: (?:will |may )?(?:need|want|take|prefer|do better with))? less\b"
    rf"|{_ADVISED}(?:{_TAKE}|put|place|add|pop|have) {_HANDFUL} (?:[\w-]+ )?(?:drops?|capsules?|gummies|sprays?|puffs?|pellets?|pumps?|sips|tablets?"
    r"|teaspoons?|spoonfuls?|extract|powder|tincture|oil)\b"
    rf"|\b(?:(?:an?|the|one) )?(?:{_LUMP}) (?:(?:about|roughly|of (?:the )?(?:cream|balm|gel|oil|salve|paste|ointment|butter)) ){{0,2}}(?:the size of|as big as|no bigger than) (?:(?:an?|your) )?{_SMALL_THING}\b"
    rf"|\b(?:an?|one|two|the) {_SMALL_THING}[- ]sized? (?:{_LUMP})\b"
    r"|\b(?:an?|one|two|half an?|a few) (?:fingertip(?: unit)?s?|knife[- ]?(?:point|tip)s?|thimble(?:ful)?s?|palmfuls?) of (?!(?:water|sand|earth)\b)(?=\w)",
    "as-needed": rf"{_ADVISED}(?:(?:{_TAKE}|adjust|redose)\b[^.;]{{0,60}}|repeat(?: (?:it|(?:the|your|this) dose))?) {_WHENEVER}\b"
    rf"|{_ADVISED}(?:{_TAKE}|have) (?:more|another)\b[^.;]{{0,30}}? (?:when(?:ever)?|if|until)\b"
    rf"|(?:(?<=\bbe )|(?<=\bis )|(?<=\bare )|(?<=\bbest ))(?:used|taken|applied|sipped|enjoyed|consumed|repeated|reapplied)\b[^.;]{{0,40}} {_WHENEVER}(?=[ .;,!)]|$)"
    rf"|{_ADVISED}(?:only )?repeat(?: (?:it|(?:the|your|this) (?:dose|remedy)))?(?: only)? (?:if|when|on|upon) (?:(?:the|your|they|it) ?)?(?:symptoms?|relapse|pain|fever|needed|required|return\w*|comes? back)\b"
    rf"|{_ADVISED}(?:wait|give it|allow|leave) (?:a (?:few|couple of)|several|some) (?:hours|minutes) before (?:you )?(?:tak(?:e|ing)|hav(?:e|ing)|re-?dos(?:e|ing)|try(?:ing)?|reach(?:ing)? for) (?:any )?(?:more|another|a second|the next|it again)\b"
    r"|(?P<beside>\bas (?:often|many times (?:a day|per day|daily|a night)) as you(?:'d)? (?:want|like|wish|please|feel like)"
    rf"|(?:{_ADVISED}(?:continue|carry on|repeat|keep (?:going|it up|this up)|{_TAKE})|\b(?:used|taken|applied|repeated|continued))\b(?! (?:to|a (?:break|rest)|time|shelter|care))[^.,;:!?]{{0,40}}? until {_WELL})\b"
    rf"|{_ADVISED}re-?dose (?:if|when(?:ever)?|once|as soon as|later|again)\b"
    r"|\b(?:keep(?: on)?|continue|carry on|go on) (?:taking|using|drinking|sipping|chewing|dosing|adding|to (?:take|use|drink|sip|chew|add))\b[^.;]{0,30}? until (?:(?:it|they) (?:kicks? in|works?|takes? (?:effect|hold)|hits?)|you (?:feel|notice|get|reach|find|start)|your (?:mouth|tongue|lips|pain|mood|head|symptoms))\b"
    r"|\b(?:keep|carry on|stay) (?:going|at it|with it) until (?:it|they) (?:kicks? in|works?|takes? (?:effect|hold)|hits?)\b"
    r"|^(?:every (?:night|day|morning)|daily)?,? ?(?:or )?(?:whenever|any ?time) (?:you|the mood)\b(?! (?:come|are exposed|see a doctor))(?![^.;]{0,60} you(?:'ll| will| also| can| may)\b)",
    "moderation": r"\b(?:us(?:e|ed|ing)|tak(?:e|en|ing)|consum(?:e|ed|ing|ption)|enjoy(?:ed)?|practice|exercise|key is|importance of|drink)"
    rf"\b[^.;]{{0,40}}\b(?:moderation|{_IN_MODERATE})\b|\b{_FINE} {_IN_MODERATE}\b|\b{_IN_MODERATE},? (?:(?!and\b|or\b|but\b)[\w-]+ ){{0,4}}?(?:is|are|appears?|seems?|looks?)(?: to be)? (?:(?:quite|very|generally|perfectly|usually) )?{_FINE}\b"
    r"|\bmoderation (?:in|is|with)\b|\b(?:in|with) moderation\b(?=[^.;]{0,300}\bdos)|\bmoderate (?:amounts|use|doses|intake) (?:is|are) (?:best|key|fine|safe|recommended)\b"
    rf"|{_ADVISED}(?:keep|limit) (?:the|your) {_KIND}{_DOSE}(?: \w+)? (?:reasonable|sensible|modest|moderate|low|small|in check)\b"
    r"|\b(?:do not|don't|never|not to) (?:overdo (?:it|this|the (?:dose|amount|powder|drops|extract|oil|tea))\b(?! at\b)|go overboard|be greedy|get greedy)\b"
    r"|\b(?:do not|don't|never|not to|avoid) (?:tak(?:e|ing)|us(?:e|ing)|consum(?:e|ing)|ingest(?:ing)?) too much\b"
    r"(?=[.,;!]| (?:of (?:it|this|these|them)|of the (?:powder|tea|oil|extract|herb|stuff)|or|otherwise|at (?:once|a time|first)|because|as|since|too)\b|$)"
    r"|\bless is more (?:with|when it comes to) (?:this|it|these|dos\w+)\b|\b(?:never|not|n't|don't) (?:use |take )?(?:it )?(?:in|to) excess\b"
    r"|\bkeep(?:ing)? (?:the|your) (?:doses?|dosages?|amounts?|intake|use) to (?:an? )?(?:\w+ )?(?:reasonable|sensible|modest|moderate|low|minimum)\b"
    r"|\b(?:do not|don't) (?:go (?:crazy|wild|nuts) with (?:it|this|the (?:dose|powder|drops|extract|oil|tea|capsules))|be (?:shy|stingy) with (?:it|this|the (?:dose|powder|drops|extract|oil|tea)))\b"
    r"|\ba little (?:bit )?(?:of (?:it|this) )?(?:goes|can go|will go) a (?:long|very long) way\b"
    r"|\b(?:do not|don't|never|not to|without|avoid) (?:exceed(?:ing)?|go(?:ing)? (?:over|above|beyond)|tak(?:e|ing) more than|us(?:e|ing) more than|drink(?:ing)? more than) (?:what )?(?:you|your body)(?: really| actually)? needs?\b"
    rf"|{_ADVISED}(?:take|use|drink|chew) (?:no more than|only (?:as much as|what)|just (?:as much as|what)|as little as) (?:you|your body)(?: really| actually)? (?:needs?|can)\b"
    rf"|{_ADVISED}(?:use|take|consume)\b[^.;]{{0,30}} (?:sparingly|responsibly and in moderation|in small amounts)\b"
    r"|\b(?:avoid|without) (?:excessive|excess|heavy|too much) (?:use|intake|doses|dosing|consumption)(?! of (?:alcohol|caffeine|salt|sugar))"
    r"|\b(?:monitor(?:ing)?|mindful of|watch(?:ing)?|limit(?:ing)?|moderate) (?:the |your |their |its )?(?:frequency of use|dosage|dosages"
    r"|frequency)\b",
    "guidelines": rf"\b(?:follow(?:ing)?|adher(?:e|ing|ence)(?: to)?|stick(?:ing)? (?:to|with)|stay(?:ing)? (?:within|at)|within|observ(?:e|ing)"
    rf"|respect(?:ing)?|start(?:ing)? with|comply with) (?:the |all |your |any )?(?:{_RIGHT}|label(?:ed|led)?|manufacturer's|package)"
    rf" (?:{_RIGHT} |daily |serving |dosing |dosage |use |usage |product )*(?:{_DOSE}|{_GUIDANCE}|directions)\b"
    rf"|\b(?:do not|don't|never|not to|without|avoid) exceed(?:ing)? (?:the |your )?(?:{_RIGHT}|average|stated|daily|label(?:ed|led)?"
    rf"|maximum|indicated|directed|listed)\b"
    rf"|\b{_RIGHT} dos(?:e|age|ing) {_GUIDANCE}\b"
    rf"|{_OBEY} (?:(?:the|its|these|those|all|any|your|their|basic|simple|certain|general) ){{0,2}}(?:dos(?:e|age|ing)|serving|intake|usage) (?:guidelines?|guidance|recommendations|instructions|directions)\b"
    rf"|(?P<beside>{_OBEY} (?:the|its|these|those|all|general|basic) (?:guidelines?|guidance)\b(?! (?:of|from|by|for|on|in|set|issued|published|given|laid|that|below|above|outlined)\b))"
    rf"|\b(?:taken|used|consumed|when taking|when using)(?: it)? (?:in|at) (?:the |a )?(?:right|proper|correct|appropriate|suitable|reasonable) {_DOSE}\b"
    # "No more than the label says" is a caution; what "the recommended amount" is stays open.
    rf"|(?:\b(?:no|not|never)|n't) (?:take |use |consume )?more than (?:the |is |what is )?(?:{_RIGHT}|label(?:ed|led)? (?:amount|dose|dosage|serving)|stated)\b"
    rf"|{_ADVISED}(?:take|use|consume) (?:it |this |them |only |the product )*as (?:is |it is )?(?:directed|indicated|instructed) (?:on|by) (?:the |its |your )?(?:label|packag\w+|bottle|manufacturer)\b"
    r"|\bstick(?:ing)? (?:to|with) the (?:serving size|dose|dosage|amount|serving) (?:on|printed|stated|given|listed)\b"
    r"|\bfollow(?:ing)? (?:the |all |any )?(?:(?!\w+'s)[\w-]+ ){0,2}(?:directions|instructions) (?:on|of|from) (?:the |your |its )?"
    r"(?:[\w-]+ )?(?:labels?|package|packaging|bottle|product|container|manufacturer)\b",
    "personal": r"\b(?:(?<=\bi )|(?<=\bwe )|(?<=\byou )|(?<=just )|(?<=simply )|(?<=only )|(?<=usually ))go by how (?:[\w'-]+ ){1,4}(?:is|are|feels?|gets?|goes)\b|"
    rf"\b(?:choose|select|pick|adjust|experiment(?:ing)? with|tailor|customi[sz]e|find|vary) (?:with )?(?:(?:a|an|the|your|different"
    rf"|various) )?{_KIND}{_DOSE} [^.;]{{0,60}}\b(?:you|your|individual|personal|needs|preferences?)\b"
    rf"|\b(?:free to|you can|try to|may want to|need to|have to) experiment\b[^.;]{{0,80}}"
    r"|\b(?:find|find out|see|determine|discover|figure out|work out|learn) what (?:works|feels right|is right|suits)(?: best)?(?: for)? you\b"
    r"|(?<=\btry )(?:out )?(?:different|various|several) [\w ]{3,30} (?:to|until you|and) (?:\w+ )?(?:feel|find|see|learn|discover) (?:out )?(?:what|which)\b"
    r"|\b(?:a bit of|some|little|by|through|embrac\w+|takes?|requires?|process of|needs?) trial and error\b(?! (?:in|by) (?:science|research))"
    r"|\bfind(?:ing)? (?:your|their|the|a) (?:own |personal )?(?:sweet|perfect|ideal) spot\b|\b(?:find|see) what feels (?:right|best|good)\b"
    r"|\b(?:everyone's|everybody's|each person's|your|their) sweet spot (?:is|will be|may be|might be|differs|varies|depends)\b"
    r"|\badjust (?:it |this |up or down |accordingly |as you go )?(?:based on|according to|depending on|to) (?:how you feel|how it makes you feel|(?:your |the |individual )?(?:response|reaction|tolerance|results|needs|preferences?|comfort))\b"
    rf"|{_ADVISED}experiment\b[^.;]{{0,60}}\b(?:what (?:works|suits|feels|you like)|{_DOSE})\b"
    rf"|\b{_DOSE} [^.;]{{0,60}}\bbased on (?:how you feel|how it makes you feel|your (?:needs|tolerance|response|reaction|weight))\b"
    rf"|\b(?:find|determine|figure out|discover|dial in) (?:your|their) (?:own |personal |very )*(?:right|ideal|perfect|optimal|best|correct|sweet|own|personal) (?:[\w-]+ )?{_DOSE}\b"
    rf"|{_ADVISED}(?:experiment|play|tinker|tweak|fiddle){_ON}(?: it| the (?:dose|amount))? (?:till|until|to (?:find|see))\b"
    rf"|{_ADVISED}(?:experiment|play|tinker|tweak|fiddle)(?: around)? with (?:the|your|different|various) {_DOSE}\b"
    r"|\b(?:trust|follow|go (?:by|with)|rely on|use) your (?:intuition|gut|instincts?|own judge?ment|best judge?ment|common sense)\b(?! (?:bacteria|flora|health|microb\w+|lining))"
    r"|\bgo by (?:[\w-]+ (?:and )?){0,2}(?:common sense|feel|instinct|ear)\b"
    r"|\b(?:let )?your body (?:will (?:let you know|tell you|guide you)|be (?:your|the) guide|tells? you)(?: (?:how much|when|what))?"
    r"|\b(?P<beside>(?:listen(?:ing)? (?:closely )?to|tun(?:e|ing) in(?:to| to)|pay(?:ing)? attention to|check(?:ing)? in with|be(?:ing)? guided by) (?:how )?your (?:own )?body(?:'s (?:signals|cues|response|reaction|needs))?(?: (?:feels|reacts|responds))?)\b(?! clock)(?![^.;]{0,60}\b(?:doctors?|stop|rest)\b)"
    rf"|{_ADVISED}(?:wait (?:and|to) )?see how (?:you feel|you react|it (?:feels|affects you)|your body (?:reacts|responds|feels|handles it))\b(?= (?:before|and (?:go|adjust|work|take|build))\b)"
    r"|\blet your (?:body|symptoms) (?:be your guide|guide|decide|tell you)\b"
    r"|\blisten to your body(?:,)? and (?:adjust|adapt|go|increase|take|use|find)\b|\b(?:take|use|taken|used)\b[^.;]{0,40}\blisten to your body\b"
    rf"|\blisten to your body\b[^.;]{{0,80}}\b{_DOSE}\b|\b{_DOSE}\b[^.;]{{0,80}}\blisten to your body\b",
    # The days without it, and the way down.
    "pause": rf"{_ADVISED}(?:taper|wean)(?: yourself)?(?: (?:off|down))?(?= (?:if|when|slowly|gradually|rather|instead|over|bit by bit)\b|[.,!]|$)|"
    r"\b(?:rotat(?:e|ing)|alternat(?:e|ing)|switch(?:ing)?(?: between)?|cycl(?:e|ing)|mix(?:ing)? up) (?:(?:your|the|different|between|various|through) ){0,3}(?:strains?|veins?|colou?rs|varieties|products|brands)\b"
    r"|\b(?:use|take|try|consume) different (?:strains?|veins?|colou?rs|varieties) (?:alternately|on different days|each day|in turn|every)\b"
    r"|\b(?:cycl(?:e|es|ing)|tak(?:e|es|ing)|us(?:e|es|ing)|do|does|go)(?: (?!to\b)[\w'-]+,?){0,3}? (?:(?:a few|some|several|a couple of) )?(?:days?|weeks?|months?) on,? (?:and |then )?(?:(?:a few|some|several|a couple of|a) )?(?:days?|weeks?|months?)? ?off\b"
    rf"|{_ADVISED}cycle (?:it |your (?:use|intake) )?(?:on and off|off)\b"
    rf"|(?:{_ADVISED}|\b(?:recommend|suggest|advise|advice is|trick is) (?:to )?)tak(?:e|ing) (?:(?:an?|the|some|regular|periodic|occasional|frequent|short) ){{0,2}}(?:(?:t-|tolerance )breaks?\b|breaks?\b(?= (?:from (?:it|them|the (?:leaf|powder|tea|herb|supplements?|products?|gumm(?:y|ies)))\b|to (?:keep|reset|lower|avoid)\b[^.;]{{0,20}} tolerance)))"
    rf"|{_ADVISED}(?:skip|leave out|take off) (?:(?:an? (?:few|couple of) |some |the odd |an? )?(?:days?|doses?|weekends?)) (?:off )?(?:(?:every )?now and (?:then|again)|here and there|from time to time|occasionally|to (?:keep|reset|lower|avoid))\b"
    r"|^(?:\w+ )?(?:taper(?:ing)?(?: (?:off|down))?|cut(?:ting)? (?:down|back)|wean(?:ing)?(?: yourself)? off|step(?:ping)? down) (?:slowly|gradually|bit by bit|little by little|over (?:a few|several|some) (?:days|weeks))"
    r"(?: (?:takes care|avoids?|prevents?|helps?|solves?|fixes|is (?:all|enough|usually|the)|will|makes?|eases?|should|and)\b|[.,!]|$)"
    rf"|(?:{_ADVISED}|\bby )(?:reduc|lower|cut|decreas)(?:e|ing|ting)? (?:down )?(?:the|your|their) (?:daily )?(?:{_DOSE}|use|usage|consumption) (?:slowly|gradually|bit by bit|little by little|in stages|over (?:time|(?:a (?:few|couple of)|several|some) (?:days|weeks|months)))\b"
    rf"|(?:{_ADVISED}|\bby )(?:slowly|gradually) (?:reduc|lower|cut|decreas)(?:e|ing|ting)? (?:down )?(?:the|your|their) (?:daily )?(?:{_DOSE}|use|usage|consumption)\b"
    rf"|{_ADVISED}(?:slowly|gradually) (?:taper|wean (?:yourself )?off|cut (?:down|back)|step down)\b",
    "regular": rf"{_ADVISED}(?:{_TAKE}|(?:(?<=try )|(?<=recommend )|(?<=suggest )|(?<=advise ))(?:taking|using|drinking|sipping|applying|adding)) (?P<object>(?:[\w'-]+ ){{1,8}}?){_REGULARLY}\b"
    r"|\b(?:must|should|needs? to|has to|have to) be (?:taken|used|consumed|drunk|chewed) (?:regularly|consistently|on a (?:regular|daily|consistent) basis)\b"
    rf"|(?P<beside>{_ADVISED}(?:repeat|do)(?: (?:this|it|that|steps?|the (?:process|steps|dose|routine|ritual)))? {_REGULARLY})\b"
    rf"|{_ADVISED}(?:take|use|consume|sip|chew|enjoy|drink) (?:consistently|daily|regularly|every day)\b"
    r"|^\W*(?:consistent|regular|daily|steady)(?:,? (?:daily|regular|consistent))? use\b(?=[^.;]{0,60}\b(?:best|key|results|recommended|works|optimal|matters|ideal)\b|[:.]? *$)"
    rf"|{_ADVISED}(?:spread|split|divide|space) (?:out )?(?:(?:the|your|it|them|all|daily) ){{0,3}}(?:(?:doses?|servings?|intake|amount) )?(?:out )?(?:evenly )?(?:throughout|over|across|between|into (?:several|smaller|multiple|a few|a couple of)) (?:the (?:course of the )?day|the morning|morning|meals|(?:small )?(?:doses|servings|portions|sips)|several|two)\b"
    r"|\b(?:be|stay|remain) consistent (?:with|in) (?:your|the|its) (?:intake|use|usage|dos\w+|supplement\w*)\b"
    r"|\b(?:taking|using) (?:it|this|them|your \w+) (?:regularly|consistently|daily|every day) (?:is|gives|brings|will)\b",
}
# One of these stands in whatever the family's pattern matches.
TRIGGERS = {
    "start": (
        "toe",
        "ease into",
        "easy",
        "slow",
        "gradual",
        "gentl",
        "light",
        "small",
        "little",
        "bit",
        "amount",
        "start",
        "begin",
        "commence",
        "initiate",
        "the lowest",
        "the minimum",
    ),
    "increase": (
        "from there",
        "halve",
        " up ",
        "increase",
        "raise",
        "titrate",
        "adjust",
        "gradually",
        "slowly",
        "steadily",
        "incrementally",
        "way up",
        "more",
        "less",
        "extra",
        "dose",
        "it up",
        "it down",
        "things up",
    ),
    "sized": (
        "size",
        "finger",
        "big",
        "knife",
        "thimble",
        "palmful",
        "some ",
        "work",
        "giv",
        "tak",
        "us",
        "half",
        "choose",
        "put",
        "place",
        "add",
        "pop",
        "have",
        "sip",
        "drink",
        "start",
        "take",
        "need",
        "use",
        "require",
        "try",
    ),
    "as-needed": (
        "hours",
        "minutes",
        "need",
        "more",
        "another",
        "desired",
        "required",
        "necessary",
        "wanted",
        "you see",
        "you feel",
        "you like",
        "as you",
        "time you",
        "whenever",
        "accordingly",
        "to taste",
        "when",
        "as long as",
        "repeat",
        "dose",
        "until",
    ),
    "moderation": (
        "crazy",
        "wild",
        "nuts",
        "shy",
        "stingy",
        "moderat",
        "sparingly",
        "small amounts",
        "excess",
        "heavy",
        "too much",
        "frequency",
        "need",
        "as you can",
        "body can",
        "dosage",
        "reasonable",
        "sensible",
        "modest",
        "in check",
        "overdo",
        "less is more",
        "keep",
        "overboard",
        "greedy",
        "a little",
    ),
    "guidelines": (
        "follow",
        "adher",
        "stick",
        "stay",
        "within",
        "observ",
        "respect",
        "start",
        "comply",
        "exceed",
        "dos",
        "more than",
        "as directed",
        "on the label",
        "indicated",
        "instructed",
    ),
    "personal": (
        "spot",
        "trial and error",
        "what feels",
        "your body",
        "you",
        "individual",
        "personal",
        "need",
        "preference",
        "experiment",
        "find",
        "determin",
        "figur",
        "discover",
        "dial",
        "tinker",
        "tweak",
        "play",
        "fiddle",
        "adjust",
        "different",
        "go by",
        "see how",
    ),
    "pause": (
        "rotat",
        "alternat",
        "switch",
        "cycl",
        "different",
        "mix",
        " on",
        "break",
        "skip",
        "leave out",
        "take off",
        "reduc",
        "lower",
        "decreas",
        "taper",
        "cut",
        "wean",
        "step",
    ),
    "regular": (
        "regular",
        "consistent",
        "steady",
        "daily",
        "year",
        "day",
        "regularly",
        "consistently",
        "night",
        "morning",
        "evening",
        "first thing",
        "bed",
        "sleep",
    ),
}
