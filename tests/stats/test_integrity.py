"""Is this survey fit to decide on? Each fault, put into a clean survey, is found and named."""

from __future__ import annotations

import dataclasses
import json
from string import Formatter

import numpy as np
import pandas as pd
import polars as pl
import pytest

from cxkit.language import LANGS
from cxkit.resources import samples
from cxkit.stats import Fieldwork, Finding, Findings, Survey, SurveyItem, integrity
from cxkit.stats.finding_words import WORDS
from tests.stats.surveys import INVITATION, RATED, WAVES, clean_answers, clean_survey


def found(frame, survey: Survey | None = None) -> dict[str, object]:
    return {one.key: one for one in integrity(frame, survey or clean_survey())}


def with_waves(*changed: Fieldwork) -> Survey:
    told = {one.wave: one for one in changed}
    plain = (Fieldwork(year, "phone", "random", 1200, INVITATION) for year in WAVES)
    return clean_survey(waves=tuple(told.get(one.wave, one) for one in plain))


def test_a_clean_survey_is_fit() -> None:
    result = integrity(clean_answers(), clean_survey())
    assert [one.says("en") for one in result] == []
    assert (result.outcome, result.n, dict(result.unseen)) == ("fit", 1600, {})


def test_a_scale_of_one_to_ten_is_no_nps() -> None:
    frame = clean_answers().assign(advice=lambda one: one["advice"].clip(lower=1))
    survey = clean_survey(items=(SurveyItem("advice", 1, 10, "nps"),))
    result = integrity(frame, survey)
    assert result[0].key == "nps-scale"
    assert result[0].severity == "stop"
    assert result.is_stopped("advice")
    assert result.outcome == "unfit"


def test_zeros_that_are_missing_where_ones_are_many_are_missed() -> None:
    frame = clean_answers().assign(advice=lambda one: one["advice"].clip(lower=1))
    assert found(frame)["nps-no-zero"].severity == "fault"


def test_happy_customers_without_zeros_are_no_fault() -> None:
    frame = clean_answers(level=8.4, n=200).assign(advice=lambda one: one["advice"].clip(lower=5))
    assert not {"nps-no-zero", "no-zero"} & set(found(frame))


def test_among_many_answers_a_missing_zero_is_a_doubt() -> None:
    frame = clean_answers(level=8.4, n=300).assign(advice=lambda one: one["advice"].clip(lower=5))
    assert found(frame)["no-zero"].severity == "doubt"


def test_one_wave_asked_from_one_is_named() -> None:
    frame = clean_answers(level=4.0)
    frame.loc[frame["year"] == 2021, "advice"] = frame["advice"].clip(lower=1)
    assert found(frame)["no-zero-in-wave"].waves == (2021,)


@pytest.mark.parametrize("code", [0, 11, 99, -1])
def test_values_outside_the_scale_stop_the_figure_until_somebody_says_what_they_are(code) -> None:
    frame = clean_answers()
    frame.loc[:7, "q3"] = code
    finding = found(frame)["outside-scale"]
    assert (finding.severity, finding.item) == ("stop", "q3")
    assert finding.values["n"] == 8
    assert finding.values["seen"] == str(code)
    assert "outside-scale" not in found(frame, clean_survey(missing=(code,)))


def test_a_code_declared_for_one_question_is_none_for_another() -> None:
    frame = clean_answers()
    frame.loc[:7, ["q3", "q4"]] = 99
    items = tuple(SurveyItem(name, 1, 10, missing=(99,) if name == "q3" else ()) for name in RATED)
    result = integrity(frame, clean_survey(items=items))
    assert [one.item for one in result if one.key == "outside-scale"] == ["q4"]


def test_averages_in_the_place_of_answers_are_named() -> None:
    frame = clean_answers()
    frame.loc[:3, "q5"] = 7.5
    assert found(frame)["not-whole"].values["n"] == 4


def test_a_column_of_words_is_set_aside_and_the_others_are_looked_at() -> None:
    frame = clean_answers().assign(q1="very good")
    frame.loc[:7, "q3"] = 99
    result = found(frame)
    assert result["not-numbers"].item == "q1"
    assert result["outside-scale"].item == "q3"


def test_answers_that_end_at_five_are_no_scale_to_ten() -> None:
    frame = clean_answers().assign(q2=lambda one: (one["q2"] / 2).round().clip(1, 5))
    finding = found(frame)["short-scale"]
    assert (finding.item, finding.values["top"]) == ("q2", 5)


@pytest.mark.parametrize(
    "words",
    [
        "Per noi l’unico voto buono è il 10.",
        "For us the only good score is 10",
        "Anything under 9 is a fail for us.",
        "Ci dia 10, mi raccomando!",
    ],
)
def test_begging_is_found_in_both_languages(words: str) -> None:
    survey = with_waves(Fieldwork(2021, "phone", "random", 1200, words))
    finding = found(clean_answers(), survey)["begging"]
    assert (finding.severity, finding.waves) == ("fault", (2021,))


@pytest.mark.parametrize(
    "words", ["It takes less than 10 minutes.", "Da 0 a 10, quanto ci consiglierebbe?"]
)
def test_an_innocent_invitation_is_no_begging(words: str) -> None:
    assert "begging" not in found(clean_answers(), clean_survey(invitations=(words,)))


def test_a_ceiling_is_named_with_its_waves() -> None:
    frame = clean_answers()
    frame.loc[(frame["year"] == 2022) & (np.arange(len(frame)) % 3 > 0), "q4"] = 10
    finding = found(frame)["ceiling"]
    assert (finding.item, finding.waves) == ("q4", (2022,))


def jumped(frame: pd.DataFrame, keep: float = 1.0) -> pd.DataFrame:
    """Let a third give the highest score in 2021, and keep a part of that wave."""
    there = frame["year"] == 2021
    frame.loc[there & (np.arange(len(frame)) % 3 == 0), "advice"] = 10
    return frame[~there | (np.arange(len(frame)) % 100 < 100 * keep)]


def test_a_jump_with_fewer_answers_is_a_fault() -> None:
    finding = found(jumped(clean_answers(), keep=0.7))["jump-with-drop"]
    assert (finding.item, finding.waves, finding.severity) == ("advice", (2021,), "fault")


def test_a_jump_with_a_lower_response_rate_is_a_fault() -> None:
    survey = with_waves(Fieldwork(2021, "phone", "random", 1700, INVITATION))
    assert "jump-with-drop" in found(jumped(clean_answers()), survey)


def test_a_jump_alone_is_a_doubt() -> None:
    result = found(jumped(clean_answers()))
    assert "jump-with-drop" not in result
    assert result["jump"].severity == "doubt"


def test_a_rise_that_all_questions_share_is_no_jump() -> None:
    frame = clean_answers()
    there = (frame["year"] == 2021) & (np.arange(len(frame)) % 3 == 0)
    frame.loc[there, ["advice", *RATED]] = 10
    assert not {"jump", "jump-with-drop"} & set(found(frame))


def test_units_that_gain_from_the_score_and_differ_are_named() -> None:
    frame = clean_answers()
    praised = (frame["year"] == 2022) & (frame["branch"] == "C") & (np.arange(len(frame)) % 2 == 0)
    frame.loc[praised, "advice"] = 10
    survey = with_waves(Fieldwork(2022, "phone", "random", 1200, INVITATION, rewarded=True))
    finding = found(frame, survey)["rewarded-units"]
    assert (finding.item, finding.waves, finding.values["highest"]) == ("advice", (2022,), "C")
    assert "rewarded-units" not in found(frame)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"channel": "web"}, "channel-changed"),
        ({"sampling": "panel"}, "sampling-changed"),
        ({"items": (SurveyItem("advice", 0, 5),)}, "scale-changed"),
    ],
)
def test_waves_held_differently_are_a_break(change: dict, key: str) -> None:
    plain = Fieldwork(2022, "phone", "random", 1200, INVITATION)
    frame = clean_answers()
    frame.loc[frame["year"] == 2022, "advice"] = (frame["advice"] / 2).round()
    result = found(frame, with_waves(dataclasses.replace(plain, **change)))
    assert result[key].waves == (2022,)


def test_new_words_for_a_question_are_a_break() -> None:
    items = (SurveyItem("advice", 0, 10, "nps", wording="Would you recommend us?"),)
    new = SurveyItem("advice", 0, 10, "nps", wording="Would you recommend our friendly bank?")
    waves = (*(Fieldwork(year) for year in WAVES[:3]), Fieldwork(2022, items=(new,)))
    result = found(clean_answers(), clean_survey(items=items, waves=waves))
    assert result["wording-changed"].waves == (2022,)


def test_other_people_answering_is_named() -> None:
    frame = clean_answers()
    older = (frame["year"] == 2022) & (np.arange(len(frame)) % 3 == 0)
    frame.loc[older, "age"] = "old"
    finding = found(frame)["mix-changed"]
    assert (finding.unit, finding.values["category"], finding.waves) == ("age", "old", (2022,))


def test_response_is_set_beside_what_it_was() -> None:
    survey = with_waves(Fieldwork(2022, "phone", "random", 2500, INVITATION))
    result = found(clean_answers(), survey)
    assert result["low-response"].values["share"] == 16
    assert result["response-fall"].values["before"] == 33


def test_small_bases_are_named() -> None:
    frame = clean_answers()
    frame.loc[(frame["year"] == 2020) & (frame.index % 20 > 0), "q7"] = np.nan
    finding = found(frame)["small-base"]
    assert (finding.item, finding.waves) == ("q7", (2020,))


def test_rules_that_could_not_be_applied_are_named_and_leave_it_open() -> None:
    survey = Survey.of({"advice": (0, 10)})
    result = integrity(clean_answers()[["advice"]], survey)
    assert result.outcome == "open"
    assert {"begging", "jumps", "speeders", "duplicates", "straight-liners"} <= set(result.unseen)
    assert not set(result.looked) & set(result.unseen)


@pytest.mark.parametrize("rows", [0, 1])
def test_hardly_any_rows_give_a_small_base_and_no_crash(rows: int) -> None:
    result = integrity(clean_answers().iloc[:rows], clean_survey())
    assert {one.key for one in result} - {"low-response"} == {"small-base-all"}


def test_nobody_answered() -> None:
    frame = clean_answers().assign(**dict.fromkeys(["advice", *RATED], np.nan))
    assert {one.key for one in integrity(frame, clean_survey())} == {"small-base-all"}


def test_engines_and_order_make_no_difference() -> None:
    frame = jumped(clean_answers(), keep=0.7)
    frame = pd.concat([frame, frame.iloc[:5]], ignore_index=True)
    whole = integrity(frame, clean_survey())
    for other in (frame.sample(frac=1, random_state=2), pl.from_pandas(frame).lazy(),
                  [frame.iloc[:700], frame.iloc[700:]]):  # fmt: skip
        told = integrity(other, clean_survey())
        assert [(one.key, one.item, one.waves, one.values) for one in told] == [
            (one.key, one.item, one.waves, one.values) for one in whole
        ]


def test_the_bank_holds_what_was_planted_and_little_else() -> None:
    bank = pd.read_parquet(samples() / "bank_waves.parquet")
    survey = json.loads((samples() / "bank_survey.json").read_text(encoding="utf-8"))
    truths = json.loads((samples() / "bank_truths.json").read_text(encoding="utf-8"))
    result = integrity(bank, survey)
    keys = {(one.key, one.item) for one in result}
    assert {key for key, _item in keys} == {
        "nps-scale", "begging", "jump-with-drop", "rewarded-units", "response-fall",
        "flat-interviewer", "speeders-interviewer", "speeders", "double-ids", "copies",
        "mix-changed",
    }  # fmt: skip
    assert ("nps-scale", "consiglia_filiale") in keys
    by_key = {one.key: one for one in result}
    assert by_key["begging"].waves == (truths["begged_wave"]["wave"],)
    assert by_key["flat-interviewer"].unit == truths["hurried_interviewer"]["interviewer"]
    assert set(by_key["copies"].cases) == set(truths["keyed_twice"].values())
    assert set(by_key["double-ids"].cases) == set(truths["sent_twice"])
    hurried = {one for one in truths["speeders"] if one.startswith("2011")}
    assert hurried <= set(by_key["speeders"].cases)
    assert result.is_stopped("consiglia_filiale")
    assert not result.is_stopped("raccomanda")


@pytest.mark.parametrize("key", WORDS)
def test_every_finding_says_evidence_effect_and_next_step_in_both_languages(key: str) -> None:
    words = WORDS[key]
    for text in words[1:]:
        assert text.strip()
    used = {name for text in words[1:] for _lead, name, *_ in Formatter().parse(text) if name}
    assert used <= VALUES[key] | {"item", "unit", "waves"}
    finding = Finding(key, "doubt", "q", "u", (2020,), dict.fromkeys(VALUES[key], 1))
    assert {finding.says(lang) for lang in LANGS} != {finding.says("en")}


JUMP = {"before", "now", "rise", "low", "high", "n", "n_before", "others"}
VALUES: dict[str, set[str]] = {
    "nps-scale": {"low", "high"}, "nps-no-zero": {"n", "ones", "twos"}, "no-zero": {"n"},
    "no-zero-in-wave": {"n", "expected"}, "outside-scale": {"n", "low", "high", "seen"},
    "not-whole": {"n", "seen"}, "not-numbers": {"reason"},
    "short-scale": {"n", "top", "low", "high"}, "begging": {"seen"}, "ceiling": {"share", "n"},
    "ceiling-all": {"share", "n"}, "jump": JUMP,
    "jump-with-drop": JUMP,
    "rewarded-units": {"least", "lowest", "n_least", "most", "highest", "n_most"},
    "flat": {"n", "base", "share", "items"}, "flat-interviewer": {"n", "base", "share", "rest"},
    "speeders": {"n", "base", "limit", "median", "expected"},
    "speeders-interviewer": {"n", "base", "share", "rest"}, "double-ids": {"n"},
    "copies": {"n", "expected"}, "scale-changed": {"before", "now", "earlier"},
    "wording-changed": set(), "channel-changed": {"now", "before"},
    "sampling-changed": {"now", "before"},
    "mix-changed": {"category", "earlier", "before", "now", "n", "n_before"},
    "low-response": {"share", "n", "invited"}, "response-fall": {"share", "before"},
    "small-base": {"least"}, "small-base-all": {"least", "n"},
}  # fmt: skip


def test_findings_come_as_a_table_and_as_plain_data() -> None:
    frame = clean_answers()
    frame.loc[:7, "q3"] = 99
    result = integrity(frame, clean_survey())
    table = result.to_frame("it")
    assert table.loc[0, "says"].startswith("2019: «q3» contiene 8 valori fuori")
    assert json.loads(json.dumps(result.to_dict()))["found"][0]["key"] == "outside-scale"
    assert isinstance(result, Findings)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: Survey(()), "no question"),
        (lambda: Survey.of({"a": (5, 1)}), "lowest score comes first"),
        (lambda: Survey((SurveyItem("a"), SurveyItem("a"))), "stands twice"),
        (lambda: SurveyItem("a", 1, 5, "happiness"), "none of"),
        (lambda: Survey.from_dict({"items": [{"name": "a", "scale": 5}]}), "no “scale”"),
    ],
)
def test_a_survey_that_makes_no_sense_is_refused_in_plain_words(make, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        make()
