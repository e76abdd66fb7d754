"""What the desk says of the bank's invented answers: what was planted, and nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from cxkit.language import LANGS
from cxkit.resources import samples
from cxkit.survey.desk import PANELS
from cxkit.survey.errors import SurveyError
from cxkit.survey.figures import group_lines, wave_lines
from cxkit.survey.panels import panel_of
from tests.survey.bank import bank, desk

TRUTHS = json.loads((samples() / "bank_truths.json").read_text(encoding="utf-8"))


def test_real_changes_are_found_and_a_false_trend_is_not() -> None:
    mapping, _profile, counted = bank()
    lines = {line.question.column: line for line in wave_lines(counted, mapping.used())}
    assert lines["tp_internet"].drift.verdict == "up"
    assert lines["servizio_tempi"].drift.verdict == "down"
    assert lines["servizio_orari"].drift.verdict == "open"


def test_the_begged_wave_rises_and_falls_again() -> None:
    mapping, _profile, counted = bank()
    (line,) = wave_lines(counted, [mapping.question("raccomanda")])
    assert line.reading("2014").change.verdict == "up"
    assert line.reading("2015").change.verdict == "down"
    assert line.drift.verdict == "open"


def test_a_scale_from_one_gives_no_nps() -> None:
    mapping, _profile, counted = bank()
    (line,) = wave_lines(counted, [mapping.question("consiglia_filiale")])
    assert line.question.is_stopped
    assert all(one.value is None for one in line.readings)


def test_small_groups_make_no_claim_and_the_smallest_are_withheld() -> None:
    mapping, _profile, counted = bank()
    for wave in counted.waves:
        for _name, line in group_lines(counted, mapping.outcome(), mapping.segments, wave):
            for one in line.readings:
                assert one.value is None or one.n >= 5
                assert one.change is None or one.n >= 30 or one.change.verdict == "unknown"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PANELS)
def test_every_panel_says_what_it_does_not_say(name: str, lang: str) -> None:
    found = panel_of(desk(lang=lang), name)
    assert found.says
    assert found.limits
    assert not re.search(r"[{}]|\bp\s*[<=]|signific", " ".join((*found.says, *found.limits)))


def test_a_claim_of_change_carries_interval_and_base() -> None:
    says = panel_of(desk(), "waves").says
    told = [words for words in says if "answers)" in words]
    assert told
    assert all("95% interval" in words for words in told)


def test_what_changed_is_named_with_interval_and_base() -> None:
    [words] = [one for one in panel_of(desk(), "touchpoints").says if "these changed" in one]
    named = words.partition("explains: ")[2].split("), ")
    assert len(named) == len(re.findall(r"95% interval .+? to .+?; [\d,]+ answers", words)) > 1


def test_a_lead_over_others_names_their_base() -> None:
    ahead = [one for one in panel_of(desk(), "rivals").says if one.startswith("Ahead")]
    assert ahead
    assert all("answers about them" in one for one in ahead)


def test_importance_keeps_the_minimum_base() -> None:
    whole = desk(lang="it")
    people = whole.counted.people
    assert people is not None
    small = replace(
        whole, counted=replace(whole.counted, people=people[people["wave"] == "2015"].head(29))
    )
    with pytest.raises(SurveyError):
        small.importance()
    [says] = panel_of(small, "drivers").says
    assert "da 30 in su" in says


def test_the_drivers_that_were_planted_lead() -> None:
    found = desk().importance()
    assert found is not None
    planted = set(TRUTHS["drivers_of_soddisfazione"][:3])
    assert planted <= {question.column for question, _share, _other in found.rows[:4]}


def test_nothing_below_thirty_answers_is_handed_over() -> None:
    for gap in panel_of(desk(), "touchpoints").gaps:
        assert gap.now.n >= 30
        assert gap.before is None or gap.before.n >= 30
