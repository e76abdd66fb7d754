"""The exercise form in a real browser: saving, losing, undoing, and what is told beside it."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from cxkit.forms.words import form_words
from tests.browser.form_parts import only
from tests.browser.harness.page import FormPage, form_state

WAITS = form_words("en")["waits"]


def test_one_request_at_a_time_and_the_newest_value_wins(form: FormPage) -> None:
    form.open(form_state(only("title"), {}))
    page = form.page
    page.evaluate("window.model.answers = false")
    title = form.box("Title")
    title.fill("one")
    title.blur()
    title.fill("two")
    title.blur()
    title.fill("three")
    title.blur()
    assert [one["value"]["title"] for one in form.sent("save")] == ["one"]
    page.evaluate("window.model.answers = true; window.model.answer(window.model.sent[0])")
    assert form.saved()["title"] == "three"
    assert [one["value"]["title"] for one in form.sent("save")] == ["one", "three"]
    assert form.sent("save")[1]["revision"] == 1


def test_what_was_not_saved_is_there_and_sent_after_a_reload(form: FormPage) -> None:
    form.open(form_state(only("title"), {}))
    form.page.evaluate("window.model.answers = false")
    form.box("Title").fill("Kept")
    form.open(form_state(only("title"), {}))
    expect(form.box("Title")).to_have_value("Kept")
    assert form.saved()["title"] == "Kept"
    form.open(form_state(only("title"), {"title": "Newer"}, revision=7))
    expect(form.box("Title")).to_have_value("Newer")


def test_blocked_storage_breaks_nothing(form: FormPage) -> None:
    form.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }})"
    )
    form.open(form_state(only("title"), {}))
    form.box("Title").fill("Still here")
    assert form.saved()["title"] == "Still here"


def test_a_lost_connection_is_said_and_made_up_for(form: FormPage) -> None:
    form.open(form_state(only("title"), {}))
    page = form.page
    connect = "s => document.dispatchEvent(new CustomEvent('cx:connection', {detail: {state: s}}))"
    page.evaluate("window.model.answers = false")
    page.evaluate(connect, "offline")
    form.box("Title").fill("Offline words")
    expect(form.status).to_contain_text("Not connected: what you type is kept")
    page.evaluate("window.model.answers = true")
    page.evaluate(connect, "online")
    form.tell({"kind": "state", "state": form_state(only("title"), {}, revision=2)})
    assert form.saved()["title"] == "Offline words"


def test_a_refusal_is_said_and_tried_again(form: FormPage) -> None:
    form.open(form_state(only("title"), {}))
    form.page.evaluate("window.model.refuses = 'The disk is full.'")
    form.box("Title").fill("Words")
    expect(form.status).to_contain_text("Not saved: The disk is full.")
    form.page.evaluate("window.model.refuses = ''")
    form.page.get_by_role("button", name="Try again").click()
    assert form.saved()["title"] == "Words"


def refuse(form: FormPage, says: str, again: int = 3600) -> None:
    """Let Python refuse what is written; what waits goes again by itself after so many seconds."""
    change = "([says, again]) => Object.assign(window.model, { refuses: says, again })"
    form.page.evaluate(change, [says, again])


def test_what_is_refused_for_now_is_said_to_wait_and_goes_when_it_can(form: FormPage) -> None:
    form.open(form_state(only("title"), {}))
    refuse(form, "The chapter is closed.")
    form.box("Title").fill("Words")
    expect(form.status).to_have_text(f"Not saved: The chapter is closed. {WAITS}")
    form.tell({"kind": "again"})
    expect(form.status).to_have_text(f"Not saved: The chapter is closed. {WAITS}")
    assert len(form.sent("save")) == 2
    refuse(form, "")
    form.tell({"kind": "again"})
    assert form.saved()["title"] == "Words"


def test_a_version_that_could_not_be_brought_back_is_not_said_to_wait(form: FormPage) -> None:
    form.open(form_state(only("title"), {"title": "Now"}, revision=2))
    page = form.page
    version = {"revision": 1, "saved_at": "10:41", "by": "owner"}
    page.evaluate("version => { window.model.versions = [version, version] }", version)
    refuse(form, "The chapter is closed.")
    page.get_by_role("button", name="Earlier versions").click()
    page.locator("wa-dialog").get_by_role("button", name="Bring back").first.click()
    expect(form.status).to_have_text("Not saved: The chapter is closed.")
    form.tell({"kind": "again"})
    expect(form.status).to_have_text("Saved as you type")
    assert form.saved()["title"] == "Now"
    assert len(form.sent("restore")) == 1


def test_both_versions_of_a_conflict_are_shown_and_one_is_kept(form: FormPage) -> None:
    form.open(form_state(only("title", "goal"), {}))
    page = form.page
    page.evaluate("window.model.answers = false")
    form.box("Title").fill("Mine")
    form.box("Title").blur()
    request = form.sent("save")[0]["request"]
    theirs = {"title": "Another's", "goal": "From a team-mate"}
    form.tell({"kind": "saved", "request": request, "revision": 5, "saved_at": "10:43",
               "errors": [], "value": theirs})  # fmt: skip
    form.tell({"kind": "conflict", "request": request, "revision": 5, "theirs": theirs,
               "fields": [{"name": "title", "mine": "Mine", "theirs": "Another's"}]})  # fmt: skip
    expect(form.box("Goal")).to_have_value("From a team-mate")
    page.evaluate("window.model.answers = true")
    page.get_by_role("button", name="Keep yours").click()
    assert form.saved() == {"title": "Mine", "goal": "From a team-mate"}
    assert form.sent("save")[-1]["revision"] == 5
    expect(page.get_by_role("heading", name="Someone else changed")).to_be_hidden()


def test_a_trimmed_space_does_not_vanish_under_the_cursor(form: FormPage) -> None:
    form.open(form_state(only("title"), {}))
    page = form.page
    page.evaluate("window.model.answers = false")
    title = form.box("Title")
    title.press_sequentially("Two ")
    expect(page.locator("[data-state=saving]")).to_be_attached()
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    request = form.sent("save")[0]["request"]
    form.tell({"kind": "saved", "request": request, "revision": 1, "saved_at": "10:43",
               "errors": [], "value": {"title": "Two"}})  # fmt: skip
    page.evaluate("window.model.answers = true")
    title.press_sequentially("words")
    assert form.saved()["title"] == "Two words"


def test_undo_and_redo_take_steps_not_letters(form: FormPage) -> None:
    form.open(form_state(only("title", "level"), {}))
    page = form.page
    # Letters within a second are one step: on a busy machine two may be further apart.
    page.evaluate("const now = performance.now(); performance.now = () => now;")
    form.box("Title").press_sequentially("Hello")
    form.at("level").get_by_label(re.compile("^1")).check(force=True)
    page.keyboard.press("Control+z")
    assert form.saved() == {"title": "Hello", "level": None}
    page.get_by_role("button", name="Undo").click()
    assert form.saved() == {"title": "", "level": None}
    page.get_by_role("button", name="Redo").click()
    assert form.saved()["title"] == "Hello"


def test_an_example_can_start_an_empty_form_only(form: FormPage) -> None:
    form.open(form_state(only("title", "people"), {}))
    page = form.page
    value = {"title": "The bank", "people": [{"id": "x", "name": "Ada", "needs": []}]}
    example = {"value": value, "comment": "Mind the verbs.", "case": "Bank", "picture": "<b>!</b>"}
    page.evaluate("example => { window.model.example = example }", example)
    page.get_by_role("button", name="Show an example").click()
    dialog = page.locator("wa-dialog")
    expect(dialog).to_contain_text("Mind the verbs.")
    expect(dialog).to_contain_text("Ada")
    dialog.get_by_role("button", name="Use as a starting point").click()
    assert form.saved()["title"] == "The bank"
    expect(dialog).to_have_count(0)
    page.get_by_role("button", name="Show an example").click()
    expect(dialog).to_contain_text("The bank")
    expect(dialog.get_by_role("button", name="Use as a starting point")).to_have_count(0)


def test_an_earlier_version_is_brought_back(form: FormPage) -> None:
    form.open(form_state(only("title"), {"title": "Now"}, revision=2))
    page = form.page
    versions = [{"revision": n, "saved_at": f"10:4{n}", "by": "owner"} for n in (2, 1)]
    page.evaluate("versions => { window.model.versions = versions }", versions)
    page.evaluate("window.model.earlier = { title: 'Before' }")
    page.get_by_role("button", name="Earlier versions").click()
    page.locator("wa-dialog").get_by_role("button", name="Bring back").click()
    expect(form.box("Title")).to_have_value("Before")
    assert form.sent("restore")[0]["to"] == 1
    page.get_by_role("button", name="Undo").click()
    assert form.saved()["title"] == "Now"


def test_advice_leads_to_its_field_even_in_a_folded_card(form: FormPage) -> None:
    people = [{"id": f"i{n}", "name": f"Person {n}"} for n in range(5)]
    advice = [{"severity": "warning", "where": ["people", "i4", "story"], "says": "A story!",
               "why": "Because.", "next": "Ask."}]  # fmt: skip
    form.open(form_state(only("people"), {"people": people}))
    form.tell({"kind": "redraw", "advice": advice, "picture": "<svg></svg>", "picture_title": "P",
               "progress": "attention"})  # fmt: skip
    form.page.get_by_role("button", name="A story!").click()
    expect(form.box("Story")).to_be_focused()
    expect(form.page.get_by_text("Needs attention")).to_be_visible()


def told(says: str, picture: str) -> dict[str, object]:
    """Describe what Python draws of an answer."""
    advice = [{"severity": "warning", "where": [], "says": says, "why": None, "next": None}]
    return {"advice": advice, "picture": f"<p>{picture}</p>", "picture_title": "P",
            "progress": "attention"}  # fmt: skip


def test_a_form_takes_typing_before_anything_is_drawn_of_its_answer(form: FormPage) -> None:
    undrawn = dict.fromkeys(told("", ""))
    form.open(form_state(only("title"), {"title": "Long"}, **undrawn))
    form.box("Title").fill("Longer")
    assert form.saved()["title"] == "Longer"
    expect(form.page.locator(".cx-progress")).to_be_hidden()
    expect(form.page.locator(".cx-picture")).to_be_hidden()
    form.tell({"kind": "drawn", **told("A story!", "A map")})
    expect(form.page.get_by_text("A story!")).to_be_visible()
    expect(form.page.get_by_text("A map")).to_be_visible()
    expect(form.page.get_by_text("Needs attention")).to_be_visible()


def test_what_came_with_the_page_gives_way_to_what_was_drawn_since(form: FormPage) -> None:
    form.open(form_state(only("title"), {"title": "Long"}, **dict.fromkeys(told("", ""))))
    form.tell({"kind": "redraw", **told("New advice", "New map")})
    form.tell({"kind": "drawn", **told("Old advice", "Old map")})
    expect(form.page.get_by_text("New advice")).to_be_visible()
    expect(form.page.get_by_text("New map")).to_be_visible()
    assert not form.page.get_by_text("Old").count()
