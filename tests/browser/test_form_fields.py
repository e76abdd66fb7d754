"""The exercise form in a real browser: every field kind and its errors."""

from __future__ import annotations

import re
import time
import zlib
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from cxkit.core.portraits import portraits
from tests.browser.form_parts import STEPS, all_kinds, journey, only
from tests.browser.harness.page import FormPage, field, form_page, form_state


def test_typing_on_is_saved_now_and_then_and_whole_in_the_end(form: FormPage) -> None:
    form.open(form_state(only("title", "goal"), {}))
    begun = time.monotonic()
    form.box("Title").press_sequentially("Changing a ticket", delay=5)
    assert form.saved()["title"] == "Changing a ticket"
    seconds = time.monotonic() - begun
    assert len(form.sent("save")) <= 2 + seconds / 0.2, "saves begin 0.2 s apart"


def test_what_changes_in_one_go_is_saved_as_one(form: FormPage) -> None:
    form.open(form_state(only("title", "goal"), {}))
    form.box("Title").fill("Changing a ticket")
    assert form.saved()["title"] == "Changing a ticket"
    assert len(form.sent("save")) == 1
    expect(form.page.get_by_text("Saved at 10:42")).to_be_visible()


def test_what_is_chosen_is_shown_whole(form: FormPage) -> None:
    long = "The telephone call to ask how far the application has come"
    form.page.set_viewport_size({"width": 360, "height": 780})
    form.open(form_state(only("persona"), {}, links={"persona": [{"id": "m", "label": long}]}))
    one_line = form.at("persona").locator(".cx-chosen").bounding_box()
    chooser = form.page.get_by_label("Persona")
    chooser.select_option("m")
    face = form.at("persona").locator(".cx-chosen")
    assert face.evaluate("face => getComputedStyle(face, '::before').content") == f'"{long}"'
    assert face.evaluate("face => face.scrollWidth <= face.clientWidth")
    assert one_line is not None
    box = face.bounding_box()
    assert box is not None
    assert box["height"] > one_line["height"]
    assert chooser.bounding_box() == box, "what takes the click is as large as what shows it"


def test_each_simple_kind_saves_its_value(form: FormPage) -> None:
    form.open(form_state(all_kinds(), {}, links={"persona": [{"id": "m", "label": "Marta"}]}))
    page = form.page
    form.box("Goal").fill("To arrive\nin time")
    form.box("Price").fill("12,5")
    form.at("due").locator("input").fill("2026-03-01")
    page.get_by_role("switch", name="Urgent").press("Space")
    form.at("state").get_by_label("B", exact=True).check(force=True)
    page.get_by_label("Sector").select_option("c")
    form.at("channels").get_by_role("checkbox", name="D").press("Space")
    tags = form.at("words_used").locator("input")
    tags.fill("calm")
    tags.press("Enter")
    form.at("level").get_by_label(re.compile("^3")).check(force=True)
    form.at("climate", "pride").get_by_label(re.compile("^4")).check(force=True)
    page.get_by_label("Persona").select_option("m")
    form.at("helpers").get_by_role("checkbox", name="Marta").press("Space")
    value = form.saved()
    wanted = {
        "goal": "To arrive\nin time", "price": 12.5, "due": "2026-03-01", "urgent": True,
        "state": "b", "sector": "c", "channels": ["d"], "words_used": ["calm"], "level": 3,
        "climate": {"trust": None, "pride": 4}, "persona": "m", "helpers": ["m"],
    }  # fmt: skip
    assert {name: value[name] for name in wanted} == wanted


def test_a_rating_shows_its_words_and_can_be_cleared(form: FormPage) -> None:
    form.open(form_state(only("level"), {"level": 2}))
    expect(form.at("level").locator(".cx-step-says")).to_have_text("Step 2 described")
    form.at("level").get_by_role("button", name="Clear").click()
    assert form.saved()["level"] is None


def test_cards_are_added_copied_moved_deleted_and_brought_back(form: FormPage) -> None:
    form.open(form_state(only("people"), {}))
    page = form.page
    page.get_by_role("button", name="Add a person").click()
    page.keyboard.type("Marta")
    page.get_by_role("button", name="Add a need").click()
    page.keyboard.type("Certainty")
    page.get_by_role("button", name="Copy “Marta”").click()
    first, second = form.saved()["people"]
    assert second["name"] == "Marta (copy)"
    assert second["needs"][0]["text"] == "Certainty"
    ids = {first["id"], second["id"], first["needs"][0]["id"], second["needs"][0]["id"]}
    assert len(ids) == 4
    assert all(re.fullmatch("i[0-9a-f]{12}", one) for one in ids)
    page.get_by_role("button", name="Move “Marta (copy)” up").click()
    assert [one["name"] for one in form.saved()["people"]] == ["Marta (copy)", "Marta"]
    page.get_by_role("button", name="Delete “Marta (copy)”").click()
    assert [one["name"] for one in form.saved()["people"]] == ["Marta"]
    page.get_by_role("button", name="Bring it back").click()
    assert [one["name"] for one in form.saved()["people"]] == ["Marta (copy)", "Marta"]


def test_many_cards_are_folded_to_their_names(form: FormPage) -> None:
    people = [{"id": f"i{n}", "name": f"Person {n}"} for n in range(5)]
    form.open(form_state(only("people"), {"people": people}))
    expect(form.box("Story")).to_have_count(0)
    form.page.get_by_role("button", name=re.compile("Person 3")).first.click()
    expect(form.box("Story")).to_have_count(1)


def test_a_table_row_takes_each_kind_of_cell(form: FormPage) -> None:
    form.open(form_state(only("tasks"), {}))
    form.page.get_by_role("button", name="Add a task").click()
    form.page.keyboard.type("Call back")
    row = form.page.locator("tbody tr")
    row.get_by_label("How many").fill("7")
    row.get_by_label("When").fill("2026-04-02")
    row.get_by_label("Done").check()
    row.get_by_label("Who").select_option("e")
    row.get_by_label("Tags").fill("one, two")
    [task] = form.saved()["tasks"]
    task.pop("id")
    assert task == {
        "what": "Call back", "how_many": 7, "when": "2026-04-02", "done": True, "who": "e",
        "tags": ["one", "two"],
    }  # fmt: skip


def test_lanes_add_within_a_phase_and_move_across(form: FormPage) -> None:
    form.open(form_state(only("phases", "touchpoints"), journey()))
    page = form.page
    page.get_by_role("button", name="Add a touchpoint in “Before”").click()
    page.keyboard.type("Compares prices")
    places = [(one["name"], one["phase"]) for one in form.saved()["touchpoints"]]
    assert places[2] == ("Compares prices", "p1")
    page.get_by_role("button", name="Move “Compares prices” right").click()
    page.get_by_role("button", name="Move “Reads the bill” left").click()
    moved = {one["name"]: one["phase"] for one in form.saved()["touchpoints"]}
    assert moved["Compares prices"] == "p2"
    names = page.locator(".cx-lane-heads textarea")
    wanted = ["Sees the poster", "Asks a friend", "Reads the bill", "Compares prices"]
    expect(names).to_have_count(len(wanted))
    for at, name in enumerate(wanted):
        expect(names.nth(at)).to_have_value(name)


def test_lane_cells_are_named_by_lane_and_record(form: FormPage) -> None:
    form.open(form_state(only("phases", "touchpoints"), journey()))
    page = form.page
    page.get_by_role("textbox", name="Quote Asks a friend").fill("Is it worth it?")
    page.get_by_role("combobox", name="Mood Asks a friend").select_option("-2")
    value = form.saved()["touchpoints"][1]
    assert (value["quote"], value["mood"]) == ("Is it worth it?", -2)


def test_a_new_phase_can_be_linked_to_before_it_is_saved(form: FormPage) -> None:
    form.open(form_state(only("phases", "touchpoints"), journey()))
    page = form.page
    page.evaluate("window.model.answers = false")
    page.get_by_role("button", name="Add a phase").click()
    page.keyboard.type("Later")
    page.get_by_role("combobox", name="Phase Reads the bill").select_option("Later")
    expect(page.locator(".cx-lane-groups th").last).to_contain_text("Later")


def test_one_row_for_each_linked_item_stores_only_what_is_written(form: FormPage) -> None:
    form.open(form_state(only("phases", "touchpoints", "watches"), journey()))
    page = form.page
    rows = form.at("watches").locator("tbody tr")
    expect(rows).to_have_count(3)
    rows.nth(1).get_by_role("textbox").fill("Sales")
    watches = form.saved()["watches"]
    assert [(one["touchpoint"], one["owner"]) for one in watches] == [("t2", "Sales")]
    page.get_by_role("button", name="Delete “Asks a friend”").click()
    expect(page.get_by_text("was deleted. Link them")).to_be_visible()
    page.get_by_label("Link to").select_option("t3")
    assert [one["touchpoint"] for one in form.saved()["watches"]] == ["t3"]


def test_items_written_elsewhere_are_columns_to_fill(form: FormPage) -> None:
    [watches] = only("watches")
    links = {"touchpoint": [{"id": "t1", "label": "Poster"}, {"id": "t2", "label": "Friend"}]}
    value = {"watches": [{"id": "w1", "touchpoint": "t2", "owner": "Sales"}]}
    form.open(form_state([{**watches, "layout": "lanes"}], value, links=links))
    expect(form.page.get_by_role("textbox", name="Owner Friend")).to_have_value("Sales")
    form.page.get_by_role("textbox", name="Owner Poster").fill("Marketing")
    form.page.get_by_role("textbox", name="Owner Friend").fill("")
    [kept] = form.saved()["watches"]
    assert (kept["touchpoint"], kept["owner"]) == ("t1", "Marketing")


def test_a_broken_link_stays_until_somebody_chooses_another(form: FormPage) -> None:
    links = {"persona": [{"id": "m", "label": "Marta"}]}
    form.open(form_state(only("persona", "title"), {"persona": "gone"}, links=links))
    expect(form.page.get_by_text("This points to something that was deleted")).to_be_visible()
    form.box("Title").fill("Other words")
    assert form.saved()["persona"] == "gone"
    form.page.get_by_label("Persona").select_option("m")
    assert form.saved()["persona"] == "m"


def test_a_link_with_nothing_to_choose_says_where_it_is_written(form: FormPage) -> None:
    pages = {"persona": {"title": "Buyer persona", "url": "04-listening.ipynb#buyer-persona"}}
    form.open(form_state(only("persona"), {}, pages=pages))
    link = form.at("persona").get_by_role("link", name="Buyer persona")
    expect(link).to_have_attribute("href", "04-listening.ipynb#buyer-persona")


def png(width: int, height: int) -> bytes:
    """Make a picture of noise-free stripes."""
    rows = b"".join(b"\0" + bytes([y % 256, 90, 120]) * width for y in range(height))

    def chunk(name: bytes, body: bytes) -> bytes:
        crc = zlib.crc32(name + body).to_bytes(4, "big")
        return len(body).to_bytes(4, "big") + name + body + crc

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def test_a_large_picture_is_made_smaller_here(form: FormPage) -> None:
    form.open(form_state(only("portrait"), {}))
    shot: FilePayload = {"name": "a.png", "mimeType": "image/png", "buffer": png(2000, 1000)}
    form.page.locator("input[type=file]").set_input_files(shot)
    image = form.page.get_by_role("img", name="Portrait")
    expect(image).to_be_visible()
    assert form.saved()["portrait"].startswith("data:image/webp;base64,")
    size = "image => image.decode().then(() => [image.naturalWidth, image.naturalHeight])"
    assert image.evaluate(size) == [640, 320]
    form.page.get_by_role("button", name="Remove the picture").click()
    assert form.saved()["portrait"] == ""


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Only PNG, JPEG"),
        ("a.png", b"not a picture", "cannot be read"),
        ("a.png", bytes(20_000_001), "too large"),
    ],
    ids=["drawing", "no picture", "too large"],
)
def test_what_is_no_fit_picture_is_refused(
    form: FormPage, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    form.open(form_state(only("portrait"), {}))
    (tmp_path / name).write_bytes(content)
    form.page.locator("input[type=file]").set_input_files(tmp_path / name)
    expect(form.at("portrait").locator(".cx-error")).to_contain_text(says)
    assert form.sent("save") == []


def test_an_error_stands_beside_its_field_and_the_text_stays(form: FormPage) -> None:
    form.open(form_state(only("title"), {}))
    problem = {"where": ["title"], "message": "Too long by far."}
    form.page.evaluate("problem => { window.model.problems = [problem] }", problem)
    title = form.box("Title")
    title.fill("x" * 41)
    expect(form.at("title").locator(".cx-error")).to_contain_text("Too long")
    expect(form.status).to_contain_text("Saved, except one entry")
    expect(title).to_have_value("x" * 41)
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(form.page.get_by_text("1 character too many")).to_be_visible()


@pytest.mark.parametrize(("typed", "says"), [("abc", "not a number"), ("101", "between 0 and 100")])
def test_a_wrong_number_is_said_and_not_sent(form: FormPage, typed: str, says: str) -> None:
    form.open(form_state(only("price"), {}))
    form.box("Price").fill(typed)
    expect(form.at("price").locator(".cx-error")).to_contain_text(says)
    assert form.sent("save") == []


def test_a_drawn_portrait_is_chosen_by_keyboard_and_taken_out(form: FormPage) -> None:
    portrait = {**only("portrait")[0], "drawings": portraits("en")}
    form.open(form_state([portrait], {}))
    form.page.get_by_text("Choose a drawing").focus()
    form.page.keyboard.press("Enter")
    form.page.keyboard.press("Tab")
    form.page.keyboard.press("ArrowRight")
    second = portraits("en")[1]
    assert form.saved()["portrait"] == second["value"]
    expect(form.page.get_by_role("radio", name=second["label"])).to_be_checked()
    shown = form.at("portrait").locator(".cx-preview img")
    expect(shown).to_have_attribute("src", second["src"])
    form.page.get_by_role("button", name="Remove the picture").click()
    assert form.saved()["portrait"] == ""


def rated() -> list[dict[str, Any]]:
    """List two ratings, each with fields that belong to it, and numbers after them."""
    return [
        field("map", "rating", min=0, max=4, anchors=STEPS, needed=True),
        field("map_have", "long-text", label="What there is"),
        field("listen", "rating", min=0, max=4, anchors=STEPS),
        field("listen_have", "long-text", label="What was heard"),
        field("price", "number", min=0, max=100),
        field("people", "number", min=0, max=100),
    ]


def test_a_rating_and_what_belongs_to_it_stand_under_one_head_that_folds(form: FormPage) -> None:
    form.open(form_state(rated(), {"map": 2, "map_have": "A map", "listen": 0}))
    answered = form.page.get_by_role("button", name=re.compile("^Map"))
    still_open = form.page.get_by_role("button", name=re.compile("^Listen"))
    expect(answered).to_have_attribute("aria-expanded", "false")
    expect(answered).to_contain_text("2 · Step 2 described")
    expect(form.at("map_have")).to_be_hidden()
    expect(still_open).to_have_attribute("aria-expanded", "true")
    answered.press("Enter")
    expect(form.page.get_by_role("group", name=re.compile("^Map"))).to_be_visible()
    form.box("What there is").fill("A better map")
    assert form.saved()["map_have"] == "A better map"


def test_advice_on_a_folded_field_opens_it(form: FormPage) -> None:
    advice = {"severity": "note", "where": ["map_have"], "says": "Too short", "why": "", "next": ""}
    form.open(form_state(rated(), {"map": 2, "map_have": "A map"}, advice=[advice]))
    form.page.get_by_role("button", name="Too short").click()
    expect(form.box("What there is")).to_be_focused()


def test_numbers_stand_side_by_side_where_there_is_room(browser: Browser) -> None:
    for width, beside in ((1100, True), (360, False)):
        with form_page(browser, viewport={"width": width, "height": 800}) as form:
            form.open(form_state(rated(), {}))
            one, other = form.at("price").bounding_box(), form.at("people").bounding_box()
            assert one
            assert other
            assert (one["y"] == other["y"]) is beside
