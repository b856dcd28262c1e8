"""Whether a figure is one to take: not one that is contained, sold, measured, cooked or found. Judges no amount."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby, islice, takewhile

from kratomlint.document import Document, Sentence
from kratomlint.language.cue import Cue
from kratomlint.language.measures import FOLLOWING, FORM_WORDS
from kratomlint.named import NamedTuple

TAKING = (
    r"take|takes|taking|taken|took|chew|drink|drinking|sip|use|using|used|consume|consumed|consuming|ingest|ingested"
    r"|swallow|(?:re)?apply|place|inhale|administer(?:ed)?|dosed?|dosing|split|divided|steep|brew|infuse|supplement with"
)
_SPOONS = r"(?:(?:tea|table)spoon(?:ful|fuls)?s?|tsps?|tbsps?)"
_COUNTED = rf"(?:capsules?|tablets?|softgels?|gumm(?:y|ies)|drops?|droppers?(?:ful)?|pellets?|scoops?|ounces?|grams?|{_SPOONS})"
# Measures by which a tea is made strong: they stand "per cup".
_KITCHEN = Cue(rf"{_SPOONS}|tea ?bag|pinch")

_INTAKE = Cue(
    rf"\b(?:{TAKING}|start(?:s|ed|ing)?|begin(?:ning)?|increas(?:e|ed|ing)|rais(?:e|ing)|titrat\w+|exceed\w*"
    r"|(?:micro-?|mega-?)?dos(?:es?|ages?)|recommend\w*|maximum|minimum|intake|prescrib(?:e|es|ed)|given|received"
    r"|stud(?:y|ies)|trials?|participants|patients|volunteers|need|needs|stick (?:to|with)|gives?|giving"
    r"|do (?:well|best) (?:with|on)|(?:work|build|go|move)(?:s|ing)? (?:(?:your|their|his|her|my) )?(?:way )?up|try"
    r"|stay (?:at|under|below)|limit|consensus|sweet spot|aim(?:ing)? for|go(?:es|ing)? (?:to|as high as)|as little as"
    r"|pop|gargle|dissolve|suck on|enjoy|smoke|vape|eat|range of)\b"
)
_TAKEN = Cue(rf"\b(?:{TAKING}|doses?|dosages?|dab|spritz|spray|rub|massage|gargle|swish|diffuse|melt|give it)\b")
# Who "took" something tells of it.
_ADVICE = Cue(
    rf"(?:^(?:for (?:[\w'-]+ ){{1,4}})?|[.:;,(] ?|\b(?:then|and|to|should|must|can|please|may|just|simply|usually|be) )(?!took\b)(?:{TAKING})\b"
    r"|\b(?:recommend(?:s|ed)?|advis(?:e|es|ed)|suggest(?:s|ed)?|advocates?|favou?rs?) (?:tak|us|eat|drink|chew|consum|sipp|apply)ing\b"
)
_INTAKE_TIME = Cue(r"\b(?:intake|timing)\b")
_DOSE_HEADING = Cue(
    r"\b(?:dos(?:e|es|age|ages|ing)|how much|how many|how to (?:take|use)|directions|(?:suggested|recommended) (?:use|serving)"
    r"|usage|intake)\b"
)
# Rows of what is sold, unless a column says how much of it to take.
_WARE_COLUMNS = Cue(
    r"\b(?:strengths?|potency|concentrations?|(?:bottle|pack|tub|jar|bag)(?:s| sizes?)?|sizes?|products?|brands?"
    r"|per (?:drop|dropper|capsule|tablet|gummy|spray|ml|pack|bottle|tub|bag))\b"
)
_MOST_COLUMNS = 12
_DOSE_COLUMNS = Cue(
    r"\b(?:dos(?:e|es|age|ages|ing)|amounts?|take|taken|intake|how (?:much|many|often)|daily|a day|per day|servings?|frequency|start(?:ing)?)\b"
)
# What the first cell of a row says that the row is about: "Typical dose | 2 g | 300 mg".
_DOSE_ROW = Cue(
    r"^\W{0,3}(?:(?:suggested|recommended|typical|usual|average|common|standard|daily|starting|adult|effective|beginner|maximum|my|our) ){0,2}"
    r"(?:dos(?:e|es|age|ages|ing)|servings?|serving size|intake|amount to take|how much(?: to take)?)(?: (?:range|size|per day|a day))?\W{0,3}$"
)
_RECIPE = Cue(r"\b(?:recipes?|ingredients|how (?:to|i|we) (?:make|cook|bake|prepare)|you(?:'ll)? need)\b")
# "Kids over 1: 1 tsp."
_LABEL = Cue(
    r"^[\W\d]*(?:adults?|kids?|child(?:ren)?|toddlers?|teen(?:ager)?s?|infants?|babies|seniors?|beginners?|newbies|pets?|dogs?|cats?"
    r"|(?:new|first-time|experienced|seasoned|regular|light|heavy) users|light|mild|moderate|medium|strong|heavy|maintenance"
    r"|(?:suggested|recommended|standard|usual|typical|daily|average|optimal|ideal|target|therapeutic|maintenance|loading|starting|effective) (?:(?:daily|adult) )?(?:use|usage|serving|amount|target|intake|dosage|dose|range|goal))\b[^.:;]{0,30}[:–—-] ?$"
)
# "1-2 g: mild energy"
_SCALE_AFTER = Cue(r"\s?(?:=|:|–|—|->|→)\s?[a-z]")
# "3 g is plenty"
_JUDGED_AFTER = Cue(
    r"(?: of [\w' -]{1,40}?)? (?:(?:is|are|was|were|seems?|should be|to be|may be|can be|as|generally|usually|typically|considered|regarded"
    r"|more than|all|just|a|the|very|most|often|per dose) ){0,4}(?:safe|enough|effective|plenty|(?:all )?you need|sweet spot|sufficient|ideal|optimum"
    r"|optimal|recommended|good (?:start|place|starting point)|should do)\b"
)

# An amount of something in something else: a strength, a price, a measured value.
_STRENGTH_AFTER = Cue(
    r"(?: (?:of )?[\w-]{1,40}){0,4}? ?(?:per|/|in (?:each|every|one)|each|in a(?: single)?) ?(?:\d{1,9} ?)?(?:single )?"
    rf"(?:{FORM_WORDS}|bottles?|packs?|bags?|jars?|containers?|pieces?|units?|boxes|ml|milliliter|g|grams?|dl|d[lL]|l|liter|litre"
    r"|100|kilo)\b"
)
# "We advise a strength of at least 500 mg per jar" tells what to buy, and so what to take.
_CHOOSES = Cue(
    r"(?:\b(?:we|i|experts?|they) (?:\w+ly |always |usually |would )?(?:advise|recommend|suggest)|\b(?:advisable|recommended|best)|(?:^|[.:;,] )(?:look for|choose|pick|aim for|opt for|go for|buy))\b[^.;:!?]{0,80}\b(?:at least|a minimum of|no less than|not less than)(?: (?:about|around))? $"
)
_FOOD_AFTER = Cue(
    r" (?:of )?(?:(?!(?:in|into|with|to)\b)\w+ )?(?:water|milk|coffee|broth|juice|rice|flour|sugar|protein|carbs|carbohydrates?|fat|fiber|fibre|sodium|calories"
    r"|vegetables|fruit|oats|broccoli|yogurt|butter|stock|alcohol|wine|beer|honey|lemon|salt|pepper)\b"
)
_VALUE_AFTER = Cue(r"\s?(?:/|per )\s?(?:d[lL]|l|liter|litre|ml|m²|100|g|gram)\b|\s?[%°]|-?(?:count|ct)\b|-?year")
_STRENGTH_BEFORE = Cue(
    r"(?:\b(?<!\bdoses )(?<!\bdose )(?:contain(?:s|ing|ed)?|provid(?:es|ing|ed)|deliver(?:s|ing|ed)?|packed with|features?|boasts?|yields?|equals?"
    r"|measur(?:es|ed|ing)|hold(?:s|ing)?|includ(?:es|ing)|with a total of|available in|comes? in|sold in|weigh(?:s|ed|ing)?)"
    r"(?: [\w,-]+){0,4}|\b(?:mg|g|grams?|ml|drops?|capsules?|cups?|(?:tea|table)spoons?|tsp|tbsp) =)\s?$"
    # "A level teaspoon is about 2 grams".
    rf"|\b{_COUNTED} (?:of [\w'-]{{1,30}} )?(?:is|are|comes to|works out at|amounts to)(?: (?:about|around|roughly|approximately|close to|nearly))? $"
)
_HOLDS_AFTER = Cue(
    r"(?: of [\w' -]{1,40}?)? (?:contains?|has|have|holds?|provides?|delivers?|equals?|weighs?|costs?|lasts?|yields?)\b"
    # "One level teaspoon is about 2 grams".
    r"|(?: of [\w'-]{1,30})? (?:is|are|comes to|works out at|amounts to) (?:(?:about|around|roughly|approximately|close to|nearly) )?\d[\d.,]{0,6} ?(?:g|mg|ml|grams?|milligrams?|ounces?|oz)\b"
)
_PRICE = Cue(
    r"[$€£]\s?\d|\bfor the price of\b|\bget (?:\w+ )?(?:one|two|three|\d) free\b|\d ?% off\b|\bfree shipping\b"
)
_NO_EVIDENCE = Cue(r"\b(?:no|not enough|little) (?:\w+ ){0,3}?(?:evidence|proof)\b")
_CONTAMINANT = Cue(
    r"\b(?:lead (?:levels?|limits?|contamination|content|poisoning|concentrations?|of|and (?:nickel|other|cadmium))|arsenic|cadmium|mercury|nickel|heavy metals?|pesticides?|contamina\w+"
    r"|residues?)\b"
)
# "A cup of lentils: 70 mg"
_MEASURE_OF_FOOD = Cue(
    r"\b(?:cups?|tins?|ounces?|oz|handfuls?|slices?|bowls?|glass(?:es)?|fillets?) of [\w' -]{2,40}[:–—-] ?$"
)
# "There is no agreed dose; trials have used ...": what trials gave is then no advice.
_NO_DOSE_KNOWN = Cue(
    r"\b(?:no|not an?) (?:\w+ ){0,3}?(?:doses?|dosages?|amount|intake)\b[^.!?]{0,60}\b(?:trials?|studies|researchers)\b"
)
# "Adults who took 2 g slept longer" reports on those adults. A healer's own patients are how a healer advises.
_GROUP = r"(?:participants|volunteers|subjects|patients|people|men|women|adults|children|athletes|players|those)"
_GIVEN_TO_SOME = Cue(
    rf"(?:\b(?:in|among) (?:(?!(?:my|our) )[\w-]+ ){{0,3}}?{_GROUP}"
    rf"|(?<!\bmy )(?<!\bour )\b{_GROUP} (?:who|taking|took|given|received|receiving|on|using|getting|assigned))\b[^.;:!?]{{0,60}}$"
)
_FOUND_AFTER = Cue(
    r"(?: [\w'-]+){0,9}? (?:lost|gained|improved|lowered|reduced|fell|dropped|rose|increased|decreased|raised|shortened|eased|slept|scored"
    r"|reported|had (?:fewer|less|more|lower|higher|better|shorter|longer)|did (?:no )?(?:better|worse))\b"
)
# "Half took 120 mg, and half a placebo": arms of a trial.
_PLACEBO = Cue(r"\b(?:placebos?|dummy (?:pills?|capsules?|tablets?)|sugar pills?|sham|control group|no treatment)\b")
_GIVEN_IN_TRIAL = Cue(
    r"\b(?:gave|took|received|got|swallowed|drank|(?:was|were|been) (?:given|assigned|allocated|randomi[sz]ed))\b[^.;:!?]{0,60}$"
)
# "It was tested in small studies at 3 g": what was tried is no advice.
_TESTED_AT = Cue(
    r"\b(?:tested|studied|tried|examined|investigated) (?:\w+ ){0,2}in (?:[\w'-]+ ){0,5}?(?:stud(?:y|ies)|trials?)\b[^.;:!?]{0,30}\bat(?: (?:about|around|roughly|doses of|a dose of))? $"
)
# "A man who took 20 g a day had a seizure" warns.
_SOMEBODY = Cue(r"\b(?:man|woman|boy|girl|teenager|child|toddler|patient|user|person|he|she|somebody|someone)\b")
_HARMED = Cue(
    r"[^.;:!?]{0,80}\b(?:had an? (?:seizure|stroke|heart attack)|died|was (?:hospitali[sz]ed|admitted)|were (?:hospitali[sz]ed|admitted)"
    r"|in hospital|(?:to|in) the hospital|(?:liver|kidney) (?:failure|injury)|jaundice|overdosed)\b"
)
# "Went from 2 g to 20 and could not stop" warns.
_RISEN_FROM = Cue(r"\b(?:went|gone|crept|climbed|escalated|risen|rose|spirall?ed) (?:\w+ )?from (?:\w+ )?$")
_RISEN_TO = Cue(
    r"(?: [\w'-]+){0,4}? to\b[^.;:!?]{0,160}\b(?:withdrawals?|stopping|stop|quit\w*|coming off|dependen\w+|addict\w+|hooked|sick|hospital\w*"
    r"|rehab|seizures?|trouble|rough)\b"
)
_ANIMAL = Cue(r"\b(?:rats?|mice|mouse|rabbits?|(?<!your )dogs?|animals?|in vitro|zebrafish|ld50)\b")

# Drops are added, rubbed in or diffused where a cook's measures would be a recipe.
_DROPS = Cue(r"\bdrops?\b")
_ADDING = Cue(r"\b(?:add|mix|dilute|rub|put|massage|diffuse|blend|place)\b(?: [\w-]+){0,3} $")
# A measure stirred into what one drinks is taken, one stirred into a pan is cooked.
_MIXING = Cue(
    r"\b(?:add(?:s|ed|ing)?|mix(?:es|ed|ing)?|stir(?:s|red)?|dilut(?:e|es|ed|ing)|dissolve[sd]?|put|puts|pour|blend|give|gives|gave|gets?|got"
    r"|have|had|takes?|sneak|slip)\b(?: [\w-]+){0,3} $"
)
_VESSEL = Cue(
    r" (?:of (?:[\w'-]+ ){1,4}?)?(?:in|into|to|with) (?:(?:an?|your|my|his|her|their|our|the|some|every|warm|hot|cold|morning|evening|full|large"
    r"|favou?rite|[\w-]+'s|glass of|cup of|mug of|\d+ (?:oz|ounces) of) ){0,5}(?:glass|cup|mug|smoothie|water|juice|coffee|tea|shake|drink|honey|yogh?urt|milk|oatmeal|porridge|applesauce)\b"
)
# What a leaf is steeped in to be drunk later.
_STEEPED_IN = Cue(
    r" (?:of (?:[\w'-]+ ){1,6}?)?(?:in|into|to) (?:an? |the |your |one )(?:[\w-]+ )?(?:bottle|jar|jug|carafe|pint|quart|lit(?:er|re)|glass) of (?:\w+ )?(?:wine|vodka|brandy|rum|gin|spirits|alcohol|whisky|beer)\b"
)
_STEEPED = Cue(r"[^.;]{0,40}\b(?:steep|brew|infus)")
_TAKES_ONE = Cue(rf"\b(?:{TAKING})(?: [\w-]+){{0,2}} $")
_HAS_ONE = Cue(
    r"\b(?:have|had|having|having had|do|does|did|get|gets|give|gives|gave|put|puts|stir|add|adds)(?: [\w-]+){0,2} $"
)
_TELLS_ONE = Cue(
    r"(?:^|[.:;,(] ?|\b(?:then|and|to|should|can|just|simply) )(?:have|gargle|swallow|dissolve|melt|pop|try|smoke|vape|eat|enjoy) $"
)
_COUNTED_OUT = Cue(_COUNTED)
# "One level scoop, sometimes two if I fly": what is told in so few words is what the writer takes.
_OR_MORE_AFTER = Cue(
    r",? (?:(?:or|and|but|on bad days) )?(?:sometimes|occasionally|maybe|perhaps|at most|or even) (?:two|three|four|half|more|another|\d{1,2})\b(?! (?:hours?|minutes|days|weeks|dollars))"
)
# "All that you need in one scoop" tells what it holds.
_HELD_IN = Cue(r"\b(?:in|into|per) (?:(?:just|only) )?$")
# "Wait before you take another gummy" holds back, and gives none.
_FURTHER_ONE = Cue(r"(?:another|an? (?:second|extra|additional)|one more)\b")
_HELD_BACK = Cue(r"\bbefore (?:(?:you|they|anyone) )?(?:even )?(?:tak|hav|try|eat|drink|us|reach)\w{0,4}(?: for)? $")
# So many characters around a figure tell what it is.
NEAR = 240
_CONDITION = Cue(r"\b(?:if|when|whether)\b[^,;:]*$")


class Surroundings(NamedTuple):
    """What introduces a block, the heading above it, the question before it, and its table's first row
    and the first cell of its own row: words or nothing."""

    lead: str
    heading: str
    question: str
    columns: str
    row: str


def is_intake(document: Document, sentence: Sentence, match: re.Match[str], at: int) -> bool:
    """Say whether an amount is one to take, not one that is contained, sold, measured or cooked.

    `at`: where the text that was matched stands in the prose.
    """
    text, said = match.string, sentence.span.shifted(-at)
    before = text[max(said.start, match.start() - NEAR) : match.start()]
    after = text[match.end() : min(said.end, match.end() + NEAR)]
    often, taken = FOLLOWING.match(after), _INTAKE.search(before[-120:])
    if _is_of_something_else(before, after, bool(often), match):
        return False
    if _is_prepared(document, sentence, before, match[0], after):
        return True
    if _STRENGTH_AFTER.match(after) and _CHOOSES.search(before):
        return True
    if _STRENGTH_AFTER.match(after) and not (taken and (often or _KITCHEN.search(match[0]))):
        return False
    if match.groupdict().get("massform") and not taken:
        return False
    if match["form"] and not often and _HELD_IN.search(before):
        return False
    if match["form"] and _COUNTED_OUT.search(match[0]) and not before.strip("-*• ") and _OR_MORE_AFTER.match(after):
        return True
    if "mass" not in match.groupdict():
        return _is_one(before, match[0], bool(often))
    if often or taken or _JUDGED_AFTER.match(after) or _LABEL.search(before):
        return True
    return _is_of_a_scale(before, match, after) or _under_dose_heading(document, sentence)


def is_advised(before: str) -> bool:
    """Say whether the words before a figure tell somebody to take something."""
    return bool(_ADVICE.search(before))


def is_about_taking(words: str) -> bool:
    """Say whether the words speak of taking or applying something."""
    return bool(_TAKEN.search(words))


def is_timed(before: str) -> bool:
    """Say whether the words before a time speak of the intake."""
    return bool(_INTAKE_TIME.search(before))


def in_condition(before: str) -> bool:
    """Say whether the figure stands in a condition: "if you take it once a day"."""
    return bool(_CONDITION.search(before))


def is_told_of_others(before: str, after: str) -> bool:
    """Say whether an amount is what a trial's people had, or what somebody came to grief with."""
    if _NO_DOSE_KNOWN.search(before) or (_GIVEN_TO_SOME.search(before) and _FOUND_AFTER.match(after)):
        return True
    if _TESTED_AT.search(before) or (_PLACEBO.search(before + after) and _GIVEN_IN_TRIAL.search(before)):
        return True
    if _SOMEBODY.search(before) and _HARMED.match(after):
        return True
    return bool(_RISEN_FROM.search(before) and _RISEN_TO.match(after))


def _is_of_something_else(before: str, after: str, often: bool, match: re.Match[str]) -> bool:
    if any(sign.match(after) for sign in (_VALUE_AFTER, _FOOD_AFTER, _HOLDS_AFTER)) or _NO_EVIDENCE.search(before):
        return True
    if _MEASURE_OF_FOOD.search(before) or is_told_of_others(before, after):
        return True
    if _FURTHER_ONE.match(match[0]) and _HELD_BACK.search(before):
        return True
    around = before + match[0] + after
    if _CONTAMINANT.search(around) or _ANIMAL.search(around):
        return True
    return not often and bool(_STRENGTH_BEFORE.search(before) or _PRICE.search(around))


def _is_prepared(document: Document, sentence: Sentence, before: str, measure: str, after: str) -> bool:
    """Say whether a measure is made ready to be taken: dropped, steeped, or stirred into a drink."""
    if _DROPS.search(measure) and _ADDING.search(before):
        return True
    if _KITCHEN.search(measure) and _STEEPED.match(after):
        return True
    if not _MIXING.search(before):
        return False
    if _STEEPED_IN.match(after):
        return True
    return _VESSEL.match(after) is not None and not _in_recipe(document, sentence)


def _is_one(before: str, measure: str, often: bool) -> bool:
    """Say whether “a teaspoon” is one to take."""
    if _TAKES_ONE.search(before):
        return is_advised(before)
    return bool(_COUNTED_OUT.search(measure)) and bool((often and _HAS_ONE.search(before)) or _TELLS_ONE.search(before))


def _is_of_a_scale(before: str, match: re.Match[str], after: str) -> bool:
    return bool(
        match.groupdict().get("low") and match["mass"] and not before.strip("-*• ") and _SCALE_AFTER.match(after)
    )


def _in_recipe(document: Document, sentence: Sentence) -> bool:
    return bool(_RECIPE.search(surroundings(document, sentence).heading))


def _under_dose_heading(document: Document, sentence: Sentence) -> bool:
    lead, heading, question, columns, row = surroundings(document, sentence)
    if _DOSE_ROW.search(row):
        return True
    if _WARE_COLUMNS.search(columns) and not _DOSE_COLUMNS.search(columns):
        return False
    return any(_DOSE_HEADING.search(words) for words in (lead, heading, question))


def surroundings(document: Document, sentence: Sentence) -> Surroundings:
    """Return the words around a sentence's block that say what its figures are."""
    block = document.blocks[sentence.block]
    before = document.end_of_block(sentence.block - 1) if sentence.block else ""
    return Surroundings(
        lead=document.lead_of(block),
        heading=block.heading_path[-1].lower() if block.heading_path else "",
        question=before if before.endswith("?") else "",
        columns=document.once(_columns).get(sentence.block, "") if block.kind == "cell" else "",
        row=document.once(_rows).get(sentence.block, "") if block.kind == "cell" else "",
    )


def _columns(document: Document) -> Mapping[int, str]:
    """Return for each cell the folded words of its table's first row; ask through `document.once`."""
    columns: dict[int, str] = {}
    for kind, run in groupby(range(len(document.blocks)), key=lambda number: document.blocks[number].kind):
        if kind == "cell":
            first, *others = run
            row = islice(takewhile(lambda number: not opens_row(document, number), others), _MOST_COLUMNS)
            words = " ".join(document.end_of_block(number) for number in (first, *row))
            columns.update(dict.fromkeys((first, *others), words))
    return columns


def _rows(document: Document) -> Mapping[int, str]:
    """Return for each cell the folded words of its row's first cell; ask through `document.once`."""
    rows: dict[int, str] = {}
    first = ""
    for number, block in enumerate(document.blocks):
        if block.kind != "cell":
            continue
        if not number or document.blocks[number - 1].kind != "cell" or opens_row(document, number):
            first = document.end_of_block(number)
        rows[number] = first
    return rows


def opens_row(document: Document, number: int) -> bool:
    """Say whether a row of the table ends between a cell and the one before it, in Markdown or in HTML."""
    before, here = document.blocks[number - 1].span, document.blocks[number].span
    end, start = document.prose.to_source(before).end, document.prose.to_source(here).start
    between = document.source_between(end, start)
    return "<tr" in between.lower() if "<" in between else "\n" in between
