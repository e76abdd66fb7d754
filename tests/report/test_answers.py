"""How the fields of an answer are shown, kind by kind."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cxkit.core import Context
from cxkit.journey import Assessment, Blueprint, Journey, Line, Obstacle, Phase, Touchpoint
from cxkit.personas.model import Evidence, Need, Persona, Personas
from cxkit.report.answers import AnswerView, anchors_of
from cxkit.report.views import Card, Entry, Group, Rated, Ref, Table
from cxkit.start.model import Profile
from cxkit.vision.model import PromiseStep, Vision


def shown(answer, *others, lang="en") -> dict[str, Entry]:
    context = Context.of(answer, *others, lang=lang)
    view = AnswerView(context, anchors_of((answer, *others)))
    return {entry.name: entry for entry in view.entries(answer)}


def test_empty_fields_are_left_out() -> None:
    assert list(shown(Vision(motto="Here"))) == ["motto"]


def test_a_rating_of_nothing_at_all_is_an_answer() -> None:
    journey = Journey(touchpoints=(Touchpoint(name="Asks", emotion=0, consistency=0),))
    (group,) = shown(journey)["touchpoints"].value
    assert group.cards[0].entry("emotion").value.value == 0
    assert group.cards[0].entry("consistency").value == Rated(0, 0, 4, "They start from scratch")


def test_choices_are_shown_by_their_words() -> None:
    entries = shown(Profile(size="micro", channels=("app", "store")), lang="it")
    assert entries["size"].value == "Meno di 10"
    assert entries["channels"].value == ("App", "Negozio o filiale")


def test_dates_are_written_as_the_language_writes_them() -> None:
    evidence = Evidence(claim="They wait", date=date(2026, 3, 1))
    personas = Personas(personas=(Persona(name="Anna", evidence=(evidence,)),))
    card = shown(personas, lang="it")["personas"].value[0]
    (row,) = card.entry("evidence").value
    assert row.entry("date").value == "1 marzo 2026"


def test_items_with_a_name_alone_are_a_list_of_names() -> None:
    personas = Personas(personas=(Persona(name="Anna", needs=(Need(text="a"), Need(text="b"))),))
    needs = shown(personas)["personas"].value[0].entry("needs")
    assert needs.kind == "bullets"
    assert [card.title for card in needs.value] == ["a", "b"]


def test_short_records_are_a_table_whose_rows_are_named() -> None:
    steps = (PromiseStep(step="Greet", standard="in a minute"), PromiseStep(step="Solve"))
    table = shown(Vision(steps=steps))["steps"].value
    assert isinstance(table, Table)
    assert [row.title for row in table.rows] == ["Greet", "Solve"]
    assert [name for name, _ in table.columns] == ["standard"]


def test_long_records_are_cards() -> None:
    obstacles = (Obstacle(what="a", effect="long " * 60), Obstacle(what="b", effect="short"))
    entry = shown(Assessment(obstacles=obstacles))["obstacles"]
    assert entry.kind == "cards"


def test_touchpoints_stand_under_their_phases_in_order() -> None:
    phases = (Phase(id="f1", name="Before"), Phase(id="f2", name="After"))
    touchpoints = (
        Touchpoint(name="second", phase="f2"),
        Touchpoint(name="first", phase="f1"),
        Touchpoint(name="lost", phase="deleted"),
    )
    groups = shown(Journey(phases=phases, touchpoints=touchpoints))["touchpoints"].value
    assert all(isinstance(group, Group) for group in groups)
    found = [(group.title, [card.title for card in group.cards]) for group in groups]
    assert found == [("Before", ["first"]), ("After", ["second"]), ("Others", ["lost"])]


def test_a_record_made_for_a_touchpoint_bears_its_name_and_a_blank_one_is_left_out() -> None:
    journey = Journey(touchpoints=(Touchpoint(id="t1", name="Asks"), Touchpoint(id="t2", name="b")))
    lines = (Line(touchpoint="t1", owner="Guard"), Line(touchpoint="t2"))
    (card,) = shown(Blueprint(lines=lines), journey)["lines"].value
    assert card.title == "Asks"
    assert [entry.name for entry in card.entries] == ["owner"]


def test_links_name_what_they_lead_to_and_deleted_ones_say_nothing() -> None:
    personas = Personas(personas=(Persona(id="p1", name="Anna"), Persona(id="p2", quote="Well")))
    entries = shown(Vision(personas=("p1", "p2", "gone")), personas)
    assert entries["personas"].value == (
        Ref("Anna", "buyer-persona--p1"),
        Ref("Without a name", "buyer-persona--p2"),
    )


def test_an_id_that_stands_twice_is_an_anchor_once() -> None:
    personas = Personas(personas=(Persona(id="p1", name="A"), Persona(id="p1", name="B")))
    anchors = [card.anchor for card in shown(personas)["personas"].value]
    assert anchors == ["buyer-persona--p1", ""]


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Entry):
        return _texts(value.value)
    if isinstance(value, Card):
        return [value.title, *_texts(value.entries)]
    if isinstance(value, Table):
        return _texts(value.rows)
    if isinstance(value, Group):
        return [value.title, *_texts(value.cards)]
    return [text for part in value for text in _texts(part)] if isinstance(value, tuple) else []


words = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=12)


@given(st.lists(st.tuples(words, words, words), min_size=1, max_size=6))
def test_no_written_word_is_lost(steps: list[tuple[str, str, str]]) -> None:
    made = tuple(PromiseStep(step=step, standard=standard) for step, standard, _ in steps)
    vision = Vision(steps=made, never="\n".join(never for _, _, never in steps))
    texts = _texts(tuple(shown(vision).values()))
    for step in made:
        assert step.step in texts
        assert step.standard in texts
    assert vision.never in texts
