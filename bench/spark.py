"""How many documents a core lints in a second under Apache Spark, and how much of that is the comparison."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from articles import write_articles
from pyspark.sql import SparkSession

from kratomlint import spark

_CORES = 2
_CHARACTERS = 5_000
_NOT_COMPARED = {"ignore": ["duplicate/across"]}


def main() -> None:
    """Print, for as many documents as are asked for, what each part takes and what it comes to."""
    count = int(sys.argv[1])
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(f"local[{_CORES}]").config("spark.sql.shuffle.partitions", 2 * _CORES)
    session = builder.config("spark.ui.enabled", "false").config("spark.log.level", "ERROR").getOrCreate()
    with tempfile.TemporaryDirectory() as folder:
        write_articles(Path(folder), count, _CHARACTERS, 1)
        rows = [(path.name, path.read_text(encoding="utf-8")) for path in Path(folder).glob("*.md")]
    size = sum(len(text) for _, text in rows) / len(rows)
    documents = session.createDataFrame(rows, "path string, text string").repartition(4 * _CORES).localCheckpoint()
    # The first use starts the workers and compiles their patterns.
    spark.lint(documents.limit(200), "text", settings=_NOT_COMPARED).count()
    alone = _seconds(lambda: spark.lint(documents, "text", settings=_NOT_COMPARED).count())
    whole = _seconds(lambda: spark.lint(documents, "text").count())
    print(f"{len(rows):,} documents of {size:,.0f} characters on {_CORES} cores")
    print(f"linted   {alone:8.1f} s {len(rows) / alone / _CORES:8.1f} documents per core-second")
    print(f"compared {whole:8.1f} s {len(rows) / whole / _CORES:8.1f} documents per core-second")
    session.stop()


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
