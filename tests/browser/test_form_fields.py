"""The exercise form in a real browser: every field kind, saving, keyboard, accessibility."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from cxkit.forms.words import form_words
from tests.browser.harness.page import ROOT, FormPage, field, form_page, form_state

STEPS = [{"value": n, "text": f"Step {n} described"} for n in range(5)]
MOODS = [{"value": n, "text": f"Mood {n}"} for n in range(-3, 4)]
OPTIONS = [{"value": value, "label": value.capitalize()} for value in ("a", "b", "c", "d", "e")]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>{{7*7}}'


@pytest.fixture
def form(browser: Browser) -> Iterator[FormPage]:
    """Open an empty page that shows forms."""
    with form_page(browser) as opened:
        yield opened


def all_kinds() -> list[dict[str, Any]]:
    """List one field of each kind, and lists of them."""
    need = [field("text", "text", max_length=200), field("weight", "rating", min=0, max=4)]
    card = [
        field("name", "text", max_length=200),
        field("story", "long-text", max_length=4000),
        field("needs", "cards", fields=need, label_field="text", add="Add a need", max_items=20),
    ]
    row = [
        field("what", "text", max_length=200),
        field("how_many", "number", min=0, max=100),
        field("when", "date"),
        field("done", "switch"),
        field("who", "choice", options=OPTIONS),
        field("tags", "tags", max_items=5),
    ]
    step = [
        field("name", "text", max_length=200),
        field("phase", "link", target="phase"),
        field("quote", "long-text", max_length=4000),
        field("mood", "rating", min=-3, max=3, anchors=MOODS),
        field("channels", "choices", options=OPTIONS),
        field("key", "switch"),
    ]
    watch = [field("touchpoint", "link", target="touchpoint"), field("owner", "text")]
    listed = {"label_field": "name", "max_items": 60}
    return [
        field("title", "text", max_length=40, needed=True, help="In one line.", example="Hello"),
        field("goal", "long-text", max_length=4000),
        field("price", "number", min=0, max=100),
        field("due", "date"),
        field("urgent", "switch"),
        field("state", "choice", options=OPTIONS[:2]),
        field("sector", "choice", options=OPTIONS),
        field("channels", "choices", options=OPTIONS),
        field("words_used", "tags", max_items=5),
        field("level", "rating", min=0, max=4, anchors=STEPS),
        field("climate", "matrix", anchors=STEPS, fields=[
            field("trust", "rating", min=0, max=4), field("pride", "rating", min=0, max=4)]),
        field("persona", "link", target="persona"),
        field("helpers", "links", target="persona"),
        field("portrait", "picture", types=["image/png", "image/jpeg", "image/webp"],
              max_bytes=290_000),
        field("people", "cards", fields=card, add="Add a person", **listed),
        field("tasks", "table", fields=row, layout="rows", add="Add a task", label_field="what",
              max_items=60, link_kind="task"),
        field("phases", "cards", fields=[field("name", "text", max_length=200)],
              add="Add a phase", link_kind="phase", **listed),
        field("touchpoints", "table", fields=step, layout="lanes", group_by="phase",
              add="Add a touchpoint", link_kind="touchpoint", **listed),
        field("watches", "table", fields=watch, layout="rows", per="touchpoint",
              label_field="touchpoint", max_items=60),
    ]  # fmt: skip


def journey() -> dict[str, Any]:
    """Give a small value with two phases and three touchpoints."""
    return {
        "phases": [{"id": "p1", "name": "Before"}, {"id": "p2", "name": "After"}],
        "touchpoints": [
            {"id": "t1", "name": "Sees the poster", "phase": "p1"},
            {"id": "t2", "name": "Asks a friend", "phase": "p1"},
            {"id": "t3", "name": "Reads the bill", "phase": "p2"},
        ],
    }


def only(*names: str) -> list[dict[str, Any]]:
    """Pick fields by name."""
    return [one for one in all_kinds() if one["name"] in names]


def test_what_is_typed_is_saved_once_the_typing_rests(form: FormPage) -> None:
    form.open(form_state(only("title", "goal"), {}))
    form.box("Title").press_sequentially("Changing a ticket", delay=5)
    assert form.saved()["title"] == "Changing a ticket"
    assert len(form.sent("save")) == 1
    expect(form.page.get_by_text("Saved at 10:42")).to_be_visible()


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
    shown = [names.nth(at).input_value() for at in range(names.count())]
    assert shown == ["Sees the poster", "Asks a friend", "Reads the bill", "Compares prices"]


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
    assert image.evaluate("image => [image.naturalWidth, image.naturalHeight]") == [640, 320]
    form.page.get_by_role("button", name="Remove the picture").click()
    assert form.saved()["portrait"] == ""


@pytest.mark.parametrize(
    ("name", "kind", "content", "says"),
    [
        ("a.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Only PNG, JPEG"),
        ("a.png", "image/png", b"not a picture", "cannot be read"),
        ("a.png", "image/png", bytes(20_000_001), "too large"),
    ],
)
def test_what_is_no_fit_picture_is_refused(
    form: FormPage, name: str, kind: str, content: bytes, says: str
) -> None:
    form.open(form_state(only("portrait"), {}))
    shot: FilePayload = {"name": name, "mimeType": kind, "buffer": content}
    form.page.locator("input[type=file]").set_input_files(shot)
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


def test_everything_is_reached_with_the_keyboard_alone(form: FormPage) -> None:
    form.open(form_state(only("title", "level", "people"), {}))
    page = form.page
    form.box("Title").focus()
    page.keyboard.type("By hand")
    page.keyboard.press("Tab")  # the example's toggle
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")  # clear
    page.keyboard.press("Tab")  # what the steps mean
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("Ada")
    page.keyboard.press("Shift+Tab")  # delete
    page.keyboard.press("Shift+Tab")  # copy
    page.keyboard.press("Enter")
    page.keyboard.press("Control+a")
    page.keyboard.type("Ada's sister")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")  # the card's name
    page.keyboard.press("Alt+ArrowUp")
    value = form.saved()
    assert (value["title"], value["level"]) == ("By hand", 1)
    assert [one["name"] for one in value["people"]] == ["Ada's sister", "Ada"]


def test_hostile_words_are_shown_as_words(form: FormPage) -> None:
    people = [{"id": "i1", "name": HOSTILE, "story": HOSTILE, "needs": []}]
    links = {"persona": [{"id": "m", "label": HOSTILE}]}
    advice = [{"severity": "note", "where": [], "says": HOSTILE, "why": HOSTILE, "next": HOSTILE}]
    state = form_state(all_kinds(), {"title": HOSTILE, "people": people}, links=links)
    form.open({**state, "title": HOSTILE, "purpose": HOSTILE, "advice": advice})
    page = form.page
    example = {"value": state["value"], "comment": HOSTILE, "case": HOSTILE, "picture": ""}
    form.tell({"kind": "example", **example})
    expect(page.locator("wa-dialog")).to_contain_text(HOSTILE[:20])
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile("^Delete “<img")).click()
    expect(page.locator(".cx-deleted").first).to_contain_text("<script>")
    assert page.evaluate("window.hacked") is None


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing(browser: Browser, theme: str, width: int) -> None:
    people = [{"id": "i1", "name": "Marta", "needs": [{"id": "n1", "text": "Rest", "weight": 2}]}]
    tasks = [{"id": "k1", "what": "Call back", "done": True, "tags": ["a"]}]
    advice = [{"severity": one, "where": ["title"], "says": one, "why": "Why", "next": "Next"}
              for one in ("good", "note", "warning", "problem")]  # fmt: skip
    value = {**journey(), "people": people, "tasks": tasks, "persona": "gone", "level": 2,
             "words_used": ["calm"], "title": "x" * 41, "price": 3}  # fmt: skip
    links = {"persona": [{"id": "m", "label": "Marta"}]}
    state = form_state(all_kinds(), value, links=links, advice=advice, progress="attention")
    with form_page(browser, viewport={"width": width, "height": 800}) as form:
        dark = f"document.documentElement.dataset.theme = '{theme}'"
        form.page.add_init_script(f"document.addEventListener('readystatechange', () => {dark})")
        form.open(state)
        form.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = form.page.evaluate(
            "axe.run('.cx-exercise', {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
            " 'wcag22aa', 'best-practice']})"
        )
        wide = form.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    told = [
        (rule["id"], [node["html"][:300] + str(node["any"][:1]) for node in rule["nodes"]])
        for rule in found["violations"]
    ]
    assert told == []
    assert wide <= 0


def test_thirty_touchpoints_keep_nobody_from_typing(form: FormPage) -> None:
    touchpoints = [{"id": f"t{n}", "name": f"Point {n}", "phase": "p1"} for n in range(30)]
    value = {**journey(), "touchpoints": touchpoints}
    form.open(form_state(only("title", "phases", "touchpoints"), value))
    cells = ".cx-lane-cell > .cx-cell"
    assert form.page.locator(".cx-lane-heads th").count() == 30
    expect(form.page.locator(cells)).to_have_count(30 * 5)


def test_the_script_may_run_twice_in_one_document(form: FormPage) -> None:
    form.open(form_state(only("title"), {}))
    form.page.evaluate(
        """async (state) => {
          const again = await import('/form.js?again');
          const model = { get: () => state, on() {}, off() {}, send() {} };
          again.default.render({ model, el: document.querySelector('#page') });
        }""",
        form_state(only("goal"), {}, exercise="second"),
    )
    expect(form.box("Title")).to_be_visible()
    expect(form.box("Goal")).to_be_visible()
    assert form.page.evaluate("document.adoptedStyleSheets.length") < 8


def test_a_dialog_passes_axe_and_gives_the_focus_back(form: FormPage) -> None:
    form.open(form_state(only("title", "people"), {}))
    page = form.page
    people = [{"id": "x", "name": "Ada", "needs": []}]
    example = {"value": {"title": "The bank", "people": people}, "comment": "Mind the verbs.",
               "case": "Bank", "picture": "<p>A picture</p>"}  # fmt: skip
    page.evaluate("example => { window.model.example = example }", example)
    opener = page.get_by_role("button", name="Show an example")
    opener.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator("wa-dialog").get_by_role("button", name="Close")).to_be_focused()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run('wa-dialog', {runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa']})")
    assert [rule["id"] for rule in found["violations"]] == []
    page.keyboard.press("Escape")
    expect(page.locator("wa-dialog")).to_have_count(0)
    expect(opener).to_be_focused()


def test_leaving_the_page_takes_everything_away(form: FormPage) -> None:
    form.open(form_state(only("title"), {}))
    form.box("Title").fill("Last words")
    form.page.evaluate("window.closeForm()")
    assert form.sent("save")[-1]["value"]["title"] == "Last words"
    expect(form.page.locator(".cx-exercise")).to_have_count(0)


def test_the_script_fits_a_page(checkout: Path) -> None:
    script = (checkout / "cxkit/forms/static/form.js").read_bytes()
    assert len(zlib.compress(script, 9)) < 150_000


def test_every_word_the_scripts_ask_for_is_there_in_both_languages(checkout: Path) -> None:
    scripts = sorted((checkout / "cxkit/forms/scripts").rglob("*.js"))
    text = "".join(path.read_text(encoding="utf-8") for path in scripts)
    asked = set(re.findall(r"\.say\('(\w+)'", text))
    numbered = set(re.findall(r"\.sayNumber\('(\w+)'", text))
    asked |= {f"{key}_{number}" for key in numbered for number in ("one", "many")}
    english, italian = form_words("en"), form_words("it")
    assert english.keys() == italian.keys()
    assert asked <= english.keys()
    holes = {key: re.findall(r"{\w+}", words) for key, words in english.items()}
    assert holes == {key: re.findall(r"{\w+}", italian[key]) for key in holes}
