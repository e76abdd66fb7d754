"""A team maps a journey: what is written in one place appears in the others."""

from __future__ import annotations

from playwright.sync_api import expect

from cxkit.forms.words import form_words
from tests.browser.visit import Visitor


def test_a_journey_takes_shape_while_it_is_written(visitor: Visitor) -> None:
    visitor.open("04-listening")
    personas = visitor.exercise("buyer-persona")
    anna = personas.add("personas")
    personas.write("Anna, pendolare", "personas", anna, "name")
    personas.saved()

    visitor.open("05-journey")
    journey, blueprint = visitor.exercise("journey-map"), visitor.exercise("blueprint")
    journey.control("persona").select_option(label="Anna, pendolare")
    journey.write("Il treno è cancellato", "title")
    before = journey.advice.inner_text()
    phase = journey.add("phases")
    journey.write("In stazione", "phases", phase, "name")
    first = journey.add("touchpoints")
    journey.write("Chiede in biglietteria", "touchpoints", first, "name")
    journey.control("touchpoints", first, "emotion").select_option("-2")
    journey.control("touchpoints", first, "moment_of_truth").check()
    journey.saved()
    expect(journey.picture).to_contain_text("Chiede in biglietteria")
    expect(journey.picture).to_contain_text("Anna, pendolare")
    expect(journey.advice).to_contain_text("momento della verità")
    assert journey.advice.inner_text() != before

    expect(blueprint.root.get_by_text("Chiede in biglietteria").first).to_be_visible()
    line = blueprint.only_record("lines")
    blueprint.write("Risponde allo sportello", "lines", line, "front_stage")
    blueprint.saved()
    expect(blueprint.picture).to_contain_text("Risponde allo sportello")

    visitor.page.reload()
    visitor.ready()
    expect(journey.control("touchpoints", first, "name")).to_have_value("Chiede in biglietteria")
    expect(journey.control("touchpoints", first, "moment_of_truth")).to_be_checked()
    expect(blueprint.control("lines", line, "front_stage")).to_have_value("Risponde allo sportello")


def test_two_tabs_keep_what_each_has_written(visitor: Visitor) -> None:
    other = Visitor(visitor.page.context.new_page(), visitor.server)
    for tab in (visitor, other):
        tab.open("03-vision")
    mine = visitor.exercise("vision-statement")
    theirs = other.exercise("vision-statement")
    mine.write("Scritto nella prima.", "sentence")
    mine.saved()
    theirs.write("Scritto nella seconda.", "motto")
    theirs.saved()
    expect(theirs.control("sentence")).to_have_value("Scritto nella prima.")
    mine.write("Chi viaggia", "customer")
    mine.saved()
    expect(mine.control("motto")).to_have_value("Scritto nella seconda.")
    other.leave()
    other.check()


def test_two_tabs_on_one_field_show_both_versions(visitor: Visitor) -> None:
    other = Visitor(visitor.page.context.new_page(), visitor.server)
    for tab in (visitor, other):
        tab.open("03-vision")
    mine = visitor.exercise("vision-statement")
    theirs = other.exercise("vision-statement")
    mine.write("La prima visione.", "sentence")
    mine.saved()
    theirs.write("La seconda visione.", "sentence")
    conflict = theirs.root.locator(".cx-conflict")
    expect(conflict).to_contain_text("La prima visione.")
    expect(conflict).to_contain_text("La seconda visione.")
    conflict.get_by_role("button", name=form_words("it")["keep_mine"]).click()
    expect(theirs.control("sentence")).to_have_value("La seconda visione.")
    theirs.saved()
    other.page.reload()
    expect(theirs.control("sentence")).to_have_value("La seconda visione.")
    other.leave()
    other.check()
