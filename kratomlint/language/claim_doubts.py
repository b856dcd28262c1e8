"""The words that take a promise back, hedge it or put it down to somebody. Data for `claims`; all of it is in lower case."""

from __future__ import annotations

from kratomlint.language.claim_cues import PEOPLE
from kratomlint.language.cue import Cue

ADDITIVE = Cue(
    r"\b(?:reduces?|decreases?|weakens?|diminish(?:es)?|counteracts?|blocks?) (?:the |its |their )?(?:[\w-]+ )?$|\b(?:(?:high|higher|large|very high) doses|additive|excessive|too (?:much|many|high)|combined|increased?|overdose|depressant)\b"
)
STATED_ALL_THE_SAME = Cue(r"\bcan\b|\bcapable of\b|\bsignificant")
HEARSAY = Cue(
    rf"\b(?:users?|proponents?|manufacturers?|companies|company|brands?|sellers?|vendors?|marketers?|makers?|labels?|developers?|promoters?|retailers?|advertisers?|distributors?|herbalists?|naturopaths?|{PEOPLE})\s(?:[\w-]+\s){{0,5}}?(?:report|claim|say|believe|tout|assert|insist|allege|contend|boast)"
    # "Scientists believe that it": for a belief of theirs nobody has found it.
    r"|\b(?:scientists?|researchers?|experts?|scholars|biologists|neuroscientists|physiologists|pharmacologists|(?:some|many|most) (?:doctors|physicians|scientists|clinicians)) (?:(?:also|now|still|currently|have long|long|generally|increasingly|once) ){0,2}(?:believed?|thinks?|thought|suspect(?:ed)?|theori[sz]ed?|speculated?|suppose|reckon|assumed?) (?!in\b)"
    r"|\bwho (?:said|says?|claim(?:s|ed)?|swears?|reported) (?:that )?(?:she|he|they|it)\b|\b(?:the|their|such|this|a|any|also|are|were|with|despite|some|many|of) (?:health |medical |marketing )?claims? that\b|\b(?:heard|hearing|hear|told|read|reading) (?:[\w-]+ ){0,5}?that\b|\b(?:beliefs?|notion|legend|myth|tradition|lore|idea|theory|assumption) (?:that|holds|has it|goes|is(?: that)?)\b"
    r"|\bhad an? (?:[\w-]+ ){0,2}?reputation (?:as|for)\b(?! (?:its|their))[^.;]{0,40}$"
    r"|\b(?:for|behind|about|against|support|challenge|question)s? claims? that\b"
    r"|\b(?:is|are|was|were) defined (?:[\w-]+ ){0,6}?as\b[^.;]{0,120}$|^\W*claims? that\b|(?<!researchers )(?<!scientists )(?<!studies )(?<!study )\bfound (?:that )?(?:it|they|this) (?:had )?helped(?: to)? $"
    # "With claims from sellers and some papers that it".
    r"|\bclaims? (?:made )?(?:from|by|of) (?:[\w'-]+,? ){1,10}?that\b|\b(?:theory|hypothesis) (?:links|connects|suggests|proposes|says|ties)\b"
    # "The idea was taken up at once: ..."
    r"|\b(?:the|this|that|his|their|one) (?:idea|theory|thinking|logic|assumption|belief|notion|hope|argument)\b[^.;:]{0,90}: (?:[\w'-]+ ){0,5}$"
)

# Behind a claim: "Relieves pain: FALSE".
FOUND_FALSE = Cue(
    r"^(?:\s?[:=?]|\s[\u2013\u2014-])\s(?:false|untrue|not true|a myth|myth|busted|debunked|unproven|not proven|no evidence|wrong)\b"
)
# Behind a claim: "..., but the validity of these studies is questionable".
UNDERMINED = Cue(
    r"\b(?:but|although|though|however|yet),? the jury is (?:still )?out\b|"
    r"\b(?:but|although|though|however|yet),? (?:[\w'-]{1,30} ){0,3}?(?:the|these|those|such|most|many|some|this|that) (?:[\w'-]{1,30} ){0,3}?"
    r"(?:validity|quality|stud(?:y|ies)|trials?|research|evidence|results?|findings?|claims?|reports?|data)\b[^.;!?]{0,60}?"
    r"\b(?:questionable|doubtful|disputed|controversial|debatable|flawed|unproven|unverified|unsupported|unsubstantiated|dubious|anecdotal|inconclusive"
    r"|conflicting|weak|poor|thin|scant|lacking|(?:never|not|yet to|n't) (?:been |be )?(?:[\w-]+ ){0,2}?(?:repeated|replicated|duplicated|confirmed|verified|proven|shown|backed|supported|borne out|held up|reproduced))\b"
    # "Any benefit that it offers is outweighed by its harms".
    r"|^[^.;!?]{0,60}\b(?:is|are|was|were) (?:far |clearly )?outweighed by\b"
    r"|\b(?:but|although|though|however|yet),? (?:this|that|it|none of (?:this|it|these)) (?:has|have|is|are|was)(?: not| never| yet to|n't) (?:been |be )?(?:\w+ ){0,2}?(?:shown|proven|tested|confirmed|studied|verified|backed|supported)\b"
)

# What gives a reason for use.
GIVES_CAUSE = Cue(
    r"\breasons? (?:for|behind) (?:[\w-]+ ){1,5}(?:is|are) (?:its |their |the )?$|\b(?:due to|because of|thanks to|owing to|on account of|(?:to|that|which) (?:supports?|backs?(?: up)?|confirms?|validates?|proves?)) (?:(?:its|their|the|these|this|such) )?(?:[\w-]+ ){0,3}$"
)

# "Traditionally, it was used to:", "People take it for:".
REPORTING_LEAD = Cue(
    rf"\b(?:(?:is|are|was|were|been) (?:[\w-]+ ){{0,3}}?(?:used|taken|employed|chewed|consumed|given|applied)"
    rf"|{PEOPLE} (?:[\w-]+ ){{0,3}}?(?:use|used|take|took|turn|turned|try|tried|chew|chewed|drink|drank)(?: (?:it|them|this|[\w-]+))?)"
    r"(?: \w+){0,3}? (?:to|for|as|against|in)(?: (?:help|treat|relieve|manage|with|such [\w ]{1,30}))?\W*$"
    r"|\b(?:manufacturers?|makers|sellers?|vendors?|brands?|companies|marketers?|proponents|advocates)\b[^.:]{0,60}\bclaims?\b[^.:]{0,60}\W*$"
    rf"|\b{PEOPLE} (?:[\w-]+ ){{0,3}}?(?:believe|claim|say|think|hope)s? (?:that )?(?:[\w-]+ ){{0,3}}?(?:helps?|can|may|will|does)(?: help)?(?: to| with)?\W*$"
)
# "It may help in easing cramps, reducing bloating": each of what it may help in.
HEDGED_LIST = Cue(
    r"\b(?:may|might|could)\b[^.;]{0,40}? (?:help|aid|assist|be useful|be effective)\w* (?:in|with|by) (?:\w+ly )?\w+ing\b[^.;]*$"
)
# "This may explain its calming effects" takes them for granted.
MAY_EXPLAIN = Cue(
    r"\b(?:may|might|could) (?:also |well |help |partly |in part )*(?:explain|account for|be (?:behind|responsible for|the (?:reason|key|secret)|why|due to)|underlie|contribute to|lie behind)\b"
)
# "Mainly used for calming and relaxing the mind": the second is as much a use as the first.
USED_FOR_DOING = Cue(
    r"\b(?:(?:used|taken|employed|prescribed|sold|drunk) |history of (?:\w+ )?use (?:(?:in|by|among) (?:[\w'-]+ ){1,6}?)?)(?:mainly |mostly |primarily )?(?:for|in) (?:[\w'-]+,? ){0,6}?[\w-]+ing(?: [\w'-]+){0,4}?,? (?:and|or) $"
    r"|\bhistory of (?:\w+ )?use\b[^.;:]{0,60} for [\w-]+ing\b[^.;:]{0,120}, (?:and |or )?$"
)
# "Creams claim to restore it, giving us smooth skin": they claim that, too.
CLAIMS_TO = Cue(
    r"\b(?:claims?|claimed|claiming|purports?|promis(?:e|es|ed|ing)|pretends?) to\b[^.;:]{0,120}, (?:\w+ly )?$"
)
# "Its purported ability to calm and to relax": both are purported.
PURPORTED_TO = Cue(
    r"\b(?:purported|potential|alleged|supposed|reputed|possible|claimed) (?:ability|capacity|power|potential)\b[^.;:]{0,120}(?:\b(?:and|or) to |, (?:and |or )?)(?:\w+ly )?$"
)
# "Its approval as a sleep aid" is what an agency did.
APPROVED = Cue(r"\b(?:approval|approved|licen[cs]ed|registered|authori[sz]ed)(?: (?!as\b)[\w-]+){0,3} as (?:an? )?$")
# "Effective because of the placebo effect": not by what it is.
BY_PLACEBO = Cue(r"^[^.;]{0,60}\b(?:because of|due to|through|by|as) (?:an? |the )?placebo\b")
# What a sugar pill does is no word for the substance.
PLACEBO = Cue(
    r"\b(?:placebos?|sugar pills?|dummy pills?)(?: (?:alone|itself|themselves))?(?: (?:\w+ly|often|also|can|may|does|sometimes))? $"
)
# A label that tells what it is used for.
USE_LABEL = Cue(
    r"^\W*(?:(?:main|common|typical|traditional|usual|folk|popular|other|historical|current|claimed|reported) uses?|used (?:for|to treat)) ?: "
)
# What thins the blood is told as a harm where bleeding is spoken of.
THINS_BLOOD = Cue(r"\b(?:blood-thinning|anticoagulant|anti-?platelet|anti-clotting)\b")
OF_BLEEDING = Cue(r"\b(?:bleed\w*|surgery|surgical|operation|warfarin|an?esthe\w+|interfere)\b")
# Above a list: "Some herbs can be harmful. They can:".
HARMFUL_LEAD = Cue(
    r"(?<!\bno )(?<!\bnot )(?<!\bnever )(?<!\bwithout )\b(?:can|may|could|might) be (?:(?:very|quite|also|just as) )?(?:harmful|dangerous|toxic|unsafe|risky)\b[^:]{0,80}:\W*$"
)
# Above a list: "Ask your pharmacist first if any of these is true:", and what follows is a reason to ask.
ASK_FIRST_LEAD = Cue(
    r"\b(?:speak|talk|check|ask|consult|see|tell)\b[^:.]{0,60}\b(?:doctors?|pharmacists?|clinicians?|physicians?|gp|midwife|nurse)\b[^:.]{0,40}\b(?:if|when|before)\b[^:.]{0,80}:\W*$"
    r"|\b(?:do not|don't|never|should not|shouldn't|must not) (?:take|use|drink|eat|try|start|combine)\b[^:.]{0,60}\b(?:if|when)\b[^:.]{0,60}:\W*$"
    r"|\b(?:not suitable|unsuitable) (?:for|if|when)\b[^:.]{0,60}:\W*$"
)
# Behind a claim: "lowers blood sugar, so with insulin you could go too low" warns.
WARNED_OF = Cue(
    r"^[^.;!?]{0,240}\b(?:(?:could|can|may|might|would|will|to) (?:go|fall|drop|dip|sink|get) (?:far |much )?too (?:low|far)\b|dangerously (?:low|far)\b)"
    # "Because it thins the blood, people on warfarin should ask first".
    r"|^[^.;!?,]{0,60}, (?:so )?(?:people|patients|anyone|anybody|those|women|men) (?:with|who|on|taking|having)\b[^.;!?]{0,160}\b(?:should|must|need to)"
    r" (?:first |always |never |not )?(?:avoid|speak|talk|ask|consult|check|see|tell|take|use|be (?:careful|cautious))\b"
)
# "Grapefruit raises the level of kava in the blood": how much of it is there, and no good that it does.
LEVEL_OF = Cue(r"\w+ (?:(?:the|its|your) )?(?:blood )?(?:levels?|amounts?|concentrations?) of ")
# Behind a claim: "feel better within a week of stopping" is owed to the stopping.
BY_STOPPING = Cue(
    r"^[^.;!?]{0,60}\b(?:after|of|since|by|when|once) (?:(?:you|they|people|patients|having) )?(?:have |has )?(?:stop(?:s|ped|ping)?|quit(?:s|ting)?)\b"
    r"(?= ?[.,;!?]| ?$| (?:it|use|using|the (?:drug|substance|supplement))\b)"
)
# Before a claim and in it: "Participants who took it lost 4 pounds" tells of the participants.
OF_PARTICIPANTS = Cue(r"\b(?:participants|volunteers|subjects)\b[^.;:!?]{0,100}$")
# Behind a claim: "lost two pounds more than those on placebo" tells what a trial found.
THAN_PLACEBO = Cue(
    r"^[^.;!?]{0,40}\bthan (?:those|people|the (?:\w+ )?(?:ones|group|people)|(?:men|women|patients)) (?:(?:on|who|given|taking|took|got|received|with|in|were|a|an|the) ){1,3}(?:inactive )?(?:placebo|sugar pill|dummy|control)"
)
# "Most of them had lower anxiety scores": of whom it was found, and not who did it.
HAD = Cue(r"\b(?:had|showed|reported|recorded) (?:\w+ly )?$")
LOWER_SCORES = Cue(r"(?:lower|reduced|decreased)\b")
SCORES = Cue(r"(?: [\w-]+)? (?:scores?|ratings?)\b")
# "One of us lost 14 pounds", "I fall asleep faster": the tale of a person.
OF_ONESELF = Cue(
    r"\b(?:i|i've|we've|one of (?:our|us|my)(?: [\w-]+){0,3}|my (?:mother|father|husband|wife|sister|brother|friend|partner|mom|dad|aunt|uncle|neighbou?r|boss|coworker|colleague)) (?:(?:find|found|have|had|now|also|actually|even|already|finally|i|could|can) ){0,3}$"
)
LOST = Cue(r"(?:lost|shed|dropped)\b")
# Behind a claim: what was seen in animals or cells is no benefit to the reader.
IN_THE_LAB = Cue(
    r"(?: [\w-]+){0,3}? (?:in|on) (?:[\w-]+ ){0,2}?(?:mice|rats|rodents|guinea pigs|vitro|test tubes|(?:lab|laboratory|petri dish(?:es)?)\b(?! )|(?:animal|mouse|rat|rodent|cell|tissue|laboratory|preclinical)s? (?:models?|studies|cultures?|tests|experiments|research))\b"
)
# Before a claim: "Studies in rats show that ..."
OF_THE_LAB = Cue(
    r"\b(?:studies|study|trials?|tests?|research|experiments?) (?:done |conducted |performed )?(?:in|on|with) (?:[\w-]+ ){0,2}?(?:mice|rats|rodents|animals|dogs|cells)\b|\b(?:animal|mouse|rat|rodent|test-tube|in vitro) (?:studies|study|trials?|tests?|research|experiments?)\b"
)
# "Touted as a cure that helps people": what it is said to do is said with it.
TOUTED_AS = Cue(
    r"\b(?:touted|marketed|promoted|advertised|billed|hyped|hailed) as (?:[\w'-]+ ){1,6}(?:that|which) (?:\w+ )?$"
)
# "A compromised ability to make neurons": it is what ails.
WEAKENED = Cue(
    r"\b(?:compromised|reduced|impaired|limited|diminished|declining|lost|weakened|lower|poor) (?:ability|abilities|capacity|power) to (?:\w+ly )?$"
    # "It leaves us less able to cope".
    r"|\b(?:less able|unable|harder|struggl(?:e|es|ed|ing)) to (?:\w+ly )?$"
)
# "Conflicting evidence on its effectiveness in rebuilding joints".
ON_EVIDENCE = Cue(
    r"\b(?:conflicting|mixed|limited|weak|thin|little|insufficient|inconsistent) (?:[\w-]+ )?(?:evidence|data|results|findings)\b[^.;:]{0,60} (?:in|for|at|of) (?:\w+ly )?$"
)
# "How does it help a stiff knee?" asks, though it takes much for granted.
ASKS_HOW = Cue(r"^\W*(?:\d{1,2}\W{1,3})?how (?:can|could|may|might|do|does|will|would)\b[^.;:?!]{1,100}$")
# "Rest until you feel better", "repeat until the symptoms are gone": where an instruction ends.
UNTIL = Cue(
    r"\b(?:until|till) (?:(?:you|they|we|the|your|their|his|her|all|any|these|most|of|patient|person|child|dog|cat) ){0,3}(?:[\w-]+ )?$"
)
# "This system is responsible for maintaining balance": the body's own work.
OWN_WORK = Cue(
    r"\b(?:systems?|receptors?|hormones?|neurotransmitters?|enzymes?|organs?|glands?|networks?|messengers?|(?:parts?|regions?|areas?) of the (?:brain|body)) "
    r"(?:is|are) (?:\w+ly )?(?:responsible for|in charge of|tasked with|charged with) (?:\w+ly )?$"
)
SUCH_AS = Cue(r"\b(?:such as|including|like)\b")
# Behind a label: "Mood support: may help with worry", "Joint support: 500 mg".
HEDGED_AT_ONCE = Cue(r"\W{0,3}(?:[\w-]{1,30} ){0,2}?(?:may|might|could|possibly|potentially)\b")
AMOUNT_AT_ONCE = Cue(
    r"\W{0,3}(?:[\w-]{1,30} ){0,2}?\d[\d,.]{0,9}(?:(?:\s?[\u2013\u2014-]\s?| to )\d[\d,.]{0,9})?\s?(?:mg|g|mcg|\u00b5g|ml|iu|grams?|milligrams?|drops?)\b"
)
# Before a verb that shares the hedge of the one before it: "may lift the mood and help".
SHARED_HEDGE = Cue(
    r"\b(?:may|might|could) (?:(?!(?:but|it|they|this|these|which|that|can|will|is|are|has|have|does|do|because|so|when|if)\b)[\w'-]{1,40},? ){2,16}(?:and|or) (?:also |even |then |thereby )?$"
)
INFLECTED = Cue(r"[\w-]{1,40}(?:(?<!s)s|ed|ing)\b")
HEDGED_LEAD = Cue(r"\b(?:may|might|could)\b[^.:;!?]{0,50}:?\W*$")
# In the cell before it: the line of a fact sheet that says what it is used for, or what sort of medicine it is.
REPORTING_CELL = Cue(
    r"\W*(?:(?:mainly |commonly |traditionally )?(?:used|prescribed|marketed|sold|licensed) (?:for|to treat|as|in)"
    r"|(?:type|class|kind) of (?:medicine|medication|drug|remedy|product)|(?:drug|medicine|medication|therapeutic|pharmacological) (?:class|group|category)"
    r"|traditional uses?|folk uses?|claims?(?: made)?)\W*"
)
# What the body makes itself does its work there: "a hormone that the brain makes and that regulates sleep".
_MADE_IN_THE_BODY = r"(?:hormone|neurotransmitter|enzyme|chemical messenger|messenger|peptide)"
PHYSIOLOGY = Cue(
    rf"\b{_MADE_IN_THE_BODY}s? (?:(?:that|which) )?(?:(?:is|are) )?(?:\w+ly )?(?:produced|made|released|secreted|created|manufactured) (?:\w+ly )?(?:by|in) (?:the|your|our)\b"
    rf"|\b{_MADE_IN_THE_BODY}s? (?:that|which),? (?:the|your|our) (?:own )?(?:body|brain|[\w-]+ glands?) (?:\w+ly )?(?:produces|makes|releases|secretes)\b"
    rf"|\b{_MADE_IN_THE_BODY}s? (?:that|which)(?:, [^.;,]{{2,40}},)?(?: \w+)? $"
)
BODILY = Cue(r"\b(?:regulat|control|coordinat|govern|tim)\w*|\b(?:the|your|our) (?:body|brain|cells)\b")
# "It helps muscles relax after they contract": what a nutrient is there for, as a schoolbook has it.
PLAIN_FUNCTION = Cue(
    r"(?:helps?|lets?|enables?|allows?) (?:(?:the|your|our|all) )?(?:muscles?|nerves?|nerve cells|cells|(?:red )?blood cells|the heart|blood|enzymes) "
    r"(?:to )?(?:(?:and|nerves|muscles|to) ){0,3}(?:contract\b|relax (?:after|between|when|once|again after) (?:they|it|each|every|a|contract)|clot\b|beat\b|divide\b|carry (?:oxygen|signals|messages)"
    r"|send (?:signals|messages)|fire\b|signal\b|conduct\b|communicate\b|talk to each other|(?:work|function)(?: (?:normally|properly|as they should))?(?= ?[.,;]| and ))"
)
# What is taken is no more what the body makes.
WARE = Cue(r"\b(?:our|supplement|gumm|product|tablet|capsule|pill|taking|take|dose|extra|formula|so|why)\w*")
TELLS_HOW = Cue(r"\b(?:explor|examin|investigat)\w* (?:[\w'-]+ ){0,3}?how (?:[\w'-]+ ){1,4}$")
GIVEN_REASON = Cue(r"\bbecause (?:it|this) ")
# Behind these a clause of its own begins, which no hedge before them reaches.
OWN_CLAUSE = Cue(r"\b(?:as|because|since|so|and) (?:it|they|these|this) ")
# Each of these denies a claim behind which, or before which, it stands.
DENIED_BEHIND = (UNDERMINED, FOUND_FALSE, BY_PLACEBO, WARNED_OF, BY_STOPPING)
DENIED_BEFORE = (WEAKENED, ON_EVIDENCE, PLACEBO, ASKS_HOW, UNTIL, OWN_WORK)
# Above a list: none of its items is a promise.
DENIED_ABOVE = (HARMFUL_LEAD, ASK_FIRST_LEAD)
