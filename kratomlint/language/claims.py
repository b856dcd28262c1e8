"""What a sentence claims: which substance does what to what, how surely and on whose word. Pure; checks ask the claim.

The reading is light and deterministic: a relation word, an object that a lexicon knows within its reach, and the subject
that governs it. How it is said decides what counts against it: a finite verb can be hedged by its own `may`, a trailing
`..., offering relief` cannot be hedged by the main clause, and a presupposed `its efficacy` only by its own `potential`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kratomlint.document import Document, Sentence
from kratomlint.language import claim_cues as cues
from kratomlint.language import guards
from kratomlint.language.benefit_lists import benefit_items, under_benefits
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
                if not (form == "adjective" or cues.OWN_HARMS.search(span.cut(self.document.folded))):
                    yield self._claim(span, form, run.tag, thing.term)

    def _object(self, run: Tagged) -> Tagged | None:
        """Return what the relation is done to: the nearest object of the right kind within reach."""
        words = self.reading.words
        if run.last < len(words) and words[run.last].text in cues.NO_OBJECT_FIRST:
            return None
        reach = self.reading.between(run.last, min(len(words), run.last + cues.REACH))
        stop = cues.STOPS.search(reach)
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
            return thing.tag == "condition" or (thing.tag == "function" and run.term in cues.CALMING)
        if run.tag == "improve":
            return thing.tag == "function" or (thing.tag == "condition" and run.term in cues.HELPING)
        return (thing.tag == "function" and thing.term not in cues.PARTS) or (
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
            if cues.NO_CLAIM_GERUND.search(before) or word == "managing":
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
        if cues.PAST.match(word) and word != "need":
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
        if form == "past" or cues.ASKS_WHAT.search(before):
            return False
        clause = guards.clause_before(before) if form not in ("participle",) else before
        if form == "infinitive" and not (cues.LICENSED_INFINITIVE.search(before) or self.block.kind == "heading"):
            return False
        agents = [other for other in self.reading.of("substance", "agent") if other.last <= run.first]
        if form == "gerund" and cues.ROLE_OF.search(before):
            return self.takes_unnamed or any(other.tag == "substance" for other in agents)
        if form == "participle" and agents:
            return agents[0].tag == "substance"
        if form == "gerund" and not clause.strip(" \"'(*"):
            return self._followed_by_substance(thing)
        shift = len(before) - len(clause)
        said = list(cues.EVIDENCE_VERB.finditer(clause))
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
        return self.takes_unnamed and not re.search(rf"\b(?:{cues.PEOPLE}|you|we|i)\b", clause)

    def _in_clause(self, run: Tagged, clause_start: int) -> bool:
        return self.reading.words[run.first].span.start - self.reading.sentence.span.start >= clause_start

    def _followed_by_substance(self, thing: Tagged) -> bool:
        later = [other for other in self.reading.of("substance") if other.first >= thing.last]
        return bool(later) and bool(cues.WITH_SUBSTANCE.search(self.reading.between(thing.last, later[-1].first)))

    # -- nouns -------------------------------------------------------------------------------------------------

    def _effects(self) -> Iterator[Claim]:
        """Yield `analgesic effects`, `mood-boosting and calming properties`."""
        reach = -1
        for run in self.reading.of("effect"):
            if run.first < reach:
                continue
            after = self.reading.text[self.reading.words[run.last - 1].span.end - self.reading.sentence.span.start :]
            noun = cues.EFFECT_NOUN.match(after) or (
                cues.PRAISING.search(run.term) and self.takes_unnamed and cues.PRAISED.match(after)
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
        for pattern in (cues.EFFICACY, cues.PRESUPPOSED, cues.ROLE_IN, cues.COMPARED_TO_DRUGS):
            for match in pattern.finditer(self.reading.text):
                span = Span(*match.span()).shifted(self.reading.sentence.span.start)
                if (pattern is cues.COMPARED_TO_DRUGS and not self.takes_unnamed) or self._of_another(match.end()):
                    continue
                if not (self._studied(span) if pattern is cues.EFFICACY else self._tested(span)) and (
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
        for match in cues.FIT.finditer(self.reading.text):
            start = self.reading.sentence.span.start
            after = [
                thing
                for thing in self.reading.of("condition", "function")
                if 0 <= thing_start(self.reading, thing) - start - match.end() <= 60
            ]
            if not after or cues.STOPS.search(
                self.reading.text[match.end() : thing_start(self.reading, after[0]) - start]
            ):
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
        if self.block.kind == "item" and cues.FOR_BENEFIT.match(self.reading.text) and things:
            yield self._claim(self.reading.span(0, things[-1].last), "label", "", things[-1].term)
            return
        label = cues.DASH_LABEL.match(self.reading.text)
        shown = (label[0] if label else self.reading.text).rstrip(" :*.-\u2014\u2013")
        end = self.reading.sentence.span.start + len(shown)
        things = [thing for thing in things if thing_start(self.reading, thing) < end]
        if things and self._is_label(shown, bool(label)):
            first = min(self._first_letter(), thing_start(self.reading, things[-1]))
            yield self._claim(Span(first, end), "label", "", things[-1].term)

    def _is_label(self, shown: str, before_colon: bool) -> bool:
        """Say whether a few words without a verb name a benefit: they end in relief, support, aid ..."""
        tail = next((match for match in cues.LABEL_TAIL.finditer(shown) if match.end() == len(shown)), None)
        if tail is None or len(shown.split()) > 6 or shown.endswith("?"):
            return False
        if self.block.kind == "heading":
            return tail[0] not in ("health", "balance", "control") and under_benefits(self.document, self.block)
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
            label = cues.DASH_LABEL.match(self.reading.text)
            end = (
                self.reading.words[-1].span.end
                if label is None
                else self.reading.sentence.span.start + len(label[0].rstrip(" :\u2014\u2013-"))
            )
            if not (cues.MODAL.search(self.reading.text) or cues.NO_BENEFIT.match(self.reading.text)):
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
        return bool(cues.UNDER_STUDY.search(near)) or bool(cues.STUDIED_AFTER.match(after))

    def _tested(self, span: Span) -> bool:
        """Say whether somebody tests whether the words hold."""
        before, after = guards.around(self.document, span)
        near = " ".join(guards.clause_before(before).split(" ")[-8:])
        return bool(cues.UNDER_TEST.search(near)) or bool(cues.STUDIED_AFTER.match(after))

    def _claim(self, span: Span, form: str, direction: str, thing: str) -> Claim:
        before, _ = guards.around(self.document, span)
        clause = guards.clause_before(before)
        near = " ".join(clause.split(" ")[-9:])
        inside = span.cut(self.document.folded)
        hedge = " ".join(near.split(" ")[-4:]) if form in ("effect", "presupposed", "label") else near
        if form == "participle":
            hedge = before.rpartition(",")[2]
        hedged = bool(cues.MODAL.search(hedge) or cues.MODAL.search(inside))
        role = cues.ROLE_OF.search(before)
        if (
            form in ("verb", "participle", "gerund")
            and not role
            and cues.SUGGESTS.search(before)
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
        reported = bool(cues.REPORT_OF_USE.search(before if form == "participle" else clause)) and form != "participle"
        reported = reported or bool(
            re.search(
                rf"\b(?:users?|proponents?|{cues.PEOPLE})\s(?:[\w-]+\s){{0,5}}?(?:report|claim|say|believe)", before
            )
        )
        return Claim(
            span, self.reading.sentence, form, direction if direction != "give" else "", thing, hedged, denied, reported
        )


def thing_start(reading: Reading, run: Tagged) -> int:
    """Return where a tagged run starts in the prose."""
    return reading.words[run.first].span.start
