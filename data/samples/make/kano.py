"""Kano questionnaires: the bank's eight requirements asked of 160 people, present and missing."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from chance import Chance

PEOPLE = 160
ANSWERS = {
    1: {"it": "Mi piace", "en": "I like it"},
    2: {"it": "È il minimo", "en": "It must be so"},
    3: {"it": "Mi è indifferente", "en": "I am neutral"},
    4: {"it": "Lo sopporto", "en": "I can live with it"},
    5: {"it": "Non mi piace", "en": "I dislike it"},
}


class Requirement(NamedTuple):
    """A requirement, its planted category, and how often each kind of answer is given."""

    name: str
    category: str
    kinds: dict[str, float]


REQUIREMENTS = (
    Requirement("Una notizia ogni due giorni finché il conto non è pronto", "A",
                {"A": 0.58, "O": 0.22, "I": 0.14, "M": 0.06}),
    Requirement("Lo stipendio visibile sul conto il 27, prima delle sette", "M",
                {"M": 0.66, "O": 0.22, "I": 0.10, "A": 0.02}),
    Requirement("In filiale hanno già davanti ciò che ha scritto sul sito", "M",
                {"M": 0.48, "O": 0.27, "A": 0.10, "I": 0.15}),
    Requirement("Un foglio solo che riassume il contratto, il giorno prima della firma", "O",
                {"O": 0.55, "A": 0.20, "M": 0.15, "I": 0.10}),
    Requirement("Una telefonata dopo dieci giorni che non vende niente", "A",
                {"A": 0.50, "I": 0.24, "O": 0.12, "R": 0.14}),
    Requirement("Il saldo che si vede appena si apre l’app", "I",
                {"I": 0.60, "A": 0.14, "R": 0.20, "M": 0.06}),
    # Two categories as often: no clear one.
    Requirement("Un incontro fuori dall’orario di lavoro", "A=O",
                {"A": 0.37, "O": 0.37, "I": 0.18, "M": 0.08}),
    Requirement("Chiamate con offerte personali la sera", "R", {"R": 0.70, "I": 0.24, "A": 0.06}),
)  # fmt: skip
# Pairs of replies that make a category, from Kano's table.
PAIRS = {
    "A": ((1, 2), (1, 3), (1, 4)), "O": ((1, 5),), "M": ((2, 5), (3, 5), (4, 5)),
    "I": ((3, 3), (2, 3), (3, 4), (2, 2), (4, 4)), "R": ((5, 1), (3, 1), (5, 3), (5, 2)),
}  # fmt: skip


def kano_answers() -> tuple[pd.DataFrame, dict[str, Any]]:
    """Return one row for each person and requirement, and the planted categories."""
    chance = Chance("kano")
    parts = [_asked(place, one, chance) for place, one in enumerate(REQUIREMENTS)]
    frame = pd.concat(parts).sort_values(["persona", "ordine"], kind="stable")
    return (frame.drop(columns="ordine").reset_index(drop=True),
            {"kano": {one.name: one.category for one in REQUIREMENTS}})  # fmt: skip


def _asked(place: int, one: Requirement, chance: Chance) -> pd.DataFrame:
    kind = chance.pick(f"kind {place}", tuple(one.kinds.values()), PEOPLE)
    u = chance.uniform(f"pair {place}", PEOPLE)
    chosen = [PAIRS[list(one.kinds)[k]] for k in kind]
    pairs = np.array([options[int(x * len(options))] for options, x in zip(chosen, u, strict=True)])
    # Some contradict themselves, some skip a question.
    pairs[chance.some(f"contradiction {place}", PEOPLE, 3)] = (1, 1)
    written = pd.DataFrame(pairs, columns=["se_c_e", "se_manca"]).astype("Int8")
    written.loc[chance.some(f"skipped {place}", PEOPLE, 4), "se_manca"] = pd.NA
    return written.assign(
        persona=[f"K{number:03d}" for number in range(1, PEOPLE + 1)], requisito=one.name,
        ordine=place,
    )[["persona", "requisito", "se_c_e", "se_manca", "ordine"]]  # fmt: skip
