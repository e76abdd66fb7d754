"""Pictures of the vision: escaped, well formed, the same each time, useful when empty."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from cxkit.personas import Need, Persona, Personas
from cxkit.start import Profile
from cxkit.vision import Behaviour, Behaviours, Principle, PromiseStep, Vision
from tests.markup import assert_safe, assert_steady, words_of
from tests.texts import HOSTILE, IDS, NASTY

PRINCIPLES = st.builds(Principle, id=IDS, name=NASTY, meaning=NASTY)
VISIONS = st.builds(
    Vision,
    customer=NASTY,
    feeling=NASTY,
    never=NASTY,
    sentence=NASTY,
    motto=NASTY,
    needs=st.lists(IDS, max_size=3),
    principles=st.lists(PRINCIPLES, max_size=3),
    steps=st.lists(st.builds(PromiseStep, id=IDS, step=NASTY, standard=NASTY), max_size=3),
)
BEHAVIOURS = st.builds(
    Behaviours,
    behaviours=st.lists(
        st.builds(
            Behaviour,
            id=IDS,
            principle=IDS,
            role=NASTY,
            text=NASTY,
            evidence=NASTY,
            change=st.sampled_from(["", "start", "keep", "stop"]),
        ),
        max_size=8,
    ),
)


def full(text):
    vision = Vision(
        customer=text, feeling=text, never=text, sentence=text, motto=text, needs=["n1"],
        personas=["p1"], principles=[Principle(id="c1", name=text, meaning=text)],
        steps=[PromiseStep(step=text, standard=text)],
    )  # fmt: skip
    behaviours = Behaviours(
        behaviours=[Behaviour(principle="c1", role=text, text=text, evidence=text, change="stop")]
    )
    return vision, behaviours


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", ["it", "en"])
def test_hostile_text_stays_text(text, lang):
    vision, behaviours = full(text)
    persona = Personas(personas=[Persona(id="p1", name=text, needs=[Need(id="n1", text=text)])])
    for picture in (
        vision.picture(behaviours, persona, Profile(company=text), lang=lang),
        behaviours.picture(vision, lang=lang),
    ):
        assert_safe(picture.html)
        assert " ".join(text.split()) in words_of(picture.html)


def test_a_text_of_200_kilobytes_is_refused():
    for field in ("sentence", "customer", "never"):
        with pytest.raises(ValidationError):
            Vision(**{field: "a" * 200_000})
    with pytest.raises(ValidationError):
        Behaviour(text="a" * 200_000)


@settings(max_examples=60, deadline=None)
@given(VISIONS, BEHAVIOURS, st.sampled_from(["it", "en"]), st.sampled_from(["it", "en"]))
def test_any_answer_draws_well_formed_markup_that_does_not_change(
    vision, behaviours, lang, written
):
    assert_steady([vision, behaviours], lang, written)


def test_the_canvas_shows_what_was_written_elsewhere():
    vision, behaviours = full("Ciao")
    persona = Personas(
        personas=[Persona(id="p1", name="Teresa", needs=[Need(id="n1", text="Pace")])]
    )
    words = words_of(
        vision.picture(behaviours, persona, Profile(company="Valchiara"), lang="it").html
    )
    for expected in ("Teresa", "Pace", "Valchiara", "smettere"):
        assert expected in words


def test_behaviours_of_one_role_stand_together_whatever_the_capitals():
    behaviours = Behaviours(
        behaviours=[Behaviour(role="Filiale", text="uno"), Behaviour(role="filiale", text="due")]
    )
    html = behaviours.picture(lang="it").html
    assert html.count('scope="col"') == 1


def test_a_principle_without_behaviours_keeps_its_row():
    vision = Vision(principles=[Principle(id="a", name="Primo"), Principle(id="b", name="Secondo")])
    behaviours = Behaviours(behaviours=[Behaviour(principle="a", role="R", text="t")])
    words = words_of(behaviours.picture(vision, lang="it").html)
    assert "Secondo" in words
    assert "Nessun comportamento" in words


def test_many_roles_are_set_as_lists():
    many = [Behaviour(role=f"R{i}", text="t") for i in range(6)]
    assert 'class="cx-behaviours stacked"' in Behaviours(behaviours=many).picture().html
    assert 'class="cx-behaviours"' in Behaviours(behaviours=many[:5]).picture().html


@pytest.mark.parametrize(
    ("answer", "lang", "hint"),
    [
        (Vision(), "it", "Qui comparirà la vostra visione."),
        (Vision(), "en", "Your vision will stand here."),
        (Behaviours(), "it", "Qui comparirà la matrice"),
        (Behaviours(), "en", "The matrix will stand here"),
    ],
)
def test_an_empty_answer_says_what_will_come(answer, lang, hint):
    picture = answer.picture(lang=lang)
    assert hint in words_of(picture.html)
    assert f'lang="{lang}"' in picture.html
    assert picture.title
    assert picture.description in words_of(picture.html)
