"""What promises are read from: a sentence with its place in the article. Pure nouns for `claims` and its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kratomlint.document import Block, Document
from kratomlint.language import claim_cues as cues
from kratomlint.language import guards
from kratomlint.language.cue import Cue
from kratomlint.language.reading import Reading, Tagged
from kratomlint.language.sieve import Sieve
from kratomlint.named import NamedTuple
from kratomlint.span import Span

# Words.
_LONGEST_LINE = 14
# Characters.
_NEAR = 120
# One of them stands right before what is a place; asked first, as it is quicker than a pattern.
_LEADS_TO_PLACE = frozenset({"your", "our", "their", "of", "in", "with"})
# A sentence that opens with one of them goes on about the same thing, whatever else it names.
_POINTS_BACK = frozenset({"it", "it's", "they", "they're", "its"})
# These tell of what stands before them: "sebum, the substance that".
_APPOSITION = Cue(
    r"(?:,| is| are) (?:an?|the) (?:[\w-]+ ){0,2}?(?:substance|compound|chemical|hormone|fluid|liquid|oil|acid|enzyme|protein|pigment|molecule|mixture|part|stuff) (?:that|which) (?:\w+ly |also |helps? |to ){0,3}$"
)
# "Then it slows", "Finally, it calms".
_GOING_ON = frozenset(
    "first firstly second secondly third thirdly then next finally lastly also moreover furthermore additionally besides plus".split()
)


class Promise(NamedTuple):
    """Words that promise a benefit, before it is asked what takes them back; see `Claim`."""

    span: Span
    form: str
    direction: str = ""
    object: str = ""


class Scene(NamedTuple):
    """A sentence and what the reader knows when coming to it.

    `takes_unnamed`: the article keeps speaking of a substance, so a subject that nobody names is that substance.
    `last_agent`: the tag of what the sentence before was about, or empty at the start of a block.
    """

    document: Document
    reading: Reading
    takes_unnamed: bool
    last_agent: str

    def may_match(self, sieve: Sieve) -> bool:
        """Say False where a pattern of the sieve certainly does not match in the sentence."""
        return self.reading.sentence.number in self.document.once(sieve.numbers)

    @property
    def block(self) -> Block:
        """Return the block of the sentence."""
        return self.document.blocks[self.reading.sentence.block]

    @property
    def is_line_of_its_own(self) -> bool:
        """Say whether the sentence is a short line without a verb or a question mark that stands alone in its block."""
        text = self.reading.text.rstrip(" *\"'")
        alone = len(self.document.sentences_by_block[self.reading.sentence.block]) == 1
        return (
            alone and len(self.reading.words) <= _LONGEST_LINE and not (text.endswith("?") or cues.FINITE.search(text))
        )

    def before(self, run: Tagged) -> str:
        """Return the text of the sentence before a run."""
        return self.reading.text[: self.reading.start(run)]

    def shortly_before(self, run: Tagged) -> str:
        """Return the end of what stands before a run: however long a sentence is, each of its runs is read as quickly."""
        start = self.reading.start(run)
        return self.reading.text[max(0, start - _NEAR) : start]

    def start_before(self, run: Tagged, match: re.Match[str], group: str | int = 0) -> int:
        """Return where in the sentence's text a match starts that was found from the start of `shortly_before(run)` on."""
        return max(0, self.reading.start(run) - _NEAR) + match.start(group)

    def shortly_after(self, run: Tagged) -> str:
        """Return the beginning of what stands after a run."""
        end = self.reading.end(run)
        return self.reading.text[end : end + _NEAR]

    def agents(self, until: int) -> Iterator[Tagged]:
        """Yield what acts in the sentence before that offset of its text: substances and other things."""
        reach = 0
        for run in self.reading.of("substance", "agent"):
            if self.reading.end(run) > until:
                continue
            if run.tag == "substance":
                reach = run.last
                yield run
            # "Herbal medicine" is no medicine.
            elif run.first >= reach and not (self._is_a_place(run) or self._owns(run)):
                yield run

    def _owns(self, run: Tagged) -> bool:
        """Say whether something is only named as that to which another thing belongs: `the body's defenses`."""
        return self.reading.text.endswith("'s", 0, self.reading.end(run))

    def _is_a_place(self, run: Tagged) -> bool:
        """Say whether something is only where it happens, or what it is full of: `an addition to your diet`."""
        if _LEADS_TO_PLACE.isdisjoint(self.reading.texts[max(0, run.first - 2) : run.first]):
            return False
        before = self.shortly_before(run)
        return bool(cues.PLACES_IN.search(before) or cues.CONTENTS.search(before))

    def last_words(self, span: Span, count: int) -> str:
        """Return the last words of the clause before a span."""
        before, _ = guards.around(self.document, span)
        return " ".join(guards.clause_before(before).split(" ")[-count:])

    def is_of_substance(self, before: str, clause: str | None = None) -> bool:
        """Say whether what stands before some words is about the substance: names it, points back to it, or names nobody.

        `clause`: the end of `before` that belongs to them. Where it has commas, what stands after the last one is asked,
        unless the words follow it at once.
        """
        clause = guards.clause_before(before) if clause is None else clause
        agents = list(self.agents(len(before)))
        apposition = _APPOSITION.search(before)
        told = [run for run in agents if apposition and self.reading.end(run) <= apposition.start()]
        if told:
            return told[-1].tag == "substance"
        relative = cues.RELATIVE.search(before)
        if relative and agents and self.reading.end(agents[-1]) + 1 == relative.start():
            # "Recovery from kratom needs a plan that eases stress": the plan does.
            return agents[-1].tag == "substance"
        said = [match.end() for cue in (cues.EVIDENCE_VERB, cues.TOLD_HOW) for match in cue.finditer(clause)]
        start = len(before) - len(clause) + max(said, default=0)
        comma = before.rfind(",") + 1
        if comma > start and not cues.NO_SUBJECT.fullmatch(before[comma:]):
            start = comma
        if comma in (start, start - 1) and cues.GOES_ON_ABOUT.match(before, comma):
            # "Mitragynine, which binds to receptors to": what stands before the comma does.
            named = [run for run in agents if self.reading.end(run) == comma - 1]
            if named:
                return named[0].tag == "substance"
        in_clause = [run for run in agents if self.reading.start(run) >= start]
        if in_clause:
            return in_clause[0].tag == "substance"
        subject = before[start:]
        if self.takes_unnamed and (cues.BY_MEANS.search(subject) or cues.MECHANISM.search(subject)):
            return True
        if cues.PRONOUN.search(subject):
            points_back = said or not agents or self.reading.texts[0] in cues.GOES_ON or start == comma
            about = self.last_agent if points_back else agents[0].tag
            return about == "substance" or (about == "" and self.takes_unnamed)
        if cues.SOME_OF_THEM.fullmatch(subject) and self.last_agent == "substance":
            return True
        return self.takes_unnamed and not cues.SOMEBODY.search(subject)


def points_back(reading: Reading) -> bool:
    """Say whether a sentence goes on about what the one before was about: `It calms`, `Then it calms`."""
    first = int(bool(reading.texts) and reading.texts[0] in _GOING_ON)
    return not _POINTS_BACK.isdisjoint(reading.texts[first : first + 1])


def leading_agent(reading: Reading) -> str:
    """Return the tag of what a sentence is about: the first agent or substance that it names."""
    # "Research shows that kava calms" is about kava.
    named = [run for run in reading.of("substance", "agent") if run.term not in cues.EVIDENCE]
    if not named:
        return ""
    # "Better sleep: kava is taken at night" is about kava, and so is "In folk medicine, kava is taken".
    label = cues.DASH_LABEL.match(reading.text)
    fronted = label or cues.FRONTED.match(reading.text)
    start = len(fronted[0]) if fronted else 0
    runs = [run for run in named if not start or reading.start(run) >= start]
    runs = runs or ([] if label else named)
    if runs and cues.GOES_ON_WITH_IT.search(reading.text, len(label[0]) if label else 0, reading.start(runs[0])):
        # "Beyond that, it is good for old patients" is about what the text was about.
        return ""
    return runs[0].tag if runs and runs[0].first <= 8 else ""
