"""What may be said of figures: breaks, chance, quadrants, verdicts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.core.axis import axis_of
from cxkit.waves import Integrity
from cxkit.waves.fitness import fitness_of
from cxkit.waves.quadrants import grid_of
from cxkit.waves.rivals import rivalries_of
from cxkit.waves.series import series_of
from tests.waves.answers import (
    PLAN,
    benchmark,
    context_of,
    driver,
    integrity,
    rival,
    strengths,
    wave,
    waves,
)


def verdicts(*them):
    answer = waves(*them)
    return [one.verdict for whole in series_of(answer, context_of(answer))
            for one in whole.readings]  # fmt: skip


def test_a_step_beyond_chance_is_told_from_one_within():
    assert verdicts(wave(2023, 10, 5), wave(2024, 12, 5), wave(2025, 40, 5)) == ["", "open", "up"]


def test_many_steps_need_more_than_one_alone():
    step = (wave(2014, 10, 5), wave(2015, 18, 5))
    assert verdicts(*step) == ["", "up"]
    flat = tuple(wave(year, 18, 5) for year in range(2016, 2024))
    assert "up" not in verdicts(*step, *flat)


@pytest.mark.parametrize(
    "change",
    [
        {"method": "web"},
        {"scale": "1-10"},
        {"figure": "mean", "value": 8},
        {"population": "Chi ha un mutuo"},
        {"changed": ["wording"]},
        {"changed": ["season"]},
    ],
)
def test_nothing_is_said_across_a_break(change):
    assert verdicts(wave(2024, 0, 2), wave(2025, **{"value": 60, "margin": 2, **change})) == [
        "",
        "broken",
    ]


def test_the_same_people_written_otherwise_are_the_same():
    assert verdicts(wave(2024), wave(2025, population="clienti PRIVATI")) == ["", "open"]


def test_a_withheld_wave_is_compared_with_nothing():
    assert verdicts(wave(2023), wave(2024, n=12), wave(2025)) == ["", "withheld", "withheld"]


def test_waves_of_one_kpi_make_one_series_whatever_they_are_called():
    answer = waves(wave(2024, kpi="k", measure="A"), wave(2025, kpi="k", measure="B"))
    (series,) = series_of(answer, context_of(answer, PLAN))
    assert (series.name, len(series.readings)) == ("NPS", 2)


def test_waves_stand_in_the_order_of_their_days():
    answer = waves(wave(2025), wave(2023), wave(2024))
    (series,) = series_of(answer, context_of(answer))
    assert [one.wave.name for one in series.readings] == ["2023", "2024", "2025"]


@pytest.mark.parametrize("cut", ["midpoint", "mean", "median"])
def test_an_interval_across_the_cut_belongs_to_no_quadrant(cut):
    even = [driver("a", 50, 5.4), driver("b", 50, 5.5), driver("c", 50, 5.6)]
    assert {point.quadrant for point in grid_of(strengths(*even, cut=cut)).points} == {"unsure"}


def test_the_cut_decides_what_is_weak():
    good = [driver("a", 80, 7), driver("b", 70, 9), driver("c", 40, 9)]
    assert grid_of(strengths(*good, cut="midpoint")).quadrant_of("a") == "keep"
    assert grid_of(strengths(*good, cut="mean")).quadrant_of("a") == "improve"


def test_another_scale_stays_off_the_map_and_does_not_move_the_cut():
    alone = grid_of(strengths(driver("a"), driver("b", 40, 4), cut="mean"))
    mixed = strengths(driver("a"), driver("b", 40, 4), driver("c", 1, 5, scale="1-5"), cut="mean")
    assert grid_of(mixed).performance_cut == alone.performance_cut
    assert [(one.id, reason) for one, reason in grid_of(mixed).left] == [("c", "scale")]


def test_comparisons_are_corrected_together():
    ours = waves(wave(value=30, margin=5))
    near = rival("a", 22.5, theirs_margin=5)
    (alone,) = rivalries_of(benchmark(near), context_of(ours))
    crowd = [rival(f"r{n}", 30, theirs_margin=5) for n in range(9)]
    first, *_ = rivalries_of(benchmark(near, *crowd), context_of(ours))
    assert (alone.outcome, first.outcome) == ("us", "open")


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Integrity(), "open"),
        (integrity(), "fit"),
        (integrity(evidence=""), "open"),
        (integrity({"breaks": "doubt"}), "care"),
        (integrity(flat=12), "care"),
        (integrity(paid="team"), "care"),
        (integrity({"breaks": "fault"}), "unfit"),
        (integrity(flat=20), "unfit"),
        (integrity(invitation="L'unico voto buono è 10"), "unfit"),
    ],
)
def test_verdict(answer, outcome):
    assert fitness_of(answer, context_of(waves(wave(2024), wave(2025)))).outcome == outcome


@pytest.mark.parametrize("now", [wave(margin=None), wave(n=None), wave(figure="")])
def test_a_figure_that_is_half_known_asks_for_care(now):
    assert fitness_of(integrity(), context_of(waves(now))).outcome == "care"


def test_nothing_is_fit_before_a_wave_is_named():
    assert fitness_of(integrity(), context_of()).outcome == "open"


@pytest.mark.parametrize(
    "now", [wave(scale="1-10"), wave(scale="1-5"), wave(value=200), wave(n=29)]
)
def test_no_good_opinion_saves_a_figure_that_is_none(now):
    fitness = fitness_of(integrity(), context_of(waves(now)))
    assert fitness.outcome == "unfit"
    assert fitness.is_stopped


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=20))
def test_axis_holds_all_values_between_its_ends(values):
    axis = axis_of(values, (-100, 100))
    assert axis.ticks[0] <= min(values) + 1e-6
    assert axis.ticks[-1] >= max(values) - 1e-6
    assert 2 <= len(axis.ticks) <= 6
