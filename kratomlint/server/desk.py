"""What a worker does for the server: look at one article as it is typed, or at all open ones beside the others.

Both are what `kratomlint check` would do with the same characters. Settings are looked up for every order, so that a
change of theirs holds from the next one on; checks are built once, and anew when a project's own cards have changed.
"""

from __future__ import annotations

import codecs
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kratomlint.card import Card
from kratomlint.catalogue import Profile
from kratomlint.corpus import finished
from kratomlint.finding import Edit, FileResult, Finding, Trouble
from kratomlint.lint import lint
from kratomlint.member import Member
from kratomlint.memory import Memory
from kratomlint.named import NamedTuple
from kratomlint.profiles import Assigner, Profiles
from kratomlint.roots import PROJECT_FOLDER
from kratomlint.run import Options, run
from kratomlint.settings import Lookup
from kratomlint.silencing import silence
from kratomlint.source import UnreadableError, decode
from kratomlint.states import files_below
from kratomlint.walk import Article, Walker


class Look(NamedTuple):
    """An order: look at an article alone."""

    path: str
    text: str
    options: Options


class Compare(NamedTuple):
    """An order: look at articles (text by path) beside the others of their projects."""

    texts: Mapping[str, str]
    options: Options


class Silence(NamedTuple):
    """An order: write the comment that silences a finding, in its place or for the whole file."""

    path: str
    text: str
    finding: Finding
    whole_file: bool
    reason: str
    options: Options


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found in an article: in it alone, and beside others; the cards that say why, by id."""

    own: tuple[Finding, ...] = ()
    across: tuple[Finding, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    cards: Mapping[str, Card] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compared:
    """What was found in articles, by path, and what went wrong with none of them in particular."""

    articles: Mapping[str, Seen]
    troubles: tuple[Trouble, ...] = ()


class Desk:
    """Carries out orders; keeps the checks that it has built."""

    def __init__(self) -> None:
        self._profiles = Profiles()
        # Of each profile, by its digest, the checks that need no other article, and a memory of what it read.
        self._alone: dict[str, Profile] = {}
        self._own_cards: dict[Path, list[str]] = {}

    def look(self, order: Look) -> Seen:
        """Return what is found in the article alone; raise `SettingsError`, `CardError`."""
        lookup = _lookup(order.options)
        articles = Walker(lookup).expand([order.path], [order.path]).articles
        if not articles:
            return Seen()
        profile = self._profile(articles[0], lookup, order.options)
        try:
            result = lint(decode(encoded(order.text), order.path), self._without_others(profile))
        except UnreadableError as error:
            return Seen(troubles=(Trouble(order.path, str(error)),))
        across = {check.card.id for check in profile.corpus_checks}
        member = Member(result, lookup.project_of(order.path), profile, named=True)
        # Whether a directive silences what other articles have to do with is not known here.
        return self._seen(finished(member, (), across), across, member.project, order.options)

    def compare(self, order: Compare) -> Compared:
        """Return what is found in the articles beside all others; raise `SettingsError`, `CardError`."""
        lookup = _lookup(order.options)
        for path in order.texts:
            self._forget_old_cards(lookup.project_of(path))
        contents = {path: encoded(text) for path, text in order.texts.items()}
        result = run(tuple(contents), order.options, contents=contents, profiles=self._profiles)
        files = {file.path: file for file in result.files}
        seen = {}
        for path in contents:
            for article in Walker(lookup).expand([path], [path]).articles:
                profile = self._profile(article, lookup, order.options)
                across = {check.card.id for check in profile.corpus_checks}
                project = lookup.project_of(article.absolute)
                seen[path] = self._seen(files[article.shown], across, project, order.options)
        return Compared(seen, result.troubles)

    def silence(self, order: Silence) -> tuple[Edit, ...]:
        """Return the edits that silence a finding, none where there is no place for a comment."""
        lookup = _lookup(order.options)
        for article in Walker(lookup).expand([order.path], [order.path]).articles:
            published = self._profile(article, lookup, order.options).published
            source = decode(encoded(order.text), order.path)
            found = silence(source, [order.finding], order.reason, whole_file=order.whole_file, published=published)
            return () if found.left else found.edits
        return ()

    def carry_out(self, order: Look | Compare | Silence) -> Seen | Compared | tuple[Edit, ...]:
        """Return the answer to an order."""
        if isinstance(order, Look):
            return self.look(order)
        return self.compare(order) if isinstance(order, Compare) else self.silence(order)

    def _profile(self, article: Article, lookup: Lookup, options: Options) -> Profile:
        self._forget_old_cards(lookup.project_of(article.absolute))
        assigner = Assigner(lookup, self._profiles, isolated=options.isolated)
        return self._profiles.get(assigner.number_of(article))

    def _without_others(self, profile: Profile) -> Profile:
        if profile.digest not in self._alone:
            knowledge = profile.knowledge.remembering(Memory())
            self._alone[profile.digest] = profile._replace(corpus_checks=(), knowledge=knowledge)
        return self._alone[profile.digest]

    def _forget_old_cards(self, project: Path | None) -> None:
        if project is None:
            return
        folder = project / PROJECT_FOLDER
        cards = files_below(str(folder)) if folder.is_dir() else []
        if self._own_cards.setdefault(project, cards) != cards:
            self._own_cards[project] = cards
            self._profiles = Profiles()

    def _seen(self, result: FileResult, across: Collection[str], project: Path | None, options: Options) -> Seen:
        cards = self._profiles.catalogue(None if options.isolated else project).cards
        return Seen(
            own=tuple(finding for finding in result.findings if finding.check_id not in across),
            across=tuple(finding for finding in result.findings if finding.check_id in across),
            troubles=result.troubles,
            cards={check_id: cards[check_id] for check_id in {finding.check_id for finding in result.findings}},
        )


def encoded(text: str) -> bytes:
    """Return bytes that are read as exactly these characters, but for lone surrogates, which no file can hold."""
    mark = codecs.BOM_UTF8 if text.startswith("\ufeff") else b""
    return mark + text.encode("utf-8", "replace")


def _lookup(options: Options) -> Lookup:
    return Lookup(options.settings, config=options.config, isolated=options.isolated)
