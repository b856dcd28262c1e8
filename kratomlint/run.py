"""One run over many files, for every door: from what was typed to what was found. Prints nothing."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kratomlint import cache
from kratomlint.cache import Cache
from kratomlint.corpus import compare, finished
from kratomlint.crew import Crew, Linted, Progress
from kratomlint.finding import FileResult, RunResult, Severity, Stale, Trouble
from kratomlint.hand import Job
from kratomlint.member import Member
from kratomlint.named import NamedTuple
from kratomlint.profiles import Assigner, Profiles
from kratomlint.settings import Lookup
from kratomlint.walk import Article, Walk, Walker

# 2, wrong usage, settings or card, is for the doors: it ends a run before there is a result.
CLEAN, FOUND, TROUBLED = 0, 1, 3


class Options(NamedTuple):
    """What the person who starts a run decides.

    `settings`: by key, as in a settings file; they hold for every file. `jobs` None: as many processes as cores.
    `written`: the file that the report goes to, which is no article in a folder.
    """

    settings: Mapping[str, Any] = {}
    config: str | None = None
    isolated: bool = False
    jobs: int | None = None
    use_cache: bool = True
    # Absolute paths; of the files that are named or found only these are linted, and compared with all others.
    only: frozenset[str] | None = None
    written: str | None = None


DEFAULTS = Options()


def run(
    paths: Sequence[str],
    options: Options = DEFAULTS,
    *,
    contents: Mapping[str, bytes] | None = None,
    progress: Progress | None = None,
    profiles: Profiles | None = None,
) -> RunResult:
    """Return all that is found in the files that `paths` name or hold, files in the order of their paths.

    `contents`: bytes that stand for the file of a path (standard input, an editor's buffer). `profiles`: what was built
    for an earlier run. Corpus checks compare with the whole project, and tell what they find in the named files. Raises
    `SettingsError`, `CardError` and `MissingPathError`, whose matter it is to tell whoever started the run.
    """
    kept = Cache(cache.folder()) if options.use_cache else None
    try:
        return _Run(options, contents or {}, kept, profiles or Profiles()).result(paths, progress)
    finally:
        if kept:
            kept.close()


def exit_code(result: RunResult, fail_on: str | None = None) -> int:
    """Return 3 where there was trouble, 1 where a finding is as bad as `fail_on` says, else 0.

    Without `fail_on`, the settings of each file say it.
    """
    if result.troubles or any(file.troubles for file in result.files):
        return TROUBLED
    for file in result.files:
        word = fail_on or result.fail_on.get(file.path, "warning")
        if word != "never" and any(finding.severity >= Severity[word] for finding in file.spoken):
            return FOUND
    return CLEAN


class _Run:
    def __init__(self, options: Options, contents: Mapping[str, bytes], kept: Cache | None, profiles: Profiles) -> None:
        self._lookup = Lookup(options.settings, config=options.config, isolated=options.isolated)
        self._walker = Walker(self._lookup, options.written)
        self._profiles = profiles
        self._assigner = Assigner(self._lookup, self._profiles, isolated=options.isolated)
        self._crew = Crew(self._profiles, kept, options.jobs)
        self._kept = kept
        self._contents = {os.path.abspath(path): data for path, data in contents.items()}  # noqa: PTH100
        self._given = frozenset(contents)
        self._only = options.only

    def result(self, paths: Sequence[str], progress: Progress | None) -> RunResult:
        walk = self._walk(paths)
        numbers = {article: self._assigner.number_of(article) for article in walk.articles}
        neighbours = {
            article: self._assigner.number_of(article) for article in self._neighbours(self._whole(paths), numbers)
        }
        jobs = [*self._jobs(numbers, False), *self._jobs(neighbours, True)]
        linted = dict(zip((job.article for job in jobs), self._crew.lint(jobs, progress), strict=True))
        files, troubles = self._compared(linted, {**numbers, **neighbours}, frozenset(numbers))
        marked, stale = self._known(files, numbers, {trouble.check_id for trouble in troubles})
        return RunResult(
            files=tuple(self._covered(article, marked[article]) for article in walk.articles),
            troubles=(*walk.troubles, *troubles),
            fail_on={article.shown: self._lookup.settings_for(article.absolute).fail_on for article in walk.articles},
            stale=stale,
        )

    def _known(
        self, files: Mapping[Article, FileResult], numbers: Mapping[Article, int], failed: Collection[str | None]
    ) -> tuple[Mapping[Article, FileResult], tuple[Stale, ...]]:
        """Return the files with the findings marked that their baseline knows, and the entries that know nothing."""
        places = {article: self._lookup.baseline_of(article.absolute) for article in files}
        if not any(places.values()):
            return files, ()
        from kratomlint.baseline import Listed, read, stale

        baselines = {place: read(place) for place in dict.fromkeys(places.values()) if place}
        listed = {
            article: Listed(
                baselines[place].mark(files[article]),
                baselines[place],
                self._profiles.get(numbers[article]),
                self._lookup.project_of(article.absolute) is not None,
            )
            for article, place in places.items()
            if place
        }
        marked = {article: one.result for article, one in listed.items()}
        return {**files, **marked}, tuple(stale(list(listed.values()), failed))

    def _walk(self, paths: Sequence[str]) -> Walk:
        walk = self._walker.expand(paths, self._given)
        if self._only is None:
            return walk
        return walk._replace(articles=tuple(article for article in walk.articles if article.absolute in self._only))

    def _whole(self, paths: Iterable[str]) -> list[Path]:
        """Return the folders of which every file is named."""
        if self._only is not None:
            return []
        return [Path(path).absolute() for path in paths if path not in self._given]

    def _neighbours(self, whole: Sequence[Path], numbers: Mapping[Article, int]) -> Iterator[Article]:
        """Yield the articles that nobody named and that named ones are compared with."""
        projects = dict.fromkeys(
            self._lookup.project_of(article.absolute)
            for article, number in numbers.items()
            if self._profiles.get(number).corpus_checks
        )
        named = {article.absolute for article in numbers}
        for project in projects:
            if project is None or any(path == project or path in project.parents for path in whole):
                continue
            found = self._walker.expand([_as_typed(project)]).articles
            yield from (article for article in found if article.absolute not in named)

    def _jobs(self, numbers: Mapping[Article, int], facts_only: bool) -> Iterator[Job]:
        for article, profile in numbers.items():
            if not facts_only or self._profiles.get(profile).corpus_checks:
                most = self._lookup.settings_for(article.absolute).most_bytes
                yield Job(article, profile, facts_only, most, self._contents.get(article.absolute))

    def _covered(self, article: Article, result: FileResult) -> FileResult:
        """Return the result, with a trouble where fewer words were looked at than the settings ask for."""
        least = self._lookup.settings_for(article.absolute).min_coverage
        whole = result.words + result.skipped_words
        if result.troubles or 100 * result.words >= least * whole:
            return result
        what = (
            f"{100 * result.words // whole}% of its words were looked at, and `min-coverage` asks for {least}%: see what"
            f" was passed over with `kratomlint try --prose`, or ask for less"
        )
        return result._replace(troubles=(Trouble(result.path, what),))

    def _compared(
        self,
        linted: Mapping[Article, Linted],
        numbers: Mapping[Article, int],
        named: frozenset[Article],
    ) -> tuple[dict[Article, FileResult], tuple[Trouble, ...]]:
        ordered = sorted(linted, key=lambda article: article.order)
        members = {
            article: Member(
                linted[article].result,
                self._lookup.project_of(article.absolute),
                self._profiles.get(numbers[article]),
                article in named,
                linted[article].key,
            )
            for article in ordered
        }
        found, troubles = compare(list(members.values()), self._kept.place if self._kept else None)
        failed = {trouble.check_id for trouble in troubles if trouble.check_id}
        files = {
            article: finished(member, found.get(article.shown, ()), failed)
            for article, member in members.items()
            if member.named
        }
        return files, troubles


def _as_typed(project: Path) -> str:
    try:
        return os.path.relpath(project)
    except ValueError:  # On Windows, another drive.
        return str(project)
