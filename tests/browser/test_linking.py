"""What a link should point to is written on the spot, here or in another chapter."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from cxkit.forms.words import form_words
from cxkit.language import Lang
from tests.browser.form_parts import AXE, HOSTILE, journey, only
from tests.browser.harness.page import FormPage, field, form_page, form_state
from tests.browser.visit import Visitor

WORDS = form_words("en")
HOLDER = {"kind": "persona", "list": "Personas", "label": "Who", "help": None, "max_length": 200,
          "add": "Add a persona"}  # fmt: skip


def place(add: str, path: list[str], **more: Any) -> dict[str, Any]:
    """Say how a thing is added, as Python does."""
    create = {"label": "Name", "help": "In a word.", "max_length": 200, "add": add, "path": path,
              "title": "Buyer persona", "url": "04-listening.ipynb#buyer-persona", "holder": None,
              **more}  # fmt: skip
    return {"title": create["title"], "url": create["url"], "given": False, "create": create}


PAGES = {
    "persona": place("Add a persona", ["personas"]),
    "phase": place("Add a phase", ["phases"]),
    "need": place("Add a need", ["personas", "needs"], holder=HOLDER),
}


def dialog(form: FormPage) -> Locator:
    """Return the open dialog that asks for a name."""
    return form.page.locator("wa-dialog")


def ask(form: FormPage, *path: str) -> Locator:
    """Open the dialog of the link field at a path."""
    form.at(*path).locator("[data-create]").first.click()
    return dialog(form).get_by_role("textbox").first


def test_a_missing_target_is_named_and_linked_by_keyboard_alone(form: FormPage) -> None:
    form.open(form_state(only("persona"), {}, pages=PAGES))
    adder = form.at("persona").locator("[data-create]")
    adder.focus()
    form.page.keyboard.press("Enter")
    expect(dialog(form).get_by_role("textbox")).to_be_focused()
    form.page.keyboard.type("Anna")
    form.page.keyboard.press("Enter")
    expect(form.at("persona").locator("select")).to_be_focused()
    expect(form.at("persona").locator("select").locator("option:checked")).to_have_text("Anna")
    made = form.sent("create")[0]
    assert (made["target"], made["label"]) == ("persona", "Anna")
    assert form.saved()["persona"] == made["id"]
    expect(form.page.get_by_text(WORDS["created"].format(label="Anna"))).to_be_attached()
    link = form.at("persona").get_by_role("link", name="Buyer persona")
    expect(link).to_have_attribute(
        "href", f"04-listening.ipynb#buyer-persona/personas/{made['id']}"
    )


def test_undo_takes_the_link_and_what_was_written_for_it_back_in_one_step(form: FormPage) -> None:
    form.open(form_state(only("helpers"), {}, pages=PAGES))
    ask(form, "helpers").fill("Anna")
    form.page.keyboard.press("Enter")
    expect(form.at("helpers").get_by_role("checkbox", name="Anna")).to_be_checked()
    form.page.get_by_role("button", name="Undo").click()
    expect(form.at("helpers").get_by_role("checkbox", name="Anna")).to_have_count(0)
    assert form.saved()["helpers"] == []


def test_what_this_form_owns_is_added_and_linked_in_one_step_of_undo(form: FormPage) -> None:
    form.open(form_state(only("phases", "touchpoints"), journey(), pages=PAGES))
    form.at("touchpoints", "t1", "phase").locator("[data-create]").click()
    dialog(form).get_by_role("textbox").fill("Meanwhile")
    form.page.keyboard.press("Enter")
    expect(dialog(form)).to_have_count(0)
    value = form.saved()
    assert [one["name"] for one in value["phases"]] == ["Before", "After", "Meanwhile"]
    assert value["touchpoints"][0]["phase"] == value["phases"][2]["id"]
    assert form.sent("create") == []
    form.page.get_by_role("button", name="Undo").click()
    value = form.saved()
    assert len(value["phases"]) == 2
    assert value["touchpoints"][0]["phase"] == "p1"


def test_the_same_name_is_linked_to_and_not_added_again(form: FormPage) -> None:
    form.open(form_state(only("phases", "touchpoints"), journey(), pages=PAGES))
    form.at("touchpoints", "t1", "phase").locator("[data-create]").click()
    dialog(form).get_by_role("textbox").fill(" after ")
    form.page.keyboard.press("Enter")
    expect(dialog(form)).to_have_count(0)
    value = form.saved()
    assert len(value["phases"]) == 2
    assert value["touchpoints"][0]["phase"] == "p2"


def test_a_full_list_says_so(form: FormPage) -> None:
    phases = [{"id": f"p{n}", "name": f"Phase {n}"} for n in range(60)]
    form.open(form_state(only("phases", "touchpoints"), journey() | {"phases": phases},
                         pages=PAGES))  # fmt: skip
    form.at("touchpoints", "t1", "phase").locator("[data-create]").click()
    dialog(form).get_by_role("textbox").fill("One too many")
    form.page.keyboard.press("Enter")
    expect(dialog(form).get_by_role("alert")).to_have_text(WORDS["full"].format(n=60))


@pytest.mark.parametrize("name", ["", "x" * 201])
def test_a_name_is_asked_for_before_anything_is_sent(form: FormPage, name: str) -> None:
    form.open(form_state(only("persona"), {}, pages=PAGES))
    box = ask(form, "persona")
    box.fill(name)
    form.page.keyboard.press("Enter")
    expect(dialog(form).get_by_role("alert")).to_be_visible()
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-invalid", "true")
    assert form.sent("create") == []


def test_a_refusal_stands_in_the_dialog_with_the_name_still_there(form: FormPage) -> None:
    form.open(form_state(only("persona"), {}, pages=PAGES))
    form.page.evaluate("window.model.refuses = '“Buyer persona” is full.'")
    box = ask(form, "persona")
    box.fill("Anna")
    form.page.keyboard.press("Enter")
    expect(dialog(form).get_by_role("alert")).to_have_text("“Buyer persona” is full.")
    expect(box).to_have_value("Anna")
    form.page.evaluate("window.model.refuses = ''")
    form.page.keyboard.press("Enter")
    expect(form.at("persona").locator("select").locator("option:checked")).to_have_text("Anna")


def test_what_was_on_its_way_is_asked_for_again_after_a_lost_connection(form: FormPage) -> None:
    form.open(form_state(only("persona"), {}, pages=PAGES))
    form.page.evaluate("window.model.answers = false")
    tell = "state => document.dispatchEvent(new CustomEvent('cx:connection', {detail: {state}}))"
    ask(form, "persona").fill("Anna")
    form.page.evaluate(tell, "lost")
    form.page.keyboard.press("Enter")
    expect(dialog(form).get_by_text(WORDS["create_offline"])).to_be_visible()
    form.page.evaluate("window.model.answers = true")
    form.page.evaluate(tell, "online")
    expect(form.at("persona").locator("select").locator("option:checked")).to_have_text("Anna")
    first, second = form.sent("create")
    assert first["id"] == second["id"]


def test_cancelling_adds_nothing(form: FormPage) -> None:
    form.open(form_state(only("persona"), {}, pages=PAGES))
    ask(form, "persona").fill("Anna")
    dialog(form).get_by_role("button", name=WORDS["cancel"]).click()
    expect(dialog(form)).to_have_count(0)
    expect(form.at("persona").locator("[data-create]")).to_be_focused()
    assert form.sent("create") == []


def test_a_thing_inside_another_asks_in_which(form: FormPage) -> None:
    needs = [field("needs", "links", target="need")]
    links = {"persona": [{"id": "m", "label": "Marta"}], "need": []}
    form.open(form_state(needs, {}, links=links, pages=PAGES))
    ask(form, "needs").fill("To know")
    form.page.keyboard.press("Enter")
    expect(form.at("needs").get_by_role("checkbox", name="To know")).to_be_checked()
    assert form.sent("create")[0]["holder"] == "m"
    ask(form, "needs").fill("To be told")
    dialog(form).locator("select").select_option(label="Add a persona")
    dialog(form).get_by_label("Who").fill("Bruno")
    form.page.keyboard.press("Enter")
    expect(form.at("needs").get_by_role("checkbox", name="To be told")).to_be_checked()
    assert form.sent("create")[1]["holder_label"] == "Bruno"


def test_a_deleted_target_is_shown_and_another_can_be_written_in_its_place(form: FormPage) -> None:
    form.open(form_state(only("persona"), {"persona": "gone"}, pages=PAGES))
    expect(form.at("persona").get_by_text(WORDS["broken_link"])).to_be_visible()
    expect(form.at("persona").locator("select").locator("option:checked")).to_have_text("Deleted")
    ask(form, "persona").fill("Anna")
    form.page.keyboard.press("Enter")
    expect(form.at("persona").get_by_text(WORDS["broken_link"])).to_be_hidden()
    assert form.saved()["persona"] == form.sent("create")[0]["id"]


def test_hostile_names_stay_text(form: FormPage) -> None:
    form.open(form_state(only("persona"), {}, pages=PAGES))
    ask(form, "persona").fill(HOSTILE)
    form.page.keyboard.press("Enter")
    expect(form.at("persona").locator("select").locator("option:checked")).to_have_text(HOSTILE)
    assert form.page.evaluate("window.hacked") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_dialog_fits_a_phone_and_passes_axe(browser: Browser, scheme: str) -> None:
    size = {"viewport": {"width": 360, "height": 640}, "color_scheme": scheme}
    with form_page(browser, **size) as form:
        form.open(form_state([field("needs", "links", target="need")], {}, pages=PAGES))
        ask(form, "needs")
        form.still()
        wide = form.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360
        form.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = form.page.evaluate("axe.run('.cx-dialog').then(r => r.violations.map(v => v.id))")
        assert found == []


def name_new(visitor: Visitor, link: Locator, name: str) -> None:
    """Add what a link field lacks, as one does with the keyboard."""
    link.locator("[data-create]").click()
    box = visitor.page.locator("wa-dialog input")
    expect(box).to_be_focused()
    visitor.page.keyboard.type(name)
    visitor.page.keyboard.press("Enter")
    expect(box).to_have_count(0)


@pytest.mark.parametrize("lang", ["it", "en"])
def test_a_link_to_another_chapter_is_made_without_leaving_the_page(
    visitor: Visitor, lang: Lang
) -> None:
    visitor.open("04-listening", lang)
    posts = visitor.exercise("listening-posts")
    post = posts.add("posts")
    posts.write("Reclami", "posts", post, "name")
    name_new(visitor, posts.at("posts", post, "touchpoints"), "Chiede in biglietteria")
    ticked = posts.at("posts", post, "touchpoints").get_by_role("checkbox")
    expect(ticked).to_be_checked()
    posts.saved(lang)
    (touchpoint,) = visitor.stored("journey-map")["touchpoints"]
    assert touchpoint["name"] == "Chiede in biglietteria"
    assert visitor.stored("listening-posts")["posts"][0]["touchpoints"] == [touchpoint["id"]]
    posts.at("posts", post, "touchpoints").get_by_role("link").click()
    visitor.ready()
    journey_map = visitor.exercise("journey-map")
    expect(journey_map.control("touchpoints", touchpoint["id"], "name")).to_have_value(
        "Chiede in biglietteria"
    )


def test_what_is_added_shows_in_its_own_form_on_the_same_page(visitor: Visitor) -> None:
    visitor.open("05-journey")
    journey_map, assess = visitor.exercise("journey-map"), visitor.exercise("assess")
    row = assess.add("obstacles")
    name_new(visitor, assess.at("obstacles", row, "touchpoint"), "Al binario")
    assess.saved()
    touchpoint = journey_map.only_record("touchpoints")
    expect(journey_map.control("touchpoints", touchpoint, "name")).to_have_value("Al binario")
    journey_map.write("Il viaggio", "title")
    journey_map.saved()
    assert [one["name"] for one in visitor.stored("journey-map")["touchpoints"]] == ["Al binario"]


def test_a_given_list_comes_with_one_button(visitor: Visitor) -> None:
    visitor.open("02-culture")
    values = visitor.exercise("values-behaviours")
    value = values.add("values")
    values.at("values", value, "pillars").locator("[data-begin]").click()
    expect(values.at("values", value, "pillars").get_by_role("checkbox")).to_have_count(6)


def test_a_touchpoint_that_is_deleted_leaves_a_link_that_can_be_mended(visitor: Visitor) -> None:
    visitor.open("05-journey")
    journey_map, assess = visitor.exercise("journey-map"), visitor.exercise("assess")
    row = assess.add("obstacles")
    name_new(visitor, assess.at("obstacles", row, "touchpoint"), "Al binario")
    assess.saved()
    journey_map.only_record("touchpoints")
    journey_map.root.get_by_role(
        "button", name=form_words("it")["delete"].format(label="Al binario")
    ).click()
    journey_map.saved()
    chosen = assess.control("obstacles", row, "touchpoint").locator("option:checked")
    expect(chosen).to_have_text(form_words("it")["deleted_link"])
    name_new(visitor, assess.at("obstacles", row, "touchpoint"), "In carrozza")
    expect(chosen).to_have_text("In carrozza")
    assess.saved()
