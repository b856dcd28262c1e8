"""The report in a real browser: what an editor clicks, types, prints and hears, and what no article may make it do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kratomlint import cli
from kratomlint.commands.handbook import Chosen, manual_html
from kratomlint.testing import catalogue_of

CHROMIUM = shutil.which("chromium")
if not CHROMIUM:
    pytest.skip("there is no Chromium here (Debian's package chromium)", allow_module_level=True)
sync_api = pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
axe_playwright = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="the package axe-playwright-python is not installed"
)

expect = sync_api.expect
SILENT = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
PLANTS = ["kava", "valerian", "turmeric", "kratom", "ashwagandha"]
SAME = "Growers near the coast dry the leaves on wooden racks for nine days before the first rain falls"


NEIGHBOURS = (
    "alder birch cedar elder fern gorse hazel iris juniper larch maple nettle oak poplar rowan sedge thyme willow"
)


def article(number: int) -> str:
    """Return an article of our own; every third one is without a fault, and every fourth repeats a sentence."""
    plant = PLANTS[number % len(PLANTS)]
    heading = f"---\ntitle: A guide to {plant}, part {number}\n---\n\n# On {plant}\n\n"
    plain = (
        f"People grow {plant} in garden number {number}. The {plant} leaves of row {number} are broad and green. "
        f"A wall of {number + 3} stones keeps the wind away from them, and a pond lies to the west of the wall. "
        f"The gardener of number {number} writes down when the {plant} flowers.\n\n"
    )
    # Articles that differ by nothing but their figures would be one article.
    neighbours = ", ".join(Random(number).choices(NEIGHBOURS.split(), k=40))
    own = f"Around row {number} grow {neighbours}.\n\n"
    fault = f"This {plant} is an all-natural remedy. Take {number + 1} mg of {plant} extract twice a day.\n\n"
    repeated = f"{SAME}, says the {'first' if number % 8 else 'second'} book.\n\n"
    parts = [heading, plain, own, "" if number % 3 == 0 else fault, repeated if number % 4 == 0 else ""]
    return "".join(parts) + f"## {plant.capitalize()} at home\n\n- A pot of clay\n- A bag of soil\n\n" + plain


SELECTED = "overclaim/natural,dosage/unsourced,duplicate/across-sentence,caveat"


def made(folder: Path, texts: dict[str, str]) -> str:
    """Return the address of a report on articles, which are written to `folder`."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", errors="surrogateescape")
    out = folder / "report.html"
    here = Path.cwd()
    os.chdir(folder)
    try:
        assert cli.main(["report", "-q", "--no-cache", "--isolated", "--select", SELECTED, "-o", str(out), "."]) == 0
    finally:
        os.chdir(here)
    return out.as_uri()


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> str:
    return made(tmp_path_factory.mktemp("one"), {"only.md": article(1)})


@pytest.fixture(scope="module")
def forty(tmp_path_factory: pytest.TempPathFactory) -> str:
    return made(tmp_path_factory.mktemp("forty"), {f"page-{number:02}.md": article(number) for number in range(40)})


@pytest.fixture(scope="module")
def thousands(tmp_path_factory: pytest.TempPathFactory) -> str:
    texts = {f"page-{number:04}.md": article(number) for number in range(2_000)}
    return made(tmp_path_factory.mktemp("thousands"), texts)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SILENT)
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> list[str]:
    """Return what a page said that it should not have: errors, warnings of the policy, dialogs, requests."""
    return []


@pytest.fixture
def page(browser: Any, complaints: list[str]) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
    page.on("request", lambda request: None if request.is_navigation_request() else complaints.append(request.url))
    yield page
    context.close()
    assert complaints == []


def rows(page: Any) -> list[str]:
    return [name.split("\n")[0] for name in page.locator(".articles tbody tr:visible th").all_inner_texts()]


def column(page: Any, number: int) -> list[float]:
    cells = page.locator(f".articles tbody tr:visible > :nth-child({number})").all_inner_texts()
    return [float(cell.replace(",", "")) for cell in cells]


# At a glance


def test_the_library_is_told_in_figures(page: Any, forty: str) -> None:
    page.goto(forty)
    figures = dict(
        zip(page.locator(".figures dt").all_inner_texts(), page.locator(".figures dd").all_inner_texts(), strict=True)
    )
    assert figures["articles"] == "40"
    assert figures["without a finding"] == str(column(page, 6).count(0.0))
    assert int(figures["warnings"]) == sum(column(page, 3))
    assert page.locator("h1:visible").inner_text() == "The library at a glance"
    clean = column(page, 6).count(0.0)
    assert f"none: {clean} articles" in page.locator(".histogram").get_attribute("aria-label")


def test_a_kind_of_check_opens_to_its_checks(page: Any, forty: str) -> None:
    page.goto(forty)
    page.get_by_role("button", name="overclaim", exact=True).click()
    assert page.locator(".of-pack:visible").inner_text().split("\n")[0] == "Nature used as a merit"


def test_a_number_of_articles_shows_them(page: Any, forty: str) -> None:
    page.goto(forty)
    page.get_by_role("button", name="articles on valerian").click()
    assert page.locator("#counted").inner_text() == "8 of 40 articles"
    assert {name.split(",")[0] for name in rows(page)} == {"A guide to valerian"}
    assert page.locator("#by-subject").input_value() == "valerian"


# The table


def test_the_table_is_filtered_by_words_severity_check_and_subject(page: Any, forty: str) -> None:
    page.goto(forty)
    page.get_by_label("Title or path").fill("kava page-2")
    assert rows(page) == ["A guide to kava, part 20", "A guide to kava, part 25"]
    page.get_by_role("button", name="Clear").click()
    assert page.locator("#counted").inner_text() == "40 articles"
    page.get_by_label("At least", exact=True).select_option("error")
    assert min(column(page, 2)) > 0
    page.get_by_label("At least", exact=True).select_option("")
    page.get_by_label("With", exact=True).select_option("duplicate")
    assert len(rows(page)) == 9
    page.get_by_label("On", exact=True).select_option("kava")
    assert rows(page) == ["A guide to kava, part 20"]


def test_the_table_is_sorted_by_a_column_either_way(page: Any, forty: str) -> None:
    page.goto(forty)
    header = page.locator("th[data-key=words]")
    header.get_by_role("button").click()
    assert header.get_attribute("aria-sort") == "descending"
    assert column(page, 5) == sorted(column(page, 5), reverse=True)
    header.get_by_role("button").click()
    assert header.get_attribute("aria-sort") == "ascending"
    assert column(page, 5) == sorted(column(page, 5))
    page.locator("th[data-key=title]").get_by_role("button").click()
    assert rows(page) == sorted(rows(page))


# An article


def test_a_row_opens_its_article_with_the_marks_in_place(page: Any, forty: str) -> None:
    page.goto(forty)
    page.get_by_role("link", name="A guide to valerian, part 1", exact=True).click()
    expect(page).to_have_title("A guide to valerian, part 1 – kratomlint report")
    expect(page.locator("h1:visible")).to_be_focused()
    assert page.locator("h1:visible").inner_text() == "page-01.md"
    assert page.locator("mark").all_inner_texts()[1:] == ["all-natural remedy", "2 mg of valerian extract twice a day"]


def test_a_note_stands_in_the_margin_beside_its_line(page: Any, one: str) -> None:
    page.goto(one)
    text = page.locator(".words").bounding_box()
    for number in page.locator(".words .note").evaluate_all("notes => notes.map(note => note.id.slice(5))"):
        note = page.locator(f"#note-{number}").bounding_box()
        call = page.locator(f".call[href$='/{number}']").bounding_box()
        assert note["x"] > text["x"] + text["width"]
        assert abs(note["y"] - call["y"]) < 120


def test_a_mark_opens_its_note_and_the_note_tells_why(page: Any, one: str) -> None:
    page.goto(one)
    page.locator("mark", has_text="natural").click()
    note = page.locator(".note.lit")
    expect(note).to_be_focused()
    assert "natural" in note.locator(".message").inner_text()
    note.get_by_role("button", name="Why").click()
    assert "kratomlint-disable" in note.inner_text()
    assert page.locator(".note .said:visible").count() == 1


def test_all_notes_are_shown_in_full_where_they_are_wanted(page: Any, one: str) -> None:
    page.goto(one)
    assert page.locator(".note .said:visible").count() == 0
    page.get_by_role("button", name="All notes in full").click()
    assert page.locator(".note .said:visible").count() == page.locator(".note").count()


def test_caveats_that_are_missing_stand_above_the_article(page: Any, forty: str) -> None:
    page.goto(forty)
    page.get_by_role("link", name="A guide to kratom, part 8", exact=True).click()
    above = page.get_by_role("region", name="On the article as a whole")
    assert "Liver injury is not mentioned" in above.inner_text()


def test_without_a_margin_a_note_opens_between_the_lines(page: Any, one: str) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto(one)
    assert page.locator(".words .note:visible").count() == 0
    page.locator("mark", has_text="natural").click()
    expect(page.locator(".words .note:visible")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_an_article_without_a_finding_is_its_text_and_nothing_else(page: Any, forty: str) -> None:
    page.goto(f"{forty}#article-3")
    assert page.locator("mark, .note, .endnotes, .pair, #in-full").count() == 0
    assert "A pot of clay" in page.locator(".words").inner_text()


def test_what_is_not_there_is_no_word_of_the_page(page: Any, forty: str) -> None:
    for place in ("", "#beside", *(f"#article-{number}" for number in range(12))):
        page.goto(f"{forty}{place}")
        shown = page.locator("body").evaluate("body => body.innerText.split(/\\s+/)")
        assert {"null", "false", "undefined", "NaN", "[object"} & {*shown} == set()


def test_one_article_is_opened_at_once(page: Any, one: str) -> None:
    page.goto(one)
    assert page.locator("h1:visible").inner_text() == "only.md"


# Side by side


def test_a_repetition_is_shown_beside_what_it_repeats(page: Any, forty: str) -> None:
    page.goto(forty)
    page.get_by_role("link", name="Side by side (9)").click()
    expect(page.locator(".pair")).to_have_count(9)
    first = page.locator(".pair").first
    assert first.locator(".differs").all_inner_texts() == ["second", "first"]
    left, right = first.locator(".side p:last-child").all()
    assert left.bounding_box()["y"] == right.bounding_box()["y"]
    assert left.bounding_box()["height"] < 100
    first.get_by_role("link", name="page-04.md").click()
    expect(page.locator("h1:visible")).to_have_text("page-04.md")


def test_a_note_leads_to_its_comparison(page: Any, forty: str) -> None:
    page.goto(f"{forty}#article-4")
    page.locator("mark", has_text="Growers").first.click()
    page.locator(".note.lit").get_by_role("link", name="Side by side").click()
    expect(page.locator("[id^=pair-4-]:focus")).to_be_visible()
    assert page.locator(".pair").first.is_visible()


def test_comparisons_are_shown_by_kind(page: Any, forty: str) -> None:
    page.goto(f"{forty}#beside")
    page.get_by_label("Show", exact=True).select_option("duplicate/across-sentence")
    assert page.locator(".pair").count() == 9


# The keyboard


def test_letters_go_from_note_to_note_and_from_article_to_article(page: Any, forty: str) -> None:
    page.goto(f"{forty}#article-1")
    notes = page.locator(".note").count()
    for number in range(1, notes + 1):
        page.keyboard.press("n")
        expect(page.locator(f"#note-{number}")).to_be_focused()
    page.keyboard.press("n")
    expect(page.get_by_role("status").filter(has_text="That was the last note.")).to_have_count(1)
    page.keyboard.press("p")
    expect(page.locator(f"#note-{notes - 1}")).to_be_focused()
    order = rows_in_order(page)
    page.keyboard.press("]")
    page.wait_for_url(f"{forty}{order[order.index('#article-1') + 1]}*")
    page.keyboard.press("[")
    page.wait_for_url(f"{forty}#article-1*")


def rows_in_order(page: Any) -> list[str]:
    addresses: list[str] = page.locator(".articles tbody a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    return addresses


def test_one_comes_back_to_the_row_that_one_left(page: Any, forty: str) -> None:
    page.goto(forty)
    page.get_by_role("link", name="A guide to kava, part 25", exact=True).click()
    page.keyboard.press("u")
    expect(page.get_by_role("link", name="A guide to kava, part 25", exact=True)).to_be_focused()


def test_a_stroke_finds_and_what_is_typed_is_no_command(page: Any, forty: str) -> None:
    page.goto(f"{forty}#article-1")
    page.keyboard.press("/")
    expect(page.locator("#by-words")).to_be_focused()
    page.keyboard.type("n?u")
    assert page.locator("#by-words").input_value() == "n?u"
    assert not page.locator("#help").is_visible()


def test_the_keys_are_listed_and_can_be_switched_off(page: Any, forty: str) -> None:
    page.goto(f"{forty}#article-1")
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()
    page.get_by_label("Single letters are keys").uncheck()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    page.keyboard.press("n")
    assert page.locator(".note.lit").count() == 0


def test_the_first_stop_of_the_keyboard_skips_to_the_report(page: Any, forty: str) -> None:
    page.goto(forty)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    assert page.locator("h1:visible").inner_text() == "The library at a glance"


# For everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("place", ["", "#articles", "#beside", "#article-8", "#article-1/1"])
def test_axe_finds_no_barrier(page: Any, forty: str, place: str, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{forty}{place}")
    found = axe_playwright.Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_axe_finds_no_barrier_in_the_manual(page: Any, tmp_path: Path) -> None:
    cards = [card for card in catalogue_of().cards.values() if card.id.startswith(("dosage/", "duplicate/"))]
    chosen = Chosen(frozenset(), {card.id: card.severity for card in cards})
    (tmp_path / "manual.html").write_text("".join(manual_html(cards, chosen)), encoding="utf-8")
    page.goto((tmp_path / "manual.html").as_uri())
    assert axe_playwright.Axe().run(page).response["violations"] == []


def test_landmarks_tell_where_one_is(page: Any, forty: str) -> None:
    page.goto(f"{forty}#article-1")
    for role in ("banner", "main", "contentinfo"):
        assert page.get_by_role(role).count() == 1
    assert page.get_by_role("navigation", name="Parts of the report").get_by_role("link").count() == 3


def test_without_scripts_the_page_says_what_was_found(browser: Any, forty: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(forty)
    assert "in 40 files" in page.locator("main").inner_text()
    context.close()


# On paper


def test_on_paper_the_notes_in_full_follow_the_text(page: Any, one: str) -> None:
    page.goto(one)
    notes = page.locator(".note").count()
    page.emulate_media(media="print")
    assert page.locator(".endnotes p:visible").count() == notes
    assert page.locator(".masthead:visible, .steps:visible, .filter:visible, .note .said:visible").count() == 0


@pytest.mark.parametrize("place", ["", "#beside", "#article-1"])
def test_it_prints(page: Any, forty: str, place: str) -> None:
    page.goto(f"{forty}{place}")
    assert page.pdf(format="A4").startswith(b"%PDF-")


# Thousands


def test_two_thousand_articles_are_told_and_none_is_rendered_before_it_is_opened(page: Any, thousands: str) -> None:
    page.goto(thousands)
    assert page.locator("#counted").inner_text() == "2,000 articles"
    assert page.locator(".words, .note, .pair").count() == 0
    assert page.locator(".articles tbody tr").count() == 200
    page.get_by_role("button", name="Show 1,800 more").click()
    assert page.locator(".articles tbody tr").count() == 2_000


def test_two_thousand_articles_are_filtered_sorted_and_opened(page: Any, thousands: str) -> None:
    page.goto(thousands)
    page.get_by_label("Title or path").fill("page-199")
    assert page.locator("#counted").inner_text() == "10 of 2,000 articles"
    page.locator("th[data-key=title]").get_by_role("button").click()
    page.get_by_role("link", name="part 1999").click()
    expect(page.locator("mark", has_text="2000 mg of ashwagandha extract twice a day")).to_have_count(1)
    page.get_by_role("link", name="Previous article").click()
    page.wait_for_url(f"{thousands}#article-1994*")


def test_comparisons_are_shown_some_at_a_time(page: Any, thousands: str) -> None:
    page.goto(f"{thousands}#beside")
    assert page.locator(".pair").count() == 25
    page.get_by_role("button", name="Show 25 more of").click()
    assert page.locator(".pair").count() == 50


# What no article may do


BREAKOUT = "</script><script>document.body.id='broken'</script><img src=x onerror=\"alert('broken')\">"


def test_nothing_in_an_article_or_its_name_runs(page: Any, tmp_path: Path) -> None:
    hostile = {
        "a<img src=x onerror=alert(1)>.md": f"# `{BREAKOUT}`\n\nAn all-natural remedy &lt;script&gt;alert(1)&lt;/script&gt;.\n",
        "b\"'><script>alert(2)<&.md": "---\ntitle: \"</title></script><svg onload='alert(3)'>\"\n---\n\nAn all-natural remedy.\n",
        "c\u202egpj.md": "# A \u202eretsam\u202c tea\n\nAn all-natural remedy \u2067with\u2069 javascript:alert(4).\n",
        "d\udcff.md": "{{style}} {{data}} ${alert(5)} An all-natural remedy \\u003c/script>.\n",
    }
    page.goto(made(tmp_path, hostile))
    assert len(rows(page)) == 4
    assert "</title></script><svg onload='alert(3)'>" in rows(page)
    assert page.locator("body").get_attribute("id") is None
    assert page.locator("img, svg[onload]").count() == 0
    for number in range(4):
        page.goto(f"{page.url.split('#')[0]}#article-{number}")
        assert "all-natural remedy" in " ".join(page.locator("mark").all_inner_texts())
    assert "\\udcff" in page.locator("h1:visible").inner_text()


def test_a_script_that_gets_in_after_all_is_not_run(page: Any, one: str, tmp_path: Path, complaints: list[str]) -> None:
    source = Path(one.removeprefix("file://")).read_text(encoding="utf-8")
    broken = tmp_path / "broken.html"
    broken.write_text(source.replace("</main>", "<script>document.body.id='broken'</script></main>"), encoding="utf-8")
    page.goto(broken.as_uri())
    assert page.locator("body").get_attribute("id") is None
    assert len(complaints) == 1
    assert "Content Security Policy" in complaints.pop()
