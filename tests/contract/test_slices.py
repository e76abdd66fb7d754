"""A slice is whole: its roles, its exercises with their words, its tests."""

from __future__ import annotations

from importlib import import_module
from inspect import signature

import pytest

from cxkit.core import Answer, Exercise
from cxkit.core.wording import wording_of
from cxkit.language import LANGS, Lang
from cxkit.resources import exercises
from tests.contract.house import SLICES, slices, worded
from tests.contract.sources import CHECKOUT, PACKAGE
from tests.markup import Markup, words_of

EACH = pytest.mark.parametrize("name", slices())
ROLES = ("__init__.py", "model.py", "checks.py", "picture.py", "templates")


def offered(name: str) -> tuple[Exercise, ...]:
    """Return the exercises that a slice offers."""
    found: tuple[Exercise, ...] = import_module(f"cxkit.{name}").EXERCISES
    return found


@EACH
def test_slice_has_its_roles(name: str) -> None:
    assert not [role for role in ROLES if not (PACKAGE / name / role).exists()]


@EACH
def test_slice_has_tests(name: str) -> None:
    assert list((CHECKOUT / "tests" / name).glob("test_*.py"))


@EACH
def test_slice_offers_exercises_with_words(name: str) -> None:
    ids = [exercise.id for exercise in offered(name)]
    assert ids
    assert not [i for i in ids if not (exercises() / f"{i}.yaml").is_file()]
    assert {wording_of(i).slice for i in ids} == {name}


@EACH
def test_exercise_is_a_model_a_check_and_a_picture(name: str) -> None:
    for exercise in offered(name):
        assert issubclass(exercise.model, Answer)
        assert exercise.model().is_empty()
        assert exercise.model.needed <= exercise.model.model_fields.keys()
        for pure in (exercise.check, exercise.draw):
            _, context = signature(pure).parameters
            assert context == "context"


@EACH
def test_a_slice_of_several_exercises_has_a_module_for_each_check_and_each_picture(
    name: str,
) -> None:
    several = offered(name)
    if len(several) == 1:
        (only,) = several
        own = (only.check.__module__, only.draw.__module__)
        assert own == (f"cxkit.{name}.checks", f"cxkit.{name}.picture")
        return
    for exercise in several:
        for pure in (exercise.check, exercise.draw):
            assert pure.__module__ == f"cxkit.{name}.{pure.__name__}"


@EACH
@pytest.mark.parametrize("lang", LANGS)
def test_the_picture_of_an_empty_answer_says_what_will_come(name: str, lang: Lang) -> None:
    for exercise in offered(name):
        picture = exercise.model().picture(lang=lang)
        markup = Markup(picture.html)
        said = [words_of(picture.html), *(value or "" for _, value in markup.attributes)]
        assert ("lang", lang) in markup.attributes
        assert any(picture.title in one for one in said)
        invitation = exercise.wording.picture.get("empty")
        expected = invitation.in_(lang) if invitation else picture.description
        assert any(expected in one for one in said)


@EACH
def test_what_checks_look_for_is_asked_of_the_slice_s_own_words(name: str) -> None:
    folder = PACKAGE / name
    assert (folder / "words.yaml").exists() == (folder / "words.py").exists()


@pytest.mark.parametrize("exercise_id", worded())
def test_words_have_their_exercise(exercise_id: str) -> None:
    words = wording_of(exercise_id)
    assert words.id == exercise_id
    assert words.slice in SLICES
    assert exercise_id in [exercise.id for exercise in offered(words.slice)]


def test_exercises_of_a_chapter_have_an_order_of_their_own() -> None:
    places = [(wording_of(i).chapter, wording_of(i).order) for i in worded()]
    assert len(set(places)) == len(places)
