"""The words by which somebody tells what a thing did for them: what they noticed, measured or never suffered. Data for `stories`.

All of it is in lower case.
"""

from __future__ import annotations

from kratomlint.language.cue import Cue

_BODY = (
    r"(?:knees?|hips?|back|joints?|skin|face|hair|nails|gut|stomach|tummy|belly|digestion|elbows?|hands?|feet|legs?|shoulders?|neck|jaw|chest|muscles?|head"
    r"|brain|mind|mood|moods|nerves|thinking|thoughts|memory|focus|concentration|recovery|breathing|heart|energy|sleep|nights?|mornings?|evenings?"
    r"|cycle|periods?|cramps|workouts?|eyes|bowels?|pain|anxiety|stress|allergies|migraines?|headaches?)"
)
_STATE = (
    r"(?:sharper|calmer|clearer|steadier|stronger|looser|lighter|healthier|younger|fitter|leaner"
    r"|more (?:easily|quickly|deeply|soundly|alert|awake|focus?sed|energetic|energi[sz]ed|relaxed|rested|productive|supple|mobile|regular|patient"
    r"|present|settled|upbeat|balanced|clear-?headed|comfortabl[ey]|freely)"
    r"|less (?:anxious|stressed|tired|achy|stiff|sore|bloated|irritable|foggy|jittery|puffy|groggy|on edge|snappy|hungry|inflamed|wired|often"
    r"|restless|tense|breathless|exhausted|overwhelmed|reactive|moody|forgetful))"
)
_BETTER = rf"(?:{_STATE}|better|happier|easier|softer|smoother|brighter|thicker|firmer|quieter)"
_RATHER = (
    r"(?:(?:so|much|far|way|up|also|even|just|still|now|definitely|noticeably|clearly|certainly|visibly|generally|honestly|usually|a lot|a bit"
    r"|a little) ){0,3}"
)
_SOONER = r"(?:quicker|faster|sooner|deeper|longer)"
_IS = r"(?:'m|'re| am| are| was| were| feel| felt)"
_WORKS = (
    r"(?: wake(?: up)?| woke(?: up)?| sleep| slept| (?:fall|fell) asleep| (?:drop|dropped|nod|nodded|drift"
    r"|drifted) off| recover(?:ed)?| think| breathe[d]?| move[d]?| train(?:ed)?| run| ran| walk(?:ed)?| concentrate[d]?| cope[d]?| get up| got up"
    r"| bounced? back)"
)
_SOON = (
    r"(?:on day|by (?:day|the|week|night)|within|after|from (?:day|the first)|almost (?:at once|immediately)|immediately|instantly|right away"
    r"|straight away|that (?:first |very )?(?:night|day|evening|week)|the (?:first|next|very first|same) (?:day|night|morning|evening|week)"
    r"|in (?:an?|two|three|\d{1,2}) )"
)
_LET_GO = (
    r"(?:dropped|relaxed|unclenched|loosened|melted|softened|slowed|quiet(?:er|ed)?|calm(?:ed)?|settled|still|stopped|cleared|eased|lifted|gone|let go"
    r"|at (?:ease|rest|peace))"
)
_COMPLAINT = (
    r"(?:wake-ups|crash(?:es)?|jitters|slumps?|dips?|cramps?|headaches?|migraines?|aches?|pains?|fog|grogginess|colds?|flare-?ups?|hot fl(?:ushes|ashes)"
    r"|cravings|anxiety|stress|stiffness|soreness|bloating|heartburn|reflux|nightmares|twinges|palpitations|symptoms|hangovers?|breakouts|fatigue"
    r"|comedown|come-down)"
)
_MEASURE = (
    r"(?:word recall|reaction times?|(?:resting )?heart rate|hrv|deep sleep|sleep scores?|blood pressure|systolic|fasting (?:glucose|sugar|insulin)"
    r"|blood sugar|glucose|a1c|hba1c|cholesterol|ldl|triglycerides|testosterone|tsh|crp|body fat|waist|vo2 max|pain scores?|mood scores?)"
)
_ABOUT = r"(?:(?:about|around|over|nearly|almost|just) )?"
_COUNT = r"(?:\d{1,3}(?:[.:]\d{1,2})?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)"
_MOVED = r"(?:went|dropped|fell|came|rose|climbed|jumped|improved|shot|slid|crept|(?:has|have) (?:gone|dropped|fallen|come|risen|improved))"
_NUMBER = r"\d(?:[\d.,/]{0,6}\d)?"
_FROM_TO = (
    rf"{_MOVED}(?: up| down)? from {_ABOUT}{_NUMBER}(?: ?[a-z%/]{{1,8}}){{0,2}}? (?:down |up )?to {_ABOUT}{_NUMBER}"
)
# What may be counted of oneself and is no effect.
_NOT_OF_A_BODY = (
    r"(?!(?:[\w-]+ ){0,3}?(?:prices?|rent|bills?|dos(?:e|es|age)|intake|orders?|consumption|budget|tolerance|ratings?|sales|stock|subscription"
    r"|habit|use|spending|income|traffic)\b)"
)
# Somebody of whom `FELT` may tell: short, and asked before it.
SOMEONE = Cue(r"\b(?:i|i'[a-z]{1,2}|me|my|we|we've|us|our|he|she|him|her|his|their|blown away|fewer naps)\b")
FELT = Cue(
    r"\b(?:"
    rf"(?:i|we)(?:{_IS} {_RATHER}{_STATE}|{_WORKS} {_RATHER}(?:{_SOONER}|{_STATE}))"
    rf"|my (?:[\w-]+ )?{_BODY} (?:(?:is|are|was|were|feels?|felt|looks?|looked|gets?|got|has been|have been) {_RATHER}|(?:has|have) never been ){_BETTER}"
    r"|i (?:(?:do|did|can|could|really|definitely|certainly|first|actually|already|also) ){0,2}(?:notice|noticed|feel|felt|see|saw|sensed) "
    rf"(?:(?:it|this|something)(?= (?:working\b|{_SOON}))|(?:an?|the) (?:\w+ ){{0,2}}?(?:difference|change|shift|improvement|effects?|lift|benefits?)\b(?! (?:of|between|in (?:taste|price|colou?r|quality))\b))"
    rf"|i (?:could |can |actually )?(?:feel|felt) my (?:[\w-]+ )?{_BODY} (?:unknot(?:ting)?|unclench(?:ing)?|relax(?:ing)?|loosen(?:ing)?|let(?:ting)? go|melt(?:ing)?|eas(?:e|ing)|slow(?:ing)?|drop(?:ping)?|calm(?:ing)?|settl(?:e|ing)|soften(?:ing)?|lift(?:ing)?)\b"
    r"|i (?:'ve |have )?lost (?:all |my |the |any )?(?:interest in|taste for|urge (?:to|for)|cravings? for)\b"
    r"|i (?:\w+ly )?(?:feel|felt|get|got) (?:an?|the|this|that) (?:[\w-]+,? ){0,3}?(?:calm|glow|clarity|relief|ease|relaxation|contentment|boost)\b"
    rf"|(?:i|we)(?:'ve)? (?:had|have|get|got|suffer|suffered|woke up with|wake up with) (?:far |a lot |much |many )?(?:fewer|less|almost no|hardly any|no more)"
    rf" (?:of (?:those|these|the|my) )?(?:[\w.]+ ){{0,3}}?{_COMPLAINT}\b"
    rf"|(?:he|she|mum|mom|dad|gran|grandma|grandpa|grandad|granny)(?:'s| is| was| seems?| seemed| looks?| looked| feels?| felt| has been|'s been) {_RATHER}{_STATE}(?! (?:than|about|in the (?:pictures?|photos?|video|film|mirror))\b)"
    rf"|(?:i|we)(?:'ve| have)? (?:did|walked|climbed|ran|made it|got|drove|slept|finished|read|managed|went|played|danced|worked|sat) (?:[\w'-]+ ){{1,7}}?without (?:(?:an?|any|my|the|[\w-]{{2,14}}'s) )?(?:single )?(?:naps?|help|canes?|sticks?|walkers?|crutch(?:es)?|coffee|reading glasses|stopping|wincing|limping|holding on|pain|pills?|tablets?|painkillers?|gasping|wheezing)\b"
    rf"|my {_BODY} (?:is|are) (?:finally |fully )?back\b(?! (?:on|in|at|to (?:zero|square))\b)"
    r"|(?:i|we) (?:no longer|don't|do not) (?:dread|lie awake|reach for|rely on|crave|crash|toss|ache|panic|wince|limp|snore|nap|need (?:an?|my|that) (?:[\w-]+ )?nap)\b"
    r"|(?:everyone|everybody|people|friends|colleagues)(?: at work)? (?:(?:keeps? )?ask(?:s|ing)?(?: me)? what i(?:'m| am) (?:on|taking|doing|using)|keeps? telling me (?:how|that i))\b"
    r"|(?:i|we) (?:now |finally |always )?(?:wake|woke) (?:up )?(?:(?:feeling|so|really) ){0,2}(?:before (?:the|my) alarm|ready to|refreshed|rested|clear-?headed|without (?:the|my|an) alarm)\b"
    r"|(?:i|we) (?!am\b|know\b|heard\b)(?:[\w'-]+ ){2,9}?(?:all )?thanks to (?:it|this(?: (?:tea|powder|oil|stuff|product|supplement|capsules?))?)\b"
    rf"|my {_BODY} (?:no longer|don't|doesn't|do not|does not|never|hardly|rarely) (?!like|agree|tolerate|take|want|appreciate|seem|mind|need|know|work)\w+"
    rf"|my (?:[\w-]+ )?{_BODY} (?:[\w-]+ ){{0,2}}?(?:(?:is|are|was|were|has|have) )?(?:starting|started|began|begun|beginning) to (?:fade|ease|lift|shift|improve|clear|settle|heal|calm|subside|go away)\b"
    r"|(?:has been|is|was|been) (?:an?|my|such a|a real|an absolute|a total) (?:godsend|lifesaver|life-saver|blessing|game-changer|miracle|lifeline|life-changer) (?:for|to) (?:me|us|him|her|my)\b(?! (?:wallet|purse|bank|kitchen|budget|schedule|business)\b)"
    r"|(?:allow(?:s|ed)|enabl(?:es|ed)) (?:me|us|him|her|my \w+) to (?:work|function|sleep|walk|live|get|keep|play|stay|return|enjoy|lead|be)\b"
    r"|(?:i|we)(?:'ve| have)? (?:gone|went|come|came) (?:down )?from (?!(?:[\w-]+ ){0,3}?(?:cups?|grams?|g|mg|ml|coffees?|dos(?:e|es)|capsules?|scoops?|tablets?|drops|teaspoons?|orders?|pounds|dollars)\b)(?:[\w-]+ ){1,6}?(?:an?|per|every|each) (?:day|week|month|night|year) to\b"
    r"|(?:i|he|she) used to (?!think|believe|buy|sell|live|work|be|say|grow)(?:[\w'-]+ ){1,9}?[\w'-]+[;,.-] ?(?:(?:but|and) )?(?:now|these days|not any ?more)\b"
    rf"|i (?:(?:now|usually|actually|finally) )?(?:(?:fall|fell|am|was) asleep|(?:nod|nodded|drop|dropped|drift|drifted|doze|dozed) off|was out(?: cold| like a light)?) (?:in|within|inside|before|by) (?:(?:about|around|under|less than|maybe|my|the|a|just) ){{0,3}}(?:{_COUNT} (?:minutes|mins|pages?|o'clock)|half an hour|quarter of an hour|head hits?|head hit|minutes|{_COUNT}\b)"
    rf"|(?:i|we) (?:now |finally |actually )?(?:slept|sleep|got|get|had|managed|(?:'m|was|am|started) (?:getting|sleeping)) (?:(?:for|about|around|almost|nearly|over|a|an?|solid|full|whole|straight|good|uninterrupted|unbroken) ){{0,3}}{_COUNT}(?: (?:full|solid|straight|whole|unbroken|uninterrupted))? hours(?: of sleep)?,? (?:straight|solid|in a row|unbroken|now|without waking|instead of|last night|(?:that|the) (?:(?:first|very|same|next) ){{0,2}}night|for the first time|every night)\b"
    r"|(?:i|we) (?:now |finally |actually )?(?:slept|sleep|stayed asleep|stay asleep) (?:(?:right|straight|all the way) ){0,2}(?:through(?= (?:the|my|until|till|to)\b| ?[.,;!]| ?$)|until (?:the alarm|my alarm|five|six|seven|eight|\d)|till (?:the alarm|five|six|seven|eight|\d))"
    r"|i(?: wasn't| was not|'m not| am not| didn't feel| did not feel| don't feel| never feel| never felt) (?:at all |even |the least bit |too )?(?:foggy|groggy|drowsy|wired|jittery|hung ?over|drugged|sluggish|shaky|on edge|out of it|zonked|doped|drunk|stoned|high)\b(?! (?:before|because|until|enough)\b)"
    rf"|my (?:husband|wife|partner|kids|boss|mother|mum|mom|sister|brother|daughter|son|family|friends|colleagues)(?:, (?:who|whose) (?:[\w'-]+ ){{1,8}}?[\w'-]+,)? (?:(?:even|also|now) )?(?:says?|said|notice[sd]?|tells? me|told me|swears?) (?:that )?(?:(?:i'm|i am|i was)(?! (?:the|too|an?|wrong|mad|crazy|obsessed|not|to)\b)|i seem|i look|i sleep|i (?:no longer|hardly|don't|barely) \w+|i (?:snore|grind|toss|kick|snap|complain|smile|laugh|hum) (?:[\w'-]+ ){{0,3}}?(?:less|more|again)|my)\b"
    rf"|(?:my|her|his) (?:(?:last|latest|next|new|morning|fasting) ){{0,2}}(?:{_MEASURE}|readings?|numbers?|bloods|labs) (?:(?:came|come) (?:back|in)|(?:is|are|was|were)(?: (?:now|finally|down)){{1,2}}|has (?:come|gone) down|hit)(?: (?:at|to|under|below|as))?(?: a)? {_NUMBER}"
    r"|the (?:first|main|biggest|only) (?:thing|change|difference|effect)s? (?:that )?i(?:'ve)? (?:notice|noticed|felt|feel|saw|seen)\b(?! (?:was|is|were|about it was) (?:(?:how|in) )?(?:the |its )?(?:\w+ )?(?:smell|taste|price|colou?r|texture|packaging|label|jar|bag|aroma|scent|flavou?r|size|bitter\w{0,4})\b)"
    r"|(?:took|takes|knocked|melted|eased|lifted|calmed|quieted) the (?:[\w-]+ )?(?:aches?|pain|edge|anxiety|stress|tension|stiffness|fog|nerves|sting) (?:right |straight )?(?:out of|from|in|off) (?:me|my|his|her)\b"
    r"|nothing (?:else )?(?:(?:has|had|ever|even) ){0,2}(?:touched|came close|worked|helped) (?:for )?(?:my|me|like)\b"
    r"|my (?:last|latest|most recent|next) (?:[\w-]+ )?(?:blood (?:panel|tests?|work)|bloods|bloodwork|labs|scans?|check-?up|(?:blood|lab|test|scan) results) (?:came back|were|was|showed|looked) (?:\w+ )?(?:better|normal|lower|great|perfect|clear|improved|amazing|excellent)\b"
    r"|(?:improved|improvement in|increase in|transformed) my quality of life|blown away (?:by|at|with) how\b"
    r"|(?:didn't|did not|never|haven't|have not|hasn't) (?:get|got|catch|caught|have|had|come down with) (?:an?|one|any) (?:single )?(?:[\w-]+ )?(?:colds?|flu|bug|sniffle|infections?|headaches?|migraines?|flare-ups?|attacks?|hangovers?|cramps?)\b"
    r"|(?:makes?|made) (?:an?|such a|all the|the world of) (?:[\w-]+ )?difference (?:to|for|in) (?:me|us|my|our)\b|the only thing that (?:\w+ )?(?:\w+ )?(?:helps?|helped|works?|worked|calms?|shuts?|gets?|keeps?|stops?|lets?) (?:for )?(?:me|my)\b"
    r"|(?:my|our) (?:[\w-]+ )?(?:doctor|gp|nurse|dentist|physio|optician|hairdresser|trainer|dermatologist|cardiologist|consultant|specialist|endocrinologist|neurologist|rheumatologist|oncologist|gyna?ecologist|vet|midwife|surgeon|psychiatrist|therapist) (?:(?:couldn't|could not|can't|cannot|could hardly|could barely) believe (?:my(?! (?:luck|ears|eyes|story|excuse))|the|how|what|his eyes|her eyes)|(?:was|is) (?:(?:absolutely|completely|totally|quite|so) )?(?:amazed|stunned|shocked|surprised|speechless|impressed|delighted|thrilled|gobsmacked|floored|baffled|dumbfounded|astonished|astounded|blown away|puzzled) (?:at|by|with|when|to see|how)|asked (?:me |us )?what (?:i|we)(?:'d|'ve| had| have| was|'m| am)? (?:done|changed|been doing|doing)|says? i have the|(?:says?|said|told me) (?:to )?(?:me )?(?:keep doing|keep taking it|keep it up|whatever i(?:'m| am) doing))\b"
    rf"|(?:minutes|hours?|days|weeks|months) (?:later|in|after [\w' -]{{3,40}}?),? (?:and )?my (?:[\w-]+ )?{_BODY} (?:(?:had|has|have|was|were|felt|went) )?(?:(?:finally|all|completely|already|just) )?{_LET_GO}\b"
    r"|(?:all (?:that )?i (?:did|changed|added)|the only (?:thing|change|difference) (?:that )?(?:i|we) (?:changed|did|made|added)) (?:was|were|is)\b|(?:i|we)(?:'ve| have)? (?:changed|did) nothing else\b"
    rf"|needing (?:far )?fewer naps|i (?:[\w'-]+ ){{1,9}}?(?:with no|without (?:the|an?|any|that|my|those)(?: usual| dreaded)?) (?:[\w-]+ )?{_COMPLAINT}\b"
    rf"|my {_NOT_OF_A_BODY}(?:[\w-]+ ){{1,4}}?{_FROM_TO}"
    rf"|my {_NOT_OF_A_BODY}(?:[\w-]+ ){{1,6}}?(?:(?:went|came|is|are|was|has gone|has come) (?:up|down)|dropped|fell|rose|improved|increased|decreased|climbed)(?: by)? {_ABOUT}{_NUMBER}"
    r"|(?:in|within|after|by) (?:[\w-]+ ){1,3}?(?:days|weeks|months?|year),? (?:my|her|his|their) (?:[\w-]+ ){1,3}?(?:was|were|read|hit|had (?:dropped|fallen|come down|gone(?: down)?) to|came (?:in|back) at) "
    rf"{_NUMBER}"
    r"|(?:lines? up|fits?|matche[sd]|chimes?|tall(?:y|ies)|squares?|agrees?|in line)(?: exactly)?(?: with)? (?:what i (?:(?:have|'ve) )?(?:feel|felt|notice|noticed|see|seen|find|found)|my (?:own )?experience)"
    r"|on (?:the )?(?:days|mornings|nights|evenings|weeks) (?:that |when )?i (?:skip|miss|forget|don't take|drink|take) (?:it|this|mine)\b"
    r"|(?:takes?|took) the edge off my|(?:keeps?|kept) me (?:calm|going|awake|focus?sed|regular|sane|sharp|asleep|alert|on an even keel)"
    r"|helps? me (?:to )?(?:sleep|relax|nod off|drop off|doze off|focus|unwind|cope|wind down|switch off|fall asleep|calm down|concentrate|recover|stay (?:calm|awake|focus?sed|regular))"
    r"|gets? me through (?:the|my|an?|long) \w+|i'm (?:the )?living proof"
    r")"
)
# A study of one: what is measured has its person in the sentences around.
MEASURED = Cue(rf"\b{_MEASURE} {_FROM_TO}")
# A reviewer leaves the person out: "Skin is clearer."
CURT = Cue(
    rf"^\W{{0,4}}(?:(?:and|also|honestly|definitely),? )?{_BODY} (?:is|are|feels?|felt|looks?|has been|have been) {_RATHER}{_BETTER}\b(?! (?:when|if|for|than|without|in)\b)"
    rf"|^\W{{0,4}}(?:and )?no more (?:[\w.]+ ){{0,2}}?{_COMPLAINT}\b"
    rf"|^\W{{0,4}}(?:(?:and|also|honestly),? )?(?:the |that )?(?:[\w-]+ ){{0,2}}?(?:{_BODY}|{_COMPLAINT}|bloating|brain fog|haze|rash|eczema|acne|(?:\d{{1,2}} ?[ap]m|afternoon|night-?time|monday|evening|bedtime) (?:thing|business|dread|dip|wakings?|waking|wake-?up)) (?:(?:is|are|was|were|has|have|had) )?"
    r"(?:(?:all|all but|finally|completely|totally|now|just|almost) )?(?:gone|lifted|vanished|disappeared|cleared|melted away|went away|(?:went|gone) down|faded|(?:began|begun|started) to (?:clear|lift|fade|ease|settle)|(?:through the roof|back to normal)"
    r"|(?:don't|doesn't|no longer) (?:aches?|hurts?|creaks?|swells?|throbs?|itch(?:es)?))\b(?! (?:when|if|for|without|in|over|from)\b)"
)
_NONE = (
    r"(?:never (?:once )?(?:had|have|seen|noticed|felt|experienced|suffered)|(?:with(?: absolutely)?|had|have|and|seen) no|without|zero|not (?:had|noticed|seen))(?: an?| any| the)?"
    r"(?: single| one| slightest| serious| real| known)?(?: bit of)? (?:problems?|issues?|trouble|bad reactions?|reactions?|side effects?|ill effects?|bad effects?|adverse effects?|harmful effects?|complaints?)(?: at all| whatsoever)?\b"
    r"(?! with (?:the|our|an?|any|my|customs) )(?! (?:with|at|from|in|getting|finding) (?:customs|delivery|shipping|quality|orders?|the (?:post|parcel|seller|vendor|shop|law|order|customs|courier|site)))"
)
UNHARMED = Cue(
    r"\b(?:tak(?:e|es|en|ing)|took|dr[iau]nk(?:s|ing)?|us(?:e|es|ed|ing)|eat(?:s|en|ing)?|chew(?:s|ed|ing)?|on) (?:(?:it|this|them|both|[\w'-]{2,14})(?: [\w'-]{1,12}){0,3}? )"
    r"(?:for (?:[\w-]+ ){0,3}?(?:years|decades?|months|year)|since (?:(?:19|20)\d\d|[\w ]{3,16}))(?:[,;]? [\w'-]+){0,4}?[,;]? "
    rf"{_NONE}"
    r"|\b(?:i|we)(?:'ve| have)? (?:yet to see|never (?:once )?(?:had|have|seen|noticed|experienced|heard of|come across|met)) (?:an?|any|one)(?: single)?(?: (?:serious|bad|real|negative|severe|major|adverse|nasty))?"
    r" (?:reactions?|side effects?|adverse (?:effects?|events?|reactions?)|ill effects?|cases? of (?:[\w-]+ )?(?:harm|toxicity|damage|dependence|addiction|liver \w+)|(?:problems?|issues?|complaints?)(?= (?:with it|from it|in (?:my|our|all|over|\w+ (?:years|decades)|the (?:clinic|practice)))))\b"
    r"|\b(?:none|not one|not a single one) of (?:our|my) (?:[\w-]+ )?(?:customers?|clients?|patients|users|readers|regulars|members|drinkers|families)(?: (?:has|have))?(?: ever)? (?:has(?= ?[.!,;])|ever has|had (?:an?|any|one|trouble|the slightest)|reported|complained|noticed|experienced|felt|suffered|become|became)\b(?! (?:[\w-]+ ){0,2}?(?:better|calmer|difference|relief|benefits?|improve\w{0,6}|changes?|effect|parcels?|orders?|delivery|taste)\b)"
    rf"|\b(?:in|after|over) (?:[\w-]+ ){{1,3}}?(?:years|decades|months)(?: of (?:[\w-]+ ){{1,3}}?(?:use|using it|taking it|drinking it))?,? (?:i|we|i've|we've) (?:(?:have|'ve|had|once|ever) ){{0,2}}{_NONE}"
)
ME = Cue(r"\b(?:i|i'[a-z]{1,2}|me|my|mine|myself)\b")
# Whose paragraph has stars or a receipt speaks of themselves.
REVIEWER = Cue(r"[★⭐]{3,5}|\bverified (?:buyer|customer|purchaser?|user)\b")
# What is told of anybody is no story of the writer's, though the writer speaks in the sentence before.
ANYBODY = Cue(
    r"\b(?:you|your|yours|one|people|users|customers|clients|patients|women|men|adults|most|many|everyone|our|can|will|may|should|tends?|usually|often|the ones|those who|scales?|questionnaires?|test scores?)\b"
)
PEOPLE = Cue(
    r"\b(?:people|customers?|clients?|users?|patients|men|women|folks|families|members|readers|athletes|millions|thousands|many|most|everyone)\b"
)
# What went badly is a warning; nobody has lived what is only wished for; and who feels better for stopping tells of a harm.
NOT_FOR_IT = Cue(
    r"\b(?:jaundice|hospital\w{0,9}|worse|sick|nause\w{1,6}|vomit\w{0,4}|dizz\w{1,5}|rash|poison\w{0,4}|seizures?|withdrawals?|dependen\w{1,3}|addict\w{0,4}"
    r"|if i|would|might|trials?|stud(?:y|ies)|participants|volunteers|(?:after|since|when|once) (?:i |we )?(?:quit|stopp)\w{0,5}|quitting|(?:days|weeks|months) off|sober|liver)\b"
)

# What is better, and when it began: together with a part or a state of the body, and a person.
ONSET = Cue(
    r"\b(?:since (?:i|we|he|she|starting|taking|using|trying|switching|adding|then)\b"
    r"|(?:by|on|from|within|after|in|inside|at) (?:(?:about|around|just|only|the|my|roughly|less than) ){0,2}(?:(?:end|middle) of )?"
    r"(?:(?:[\w-]+ ){0,2}?(?:days|weeks|months|nights|cups|doses|jars|tubs|bottles|fortnight)|(?:first|second|third|fourth|\w+th) (?:day|week|month|night|morning|cup|dose)"
    r"|(?:day|week|month|night) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten))\b)"
)
# A diary names the time before it tells: "*Month two.* The stiffness lifted."
DIARY = Cue(
    r"^\W{0,6}(?:days?|weeks?|months?|nights?) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
    r"(?:(?: and |, | to | ?[-–—&] ?)(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve))?[*_ ]{0,3}[.:–—-]"
)
IMPROVED = Cue(
    r"\b(?:eased|lifted|lifts|cleared|settled|settles|stopped|went away|vanished|gone|faded|subsided|disappeared|quiet(?:er|ened)?|calm(?:er|ed)?|better"
    r"|again|finally|improved|returned|came back|no longer|back to normal|steadier|easier|softer|stronger|thicker|smoother|clearer|brighter|all but"
    r"|through the night|(?:more|fewer|less) (?:[\w-]+ ){0,3}?(?:minutes|hours|days|nights))\b"
)
