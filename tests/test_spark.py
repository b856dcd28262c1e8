"""A DataFrame of documents gives the findings that the same documents give on one machine."""

from __future__ import annotations

import os
import random
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from kratomlint import run
from kratomlint.finding import Finding, RunResult
from kratomlint.settings_file import SettingsError, spoken

if not shutil.which("java"):
    pytest.skip("there is no Java here (Debian's package default-jre-headless)", allow_module_level=True)
sql = pytest.importorskip("pyspark.sql", reason="the package pyspark is not installed")
spark = pytest.importorskip("kratomlint.spark")

SEEDS = Path(__file__).parent.parent / "seeds"
PLANTS = ["kava", "valerian", "turmeric", "kratom", "ashwagandha", "ginger"]
SENTENCES = [
    "It grows in row {}.",
    "Take {} mg of the extract twice a day.",
    "This is an all-natural remedy.",
    "Adults in the trial of the year before took {} mg of the dried extract at night.",
    "Nobody knows why the leaves of garden {} are broad and green after so long a winter by the sea.",
    "The gardener of row {} writes down when the first of the leaves have fallen to the ground in autumn.",
    "<!-- kratomlint-disable-line duplicate -- a form --> They hang the roots on strings under the roof of house {} until the first snow has come.",
]


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    # A machine that is busy with other tests is slow to answer itself.
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    settings = {"spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.log.level": "ERROR"}
    builder = sql.SparkSession.builder.master("local[2]").config("spark.sql.shuffle.partitions", 4)
    settings |= {"spark.network.timeout": "900s", "spark.executor.heartbeatInterval": "60s"}
    for key, value in settings.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


def document(number: int) -> str:
    """Return a document of our own; many say in part what others say, with other figures or the same."""
    chance = random.Random(number)
    # One in eight says enough to be compared, which is what takes long.
    sentences = SENTENCES[:3] if number % 8 else chance.sample(SENTENCES, 4)
    said = [sentence.format(chance.randrange(40)) for sentence in sentences[chance.randrange(3) :]]
    return f"# On {chance.choice(PLANTS)}\n\n{' '.join(said)}\n"


def on_spark(session: Any, texts: Mapping[str, str | None], **options: Any) -> list[Any]:
    rows = session.createDataFrame(list(texts.items()), "path string, text string")
    return sorted(spark.lint(rows, "text", **options).collect(), key=repr)


def on_one_machine(folder: Path, texts: Mapping[str, str], settings: Mapping[str, Any]) -> RunResult:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return run.run(["."], run.Options(spoken(settings, "test"), isolated=True, use_cache=False))


def told(rows: Sequence[Any]) -> list[tuple[Any, ...]]:
    return sorted((tuple(map(str, row)) for row in rows), key=repr)


def rows_of(result: RunResult) -> Iterator[tuple[Any, ...]]:
    for file in result.files:
        for finding in file.findings:
            yield tuple(spark.FINDINGS[name] and _value(finding, name) for name in spark.FINDINGS)


def _value(finding: Finding, name: str) -> object:
    if name == "check":
        return finding.check_id
    if name in ("severity", "confidence"):
        return getattr(finding, name).name
    if name == "related":
        return [
            sql.Row(**{key: value for key, value in place._asdict().items() if key != "span"})
            for place in finding.related
        ]
    return getattr(finding.place if hasattr(finding.place, name) else finding, name)


def test_twenty_thousand_documents_are_told_as_on_one_machine(
    session: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = {"select": ["duplicate/across", "overclaim/natural", "suppression"]}
    texts = {f"{number:05}.md": document(number) for number in range(20_000)}
    alone = list(rows_of(on_one_machine(tmp_path, texts, settings)))
    assert len({row[1] for row in alone if row[1].startswith("duplicate/across")}) >= 2
    assert told(on_spark(session, texts, settings=settings)) == told(alone)


def test_every_check_tells_of_our_example_articles_what_it_tells_on_one_machine(
    session: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    paths = [path for path in SEEDS.rglob("*") if path.suffix in (".md", ".mdx", ".html") and path.is_file()]
    texts = {path.relative_to(SEEDS).as_posix().replace("/", "-"): path.read_text(encoding="utf-8") for path in paths}
    alone = list(rows_of(on_one_machine(tmp_path, texts, {})))
    assert len(alone) > 100
    assert told(on_spark(session, texts)) == told(alone)


def test_facts_that_meet_through_others_are_compared_together(
    session: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = [f"leaf{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(120)]
    # Each says most of what its neighbour says; the ends of the chain have nothing in common.
    texts = {
        f"{number}.md": f"In the garden stand {' '.join(words[3 * number : 3 * number + 30])}. It rains.\n"
        for number in range(6)
    }
    settings = {"select": ["duplicate"]}
    alone = list(rows_of(on_one_machine(tmp_path, texts, settings)))
    assert len(alone) >= 5
    assert told(on_spark(session, texts, settings=settings)) == told(alone)


def test_a_name_that_says_nothing_is_read_as_the_suffix_says(session: Any) -> None:
    texts = {"https://example.org/a?page=1": "<p title='cures pain'>A <b>wonder</b>.</p><script>cures</script>"}
    found = on_spark(session, texts, suffix=".html", settings={"select": ["overclaim"]})
    assert {(row.path, row.column) for row in found} <= {("https://example.org/a?page=1", 30)}
    assert not any("cures" in row.excerpt for row in found)


def test_a_row_without_text_and_one_with_too_much_are_told_as_troubles(session: Any) -> None:
    texts = {"none.md": None, "large.md": "word " * 300_000}
    found = on_spark(session, texts, settings={"max-file-size": 1, "select": ["overclaim/natural"]})
    assert [(row.path, row.severity) for row in found] == [("large.md", "trouble"), ("none.md", "trouble")]
    assert "max-file-size" in found[0].message and "no text" in found[1].message


def test_two_documents_of_one_name_are_refused(session: Any) -> None:
    for name in ("a.md", None):
        rows = session.createDataFrame([(name, "One."), (name, "Two.")], "path string, text string")
        with pytest.raises(ValueError, match=rf"the column `path` names two documents '{name or ''}'"):
            spark.lint(rows, "text")


def test_a_wrong_setting_is_told_before_anything_is_linted(session: Any) -> None:
    rows = session.createDataFrame([("a.md", "One.")], "path string, text string")
    with pytest.raises(SettingsError, match="no-such"):
        spark.lint(rows, "text", settings={"no-such": 1})


def test_without_a_check_that_compares_nothing_is_linted_before_it_is_asked_for(session: Any) -> None:
    rows = session.createDataFrame([("a.md", "An all-natural remedy.")], "path string, text string")
    found = spark.lint(rows, "text", settings={"select": ["overclaim/natural"]})
    assert [row.check for row in found.collect()] == ["overclaim/natural"]


def test_the_example_of_the_page_runs(session: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # Spark has a working directory of its own.
    pages = (tmp_path / "pages").as_posix()
    texts = {
        "https://example.org/a": "<p>Ginger cures the flu.</p>",
        "https://example.org/b": "<p>Ginger is a root.</p>",
    }
    session.createDataFrame(list(texts.items()), "url string, text string").write.parquet(pages)
    page = (SEEDS.parent / "docs" / "spark.md").read_text(encoding="utf-8")
    exec(page.split("```python\n")[1].split("```")[0].replace('"pages"', repr(pages)), {})
    assert re.search(r"overclaim/certain\S*\W+1", capsys.readouterr().out)


def test_a_comparison_that_fails_is_told_and_silences_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    look = spark.Look({"select": ["duplicate/across-article"]}, "")
    [check] = look.profile.corpus_checks

    def fail(_: object) -> list[Any]:
        raise ZeroDivisionError("by nothing")

    broken = look.profile._replace(corpus_checks=(check._replace(compare=fail),))
    monkeypatch.setattr(spark, "_profile", lambda _: (broken, 1_000))
    linted = [row for path in ("a.md", "b.md") for row in look.lint({"path": path, "text": " ".join(SENTENCES)})]
    [row] = look.compare([{"check": check.card.id, "path": row["path"], "facts": row["facts"]} for row in linted])
    assert row["check"] == check.card.id and "by nothing" in row["what"]


def test_the_facts_of_a_check_that_knows_no_marks_are_one_group(monkeypatch: pytest.MonkeyPatch) -> None:
    look = spark.Look({"select": ["duplicate/across-article"]}, "")
    [check] = look.profile.corpus_checks
    unmarked = look.profile._replace(corpus_checks=(check._replace(marks=None),))
    monkeypatch.setattr(spark, "_profile", lambda _: (unmarked, 1_000))
    marks = set()
    for path in ("a.md", "b.md"):
        [linted] = look.lint({"path": path, "text": " ".join(random.Random(path).sample(SENTENCES, 7))})
        marks |= {(row["place"], row["mark"]) for row in look.marks(linted)}
    assert len(marks) == 1
