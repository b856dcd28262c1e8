"""When which article is looked at. Knows the clock and the workers; what is shown and how is the caller's matter.

After a rest a change is looked at at once; while somebody types, when they pause. One article is at the desk at a
time, in its newest text, and what was seen in an older one is dropped. When all is quiet the open articles are
compared with the others of their projects.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Protocol

from kratomlint.finding import Trouble
from kratomlint.run import Options
from kratomlint.server.article import Article
from kratomlint.server.desk import Compare, Compared, Look, Seen
from kratomlint.server.foreman import Foreman
from kratomlint.server.worker import Refused

# Seconds. Changes that follow one another so soon are typing; it has paused after so long, and is not waited for longer.
_TYPING = 0.3
_PAUSE = 0.15
_LONGEST_PAUSE = 0.5
# How long it has been quiet before the other articles are looked at.
_QUIET = 0.7
# A look that takes longer will not come to an end.
_PATIENCE = 30.0
# Longer texts, in characters, take seconds: they are looked at when all is quiet.
_MOST_WHILE_TYPING = 200_000


class Listener(Protocol):
    """Who is told what was seen."""

    def seen(self, article: Article) -> None:
        """Take that the marks of an article are others now."""

    def refused(self, refused: Refused, path: str) -> None:
        """Take that an order could not be carried out; `path` is empty where it was about many articles."""

    def troubled(self, troubles: Iterable[Trouble]) -> None:
        """Take what went wrong with us."""


class Rounds:
    """The open articles, by their names in the editor, and who looks at them."""

    def __init__(self, listener: Listener) -> None:
        self.articles: dict[str, Article] = {}
        self.options = Options(jobs=1)
        self.desk = Foreman()
        self._library = Foreman(patiently=True)
        self._listener = listener
        self._waiting: dict[str, None] = {}
        self._due = asyncio.Event()
        self._to_compare = asyncio.Event()
        self._last_change = -1e9
        self._is_typing = False
        self._rounds: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin to look."""
        steps = (self._look_at_next, self._compare_when_quiet)
        self._rounds = [asyncio.create_task(self._again_and_again(step)) for step in steps]

    def stop(self) -> None:
        """End all work."""
        for task in self._rounds:
            task.cancel()
        self.desk.dismiss()
        self._library.dismiss()

    def changed(self, article: Article) -> None:
        """Take that an article has another text, or is new."""
        now = asyncio.get_running_loop().time()
        self._is_typing = now - self._last_change < _TYPING
        self._last_change = now
        # The last to change is the first to be looked at.
        self._waiting.pop(article.uri, None)
        self._waiting[article.uri] = None
        self._due.set()
        self._to_compare.set()

    def again(self) -> None:
        """Look at every article anew: what is looked for has changed."""
        self._waiting |= dict.fromkeys(self.articles)
        self._due.set()
        self._to_compare.set()

    def others_changed(self) -> None:
        """Compare anew: an article that is not open has changed."""
        self._to_compare.set()

    async def _again_and_again(self, step: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await step()
            except Exception as error:  # What goes wrong with one article must not leave the others alone.
                self._listener.refused(Refused(f"{type(error).__name__}: {error}", is_ours=True), "")

    async def _look_at_next(self) -> None:
        await self._due.wait()
        await self._pause()
        if not self._waiting:
            self._due.clear()
            return
        uri, _ = self._waiting.popitem()
        if article := self.articles.get(uri):
            await self._look(article)

    async def _pause(self) -> None:
        """Wait while somebody types."""
        loop = asyncio.get_running_loop()
        latest = loop.time() + _LONGEST_PAUSE
        while self._is_typing and (left := min(self._last_change + _PAUSE, latest) - loop.time()) > 0:
            await asyncio.sleep(left)

    async def _look(self, article: Article) -> None:
        if len(article.text) > _MOST_WHILE_TYPING:
            return
        text = article.text
        answer = await self.desk.ask(Look(article.path, text, self.options), _PATIENCE)
        if article.text is not text or self.articles.get(article.uri) is not article:
            return
        if isinstance(answer, Refused):
            self._listener.refused(answer, article.path)
            return
        article.take_own(answer.own, answer.cards)
        self._listener.troubled(answer.troubles)
        self._listener.seen(article)

    async def _compare_when_quiet(self) -> None:
        loop = asyncio.get_running_loop()
        await self._to_compare.wait()
        while (left := self._last_change + _QUIET - loop.time()) > 0 or self._waiting:
            await asyncio.sleep(max(left, 0.05))
        self._to_compare.clear()
        if self.articles:
            await self._compare()

    async def _compare(self) -> None:
        articles = list(self.articles.values())
        for article in articles:
            article.changes.clear()
        texts = {article.path: article.text for article in articles}
        options = self.options
        answer = await self._library.ask(Compare(texts, options))
        if self.options is not options:
            return
        if isinstance(answer, Refused):
            self._listener.refused(answer, "")
            return
        self._listener.troubled(answer.troubles)
        self._take(articles, answer)

    def _take(self, articles: Iterable[Article], answer: Compared) -> None:
        for article in articles:
            if self.articles.get(article.uri) is not article:
                continue
            seen, before = answer.articles.get(article.path, Seen()), article.marks
            self._listener.troubled(seen.troubles)
            article.take_across(seen.across, seen.cards)
            if not article.changes:
                article.take_own(seen.own, seen.cards)
            if article.marks != before:
                self._listener.seen(article)
