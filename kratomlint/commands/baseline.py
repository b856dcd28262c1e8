"""`baseline`: start with an old library of articles by putting up, for now, with what is found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kratomlint.commands import options, output

if TYPE_CHECKING:
    from kratomlint.baseline import Baseline
    from kratomlint.finding import FileResult, RunResult, Stale
    from kratomlint.settings import Lookup


@click.group("baseline")
def baseline_command() -> None:
    """Know what is found already; tell what is new.

    The file lies where the project begins, and `kratomlint check` heeds it from then on.
    """


@baseline_command.command("write")
@options.baselined
def write_command(paths: tuple[str, ...], **chosen: Any) -> int:
    """Write what is found now, in PATHS or here, as known."""
    from kratomlint.commands.project import lookup_for

    result = _found(paths, {**chosen, "baseline": "", "no_baseline": True})
    lookup = lookup_for(chosen)
    _tell_troubles(result)
    for place, files in _by_baseline(result.files, lookup).items():
        old = _read(place)
        new = old.with_entries(
            old.entries(finding for file in files for finding in file.findings), _replaced(old, files, paths)
        )
        output.write_whole(str(place), [new.encode()])
        known = sum(finding.suppressed is None for file in files for finding in file.findings)
        output.emit([f"{old.shown}: {_count(known, 'known finding')} in {_count(len(files), 'file')}.\n"])
    return 3 if _has_trouble(result) else 0


@baseline_command.command("check")
@options.baselined
def check_command(paths: tuple[str, ...], **chosen: Any) -> int:
    """Tell which entries stand for nothing any more; exit with 1 where there are some."""
    result = _found(paths, chosen)
    _tell_troubles(result)
    stale = list(_stale(result, paths, chosen))
    for entry in stale:
        count = _count(len(entry.fingerprints), "entry")
        output.emit([f"{entry.baseline}: {entry.path}: {count} of {entry.check_id} for nothing that is found\n"])
    known = sum(finding.known for file in result.files for finding in file.findings)
    new = sum(finding.suppressed is None for file in result.files for finding in file.findings)
    gone = sum(len(entry.fingerprints) for entry in stale)
    output.say(f"{_count(known, 'known finding')}, {gone:,} stale, {new:,} not in the baseline.")
    return 3 if _has_trouble(result) else 1 if stale else 0


@baseline_command.command("prune")
@options.baselined
def prune_command(paths: tuple[str, ...], **chosen: Any) -> int:
    """Take out the entries that stand for nothing any more; none is added."""
    result = _found(paths, chosen)
    _tell_troubles(result)
    stale: dict[str, list[Stale]] = {}
    for entry in _stale(result, paths, chosen):
        stale.setdefault(entry.baseline, []).append(entry)
    for name, entries in stale.items():
        old = _read(Path(name))
        output.write_whole(name, [old.without(entries).encode()])
        gone = sum(len(entry.fingerprints) for entry in entries)
        output.emit([f"{name}: {_count(gone, 'entry')} taken out.\n"])
    if not stale:
        output.say("Nothing to take out.")
    return 3 if _has_trouble(result) else 0


def _found(paths: Sequence[str], chosen: dict[str, Any]) -> RunResult:
    from kratomlint import run
    from kratomlint.commands.progress import progress

    chosen_options = run.Options(settings=options.selected(chosen), config=chosen["config"])
    with progress(True) as advance:
        return run.run(paths or (".",), chosen_options, progress=advance)


def _by_baseline(files: Iterable[FileResult], lookup: Lookup) -> dict[Path, list[FileResult]]:
    """Return the files by the baseline in charge of them; where there is none yet, one where the project begins."""
    from kratomlint.settings import BASELINE_NAME

    here = lookup.folder(str(Path.cwd()))
    default = here.baseline or (here.project or Path.cwd()) / BASELINE_NAME
    groups: dict[Path, list[FileResult]] = {}
    for file in files:
        groups.setdefault(lookup.baseline_of(file.path) or default, []).append(file)
    return groups or {default: []}


def _read(place: Path) -> Baseline:
    """Return the baseline in a file; an empty one where there is none that can be used."""
    from kratomlint.baseline import Baseline, BaselineError, read
    from kratomlint.settings_file import shown

    try:
        return read(place.absolute())
    except BaselineError as error:
        if place.exists():
            output.say(str(error).partition("\n")[0] + "; it is written anew")
        return Baseline(str(place.absolute()), shown(place))


def _replaced(old: Baseline, files: Iterable[FileResult], paths: Sequence[str]) -> Any:
    """Return what says which entries are replaced: those of files that were linted, and of files that are no more."""
    linted = {old.key(file.path) for file in files if not file.troubles}
    gone = set(_gone(old, {old.key(file.path) for file in files}, paths))
    return lambda path, check_id: path in linted or path in gone


def _stale(result: RunResult, paths: Sequence[str], chosen: dict[str, Any]) -> Iterator[Stale]:
    """Yield the stale entries: those that the run judged, and those of files that are no more."""
    from kratomlint.baseline import BaselineError, read
    from kratomlint.commands.project import lookup_for

    yield from result.stale
    lookup = lookup_for(chosen)
    places = {place for file in result.files if (place := lookup.baseline_of(file.path))}
    here = lookup.folder(str(Path.cwd())).baseline
    places |= {here} if here else set()
    if not places:
        raise BaselineError("there is no baseline here\n    Write one: kratomlint baseline write")
    for place in sorted(places):
        baseline = read(place)
        for path in _gone(baseline, {baseline.key(file.path) for file in result.files}, paths):
            yield from baseline.all_of(path)


def _gone(baseline: Baseline, linted: set[str], paths: Sequence[str]) -> Iterator[str]:
    """Yield the paths in the baseline that lie in `paths` and were not linted: deleted, renamed or excluded."""
    asked = [Path(path).absolute() for path in paths or (".",)]
    for path in baseline.files:
        place = Path(baseline.path).parent.joinpath(path)
        if path not in linted and any(one == place or one in place.parents for one in asked):
            yield path


def _tell_troubles(result: RunResult) -> None:
    from kratomlint.reporters.summary import trouble_line, troubles

    for trouble in troubles(result):
        output.say(trouble_line(trouble))


def _has_trouble(result: RunResult) -> bool:
    return bool(result.troubles) or any(file.troubles for file in result.files)


def _count(number: int, name: str) -> str:
    plural = f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
    return f"{number:,} {name if number == 1 else plural}"
