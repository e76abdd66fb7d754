"""The bank's questionnaire, read from its YAML, and how each wave was held."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

WAVES = tuple(range(2008, 2016))
NOT_USED = 99
INTERVIEWS = dict(zip(WAVES, (1004, 1012, 998, 1006, 1001, 1010, 702, 1003), strict=True))
CALLED = dict(zip(WAVES, (2410, 2460, 2440, 2505, 2512, 2560, 2570, 2600), strict=True))
BEGGED = 2014

WORDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_bytes())
FACTS: dict[str, dict[str, str]] = WORDS["facts"]
MODULES: dict[str, list[int]] = WORDS["modules"]


@dataclass(frozen=True)
class Question:
    """One scored question; `not_used` and `blank` are the shares of 99 and of no answer."""

    name: str
    label: dict[str, str]
    wording: dict[str, str]
    low: int
    high: int
    kind: str
    group: str
    years: tuple[int, ...] = WAVES
    not_used: float = 0.0
    blank: float = 0.01

    @property
    def scale(self) -> str:
        """The scale as the dictionary writes it."""
        return f"{self.low}–{self.high}" + (f"; {NOT_USED}" if self.not_used else "")


QUESTIONS = tuple(
    Question(one["name"], one["label"], one["wording"], **one["asked"])
    for one in WORDS["questions"]
)


def survey() -> dict[str, object]:
    """Return what `cxkit.stats.Survey.from_dict` reads: columns, items, waves."""
    return {
        "name": WORDS["name"],
        "columns": {
            "wave": "onda",
            "respondent": "id",
            "unit": "filiale",
            "interviewer": "intervistatore",
            "duration": "durata_s",
            "weight": "peso",
        },
        "segments": ["segmento", "eta", "socio", "filiale"],
        "comment": "commento",
        "items": [_item(one) for one in QUESTIONS],
        "waves": [_fieldwork(year) for year in WAVES],
    }


def _item(one: Question) -> dict[str, object]:
    return {
        "name": one.name,
        "low": one.low,
        "high": one.high,
        "kind": one.kind,
        "group": one.group,
        "label": one.label,
        "wording": one.wording,
        "missing": [NOT_USED] if one.not_used else [],
    }


def _fieldwork(year: int) -> dict[str, object]:
    return {
        "wave": year,
        "channel": "phone",
        "sampling": "random",
        "invited": CALLED[year],
        "invitation": WORDS["begging" if year == BEGGED else "invitation"],
        "rewarded": year == BEGGED,
    }
