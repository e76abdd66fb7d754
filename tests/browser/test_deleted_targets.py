"""A link whose target was deleted shows as broken, wherever it stands, and can be linked anew."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from cxkit.forms.words import form_words
from cxkit.language import LANGS, Lang
from tests.browser.harness.page import FormPage, field, form_state
from tests.browser.visit import Visitor, visiting
from tests.classroom.serving import Serving

ANNA, BRUNO = {"id": "p1", "label": "Anna"}, {"id": "p2", "label": "Bruno"}
ONE, MANY = field("who", "link", target="persona"), field("whom", "links", target="persona")
NAME = field("name", "text", max_length=200)
INSIDE: dict[str, Any] = {"fields": [NAME, ONE, MANY], "label_field": "name", "max_items": 60}
RECORD = {"id": "r1", "name": "First", "who": "p1", "whom": ["p1", "p2"]}
# Where a link field can stand: its form, its value, and the path of the record around it.
PLACES: dict[str, tuple[list[dict[str, Any]], dict[str, Any], tuple[str, ...]]] = {
    "form": ([ONE, MANY], {"who": "p1", "whom": ["p1", "p2"]}, ()),
    "card": ([field("list", "cards", **INSIDE)], {"list": [RECORD]}, ("list", "r1")),
    "row": ([field("list", "table", layout="rows", **INSIDE)], {"list": [RECORD]}, ("list", "r1")),
    "lane": (
        [field("list", "table", layout="lanes", **INSIDE)],
        {"list": [RECORD]},
        ("list", "r1"),
    ),
}


def told_broken(place: Locator, lang: Lang) -> Locator:
    """Return the note that says so, where it can be seen."""
    return place.get_by_text(form_words(lang)["broken_link"]).locator("visible=true")


def tick(place: Locator, name: str) -> None:
    """Press one of a field's boxes."""
    place.locator("wa-checkbox, label.cx-tick").filter(has_text=name).click()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("place", PLACES)
def test_one_that_a_team_mate_deletes_shows_as_broken_and_takes_another(
    form: FormPage, place: str, lang: Lang
) -> None:
    fields, value, path = PLACES[place]
    form.open(form_state(fields, value, lang, links={"persona": [ANNA, BRUNO]}))
    one = form.at(*path, "who")
    chosen = one.locator("option:checked")
    expect(chosen).to_have_text("Anna")
    expect(told_broken(one, lang)).to_have_count(0)
    form.tell({"kind": "links", "links": {"persona": [BRUNO]}})
    expect(chosen).to_have_text(form_words(lang)["deleted_link"])
    expect(told_broken(one, lang)).to_have_count(1)
    one.locator("select").select_option("p2")
    expect(told_broken(one, lang)).to_have_count(0)
    saved = form.saved()
    assert (saved["list"][0] if path else saved)["who"] == "p2"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("place", PLACES)
def test_one_of_many_that_is_gone_can_be_unticked_and_the_others_stay(
    form: FormPage, place: str, lang: Lang
) -> None:
    fields, value, path = PLACES[place]
    form.open(form_state(fields, value, lang, links={"persona": [BRUNO]}))
    many = form.at(*path, "whom")
    expect(told_broken(many, lang)).to_have_count(1)
    summary = many.locator("summary")
    if summary.count():
        expect(summary).to_contain_text(form_words(lang)["deleted_link"])
        summary.click()
    tick(many, form_words(lang)["deleted_link"])
    expect(told_broken(many, lang)).to_have_count(0)
    saved = form.saved()
    assert (saved["list"][0] if path else saved)["whom"] == ["p2"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_column_whose_group_is_gone_stands_apart_and_can_be_moved(
    form: FormPage, lang: Lang
) -> None:
    phases = field("phases", "cards", fields=[NAME], link_kind="phase", label_field="name",
                   max_items=9)  # fmt: skip
    inner = [NAME, field("phase", "link", target="phase")]
    steps = field("steps", "table", fields=inner, layout="lanes", group_by="phase",
                  label_field="name", max_items=9)  # fmt: skip
    value = {"phases": [{"id": "a", "name": "Before"}],
             "steps": [{"id": "s1", "name": "Asks", "phase": "gone"}]}  # fmt: skip
    form.open(form_state([phases, steps], value, lang))
    expect(form.at("steps").get_by_text(form_words(lang)["no_group"])).to_be_visible()
    form.at("steps", "s1", "phase").locator("select").select_option("a")
    expect(form.at("steps").get_by_text(form_words(lang)["no_group"])).to_have_count(0)
    assert form.saved()["steps"][0]["phase"] == "a"


@pytest.mark.parametrize("layout", ["rows", "lanes"])
@pytest.mark.parametrize("lang", LANGS)
def test_a_line_about_something_that_is_gone_keeps_its_words_and_finds_another(
    form: FormPage, layout: str, lang: Lang
) -> None:
    inner = [field("about", "link", target="persona"), field("owner", "text")]
    lines = field("lines", "table", fields=inner, layout=layout, per="persona",
                  label_field="about", max_items=9)  # fmt: skip
    value = {"lines": [{"id": "l1", "about": "gone", "owner": "The counter"}]}
    form.open(form_state([lines], value, lang, links={"persona": [BRUNO]}))
    lost = form.page.locator(".cx-orphan")
    expect(lost).to_contain_text("The counter")
    lost.locator("select").select_option("p2")
    expect(lost).to_have_count(0)
    assert form.saved()["lines"] == [{"id": "l1", "about": "p2", "owner": "The counter"}]


def test_it_is_broken_in_the_other_language_too_and_for_who_deleted_it_elsewhere(
    browser: Browser, server: Serving
) -> None:
    server.new_workbook()
    with visiting(browser, server) as mine, visiting(browser, server) as theirs:
        write_touchpoint(mine)
        mine.open("04-listening")
        posts = mine.exercise("listening-posts")
        post = posts.add("posts")
        tick(posts.at("posts", post, "touchpoints"), "Al binario")
        posts.saved()
        theirs.open("05-journey", "en")
        name = form_words("en")["delete"].format(label="Al binario")
        theirs.exercise("journey-map").root.get_by_role("button", name=name).click()
        theirs.exercise("journey-map").saved("en")
        for lang in ("it", "en"):
            mine.open("04-listening", lang)
            field_there = mine.exercise("listening-posts").at("posts", post, "touchpoints")
            expect(told_broken(field_there, lang)).to_have_count(1)


def write_touchpoint(visitor: Visitor) -> None:
    """Write one touchpoint on the map."""
    visitor.open("05-journey")
    journey_map = visitor.exercise("journey-map")
    touchpoint = journey_map.add("touchpoints")
    journey_map.write("Al binario", "touchpoints", touchpoint, "name")
    journey_map.saved()
