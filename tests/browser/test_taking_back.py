"""Undo of a link that had something written elsewhere takes that back too, and says what stays."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from cxkit.forms.words import form_words
from tests.browser.form_parts import only
from tests.browser.harness.page import FormPage, field, form_state
from tests.browser.test_linking import PAGES, name_new
from tests.browser.visit import Visitor

WORDS = form_words("en")


def link_new_persona(form: FormPage) -> str:
    """Link to a persona that is written for it, and return its id."""
    form.open(form_state(only("persona"), {}, pages=PAGES))
    form.at("persona").locator("[data-create]").click()
    name_it(form, "Anna")
    expect(form.at("persona").locator("select").locator("option:checked")).to_have_text("Anna")
    made: str = form.saved()["persona"]
    return made


def name_it(form: FormPage, name: str) -> None:
    """Type a name as soon as the dialog takes it."""
    expect(form.page.locator("wa-dialog").get_by_role("textbox")).to_be_focused()
    form.page.keyboard.type(name)
    form.page.keyboard.press("Enter")


def press(form: FormPage, name: str) -> None:
    """Press a button of the form's status line."""
    form.page.get_by_role("button", name=WORDS[name], exact=True).click()


def notice(form: FormPage) -> Locator:
    """Return the line that says what became of it."""
    return form.page.locator(".cx-notice")


def test_undo_takes_away_what_was_written_and_redo_brings_it_back(form: FormPage) -> None:
    made = link_new_persona(form)
    press(form, "undo")
    expect(notice(form)).to_contain_text(WORDS["taken_back"].format(label="Anna"))
    assert form.saved()["persona"] == ""
    expect(form.at("persona").locator(".cx-made")).to_be_hidden()
    assert [one["id"] for one in form.sent("take-back")] == [made]
    press(form, "redo")
    expect(form.at("persona").locator("select").locator("option:checked")).to_have_text("Anna")
    assert form.saved()["persona"] == made
    assert [one["id"] for one in form.sent("create")] == [made, made]


def test_the_form_says_what_stays_because_it_is_in_use(form: FormPage) -> None:
    link_new_persona(form)
    form.page.evaluate("window.model.touched = true")
    press(form, "undo")
    expect(notice(form)).to_contain_text(WORDS["not_taken_back"].format(label="Anna"))
    expect(notice(form).get_by_role("link")).to_have_text("Buyer persona")
    press(form, "close")
    expect(notice(form)).to_be_hidden()


def test_the_form_says_why_it_could_not_be_taken_away(form: FormPage) -> None:
    link_new_persona(form)
    # The link itself is saved: what it led to is in another chapter.
    form.page.evaluate(
        """() => {
          const answer = window.model.answer.bind(window.model);
          window.model.answer = (message) => {
            window.model.refuses = message.kind === 'take-back' ? 'Closed.' : '';
            answer(message);
          };
        }"""
    )
    press(form, "undo")
    said = WORDS["kept_back"].format(label="Anna", reason="Closed.")
    expect(notice(form)).to_contain_text(said)


def test_undo_and_redo_at_once_take_nothing_away(form: FormPage) -> None:
    made = link_new_persona(form)
    form.page.evaluate(
        "names => names.forEach(n => document.querySelector(`button[aria-label='${n}']`).click())",
        [WORDS["undo"], WORDS["redo"]],
    )
    assert form.saved()["persona"] == made
    assert form.sent("take-back") == []


def test_a_link_that_is_cleared_by_hand_leaves_what_it_led_to(form: FormPage) -> None:
    link_new_persona(form)
    form.at("persona").locator("select").select_option("")
    assert form.saved()["persona"] == ""
    assert form.sent("take-back") == []


def test_a_line_that_came_with_something_new_can_be_taken_back(form: FormPage) -> None:
    inner = [field("touchpoint", "link", target="touchpoint"), field("owner", "text")]
    watches = field("watches", "table", fields=inner, layout="rows", per="touchpoint",
                    link_kind="", label_field="touchpoint", max_items=60)  # fmt: skip
    pages = {"touchpoint": {**PAGES["persona"]}}
    form.open(form_state([watches], {}, pages=pages))
    form.at("watches").locator("[data-create]").click()
    name_it(form, "The bill")
    expect(form.page.get_by_role("rowheader", name="The bill")).to_be_visible()
    form.page.get_by_role("button", name=WORDS["take_back"]).click()
    expect(form.page.get_by_role("rowheader", name="The bill")).to_be_hidden()
    expect(notice(form)).to_contain_text(WORDS["taken_back"].format(label="The bill"))


def test_what_was_written_in_another_chapter_is_gone_from_there(visitor: Visitor) -> None:
    visitor.open("04-listening")
    posts = visitor.exercise("listening-posts")
    post = posts.add("posts")
    posts.write("Reclami", "posts", post, "name")
    posts.saved()
    name_new(visitor, posts.at("posts", post, "touchpoints"), "Chiede in biglietteria")
    posts.saved()
    assert visitor.stored("journey-map")["touchpoints"]
    posts.status.get_by_role("button", name=form_words("it")["undo"], exact=True).click()
    told = form_words("it")["taken_back"].format(label="Chiede in biglietteria")
    expect(posts.root.locator(".cx-notice")).to_contain_text(told)
    assert visitor.stored("journey-map")["touchpoints"] == []
    assert visitor.stored("listening-posts")["posts"][0]["touchpoints"] == []
