"""How often clean surveys raise an alarm: hardly ever, whatever they are made of."""

from __future__ import annotations

import numpy as np
import pytest

from cxkit.stats import SurveyItem, integrity
from tests.stats.surveys import RATED, clean_answers, clean_survey

TIMES = 25


def five_steps(frame):
    """The same answers on a scale of five steps, where agreement is common."""
    half = {name: np.ceil(frame[name] / 2) for name in RATED}
    return frame.assign(**half)


@pytest.mark.parametrize("level", [6.0, 7.3, 8.2])
def test_clean_surveys_of_ten_steps_raise_hardly_any_alarm(level: float) -> None:
    found = [list(integrity(clean_answers(seed, 250, level), clean_survey(waves=())))
             for seed in range(TIMES)]  # fmt: skip
    alarms = [one for one in found if one]
    assert len(alarms) <= TIMES // 20 + 1, [one[0].says("en") for one in alarms]


def test_clean_surveys_of_five_steps_raise_hardly_any_alarm() -> None:
    items = (SurveyItem("advice", 0, 10, "nps"),
             *(SurveyItem(name, 1, 5, "csat", "rated") for name in RATED))  # fmt: skip
    survey = clean_survey(items=items, waves=(), rewarded=True)
    found = [list(integrity(five_steps(clean_answers(seed, 250)), survey))
             for seed in range(TIMES)]  # fmt: skip
    alarms = [one for one in found if one]
    assert len(alarms) <= TIMES // 20 + 1, [one[0].says("en") for one in alarms]
