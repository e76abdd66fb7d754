"""Gaps of a cycle: how far a figure has come, how far it is from its target, what chance may do."""

from __future__ import annotations

import json
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.stats import ScoreCounts, compare, csat, gaps, nps, score_mean, scores_by
from cxkit.stats.distance import corrected, distance

figures = st.floats(-1000, 1000).map(lambda value: round(value, 2))
margins = st.floats(0, 100).map(lambda value: round(value, 2))
ways = st.sampled_from(["higher", "lower"])


def scores(promoters: int, passives: int, detractors: int):
    return nps({10: promoters, 8: passives, 3: detractors})


@given(figures, figures, margins, margins, ways)
def test_a_change_is_larger_than_noise_exactly_beyond_the_joint_margin(now, before, m1, m2, way):
    found = distance(now, before, way, (m1, m2), (100, 100))
    assert (found.verdict == "larger") == (abs(round(now - before, 9)) > hypot(m1, m2))


@given(figures, figures, margins, ways)
def test_better_and_worse_swap_with_the_direction(now, before, m, way):
    other = "lower" if way == "higher" else "higher"
    one = distance(now, before, way, (m, m), (100, 100))
    two = distance(now, before, other, (m, m), (100, 100))
    assert (one.is_better, one.is_worse) == (two.is_worse, two.is_better)


@given(st.lists(st.tuples(figures, figures, margins), max_size=12))
def test_looking_at_more_gaps_never_makes_one_larger_than_noise(drawn) -> None:
    alone = [distance(now, before, "higher", (m, m), (90, 90)) for now, before, m in drawn]
    together = corrected(alone)
    for one, other in zip(alone, together, strict=True):
        assert other.value == one.value
        assert other.p_adjusted >= one.p_value
        assert one.verdict in ("larger", other.verdict)


def test_written_figures_are_judged_by_their_joint_margin() -> None:
    found = gaps({"desk": (58, 6, 190), "app": (64, 5, 200)},
                 {"desk": (47, 6, 210), "app": (66, 5, 205)})  # fmt: skip
    assert found["desk"].change.value == -11
    assert found["desk"].change.margin == pytest.approx(hypot(6, 6))
    assert [row.label for row in found.calling] == ["desk"]
    assert found["app"].change.verdict == "within"
    assert found["desk"].way is None


def test_scores_are_compared_as_scores_are() -> None:
    before, now = scores(150, 100, 50), scores(110, 100, 90)
    change = gaps({"desk": before}, {"desk": now})["desk"].change
    known = compare(now, before)
    assert (change.value, change.low, change.high) == (known.estimate, known.low, known.high)
    assert change.p_value == known.p_value
    assert change.is_worse


def test_a_target_outside_the_interval_of_a_share_is_not_reached() -> None:
    share = csat({5: 93, 3: 7}, scale=(1, 5))
    assert share.high - share.estimate < share.estimate - share.low
    near = gaps({}, {"ease": share}, {"ease": share.high - 0.001})["ease"]
    far = gaps({}, {"ease": share}, {"ease": share.high + 0.001})["ease"]
    assert (near.way.verdict, far.way.verdict) == ("within", "larger")
    assert (near.calls, far.calls) == (False, True)
    assert far.way.high == pytest.approx(-0.001)


def test_among_many_gaps_one_just_beyond_its_margin_is_left_in_peace() -> None:
    before = {"desk": (50, 6, 200), **{f"other {place}": (50, 6, 200) for place in range(9)}}
    now = {**before, "desk": (59, 6, 200)}
    alone = gaps({"desk": before["desk"]}, {"desk": now["desk"]})["desk"].change
    among = gaps(before, now)["desk"].change
    assert alone.is_better
    assert (among.verdict, among.reason) == ("within", "many")
    assert among.p_adjusted == pytest.approx(10 * alone.p_value)


@pytest.mark.parametrize(
    ("before", "now", "reason"),
    [
        ((50, 6, 29), (80, 6, 200), "small-base"),
        ((50, 6, None), (80, 6, 200), "no-base"),
        ((50, None, 200), (80, 6, 200), "no-margin"),
        (scores(10, 5, 5), scores(20, 10, 90), "small-base"),
        (score_mean([5] * 50), score_mean([4] * 50), "no-margin"),
    ],
)
def test_nothing_is_claimed_without_base_and_interval(before, now, reason: str) -> None:
    row = gaps({"desk": before}, {"desk": now})["desk"]
    assert (row.change.verdict, row.change.reason) == ("unknown", reason)
    assert not row.calls


def test_a_waiting_time_that_falls_is_better() -> None:
    found = gaps({"wait": (10, 1, 90)}, {"wait": (6, 1, 90)}, 4, better={"wait": "lower"})["wait"]
    assert found.change.is_better
    assert found.way.is_worse


def test_a_figure_that_is_gone_is_a_gap_without_one() -> None:
    row = gaps({"desk": (50, 6, 200)}, {"desk": None})["desk"]
    assert (row.now, row.change, row.way, row.calls) == (None, None, None, False)


def test_counts_and_tables_give_what_their_scores_give() -> None:
    def counts(wave: int) -> ScoreCounts:
        return sum(
            (ScoreCounts.from_pairs({10: 60 - wave * 20, 8: 40, 3: 20 + wave * 20}, item=item)
             for item in ("desk", "app")),
        )  # fmt: skip

    by_counts = gaps(counts(0), counts(1), measure="nps")
    by_tables = gaps(scores_by(counts(0), "item"), scores_by(counts(1), "item"))
    one = gaps({name: scores(60, 40, 20) for name in ("app", "desk")},
               {name: scores(40, 40, 40) for name in ("app", "desk")})  # fmt: skip
    assert by_counts.to_dict() == by_tables.to_dict() == one.to_dict()
    with pytest.raises(ValueError, match="Say what to compute"):
        gaps(counts(0), counts(1))


def test_groups_too_small_to_be_shown_have_no_gap() -> None:
    small = ScoreCounts.from_pairs({10: 3}, item="desk")
    large = ScoreCounts.from_pairs({10: 300, 3: 40}, item="desk")
    row = gaps(large, small, measure="nps")["desk"]
    assert (row.now, row.n, row.change) == (None, None, None)


def test_gaps_come_as_a_table_and_as_plain_data() -> None:
    found = gaps({"desk": (58, 6, 190)}, {"desk": (47, 6, 210)}, 70)
    assert found.to_frame().loc[0, "change_verdict"] == "larger"
    assert json.loads(json.dumps(found.to_dict()))["rows"][0]["calls"] is True
    with pytest.raises(KeyError):
        found["app"]


def test_a_figure_that_is_none_is_refused_in_plain_words() -> None:
    with pytest.raises(ValueError, match="“desk” has the figure 47"):
        gaps({}, {"desk": 47})


def test_two_scales_are_not_compared() -> None:
    with pytest.raises(ValueError, match="like"):
        gaps({"a": csat([3, 4] * 30, scale=(1, 5))}, {"a": csat([3, 4] * 30, scale=(1, 7))})
