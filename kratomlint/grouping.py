"""Which facts belong together: those that share a mark and are alike, and what belongs with any of them.

A fact is its key here: those of one key are one, wherever they are said. Who belongs together is decided by what is
said and by nothing else, so that what was known before a change and the change give what all of it gives at once.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import compress
from typing import Any

from kratomlint.facts import Packed
from kratomlint.library import Library, Row, number_of
from kratomlint.links import Links
from kratomlint.postings import Postings, Touched, standing
from kratomlint.registry import CorpusCheck

# Returns what the file of a number tells the check.
Load = Callable[[int], Packed]
# A fact, and others that it may belong with.
Pairs = tuple[int, Sequence[int]]
_AT_ONCE = 20_000
_MOST_KEYS = 100_000
_MOST_FORMS = 250_000
# Facts by number, each with the rows of the files that say it.
Group = dict[int, list[Row]]


def regroup(check: CorpusCheck, library: Library, gone: Iterable[int], come: Iterable[int], load: Load) -> None:
    """Bring the groups of a check's facts to what its files say now.

    `gone`: files of which what was told holds no more; `come`: those that tell something, some of them the same ones.
    """
    change = _Change(check, library, frozenset(gone), load)
    change.take(come)
    change.carry_out()


class _Said:
    """Which files say a fact now."""

    def __init__(self) -> None:
        # The one that says it, and the others, of which most facts have none.
        self.first: dict[int, int] = {}
        self.others: dict[int, list[int]] = {}

    def add(self, file: int, facts: Collection[int]) -> list[int]:
        """Take in what a file says, and return what none said before."""
        fresh = [fact for fact in facts if fact not in self.first]
        for fact in facts if len(fresh) < len(facts) else ():
            if fact in self.first:
                self.others.setdefault(fact, []).append(file)
        self.first.update(dict.fromkeys(fresh, file))
        return fresh

    def files(self, fact: int) -> list[int]:
        return [self.first[fact], *self.others.get(fact, ())] if fact in self.first else []


class _Change:
    def __init__(self, check: CorpusCheck, library: Library, gone: frozenset[int], load: Load) -> None:
        assert check.marks is not None
        self._name, self._marks, self._alike = check.card.id, check.marks, check.alike
        self._form, self._has_forms = check.form or str, check.form is not None
        self._library, self._load, self._gone = library, load, gone
        self._postings = Postings(_no_shard if library.is_new else partial(library.shard, self._name))
        self._before = library.told(gone, self._name)
        self._said = _Said()
        # Of the facts that were asked about, the homes that were kept, and what is compared of their keys.
        self._homes: dict[int, int] = {}
        self._forms: dict[int, Any] = {}
        # Of a library that is new all facts are told here.
        self._has_every_form = library.is_new
        # The groups that were looked into, without what is gone.
        self._groups: dict[int, Group] = {}
        self._links = Links()
        # Groups that may fall apart, so that each of their facts is by itself again.
        self._dissolved: frozenset[int] = frozenset()

    def take(self, files: Iterable[int]) -> None:
        """Take in what files say now."""
        told: dict[int, array[int]] = {}
        fresh: dict[int, str] = {}
        for file in files:
            keys = {number_of(self._name, key): key for key in self._load(file).keys}
            told[file] = array("Q", keys)
            fresh.update((fact, keys[fact]) for fact in self._said.add(file, keys))
            if len(fresh) > _MOST_KEYS:
                self._post(fresh)
                fresh = {}
        self._post(fresh)
        self._library.put_told(self._name, told)

    def _post(self, said: Mapping[int, str]) -> None:
        """Keep those facts that no file said before. The keys of a whole library are more than memory should hold."""
        known = {} if self._library.is_new else self._library.homes(said.keys())
        self._homes |= known
        new = sorted(said.keys() - known.keys())
        self._library.put_facts((fact, self._said.first[fact], said[fact]) for fact in new)
        for fact in new:
            self._postings.add(fact, self._marks(said[fact]))
        if len(self._forms) + len(new) <= _MOST_FORMS:
            self._forms.update((fact, self._form(said[fact])) for fact in new)
        else:
            self._has_every_form = False

    def carry_out(self) -> None:
        """Find out who belongs together now, and keep it."""
        said = self._said.first
        self._homes |= self._library.homes(self._before - self._homes.keys())
        known = frozenset(self._homes)
        stirred = {-home for home in self._homes.values() if home < 0}
        for group in stirred:
            self._group(group)
        lost = {fact for fact in self._before - said.keys() if not self._rows(fact)}
        touched = self._posted(lost)
        homes = [self._home(fact) for fact in lost | touched.dropped]
        self._dissolved = frozenset(-home for home in homes if home < 0)
        loose = {fact for group in self._dissolved for fact in self._group(group)} - lost
        self._link(self._of_new(touched, known))
        self._link(self._of_loose(loose))
        # Whatever is said in another way than it was: by other files, or at other places.
        moved = (known & said.keys()) | self._said.others.keys() | loose
        stirred_nodes = {self._node(fact) for fact in moved} | {-group for group in stirred - self._dissolved}
        self._keep(lost, self._links.sets(stirred_nodes))

    def _group(self, number: int) -> Group:
        if number not in self._groups:
            group: Group = {}
            for row in self._library.group(number):
                fact = number_of(self._name, row.key)
                self._homes[fact] = -number
                group.setdefault(fact, []).extend([row] if row.file not in self._gone else [])
            self._groups[number] = group
        return self._groups[number]

    def _rows(self, fact: int) -> list[Row]:
        """Return the rows of a fact that are kept and hold."""
        home = self._home(fact)
        return self._group(-home)[fact] if home < 0 else []

    def _home(self, fact: int) -> int:
        if fact not in self._homes and fact not in self._said.first:
            self._homes |= self._library.homes([fact])
        return self._homes[fact] if fact in self._homes else self._said.first[fact]

    def _posted(self, lost: Collection[int]) -> Touched:
        """Let marks go with what is lost, and say what has changed for others."""
        for fact, key in self._library.keys(lost, self._name).items():
            self._postings.remove(fact, self._marks(key))
        touched = self._postings.change()
        self._library.put_shards(self._name, self._postings.changed())
        return touched

    def _of_new(self, touched: Touched, known: Collection[int]) -> Iterator[Pairs]:
        """Yield the facts with those that may be linked with them now: one is new, or stands for a mark now."""
        for facts in touched.meeting():
            yield from ((stands, facts[at + 1 :]) for at, stands in enumerate(standing(facts)))
        first = self._said.first
        for mark in touched.marks:
            facts = self._postings.bearing(mark)
            new = [fact in first and fact not in known for fact in facts]
            for at, stands in enumerate(standing(facts)):
                is_new = new[at] or (mark, stands) in touched.promoted
                yield stands, facts[at + 1 :] if is_new else list(compress(facts[at + 1 :], new[at + 1 :]))

    def _of_loose(self, loose: Collection[int]) -> Iterator[Pairs]:
        """Yield the facts that may have fallen apart with those that they may be linked with."""
        for fact, key in self._library.keys(loose, self._name).items():
            yield from ((fact, standing(self._postings.bearing(mark))) for mark in self._marks(key))

    def _link(self, pairs: Iterable[Pairs]) -> None:
        """Link facts with those that are like them."""
        alike = self._alike
        for some, forms in self._with_forms(pairs):
            form_of = forms.__getitem__
            for one, others in some:
                # Two forms are compared in the time that this takes, two texts are not.
                apart = others if self._has_forms else self._apart(one, others)
                kin = compress(apart, map(partial(alike, forms[one]), map(form_of, apart))) if alike else apart
                for other in kin:
                    self._links.tie(self._node(one), self._node(other))

    def _apart(self, one: int, others: Iterable[int]) -> list[int]:
        """Return those of the others that are not linked with it yet."""
        root = self._links.root(self._node(one))
        return [other for other in others if self._links.root(self._node(other)) != root]

    def _with_forms(self, pairs: Iterable[Pairs]) -> Iterator[tuple[Iterable[Pairs], Mapping[int, Any]]]:
        """Yield pairs, and what is compared of the keys of their facts, and of others."""
        if self._has_every_form:
            yield pairs, self._forms
            return
        for some in _in_lots(pairs):
            yield some, self._forms_of({one for one, _ in some}.union(*(others for _, others in some)))

    def _forms_of(self, facts: set[int]) -> Mapping[int, Any]:
        missing = facts.difference(self._forms)
        if len(self._forms) + len(missing) > _MOST_FORMS:
            self._forms.clear()
            missing = facts
        self._forms.update((fact, self._form(key)) for fact, key in self._library.keys(missing, self._name).items())
        return self._forms

    def _node(self, fact: int) -> int:
        """Return what stands for a fact among the links: itself, or its group, negative."""
        home = self._home(fact)
        return home if home < 0 and -home not in self._dissolved else fact

    def _keep(self, lost: Collection[int], sets: Iterable[list[int]]) -> None:
        groups = [self._unfolded(together, lost) for together in sets]
        self._library.forget_facts(lost)
        rows = self._fetched(groups)
        self._library.forget_groups(self._groups)
        homes: dict[int, int] = {}
        for group in groups:
            said = [row for fact in group for row in (*self._rows(fact), *rows.get(fact, ()))]
            home = said[0].file
            if len(group) > 1 or any(row.file != home for row in said):
                home = -self._library.put_group(self._name, said)
            homes.update(dict.fromkeys(group, home))
        self._library.put_homes(homes)

    def _unfolded(self, together: list[int], lost: Collection[int]) -> list[int]:
        """Return the facts of a set of facts and groups."""
        groups = [self._group(-number) for number in together if number < 0]
        facts = {fact for fact in together if fact >= 0}.union(*groups)
        return sorted(facts.difference(lost))

    def _fetched(self, groups: Iterable[list[int]]) -> dict[int, list[Row]]:
        """Return the rows of facts that no group holds yet."""
        wanted: dict[int, set[int]] = {}
        for fact in (fact for group in groups for fact in group):
            home = self._home(fact)
            kept = [home] if home > 0 and home not in self._gone else []
            for file in (*kept, *self._said.files(fact)):
                wanted.setdefault(file, set()).add(fact)
        rows: dict[int, list[Row]] = {}
        for file, facts in sorted(wanted.items()):
            for fact, row in self._read(file, facts):
                rows.setdefault(fact, []).append(row)
        return rows

    def _read(self, file: int, facts: Collection[int]) -> Iterator[tuple[int, Row]]:
        packed = self._load(file)
        numbers = [number_of(self._name, key) for key in packed.keys]
        places = [at for at, number in enumerate(numbers) if number in facts]
        for at, fact in zip(places, packed.facts("", places), strict=True):
            yield numbers[at], Row(file, at, fact.key, fact.values, fact.excerpt, fact.place[1:])


def _no_shard(_: int) -> bytes:
    return b""


def _in_lots(pairs: Iterable[Pairs]) -> Iterator[list[Pairs]]:
    """Yield as many at a time as memory should hold keys for."""
    lot: list[Pairs] = []
    size = 0
    for one, others in pairs:
        if others:
            lot.append((one, others))
            size += len(others)
        if size > _AT_ONCE:
            yield lot
            lot, size = [], 0
    yield lot
