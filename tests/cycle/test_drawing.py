"""Places, orders and paths that the pictures stand on."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.core.context import Context
from cxkit.cycle import Action, Continuum, Jump, loop
from cxkit.cycle.figures import margin, signed
from cxkit.cycle.model import STAGES
from cxkit.cycle.places import by_phase
from cxkit.cycle.quadrants import in_order, quadrant_of
from cxkit.cycle.ring import MIDDLE, RADIUS, ring
from cxkit.journey import Journey, Phase, Touchpoint

MAP = Journey(
    phases=(Phase(id="p1", name="Before"), Phase(id="p2", name="After")),
    touchpoints=(
        Touchpoint(id="t3", phase="p2"),
        Touchpoint(id="t1", phase="p1"),
        Touchpoint(id="t2", phase="p1"),
        Touchpoint(id="t9", phase="gone"),
    ),
)


def test_entries_follow_the_map_and_what_has_no_place_comes_last():
    groups = by_phase(["t9", "nowhere", "t3", "t2", "t1"], str, Context.of(MAP))
    assert [(group.name, group.entries) for group in groups] == [
        ("Before", ("t1", "t2")),
        ("After", ("t3",)),
        ("", ("t9", "nowhere")),
    ]


def test_without_a_map_all_entries_stand_together():
    (group,) = by_phase(["a", "b"], str, Context())
    assert group.entries == ("a", "b")


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_the_order_holds_each_action_once_and_puts_the_chosen_one_first(weights):
    actions = [Action(id=f"a{n}", impact=i, effort=e) for n, (i, e) in enumerate(weights)]
    chosen = actions[-1].id if actions else ""
    ordered = in_order(actions, chosen)
    assert sorted(a.id for a in ordered) == sorted(a.id for a in actions)
    assert [a.id for a in ordered[:1]] == [a.id for a in actions[-1:]]
    rest = [(-(a.impact or 0), a.effort) for a in ordered[1:]]
    assert rest == sorted(rest)


def test_what_was_stopped_comes_last_even_when_it_was_chosen():
    actions = [Action(id="a", status="stopped", impact=4, effort=0), Action(id="b")]
    assert [action.id for action in in_order(actions, "a")] == ["b", "a"]


def test_impact_and_effort_of_zero_are_rated():
    assert quadrant_of(Action(impact=0, effort=0)) == "small"


@pytest.mark.parametrize("count", [4, 5, 8])
def test_nodes_stand_on_the_ring(count):
    for node in ring(count):
        reach = ((node.x - MIDDLE) ** 2 + (node.y - MIDDLE) ** 2) ** 0.5
        assert reach == pytest.approx(RADIUS, abs=0.2)


def test_jumps_from_one_stage_do_not_lie_on_each_other():
    jumps = [Jump(stage=stage) for stage in STAGES for _ in range(3)]
    leaps = loop.leaps(Continuum(jumps=jumps))
    assert len({leap.path for leap in leaps}) == len(jumps)
    assert len({(leap.x, leap.y) for leap in leaps}) == len(jumps)


def test_jumps_stay_inside_the_drawing():
    leaps = loop.leaps(Continuum(jumps=[Jump(stage=stage) for stage in STAGES for _ in range(3)]))
    top = loop.top_of(leaps)
    for leap in leaps:
        assert 11 <= leap.x <= loop.WIDTH - 11
        assert top + 11 <= leap.y <= loop.BOTTOM - 11


def test_a_jump_without_a_stage_is_told_but_not_drawn():
    leaps = loop.leaps(Continuum(jumps=[Jump(), Jump(stage="use")]))
    assert [leap.number for leap in leaps] == [2]


def test_paths_hold_numbers_only():
    leaps = loop.leaps(Continuum(jumps=[Jump(stage=stage) for stage in STAGES]))
    for path in [leap.path for leap in leaps] + [spot.arrow for spot in loop.spots()]:
        assert re.fullmatch(r"[MCAL0-9e .+-]+", path)


def test_a_difference_that_rounds_to_nothing_has_no_sign():
    assert signed(-0.001, "en") == "0"


def test_a_margin_has_the_digits_that_mean_anything():
    assert [margin(value, "it") for value in (123.4, 8.46, 0.2249)] == ["123", "8,5", "0,22"]
