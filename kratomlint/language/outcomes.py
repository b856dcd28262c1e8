"""The words by which it is known that somebody got well, slim or off their pills. Data for `stories`; all of it is in lower case."""

from __future__ import annotations

from kratomlint.language.cue import Cue

ONESELF = Cue(r"\b(?:i|i'm|i've|i'd|we|we've|we're|my|mine|our|me|us)\b")
_KIN = (
    r"(?:son|daughter|kid|child|children|toddler|baby|husband|wife|mother|mom|mum|father|dad|sister|brother|aunt|uncle|cousin"
    r"|grandmother|grandma|grandfather|grandpa|friend|neighbou?r|girl|boy|woman|man|lady|gentleman|guy|mother-in-law"
    r"|brother-in-law|sister-in-law|father-in-law|regular|client|customer|patient|reader|member|user|buyer|teacher|nurse|veteran"
    r"|follower|subscriber|reviewer|guest|athlete|runner|retiree|colleague|coworker)s?"
)
# These tell of somebody by themselves.
TOLD = Cue(
    r"^\W*(?:haven't|hasn't|.{0,40}\b(?:this|our) (?:formula|product|blend|supplement|tea|oil|powder) (?:has )?(?:played|made)\b|[a-z]+ (?:in|from) [a-z]+ (?:writes|says|reports|tells|swears))\b|in the (?:trash|bin|drawer)\b|gather\w{0,5} dust|^\W*(?:best|deepest|soundest) (?:night's )?(?:sleep|rest|nights?)\b"
)
SOMEBODY = Cue(
    rf"\b(?:he|she|his|her)\b|\"[^\"]{{0,200}}?\bthey\b|\b(?:my|our|his|her|their|one|an?|two|three|four|several|some|many|a few|dozens|hundreds|thousands"
    rf"|couple|handful|half)(?: of)?(?: (?:my|our|the|his|her|these))?(?: [\w-]+){{0,2}} {_KIN}\b"
    r"|\b(?:meet|take) [a-z]+[,.]|(?<=: )@\w+"
)
_MEDICINE = (
    r"(?:pills?|tablets?|prescriptions?|scripts?|meds?|medications?|medicines?|inhalers?|canes?|walkers?|crutches|wheelchairs?"
    r"|painkillers?|oxy(?:codone|contin)?|hydrocodone|percocet|vicodin|norco|codeine|klonopin|valium|diazepam|zopiclone|ritalin|vyvanse|levothyroxine|synthroid|lisinopril|gabapentin|prozac|lexapro|omeprazole|naproxen|tramadol|creams?|eye drops|injections?|shots|insulin|steroids?|statins?|benzos?|opioids?|opiates?|triptans?|metformin"
    r"|antidepressants?|antacids?|laxatives?|sleep aids?|ibuprofen|aspirin|tylenol|advil|zoloft|xanax|adderall|ambien|sertraline"
    r"|blood thinners?|antibiotics?|walking sticks?|reading glasses|hearing aids?|suboxone|methadone|nebuli[sz]ers?|cpap)"
)
_GAVE_UP = (
    r"(?:quit|ditched|dropped|toss(?:ed)?|binned|retired|swapped|traded|came off|got off|gotten off|get off|given up|gave up"
    r"|threw (?:away|out)|thrown (?:away|out)|weaned (?:\w+ )?off|is off|am off|are off|'s off|'m off|been off|was off"
    r"|stop(?:ped)?(?: taking| using| needing| popping)?|kissed|left?|leaves?|cut (?:out|down on|back on)|said goodbye to"
    r"|(?:has|have)(?:n't| not) (?:touched|needed|taken|used|reached for|refilled)|no longer (?:needs?|takes?|uses?|reach(?:es)? for)"
    r"|(?:do|does)(?:n't| not) (?:need|use|take)|put away)"
)
_PART = (
    r"(?:knees?|hips?|back|joints?|skin|face|hair|gut|stomach|tummy|belly|elbows?|hands?|feet|legs?|head|brain|mind|mood|nerves|bloodwork"
    r"|numbers|labs|levels|pressure|sugar|cholesterol|pain|aches?|migraines?|headaches?|anxiety|depression|insomnia|eczema|psoriasis"
    r"|acne|arthritis|fever|cough|cold|flu|infection|rash|hot fl[au]shes|cramps|cravings|bloating|heartburn|reflux|snoring|tinnitus"
    r"|allergies|asthma|stiffness|swelling|fog|panic attacks|symptoms|fibroids?|cysts?|nodules?|polyps?|warts?|ha?emorrhoids?|goit(?:er|re)|itching|tremors?|energy|sleep|libido|milk|supply|theirs|mine)"
)
_CHANGED = (
    r"(?:(?:is|are|was|were|has been|have been|'s|has|have) )?(?:(?:now|all|completely|totally|finally|just|almost|simply|quickly|slowly"
    r"|already|right|nearly|practically) ){0,2}(?:gone|a thing of the past|(?<=is |re )history|under control|back to normal|cleared|vanished"
    r"|disappeared|stopped|eased|lifted|went away|melted|faded|healed|improved|broke|shrank|shrunk|halved|grew back|grown back|came back"
    r"|doubled|tripled|returned|quieted|calmed|settled|subsided|let up|resolved|dried up|plummeted|dropped|fell|baby-soft|silky"
    r"|normal(?:i[sz]ed)?|pain-free|feels? (?:great|better|amazing|like new|young)"
    r"|(?:never|haven't|hasn't) (?:been|looked|felt)(?: this)? (?:better|good|so good|great|softer|calmer))\b"
)
_FIGURE = r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty)"
OUTCOMES = Cue(
    r"\b(?:"
    rf"{_PART}(?: [\w'-]+){{0,3}}? {_CHANGED}"
    rf"|(?:lost|dropped|shed|down|melted off) (?:(?:about|over|nearly|almost|more than|a total of|a whopping|around) )?{_FIGURE}"
    r"(?:-\w+)?(?: \w+)? (?:pounds?|lbs?|kilos?|kg|stone|inches|sizes?)"
    rf"|(?:cut|halved|reduced|lowered|dropped|slashed) (?:my|his|her|our|their) (?:[\w'-]+ ){{0,2}}?{_MEDICINE}\b"
    r"|(?:doctor|gp|consultant|cardiologist|endocrinologist|psychiatrist|specialist|nurse|vet|he|she|they) (?:(?:has|have|had|even|already|just|finally) ){0,2}"
    r"(?:cut|halved|reduced|lowered|dropped) (?:my|his|her|our|their) (?:dose|dosage|prescription)\b"
    rf"|(?:down to|on) (?:half|a third of|a quarter of) (?:my|the|his|her) (?:[\w-]+ ){{0,2}}?(?:{_MEDICINE}\b|(?:dose|dosage) of {_MEDICINE}\b)"
    r"|(?:best|deepest|soundest) (?:night's )?(?:sleep|rest|nights?) (?:(?:i|we)(?:'ve| have)? had )?(?:in (?:years|months|ages|decades|forever|my life)|of my life)"
    r"|(?:is|are|am|'m|feels? like|felt like|become) (?:like )?an? (?:totally |completely |whole )?(?:different|new|changed) (?:person|man|woman|dog|animal|cat|horse|kid|child|boy|girl)\b"
    r"|(?:was|were) an? (?:totally |completely |whole )?(?:new|changed) (?:person|man|woman|dog|horse)\b"
    r"|i can (?:think|focus|breathe|sleep|walk|run|bend|eat|move|concentrate|read|dance|work|garden|knit|kneel) (?:clearly |properly |straight )?again\b"
    r"|(?:has |have |had |'s |'ve )?stopped (?:(?:his|her|my|their) )?(?:snoring|coughing|limping|scratching|itching|wheezing|aching|hurting|shaking|grinding (?:my|his|her) teeth|waking (?:up )?(?:at night|every))\b"
    r"|walk(?:s|ed|ing)? (?:[\w'-]+ ){0,3}?without (?:(?:an?|any|my|his|her|the|their) )?(?:cane|stick|walker|frame|crutch(?:es)?|limp(?:ing)?|pain)\b"
    rf"|{_GAVE_UP} (?:[\w'-]+ ){{0,4}}?{_MEDICINE}"
    r"|(?:able|managed|helped (?:me|him|her|them|us)|got) (?:to )?(?:(?:finally|even|slowly|gradually) )?(?:come|get|wean|taper)(?: (?:myself|himself|herself|themselves|ourselves))? off (?:of )?(?:it|them|both|everything|all of (?:it|them))\b"
    rf"|{_MEDICINE} (?:\w+ ){{0,2}}?(?:went in the (?:trash|bin)|gather(?:s|ing) dust|in the (?:drawer|trash|bin)|collects? dust)"
    r"|sle(?:ep|eps|pt|eping) (?:\w+ ){0,2}?(?:like (?:an? \w+|babies|logs|the dead)|through|better|deeper|deeply|soundly|again|all night|so well)"
    r"|(?:have|has|had)(?:n't| not)? (?:\w+ ){0,4}?(?:sick|ill|a cold|colds?|the flu|a migraine|an attack|a flare|a flare-up|an? \w+ infection)"
    r"(?: \w+){0,2}? (?:since|in (?:over |nearly |about )?\w+ (?:years?|months?|weeks?)|this (?:winter|season|year)|all (?:winter|year))"
    r"|(?:have|has|had) (?:now |finally |completely |all )?(?:reversed|beaten|overcome|cured|healed|conquered|eliminated|kicked) (?:his|her|my|our|their)\b"
    r"|(?:scans?|tests?|test results|biopsy|x-rays?|mri) (?:is|are|was|were|came back|come back) (?:now |all |completely )?(?:clear|clean|normal|negative)\b"
    r"|(?:is|are|am|'m|been|was|were|now) (?:now |completely |still )?(?:cancer|pain|symptom|seizure|migraine|tumou?r|medication|drug)-free\b|in (?:full |complete )?remission\b"
    r"|(?:got|helped) (?:me|us|him|her) (?:through|over|past) (?:the |my |his |her )?(?:[\w-]+ ){0,2}?(?:withdrawals?|detox|chemo\w*|addiction|cravings|flu|recovery)\b"
    r"|(?:ended|beat|kicked|cured|healed|fixed|erased|reversed|conquered) (?:my|our|his|her) (?:[\w-]+ ){0,3}?"
    rf"(?:dependence|dependency|addiction|habit|withdrawal|cancer|diabetes|disease|illness|{_PART})\b"
    r"|(?:don't|do not|doesn't|didn't|never|rarely|hardly|no longer) (?:ever )?(?:get|gets|catch|catches|got|caught|have|had) (?:sick|ill|a cold|colds|the flu|(?:\w+ )?(?:migraines?|headaches?|infections?|heartburn|hay fever|cramps|flare-ups?|attacks?))\b"
    r"|(?:feel|feels|felt|feeling) (?:\w+ ){0,2}?(?:like (?:a new|myself|me again|a million|a different)|amazing|fantastic|incredible"
    r"|(?:so much|much|far) better|better (?:within|after|by|in (?:a|two|three|just))|years younger|decades younger|alive|human again|calmer|more relaxed|more focused|refreshed|rested|normal again)"
    r"|(?:had|have|has|got) (?:\w+ ){0,2}?energy (?:to burn|again|than|back|for days|all day)"
    r"|(?:gave|given|gives) (?:me|us|him|her) (?:my|our|his|her) [\w ]{2,20}? back"
    r"|(?:changed|saved|transformed|turned (?:around )?) ?(?:my|his|her|our|their) (?:\w+ )?(?:life|lives|health|\w+ around)"
    r"|(?:was|were|is|are|am|'m|'s|be|been|back to) (?:\w+ )?(?:walk|runn|danc|play|jog|garden|hik|climb|ski|golf|work|sleep|rid|hay|swim"
    r"|mov|sew|knit|bik|lift|train)\w*ing\b(?: [\w'-]+){0,4}? again"
    r"|can (?:finally|now|actually|once again) (?:sleep|walk|run|play|bend|breathe|eat|move|climb|focus|think|work|enjoy|lift|hold|keep up"
    r"|garden|live|relax|wear|dance|get through)\b[\w' ]{0,30}"
    r"|(?:my|our) (?:most (?:productive|restful|creative|focused|relaxing|peaceful|energetic)|best|deepest|calmest) (?:[\w-]+ ){0,2}?"
    r"(?:sleep|nights?|days?|mornings?|(?:work|training|study|writing|programming|gym)? ?sessions?|workouts?|runs?|naps?|races?|lifts?)\b"
    r"|(?:sailed|breezed) (?:right )?through|(?:got|came|made it|went) through (?:\w+ ){1,5}?without"
    r"|(?:i'm|i am|we're|made me) (?:\w+ ){0,2}?(?:a (?:true |total |big |firm )?(?:believer|convert)|sold on|hooked)|difference (?:was|is|has been) (?:(?:absolutely|truly|really|simply) )?(?:night and day|incredible|amazing|unbelievable|immediate|huge|remarkable|unreal|astonishing)"
    r"|(?:is|was|been|am|'m|'s) (?:(?:now|completely|totally|finally|almost|entirely) ){0,2}(?:symptom|pain|migraine|headache|medication|acne|panic|opioid|pill)[- ]free\b"
    r"|(?:did|does|works?|worked|working) (?:wonders|miracles|magic|like a charm)"
    rf"|(?:(?:works?|worked) (?:\w+ )?(?:for|on)|helped) (?:me|us|him|her|(?:my|our) (?:\w+ )?(?:{_KIN}|{_PART}|dog|cat|horse|family))\b"
    r"|(?:more|better|calmer|happier|stronger|healthier)(?: [\w-]+){0,3} than (?:he|she|i|we|they)(?:'ve|'s| has| have| had)?(?: been| felt)? in "
    r"|(?:it|this|formula|product|blend|supplement|tea|oil|powder|drops) (?:has |have )?(?:played|made) (?:a|the) (?:(?:very|really|pretty) )?(?:major|huge|big|key|massive|vital|crucial|important|biggest|world of) (?:role|part|difference)"
    r"|knock(?:s|ed) (?:me|him|her) (?:right |straight )?out|(?:does|do|did) for (?:me|him|her) what"
    r"|owes? (?:my|his|her|our|their) (?:[\w-]+ ){0,2}?(?:recovery|healing|health|sanity|energy|sleep|life) to\b"
    r"|(?:never|haven't|have not|hasn't) looked back|just as it did for (?:me|us|my \w+)|went from (?:being )?[\w -]{3,40} to \w+ing|(?:great|good|real|much|amazing|incredible|wonderful) (?:success|luck|results)"
    r" (?:with|using|from|on)|(?:says?|said|claims?|claimed|credits?|credited|believes?|believed|reports?|reported|insists?|wrote)"
    r" (?:that )?(?:it|this|[\w ]{2,25}) (?:has |had )?(?:improved|helped|cured|healed|boosted|eased|cleared|restored|fixed|saved|changed"
    r"|relieved|reduced|ended|transformed|did wonders for) (?:with )?(?:his|her|their|my|our)\b|(?<!\bcan't )(?<!\bcannot )(?<!\bcouldn't )(?<!\bwouldn't )(?<!\bwon't )swears? (?:by|that|theirs|it)"
    r")"
)
# What went badly is a warning; a study reports its own; nobody has lived what is only wished for.
NO_SUCCESS = Cue(
    r"\b(?:jaundice|hospital\w*|strokes?|clots?|heart attack|collapsed|case reports?|published|maybe|perhaps|quitting|(?:after|since|once) (?:i |we |he |she )?(?:quit|stopped)(?! (?:my|his|her|the|taking)\b)|(?:days|weeks|months) off|sober|(?:felt|feel|feeling|made (?:me|him|her)) (?:sick|ill|queasy|dizzy|faint)|died|death|dead|liver (?:failed|failure|injury|transplant|tests?)|transplant|rash(?:es)? (?:after|from)|worse\w*"
    r"|seizures?|vomit\w*|dizz\w+|overdos\w+|withdrew|emergency|poison\w*|placebo|participants?|addict\w*|relaps\w*"
    r"|withdrawal symptoms|causes?|no (?:relief|effect|difference|change|better)|did(?:n't| not) (?:work|help|improve|notice|feel|do)|(?:did|does|noticed|felt) nothing|side effects?|if|would|could|might|(?<!in )(?<!since )(?<!by )(?<!last )may|should"
    r"|until (?:the|my|her|his) (?:doctor|liver)|stopped working|trial"
    r"|l(?:ying|ied) to|stole|stealing|rock bottom|(?:could not|couldn't) stop)\b"
)
