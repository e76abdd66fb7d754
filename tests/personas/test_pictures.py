"""Persona sheets: escaped, well formed, the same each time, honest about evidence."""

import base64
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from cxkit.core.context import Context
from cxkit.personas import Evidence, Need, Persona, Personas
from cxkit.personas.picture import draw_personas
from tests.markup import assert_safe, assert_steady, words_of
from tests.texts import HOSTILE, IDS, NASTY

PNG = "data:image/png;base64," + base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"0" * 20).decode()
CARDS = st.builds(
    Evidence,
    id=IDS,
    about=st.sampled_from(["", "context", "needs"]),
    claim=NASTY,
    source=NASTY,
    date=st.none() | st.dates(),
)
PERSONAS = st.builds(
    Persona,
    id=IDS,
    name=NASTY,
    portrait=st.sampled_from(["", PNG]),
    quote=NASTY,
    context=NASTY,
    goals=NASTY,
    needs=st.lists(st.builds(Need, id=IDS, text=NASTY), max_size=2),
    channels=st.lists(NASTY, max_size=2),
    evidence=st.lists(CARDS, max_size=2),
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    one = Persona(
        name=text, portrait=PNG, quote=text, context=text, goals=text, needs=[Need(text=text)],
        frustrations=text, channels=[text], criteria=text,
        evidence=[Evidence(about="needs", claim=text, source=text, date="2026-01-01")],
    )  # fmt: skip
    html = Personas(personas=[one], why_one=text).picture(lang="it").html
    assert_safe(html)
    assert " ".join(text.split()) in words_of(html)


def test_a_text_of_200_kilobytes_is_refused():
    for field in ("name", "quote", "context"):
        with pytest.raises(ValidationError):
            Persona(**{field: "a" * 200_000})


@settings(max_examples=60, deadline=None)
@given(st.lists(PERSONAS, max_size=3), NASTY, st.sampled_from(["it", "en"]))
def test_any_answer_draws_well_formed_markup_that_does_not_change(personas, why, lang):
    assert_steady([Personas(personas=personas, why_one=why)], lang, "it")


def test_what_has_no_fresh_evidence_is_called_a_guess():
    fresh = Evidence(about="needs", claim="c", source="Interviste", date="2026-02-01")
    old = Evidence(about="goals", claim="c", source="Interviste", date="2024-02-01")
    one = Persona(needs=[Need(text="n")], goals="g", evidence=[fresh, old])
    answer = Personas(personas=[one])
    html = draw_personas(answer, Context("it", "it", date(2026, 3, 1))).html
    assert html.count(">con prova<") == 1
    assert html.count(">ipotesi<") == 1
    assert html.count(">oltre 12 mesi<") == 1


def test_without_a_portrait_the_initials_are_drawn():
    html = Persona(name="Teresa Bo, prima casa").picture().html
    assert ">TB</text>" in html
    assert "<img" not in html
    with_portrait = Persona(name="Teresa", portrait=PNG).picture().html
    assert 'alt="Portrait of Teresa"' in with_portrait
    assert "<svg" not in with_portrait


def test_an_empty_answer_says_what_will_come():
    assert "Qui comparirà la scheda" in words_of(Personas().picture(lang="it").html)
    assert "The sheet will stand here" in words_of(Personas().picture(lang="en").html)


def test_an_unnamed_persona_is_drawn():
    assert "Buyer persona senza nome" in words_of(Persona(goals="g").picture(lang="it").html)


def test_a_quote_written_with_its_marks_gets_no_second_ones():
    for written in ("I can, if I know by three.", "“I can, if I know by three.”"):
        drawn = draw_personas(Personas(personas=[Persona(quote=written)]), Context(lang="en"))
        assert "“ I can, if I know by three. ”" in words_of(drawn.html)
