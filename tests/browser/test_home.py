"""Home: workbooks are made, opened, renamed, taken along, brought back and deleted."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from cxkit.forms.example import sample
from tests.browser.visit import START_MS, Visitor

CONFLICT = "Failed to load resource: the server responded with a status of 4"


def create(page: Page, title: str) -> None:
    page.locator("input[name=title][required]").last.fill(title)
    page.get_by_role("button", name="Crea").click()
    page.wait_for_url("**/00-start.ipynb")


def bring(page: Page, file: Path) -> None:
    page.locator("form[action$='/workbooks/import'] input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Importa").click()


def test_a_first_visit_speaks_the_server_s_language_and_says_where_to_begin(
    visitor: Visitor,
) -> None:
    page = visitor.page
    expect(page.locator("html")).to_have_attribute("lang", "it")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.locator(".cx-map > li")).to_have_count(11)
    page.locator(".cx-actions .cx-main").click()
    page.wait_for_url("**/voila/render/it/00-start.ipynb")
    visitor.ready()


def test_a_new_workbook_has_its_title_and_is_continued_where_it_was_left(visitor: Visitor) -> None:
    page = visitor.page
    create(page, "La <nostra> ferrovia")
    visitor.ready()
    profile = visitor.exercise("profile")
    profile.write("Ferrovia Adriatica", "company")
    profile.saved()
    visitor.open("03-vision")
    vision = visitor.exercise("vision-statement")
    vision.write("Non perdere la coincidenza", "sentence")
    vision.saved()
    visitor.open("05-journey")  # a glance, without a word written
    page.goto(visitor.server.origin)
    expect(page.get_by_role("heading", level=1)).to_have_text("La <nostra> ferrovia")
    expect(page.locator(".cx-map .cx-is-begun").first).to_be_visible()
    page.locator(".cx-actions .cx-main").click()
    page.wait_for_url("**/voila/render/it/03-vision.ipynb*")
    visitor.ready()


def sample_touchpoint(case: str) -> str:
    return sample(case, "it").answer("journey-map").touchpoints[0].name  # type: ignore[attr-defined]


@pytest.mark.parametrize("case", ["bank", "railway", "beauty", "cleaning"])
def test_a_sample_case_opens_filled_in(visitor: Visitor, case: str) -> None:
    page, title = visitor.page, sample(case, "it").title
    page.locator(".cx-cases").get_by_role("button", name=title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator("progress").first).to_have_attribute("value", re.compile("^[1-9]"))
    visitor.open("05-journey")
    expect(visitor.exercise("journey-map").picture).to_contain_text(sample_touchpoint(case))


def test_a_workbook_is_renamed_downloaded_imported_opened_and_deleted(
    visitor: Visitor, tmp_path: Path
) -> None:
    page = visitor.page
    create(page, "Da portare via")
    visitor.ready()
    visitor.exercise("profile").write("Ferrovia Adriatica", "company")
    visitor.exercise("profile").saved()
    page.goto(visitor.server.origin)
    open_now = page.locator(".cx-books > li.cx-open")
    open_now.locator("summary").click()
    open_now.locator("input[name=title]").fill("Portata via")
    open_now.get_by_role("button", name="Salva").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Portata via")

    with page.expect_download() as download:
        page.locator(".cx-books > li.cx-open").get_by_text("Scarica").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name == "portata-via.cxworkbook.json"
    before = page.locator(".cx-books > li").count()
    bring(page, file)
    expect(page.locator(".cx-books > li")).to_have_count(before + 1)
    visitor.open("00-start")
    expect(visitor.exercise("profile").control("company")).to_have_value("Ferrovia Adriatica")

    page.goto(visitor.server.origin)
    other = page.locator(".cx-books > li:not(.cx-open)", has_text="Portata via")
    other.locator("summary").click()
    other.get_by_role("button", name="Elimina").click()
    expect(page.locator(".cx-books > li")).to_have_count(before + 1)
    other.get_by_role("checkbox").check()
    other.get_by_role("button", name="Elimina").click()
    expect(page.locator(".cx-books > li")).to_have_count(before)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x89PNG not a workbook", {"it": "quaderno", "en": "workbook"}),
        (b'{"format": "cxworkbook", "version": 999}', {"it": "999", "en": "999"}),
        (b"[]", {"it": "quaderno", "en": "workbook"}),
        (b"", {"it": "file", "en": "file"}),
    ],
    ids=["not JSON", "newer", "not an object", "empty"],
)
def test_a_refused_file_is_said_in_one_sentence_and_changes_nothing(
    visitor: Visitor, tmp_path: Path, content: bytes, says: dict[str, str]
) -> None:
    visitor.pardon(CONFLICT)
    page = visitor.page
    file = tmp_path / "x.cxworkbook.json"
    file.write_bytes(content)
    expect(page.locator(".cx-books > li")).not_to_have_count(0)
    before = page.locator(".cx-books > li").count()
    for lang, none in (("it", "Nessun file scelto"), ("en", "No file chosen")):
        page.goto(f"{visitor.server.origin}/?lang={lang}")
        form = page.locator("form[action$='/workbooks/import']")
        expect(form.locator("label")).to_contain_text(none)
        form.locator("input[type=file]").set_input_files(file)
        expect(form.locator("label")).to_contain_text(file.name)
        form.get_by_role("button").last.click()
        said = page.get_by_role("alert")
        expect(said).to_contain_text(says[lang])
        assert len(said.inner_text()) < 300
        expect(page.locator("html")).to_have_attribute("lang", lang)
        expect(page.locator(".cx-books > li")).to_have_count(before)
    page.goto(f"{visitor.server.origin}/?lang=it")


def test_a_file_with_a_value_that_cannot_be_is_refused(visitor: Visitor, tmp_path: Path) -> None:
    visitor.pardon(CONFLICT)
    book = json.loads(sample("bank", "it").to_json())
    text = json.dumps(book).replace('"emotion": ', '"emotion": 99', 1)
    assert text != json.dumps(book)
    (tmp_path / "x.cxworkbook.json").write_text(text, encoding="utf-8")
    before = visitor.page.locator(".cx-books > li").count()
    bring(visitor.page, tmp_path / "x.cxworkbook.json")
    expect(visitor.page.get_by_role("alert")).to_be_visible()
    expect(visitor.page.locator(".cx-books > li")).to_have_count(before)


def test_the_report_is_one_file_that_opens_offline(
    browser: Browser, visitor: Visitor, tmp_path: Path
) -> None:
    page = visitor.page
    title = sample("bank", "it").title
    page.locator(".cx-cases").get_by_role("button", name=title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    with page.expect_download(timeout=START_MS) as download:
        page.get_by_role("link", name="Scarica il rapporto").click()
    file = tmp_path / "report.html"
    download.value.save_as(file)
    context = browser.new_context(offline=True)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    report = context.new_page()
    report.goto(file.as_uri())
    expect(report.locator("html")).to_have_attribute("lang", "it")
    expect(report.locator("svg").first).to_be_attached()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    context.close()


def test_the_language_switch_keeps_the_place(visitor: Visitor) -> None:
    page = visitor.page
    visitor.open("05-journey", anchor="#blueprint")
    expect(page.locator("#blueprint")).to_be_in_viewport()
    page.locator(".cx-langs a[hreflang=en]").click()
    page.wait_for_url(re.compile(r"/voila/render/en/05-journey\.ipynb#blueprint$"))
    visitor.ready()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#blueprint")).to_be_in_viewport()
    visitor.exercise("journey-map").control("title").focus()
    page.locator(".cx-langs a[hreflang=it]").click()
    page.wait_for_url(re.compile(r"/voila/render/it/05-journey\.ipynb#journey-map/title$"))
    visitor.ready()
    expect(visitor.exercise("journey-map").control("title")).to_be_focused()
    page.locator(".cx-langs a[hreflang=en]").click()
    page.locator(".cx-brand").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator(".cx-langs a[hreflang=it]").click()
    expect(page.locator("html")).to_have_attribute("lang", "it")
