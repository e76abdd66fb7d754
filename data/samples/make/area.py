"""Other banks of the area: counts of scores from a joint study, as an institute hands them over."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from chance import Chance
from questionnaire import WAVES

# Bank, size, interviews a year, true mean of satisfaction.
RIVALS = (
    ("Cassa del Fondovalle", "piccola", 96, 7.6),
    ("Banca Rurale Altipiani", "piccola", 22, 7.8),
    ("Credito Nazionale Riunito", "grande", 240, 7.0),
    ("Banca Commerciale del Nord", "grande", 180, 6.9),
    ("Conto Diretto", "online", 84, 7.5),
)
SCALES = {"soddisfazione": (1, 10), "raccomanda": (0, 10)}


def area_competitors() -> tuple[pd.DataFrame, dict[str, Any]]:
    """Return how often each bank got each score, by year; and what is true of them."""
    parts = [_counted(*rival, year) for year in WAVES for rival in RIVALS]
    truths = {"below_minimum_base": ["Banca Rurale Altipiani"],
              "levels": {name: level for name, _, _, level in RIVALS}}  # fmt: skip
    return pd.concat(parts, ignore_index=True), {"competitors": truths}


def _counted(name: str, size: str, n: int, level: float, year: int) -> pd.DataFrame:
    chance = Chance(f"{name} {year}")
    whole = chance.normal("whole", n)
    felt = {
        "soddisfazione": level + 1.5 * whole,
        "raccomanda": level + 1.7 * whole + 1.1 * chance.normal("own", n),
    }
    rows = []
    for item, (low, high) in SCALES.items():
        scores = np.clip(np.rint(felt[item]), low, high).astype(int)
        counts = np.bincount(scores, minlength=high + 1)
        rows += [(name, size, year, item, score, int(counts[score]))
                 for score in range(low, high + 1)]  # fmt: skip
    return pd.DataFrame(rows, columns=["banca", "dimensione", "onda", "domanda", "voto", "n"])
