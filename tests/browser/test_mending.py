"""The link of a break leads to the place where it is mended, and what is done there mends it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from cxkit.core.thread import SOME_RECORD, Break
from cxkit.forms.state import exercise_state
from cxkit.forms.words import form_words
from cxkit.language import Lang
from cxkit.workbook import Workbook
from tests.browser.form_parts import AXE
from tests.browser.harness.page import FormPage
from tests.browser.visit import Visitor
from tests.workbook.breaks import BREAKS, broken


def first_of_each() -> list[tuple[str, Workbook, Break]]:
    """Return one break of each rule, and the workbook it is in."""
    found = {}
    for _, change, _ in BREAKS:
        book = broken(change)
        for one in book.thread().breaks:
            found.setdefault(one.key, (one.key, book, one))
    return list(found.values())


CASES = first_of_each()
TO_LINK = [case for case in CASES if SOME_RECORD in case[2].where]
OWN_FIELD = [case for case in CASES if SOME_RECORD not in case[2].where]


def follow(form: FormPage, book: Workbook, found: Break, lang: Lang = "en") -> Locator:
    """Open the form that mends a break, go where its link goes, and return what stands there."""
    state = exercise_state(book, None, found.exercise, lang, "w1")
    # Pictures bring their style with them, which this page's policy does not allow.
    form.open({**state, "picture": ""})
    form.page.evaluate(
        "detail => document.dispatchEvent(new CustomEvent('cx:goto', {detail}))",
        {"exercise": found.exercise, "where": list(found.where)},
    )
    if found.where[0] != "lines":
        return form.at(*found.where)
    # A line that stands for something written elsewhere has an id of its own.
    return form.page.locator('[data-path^="lines/"][data-path$="/owner"]:focus-within')


def still_broken(form: FormPage, book: Workbook, found: Break) -> bool:
    """Save the form and say whether its workbook still has the break."""
    values = {**book.values(), found.exercise: form.saved()}
    thread = Workbook.from_values("", "en", values).thread()
    return (found.key, found.where) in [(one.key, one.where) for one in thread.breaks]


def has_focus(place: Locator) -> None:
    """Wait until what takes typing is inside."""
    expect(place.locator(":focus").first).to_be_attached()
    expect(place).to_be_in_viewport()


@pytest.mark.parametrize(
    ("book", "found"), [c[1:] for c in OWN_FIELD], ids=[c[0] for c in OWN_FIELD]
)
def test_a_break_in_a_record_leads_to_the_field_of_that_record(
    form: FormPage, book: Workbook, found: Break
) -> None:
    place = follow(form, book, found)
    has_focus(place)


@pytest.mark.parametrize(("book", "found"), [c[1:] for c in TO_LINK], ids=[c[0] for c in TO_LINK])
def test_a_record_that_is_added_where_a_break_leads_mends_it(
    form: FormPage, book: Workbook, found: Break
) -> None:
    place = follow(form, book, found)
    has_focus(place)
    add = place.locator(".cx-mend-add")
    if add.is_hidden():
        pytest.skip(f"{found.exercise}/{found.where[0]} is a given list: nothing is added to it")
    add.click()
    expect(place).to_have_count(0)
    form.page.keyboard.type("Somebody")
    assert not still_broken(form, book, found)


@pytest.mark.parametrize(("book", "found"), [c[1:] for c in TO_LINK], ids=[c[0] for c in TO_LINK])
def test_a_record_that_is_there_can_take_the_link_instead(
    form: FormPage, book: Workbook, found: Break
) -> None:
    place = follow(form, book, found)
    has_focus(place)
    chooser = place.locator("select")
    if chooser.is_hidden():
        pytest.skip(f"every record of {found.where[0]} is linked to something else")
    chooser.select_option(index=1)
    place.locator(".cx-relink wa-button").click()
    expect(place).to_have_count(0)
    assert not still_broken(form, book, found)


@pytest.mark.parametrize("lang", ["it", "en"])
def test_what_is_missing_is_named_and_passes_axe(form: FormPage, lang: Lang) -> None:
    _, book, found = next(case for case in TO_LINK if case[0] == "audience-no-message")
    place = follow(form, book, found, lang)
    assert found.node
    expect(place).to_contain_text(form_words(lang)["mend_missing"].format(label=found.node.label))
    form.page.evaluate(AXE.read_text(encoding="utf-8"))
    assert form.page.evaluate("axe.run('.cx-mend').then(r => r.violations.map(v => v.id))") == []


def test_undo_takes_back_what_was_added_with_its_link(form: FormPage) -> None:
    _, book, found = next(case for case in TO_LINK if case[0] == "audience-no-message")
    place = follow(form, book, found)
    before = len(book.values()["communication-plan"]["messages"])
    place.locator(".cx-mend-add").click()
    expect(place).to_have_count(0)
    assert len(form.saved()["messages"]) == before + 1
    form.page.get_by_role("button", name=form_words("en")["undo"]).click()
    assert len(form.saved()["messages"]) == before


def test_advice_on_a_missing_link_leads_to_where_it_is_added(form: FormPage) -> None:
    found = next(case for case in TO_LINK if case[0] == "principle-no-behaviour")
    state = exercise_state(found[1], None, "vision-to-behaviours", "en", "w1")
    form.open({**state, "picture": ""})
    form.page.locator(".cx-advice button").filter(has_text="has no behaviour yet").first.click()
    has_focus(form.page.locator(".cx-mend"))


def test_home_leads_to_the_mend_and_the_language_switch_keeps_it(visitor: Visitor) -> None:
    visitor.server.new_sample("railway", "it")
    visitor.page.goto(visitor.server.origin + "/?lang=it")
    visitor.page.locator(".cx-thread a").first.click()
    visitor.ready()
    mend = visitor.page.locator(".cx-mend:visible")
    has_focus(mend)
    expect(mend).to_contain_text("Nessun obiettivo dedicato ai clienti")
    visitor.page.locator(".cx-langs a", has_text="EN").click()
    visitor.ready()
    expect(mend).to_contain_text("No goals dedicated to customers")
    has_focus(mend)
    mend.locator("select").select_option(index=1)
    mend.locator(".cx-relink wa-button").click()
    visitor.exercise("pillars").saved("en")
    linked = [
        one for one in visitor.stored("pillars")["pillars"] if "obstacle-goals" in one["removes"]
    ]
    assert len(linked) == 1
