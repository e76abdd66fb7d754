"""Clean surveys made by chance, for tests that put one fault into them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from cxkit.stats import Fieldwork, Survey, SurveyItem

WAVES = (2019, 2020, 2021, 2022)
RATED = tuple(f"q{place}" for place in range(1, 13))
INVITATION = "Ogni anno chiediamo come si trova: dieci minuti, e le risposte restano anonime."


def clean_survey(**more) -> Survey:
    """A survey of four waves by telephone, with an NPS and twelve ratings."""
    rated = tuple(SurveyItem(name, 1, 10, "mean", "rated") for name in RATED)
    waves = tuple(Fieldwork(year, "phone", "random", 1200, INVITATION) for year in WAVES)
    told = {
        "items": (SurveyItem("advice", 0, 10, "nps"), *rated), "wave": "year", "respondent": "id",
        "unit": "branch", "interviewer": "who", "duration": "seconds", "segments": ("age",),
        "waves": waves,
    }  # fmt: skip
    return Survey(**{**told, **more})


def clean_answers(seed: int = 1, n: int = 400, level: float = 7.3) -> pd.DataFrame:
    """Answers without any fault: a mood, habits, nothing that changes from wave to wave.

    One in a hundred gives the lowest score of all, as in every real survey of recommending.
    """
    chance = np.random.default_rng(seed)
    frames = [_wave(chance, year, n, level) for year in WAVES]
    return pd.concat(frames, ignore_index=True)


def _wave(chance: np.random.Generator, year: int, n: int, level: float) -> pd.DataFrame:
    mood = chance.normal(size=n)
    frame = pd.DataFrame(
        {
            "id": [f"{year}-{place}" for place in range(n)],
            "year": year,
            "branch": chance.choice(list("ABCDE"), n),
            "who": chance.choice([f"I{place}" for place in range(12)], n),
            "age": chance.choice(["young", "middle", "old"], n),
            "seconds": np.rint(600 * np.exp(0.3 * chance.normal(size=n))),
            "advice": _scores(level + 1.9 * mood + 1.2 * chance.normal(size=n), 0, 10),
        }
    )
    frame.loc[chance.random(n) < 0.01, "advice"] = 0
    for name in RATED:
        felt = level + 1.1 * mood + 1.2 * chance.normal(size=n)
        frame[name] = _scores(felt, 1, 10)
        frame.loc[chance.random(n) < 0.02, name] = np.nan
    return frame


def _scores(felt, low: int, high: int):
    return np.clip(np.rint(felt), low, high)
