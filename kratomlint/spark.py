"""A DataFrame of documents on Apache Spark: the same `lint` in Arrow batches, the same comparison as a shuffle join.

A document is linted by whichever machine holds it. What documents tell the corpus checks is compared within groups of
facts that share a mark, directly or through others: no check looks beyond its group, so the findings are those of one
machine.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kratomlint.catalogue import Profile
from kratomlint.corpus import compare, finished
from kratomlint.facts import PackedFacts, join, pack, part
from kratomlint.finding import FileResult, Finding, Trouble
from kratomlint.hand import Done, lint_bytes
from kratomlint.member import Member
from kratomlint.profiles import Order, Profiles, selection
from kratomlint.records import decode, decode_across, encode_across
from kratomlint.settings import Lookup
from kratomlint.settings_file import spoken
from kratomlint.source import too_large

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

Row = Mapping[str, Any]
Columns = Mapping[str, str]

_PLACE = {"line": "int", "column": "int", "end_line": "int", "end_column": "int"}
_RELATED = "array<struct<path: string, line: int, column: int, end_line: int, end_column: int, label: string>>"
FINDINGS: Columns = {
    **dict.fromkeys(("path", "check", "severity", "confidence", "message"), "string"),
    **_PLACE,
    **dict.fromkeys(("excerpt", "fingerprint", "suppressed"), "string"),
    "related": _RELATED,
}
_LINTED: Columns = {"path": "string", "result": "string", "facts": "binary", "troubles": "string"}
_MARKS: Columns = {"check": "string", "path": "string", "at": "int", "place": "int", "mark": "bigint"}
_TOLD: Columns = {"check": "string", "label": "bigint", "path": "string", "facts": "binary"}
_COMPARED: Columns = {"path": "string", "across": "string", "check": "string", "what": "string"}
# The place of a mark that every fact has whose check compares them all.
_ALL = -1


def lint(
    df: DataFrame,
    text_column: str,
    *,
    path_column: str = "path",
    suffix: str = "",
    settings: Mapping[str, Any] | None = None,
) -> DataFrame:
    """Return what is found in the documents of a DataFrame, a row for each finding (columns: `FINDINGS`).

    `path_column` names each document once; by the end of its name it is read as Markdown, MDX, HTML or plain text, or
    by `suffix` (`.html`), where the names say nothing. `settings`: by key, as in a settings file. What went wrong is a
    row whose severity is `trouble`. The documents are linted before this returns, unless no check compares them; the
    result is kept in Spark's checkpoint directory, or on the executors where none is set. Raises `SettingsError`,
    `SelectionError`, and `ValueError` for two documents of one name.
    """
    from pyspark.sql.functions import coalesce, col, lit

    look = Look(settings or {}, suffix)
    names = coalesce(col(path_column).cast("string"), lit("")).alias("path")
    documents = df.select(names, col(text_column).cast("string").alias("text"))
    linted = _mapped(documents, look.lint, _LINTED)
    if not look.profile.corpus_checks:
        return _mapped(linted.selectExpr("*", "null as across", "null as failed"), look.finish, FINDINGS)
    linted = _kept(linted)
    if twice := linted.groupBy("path").count().where("count > 1").first():
        raise ValueError(f"the column `{path_column}` names two documents {twice.path!r}: give each a name of its own")
    compared = _kept(_compared(linted, look))
    across = compared.where("across is not null").groupBy("path").agg({"across": "collect_list"})
    failed = compared.where("what is not null")
    beside = linted.join(across.toDF("path", "across"), "path", "left")
    told = beside.crossJoin(failed.agg({"check": "collect_set"}).toDF("failed"))
    return _mapped(told, look.finish, FINDINGS).unionByName(
        failed.selectExpr("path", "check", "'trouble' as severity", "what as message"), allowMissingColumns=True
    )


class Look:
    """What is done to rows, on whichever machine they are; what it needs for it, each process builds once."""

    def __init__(self, settings: Mapping[str, Any], suffix: str) -> None:
        self._settings = json.dumps(settings)
        self._suffix = suffix

    @property
    def profile(self) -> Profile:
        """Return the checks that the settings choose."""
        return _profile(self._settings)[0]

    def lint(self, row: Row) -> Iterator[Row]:
        """Yield the result of a document, in the form that is kept."""
        profile, most = _profile(self._settings)
        path, text = row["path"], row["text"]
        data = (text or "").encode("utf-8", "surrogatepass")
        if text is None:
            done = Done("", b"", (Trouble(path, "there is no text in this row: leave it out"),))
        elif len(data) > most:
            done = Done("", b"", (Trouble(path, too_large(most)),))
        else:
            done = lint_bytes(data, path + self._suffix, profile)
        troubles = json.dumps([[trouble.what, trouble.check_id] for trouble in done.troubles])
        yield {"path": path, "result": done.text, "facts": done.facts, "troubles": troubles}

    def marks(self, row: Row) -> Iterator[Row]:
        """Yield the marks of a document's facts, by which they meet others."""
        packed = part(row["facts"])
        for check in self.profile.corpus_checks:
            for at, key in enumerate(packed[check.card.id].keys if check.card.id in packed else ()):
                marks = enumerate(check.marks(key)) if check.marks else [(_ALL, 0)]
                for place, mark in marks:
                    yield {"check": check.card.id, "path": row["path"], "at": at, "place": place, "mark": mark}

    def tell(self, row: Row) -> Iterator[Row]:
        """Yield of a document the facts of each group, packed."""
        packed, path = part(row["facts"]), row["path"]
        ordered = sorted((item["check"], item["label"], item["at"]) for item in row["met"])
        for (check_id, label), items in groupby(ordered, key=lambda item: item[:2]):
            facts = packed[check_id].facts(path, [at for _, _, at in items])
            told = join({check_id: pack(facts)})
            yield {"check": check_id, "label": label, "path": path, "facts": told}

    def compare(self, rows: Sequence[Row]) -> Iterator[Row]:
        """Yield what one check finds in a group of facts: findings by document, and how it failed."""
        name = rows[0]["check"]
        checks = tuple(check for check in self.profile.corpus_checks if check.card.id == name)
        profile = self.profile._replace(corpus_checks=checks)
        members = [
            Member(_teller(row["path"], name, row["facts"]), None, profile, named=True)
            for row in sorted(rows, key=lambda row: row["path"])
        ]
        findings, troubles = compare(members)
        for path, found in findings.items():
            yield {"path": path, "across": encode_across({path: found})}
        for trouble in troubles:
            yield {"check": name, "what": trouble.what}

    def finish(self, row: Row) -> Iterator[Row]:
        """Yield the findings of a document and its troubles."""
        path = row["path"]
        troubles = tuple(Trouble(path, what, check_id) for what, check_id in json.loads(row["troubles"]))
        result = (decode(row["result"], path) or FileResult(path))._replace(troubles=troubles)
        across = [
            finding for told in sorted(row["across"] or ()) for finding in (decode_across(told) or {}).get(path, ())
        ]
        whole = finished(Member(result, None, self.profile, named=True), across, row["failed"] or ())
        yield from map(_row, whole.findings)
        for trouble in troubles:
            yield {"path": path, "check": trouble.check_id, "severity": "trouble", "message": trouble.what}


@lru_cache(maxsize=4)
def _profile(settings: str) -> tuple[Profile, int]:
    """Return the profile that settings ask for, and how many bytes a document may have."""
    chosen = Lookup(spoken(json.loads(settings), "settings"), isolated=True).settings_for("document")
    profiles = Profiles()
    return profiles.get(profiles.add(Order(None, selection(chosen)))), chosen.most_bytes


def _teller(path: str, check_id: str, facts: bytes) -> FileResult:
    return FileResult(path, facts=PackedFacts(path, (check_id,), lambda: facts))


def _row(finding: Finding) -> Row:
    place = finding.place
    return {
        "path": place.path,
        "check": finding.check_id,
        "severity": finding.severity.name,
        "confidence": finding.confidence.name,
        "message": finding.message,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "excerpt": finding.excerpt,
        "fingerprint": finding.fingerprint,
        "suppressed": finding.suppressed,
        "related": [other._asdict() for other in finding.related],
    }


def _compared(linted: DataFrame, look: Look) -> DataFrame:
    """Return what the corpus checks find: each group of facts that share marks is compared by itself."""
    import pyarrow
    from pyspark.sql import Window
    from pyspark.sql.functions import collect_list, count, min, struct, xxhash64

    marks = _mapped(linted.select("path", "facts"), look.marks, _MARKS)
    # A hash that two marks share only makes one group of two.
    bands = marks.select(
        *("check", "path", "at", "place"),
        xxhash64("check", "path", "at").alias("fact"),
        xxhash64("check", "place", "mark").alias("band"),
    )
    together = count("*").over(Window.partitionBy("band"))
    edges = _kept(bands.withColumn("together", together).where(f"together > 1 or place = {_ALL}"))
    labels = _kept(edges.groupBy("fact").agg(min("band").alias("label")))
    while True:
        lowest = edges.join(labels, "fact").groupBy("band").agg(min("label").alias("label"))
        after = _kept(edges.join(lowest, "band").groupBy("fact").agg(min("label").alias("label")))
        if after.join(labels.toDF("fact", "before"), "fact").where("label <> before").isEmpty():
            break
        labels = after
    facts = edges.select("check", "path", "at", "fact").distinct().join(labels, "fact")
    by_path = facts.groupBy("path").agg(collect_list(struct("check", "label", "at")).alias("met"))
    told = _mapped(linted.select("path", "facts").join(by_path, "path"), look.tell, _TOLD)

    def group(rows: pyarrow.Table) -> pyarrow.Table:
        return pyarrow.Table.from_batches([_batch(look.compare(rows.to_pylist()), _COMPARED)])

    return told.groupBy("check", "label").applyInArrow(group, _ddl(_COMPARED))


def _kept(frame: DataFrame) -> DataFrame:
    """Return a DataFrame that is computed once, in the checkpoint directory of the session or on its executors."""
    if frame.sparkSession.conf.get("spark.checkpoint.dir", None):
        return frame.checkpoint()
    return frame.localCheckpoint()


def _mapped(frame: DataFrame, step: Callable[[Row], Iterable[Row]], columns: Columns) -> DataFrame:
    """Return the rows that `step` makes of each row."""

    def batches(given: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in given:
            yield _batch((made for row in batch.to_pylist() for made in step(row)), columns)

    return frame.mapInArrow(batches, _ddl(columns))


def _batch(rows: Iterable[Row], columns: Columns) -> pyarrow.RecordBatch:
    import pyarrow

    kinds = {"string": pyarrow.string(), "int": pyarrow.int32(), "bigint": pyarrow.int64(), "binary": pyarrow.binary()}
    place = [(name, kinds[kind]) for name, kind in _PLACE.items()]
    kinds[_RELATED] = pyarrow.list_(pyarrow.struct([("path", kinds["string"]), *place, ("label", kinds["string"])]))
    schema = pyarrow.schema([(name, kinds[kind]) for name, kind in columns.items()])
    return pyarrow.RecordBatch.from_pylist(list(rows), schema=schema)


def _ddl(columns: Columns) -> str:
    return ", ".join(f"{name} {kind}" for name, kind in columns.items())
