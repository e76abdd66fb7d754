"""A workbook in memory: answers, links between them, progress, and cells that show exercises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.core import Advice, find_exercise
from cxkit.core.wording import exercise_ids
from cxkit.journey.model import Journey
from cxkit.personas.model import Need, Persona, Personas
from cxkit.vision.model import Behaviour, Behaviours, Principle, Vision
from cxkit.workbook import (
    Progress,
    Workbook,
    chapter_plans,
    linkable,
    plan_of,
    progress_of,
    writing_places,
)
from cxkit.workbook.cells import exercises_shown, only_shows
from cxkit.workbook.links import targets_of

ANNA = Persona(id="anna", name="Anna", needs=(Need(id="calm", text="Arrive calm"),))
BOOK = (
    Workbook("Rail", "en")
    .with_answer(Vision(principles=(Principle(id="p1", name="Plain"),)))
    .with_answer(Personas(personas=(ANNA,)))
)


def test_an_exercise_not_begun_has_the_empty_answer() -> None:
    assert Workbook().answer("vision-statement").is_empty()
    assert Workbook().advice("vision-statement") == []
    assert Workbook().progress("vision-statement") is Progress.EMPTY


def test_a_new_answer_leaves_the_old_workbook_alone() -> None:
    changed = BOOK.with_answer(Vision(motto="Here"))
    assert changed.answer("vision-statement") == Vision(motto="Here")
    assert BOOK.answer("vision-statement") != Vision(motto="Here")


@pytest.mark.parametrize("exercise", exercise_ids())
def test_every_exercise_draws_its_empty_answer_in_both_languages(exercise: str) -> None:
    for lang in ("it", "en"):
        picture = Workbook().picture(exercise, lang)
        assert picture.title
        assert picture.description
        assert picture.lang == lang


def test_what_is_written_can_be_linked_to() -> None:
    found = linkable(BOOK.answers, "en")
    assert [(target.id, target.label) for target in found["need"]] == [("calm", "Arrive calm")]
    assert [target.exercise for target in found["persona"]] == ["buyer-persona"]
    assert "touchpoint" not in found


@pytest.mark.parametrize("exercise", exercise_ids())
def test_every_link_leads_to_something_that_can_be_written(exercise: str) -> None:
    assert targets_of(find_exercise(exercise).model) <= writing_places().keys()


def test_a_form_made_for_each_item_points_to_that_kind() -> None:
    assert "touchpoint" in targets_of(find_exercise("blueprint").model)
    assert targets_of(Journey) >= {"persona", "phase"}


def test_progress_goes_from_begun_to_complete() -> None:
    whole = Behaviours(behaviours=(Behaviour(text="Greets"),))
    problem = Advice("any", "problem")
    assert progress_of(Vision(motto="Here"), []) is Progress.BEGUN
    assert progress_of(whole, []) is Progress.COMPLETE
    assert progress_of(whole, [Advice("any", "warning")]) is Progress.COMPLETE
    assert progress_of(whole, [problem]) is Progress.ATTENTION
    assert progress_of(Vision(motto="Here"), [problem]) is Progress.BEGUN


def test_every_exercise_stands_in_one_chapter() -> None:
    listed = [exercise.id for plan in chapter_plans() for exercise in plan.exercises]
    assert listed == list(exercise_ids())
    assert [plan.number for plan in chapter_plans()] == list(range(11))
    assert plan_of("vision-statement").notebook == "03-vision"


@pytest.mark.parametrize(
    ("source", "shown", "alone"),
    [
        ('exercise("profile")', ("profile",), "profile"),
        ('from cxkit import exercise\nexercise("profile")', ("profile",), "profile"),
        ('import cxkit\ncxkit.exercise("profile")', ("profile",), "profile"),
        ('print(1)\nexercise("profile")', ("profile",), None),
        ('exercise("profile", session)', ("profile",), None),
        ('exercise("profile", session=other)', ("profile",), None),
        ('exercise("a"); exercise("b")', ("a", "b"), None),
        ('form = exercise("profile")', ("profile",), None),
        ('[exercise("profile")]', ("profile",), None),
        ("exercise(name)", (), None),
        ('# exercise("profile")', (), None),
        ("!pip list", (), None),
        ("", (), None),
    ],
)
def test_a_cell_says_what_it_shows_without_being_run(
    source: str, shown: tuple[str, ...], alone: str | None
) -> None:
    assert exercises_shown(source) == shown
    assert only_shows(source) == alone


@given(st.text(max_size=80))
def test_any_source_can_be_read(source: str) -> None:
    assert isinstance(exercises_shown(source), tuple)
    assert only_shows(source) is None
