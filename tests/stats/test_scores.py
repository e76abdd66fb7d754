"""NPS, CSAT, CES and means: against other implementations, and where there is little to go on."""

import decimal
from collections import Counter
from math import sqrt

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.weightstats import DescrStatsW

from cxkit import ces, csat, nps, score_mean
from cxkit.stats import Base, ScoreCounts

SCORES = st.lists(st.integers(0, 10), min_size=1, max_size=200)
SHARES = {"csat": lambda scores: csat(scores, scale=(0, 10)), "nps": nps}


def keys(score):
    return [note.key for note in score.warnings]


def test_nps_of_a_survey_counted_by_hand():
    score = nps([10] * 50 + [8] * 30 + [3] * 20)
    assert score.estimate == pytest.approx(30)
    # p₊ + p₋ − NPS² = 0.5 + 0.2 − 0.09 = 0.61
    assert score.se == pytest.approx(100 * sqrt(0.61 / 100))
    # With ¾, 1½ and ¾ added: (50.75 − 20.75)/103, and (50.75 + 20.75)/103 − that squared.
    middle, spread = 30 / 103, sqrt((71.5 / 103 - (30 / 103) ** 2) / 103)
    assert (score.low, score.high) == pytest.approx(
        (100 * (middle - 1.959964 * spread), 100 * (middle + 1.959964 * spread)), abs=1e-4
    )


@pytest.mark.parametrize(("answer", "figure"), [(6, -100), (7, 0), (8, 0), (9, 100)])
def test_borders_of_the_nps_groups(answer, figure):
    assert nps([answer]).estimate == figure


@pytest.mark.parametrize(("hits", "n"), [(0, 10), (1, 10), (10, 10), (81, 263), (50, 1000)])
@pytest.mark.parametrize(("ours", "theirs"), [("wilson", "wilson"), ("exact", "beta")])
def test_share_has_the_interval_of_statsmodels(hits, n, ours, theirs):
    score = csat([5] * hits + [1] * (n - hits), scale=5, interval=ours)
    expected = proportion_confint(hits, n, method=theirs)
    assert (score.low, score.high) == pytest.approx(expected, abs=1e-9)


def test_mean_has_the_interval_of_scipy():
    answers = np.random.default_rng(3).integers(1, 8, 57)
    score = score_mean(answers)
    mean, se = answers.mean(), stats.sem(answers)
    assert (score.estimate, score.se) == pytest.approx((mean, se))
    assert (score.low, score.high) == pytest.approx(stats.t.interval(0.95, 56, mean, se))


def test_weights_give_the_linearised_error_and_kishs_base():
    answers, weights = np.array([10, 9, 8, 3, 6]), np.array([1.0, 2.5, 0.5, 1.0, 3.0])
    value = np.array([1, 1, 0, -1, -1])
    score = nps(answers, weights=weights)
    mean = np.average(value, weights=weights)
    assert score.estimate == pytest.approx(100 * mean)
    error = np.sqrt((weights**2 * (value - mean) ** 2).sum()) / weights.sum()
    assert score.se == pytest.approx(100 * error)
    assert score.n_eff == pytest.approx(weights.sum() ** 2 / (weights**2).sum())
    assert score.n == 5


def test_weighted_mean_is_that_of_statsmodels():
    answers, weights = [8, 5, 9, 10, 2], [1, 2, 0.5, 4, 0.1]
    assert score_mean(answers, weights=weights).estimate == pytest.approx(
        DescrStatsW(answers, weights).mean
    )


@pytest.mark.parametrize("measure", [nps, score_mean])
def test_equal_weights_change_nothing_but_the_words(measure):
    answers = [10, 9, 8, 3, 6, 7]
    plain, weighed = measure(answers), measure(answers, weights=[0.3] * 6)
    for name in ("estimate", "low", "high", "se", "n_eff"):
        assert getattr(weighed, name) == pytest.approx(getattr(plain, name))


def test_ces_says_which_of_its_two_figures_it_is():
    mean, share = ces([7, 6, 5, 4]), ces([7, 6, 5, 4], figure="share")
    assert (mean.figure, mean.estimate, mean.second.figure) == ("mean", 5.5, "share")
    assert (share.figure, share.estimate, share.second.estimate) == ("share", 0.75, 5.5)


def test_csat_takes_another_box_and_says_which_scale_it_guessed():
    assert csat([5, 4, 3, 1], box=1, scale="1-5").estimate == 0.25
    guessed = csat([6, 2])
    assert (guessed.scale, keys(guessed)) == ((1, 7), ["scale-guessed", "few"])


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: nps([10, 11]), "“nps” takes scores from 0 to 10; the answers hold 11"),
        (lambda: nps([-1]), "hold -1"),
        (lambda: nps([8.5]), "whole scores; the answers hold 8.5"),
        (lambda: nps([9, 99]), r"missing=\[99\]"),
        (lambda: csat([0, 5], scale=5), "“csat” takes scores from 1 to 5; the answers hold 0"),
        (lambda: csat([11]), "from 1 to 10"),
        (lambda: csat([4], scale=5, box=5), "use 1 to 4"),
        (lambda: csat([4], scale="five"), "“five” is no scale"),
        (lambda: ces([8]), "from 1 to 7"),
        (lambda: ces([5], figure="top"), "not “top”"),
        (lambda: score_mean(["good"]), "“good” is not a score"),
        (lambda: nps([True]), "yes or no"),
        (lambda: score_mean([float("inf")]), "“inf” is not a score"),
        (lambda: nps([[9]]), "is not a score"),
        (lambda: nps("9"), "one thing and not a list"),
        (lambda: nps(7), "one thing and not a list"),
        (lambda: nps(pd.DataFrame({"a": [1]})), "one column"),
        (lambda: nps(np.ones((2, 2))), "one column"),
        (lambda: nps([9], weights=[1, 2]), "2 weights for 1 answers"),
        (lambda: nps([9, 8], weights=[1, -2]), "-2.0 is no weight"),
        (lambda: nps([9, 8], weights=[1, None]), "has no weight"),
        (lambda: nps([9], weights=["much"]), "no number"),
        (lambda: nps([9], confidence=95), "confidence of 95"),
        (lambda: nps([9], interval="wilson"), "no interval “wilson”"),
        (lambda: nps({9: -1}), "no count of answers"),
        (lambda: nps({9: 3}, weights=[1]), "Weights belong into the counting"),
    ],
)
def test_what_cannot_be_counted_is_refused_with_a_next_step(call, says):
    with pytest.raises(ValueError, match=says):
        call()


def test_refusals_speak_the_language_of_the_page(monkeypatch):
    monkeypatch.setenv("CXKIT_LANG", "it")
    with pytest.raises(ValueError, match="da 0 a 10"):
        nps([12])


@pytest.mark.parametrize("answers", [[], [None], [float("nan"), ""]])
def test_without_answers_there_is_no_figure(answers):
    for measure in (nps, csat, ces, score_mean):
        score = measure(answers)
        assert (score.estimate, score.low, score.high, score.n) == (None, None, None, 0)
        assert score.missing == len(answers)
        assert keys(score)[-1] == "no-answers"


def test_weights_of_zero_give_no_figure():
    score = nps([10, 3], weights=[0, 0])
    assert (score.estimate, score.n, score.n_eff, keys(score)) == (None, 2, 0, ["zero-weights"])


def test_one_answer_has_a_wide_interval_or_none():
    assert nps([10]).low < 0 < nps([10]).high == 100
    assert (score_mean([8]).low, score_mean([8]).se) == (None, None)
    assert "one-answer" in keys(score_mean([8]))


def test_one_answer_that_has_all_the_weight_is_one_answer():
    score = score_mean([8, 3], weights=[1, 0])
    assert (score.estimate, score.low) == (8, None)
    assert "one-answer" in keys(score)


def test_all_in_one_class_still_has_an_interval():
    score = nps([10] * 40)
    assert (score.estimate, score.high) == (100, 100)
    assert 80 < score.low < 100
    assert keys(score_mean([8] * 40)) == ["one-score"]


def test_missing_answers_are_counted_apart_and_codes_when_asked():
    score = nps([10, None, "", " ", "n/a", 99, "refused"], missing=[99, "refused"])
    assert (score.n, score.missing, score.estimate) == (1, 6, 100)


def test_small_bases_are_told():
    assert keys(nps([9] * 4)) == ["few"]
    assert keys(nps([9] * 29)) == ["small-base"]
    assert keys(nps([9] * 30)) == []
    assert keys(nps([9] * 30, base=Base(publish=50))) == ["small-base"]


def test_a_nought_that_nobody_chose_is_told():
    assert keys(nps(list(range(1, 11)) * 30)) == ["no-zero"]
    assert keys(nps(list(range(11)) * 30)) == []


def test_uneven_weights_are_told():
    score = nps([9] * 50, weights=[100] + [1] * 49)
    assert keys(score) == ["uneven-weights"]


ANSWERS = [10, 9, 8, 8, 7, 3, 0, 10]
FORMS = {
    "list": ANSWERS,
    "tuple": tuple(ANSWERS),
    "generator": ANSWERS,
    "texts": [f"{one},0" for one in ANSWERS],
    "decimals": [decimal.Decimal(one) for one in ANSWERS],
    "mapping": Counter(ANSWERS),
    "int8": np.array(ANSWERS, dtype="int8"),
    "uint64": np.array(ANSWERS, dtype="uint64"),
    "float": np.array(ANSWERS, dtype="float32"),
    "objects": np.array(ANSWERS, dtype=object),
    "pandas": pd.Series(ANSWERS),
    "pandas Int64": pd.Series(ANSWERS, dtype="Int64"),
    "pandas arrow": pd.Series(ANSWERS, dtype="int8[pyarrow]"),
    "pandas category": pd.Series(ANSWERS, dtype="category"),
    "pandas text": pd.Series([str(one) for one in ANSWERS], dtype="category"),
    "polars": pl.Series(ANSWERS),
    "polars category": pl.Series([str(one) for one in ANSWERS]).cast(pl.Categorical),
    "arrow": pa.chunked_array([ANSWERS[:3], ANSWERS[3:]]),
    "arrow array": pa.array(ANSWERS),
    "counts": ScoreCounts.from_pairs(Counter(ANSWERS)),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_kind_of_container_does_not_matter(form):
    data = (one for one in ANSWERS) if form == "generator" else FORMS[form]
    assert nps(data) == nps(ANSWERS)


@pytest.mark.parametrize(
    "data",
    [
        [9, None, 3],
        np.array([9, np.nan, 3]),
        pd.Series([9, None, 3], dtype="Int64"),
        pd.Series([9, pd.NA, 3], dtype=object),
        pl.Series([9, None, 3]),
        pa.chunked_array([[9, None, 3]]),
    ],
)
def test_missing_answers_are_missing_in_every_container(data):
    assert (nps(data).n, nps(data).missing) == (2, 1)


@given(SCORES, st.randoms())
def test_order_does_not_matter(scores, chance):
    mixed = list(scores)
    chance.shuffle(mixed)
    assert nps(mixed) == nps(scores)


@pytest.mark.parametrize("name", SHARES)
@given(scores=SCORES, confidence=st.floats(0.5, 0.999))
def test_interval_holds_its_estimate_and_stays_on_the_scale(name, scores, confidence):
    measure = nps if name == "nps" else lambda data, **more: csat(data, scale=(0, 10), **more)
    least, most = (-100, 100) if name == "nps" else (0, 1)
    score = measure(scores, confidence=confidence)
    assert least <= score.low <= score.estimate <= score.high <= most


@given(SCORES)
def test_turning_the_scale_round_turns_the_nps_round(scores):
    turned = [{9: 6, 10: 0, 7: 7, 8: 8}.get(one, 9) for one in scores]
    one, other = nps(scores), nps(turned)
    assert (one.estimate, one.low, one.high) == pytest.approx(
        (-other.estimate, -other.high, -other.low)
    )


@given(SCORES, st.integers(2, 50))
def test_more_of_the_same_answers_make_the_interval_narrower(scores, times):
    one, many = nps(scores), nps(scores * times)
    assert many.estimate == pytest.approx(one.estimate)
    assert many.high - many.low <= one.high - one.low + 1e-9


@given(SCORES, st.data())
def test_effective_number_is_at_most_the_number(scores, data):
    weight = st.floats(0.01, 100)
    weights = data.draw(st.lists(weight, min_size=len(scores), max_size=len(scores)))
    score = nps(scores, weights=weights)
    assert 0 < score.n_eff <= score.n + 1e-9
    assert score.low <= score.estimate <= score.high


def test_result_is_plain_data_when_asked():
    plain = csat([5, 4, None], scale=5).to_dict()
    assert plain["distribution"][-1] == {"score": 5, "n": 1, "share": 0.5}
    assert plain["warnings"] == [{"key": "few", "n": 2, "least": 5}]
    assert plain["second"]["estimate"] == 4.5
