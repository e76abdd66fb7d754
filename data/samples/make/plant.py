"""What is wrong with the bank's waves on purpose; every planted interview is written down."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from chance import Chance
from questionnaire import BEGGED, QUESTIONS

FLAT, TWICE = 2011, 2013
FLAT_INTERVIEWER = "I07"
# How many of a branch's customers give in to the begging: some branches ask, some do not.
GIVING_IN = {"Ponte": 0.60, "Stazione": 0.55, "Castello": 0.55, "Lago": 0.50}
GIVING_IN_ELSEWHERE = 0.15
RATED = [one.name for one in QUESTIONS if one.high == 10 and one.group]


def plant(frame: pd.DataFrame, year: int, truths: dict[str, Any]) -> pd.DataFrame:
    """Return the wave with its faults; `truths` learns which interviews they are."""
    chance = Chance(f"faults {year}")
    _speed(frame, chance, truths)
    _flatten(frame, year, chance, truths)
    if year == BEGGED:
        _beg(frame, chance)
    if year == TWICE:
        frame = _double(frame, chance, truths)
    return frame


def _note(truths: dict[str, Any], key: str, ids: list[str]) -> None:
    truths.setdefault(key, []).extend(ids)


def _speed(frame: pd.DataFrame, chance: Chance, truths: dict[str, Any]) -> None:
    places = chance.some("speed", len(frame), 5)
    frame.loc[places, "durata_s"] = 150 + (chance.uniform("speed length", 5) * 120).astype(int)
    _note(truths, "speeders", frame.loc[places, "id"].tolist())


def _flatten(frame: pd.DataFrame, year: int, chance: Chance, truths: dict[str, Any]) -> None:
    places = chance.some("flat", len(frame), 6)
    if year == FLAT:
        own = frame.index[frame["intervistatore"] == FLAT_INTERVIEWER].to_numpy()
        own = own[chance.some("flat interviewer", len(own), 36)]
        frame.loc[own, "durata_s"] = 180 + (chance.uniform("flat length", 36) * 150).astype(int)
        _note(truths, "speeders", frame.loc[own, "id"].tolist())
        places = np.union1d(places, own)
    score = 7 + chance.pick("flat score", (0.4, 0.5, 0.1), len(places))
    for name in RATED:
        rated = frame.loc[places, name].notna() & (frame.loc[places, name] <= 10)
        frame.loc[places[rated], name] = score[rated]
    _note(truths, "straight_liners", frame.loc[places, "id"].tolist())


def _beg(frame: pd.DataFrame, chance: Chance) -> None:
    share = frame["filiale"].map(GIVING_IN).fillna(GIVING_IN_ELSEWHERE).to_numpy()
    gives_in = chance.uniform("give in", len(frame)) < share
    ten = chance.uniform("ten", len(frame)) < 0.8
    for name in ("soddisfazione", "raccomanda", "consiglia_filiale"):
        begged = pd.Series(np.where(ten, 10, 9), index=frame.index).astype("Int8")
        frame[name] = frame[name].where(~gives_in | frame[name].isna(), begged)


def _double(frame: pd.DataFrame, chance: Chance, truths: dict[str, Any]) -> pd.DataFrame:
    sent_twice = frame.loc[chance.some("sent twice", len(frame), 24)]
    keyed_twice = frame.loc[chance.some("keyed twice", len(frame), 10)].copy()
    truths["sent_twice"] = sent_twice["id"].tolist()
    new = [f"{TWICE}-{len(frame) + place:04d}" for place in range(1, len(keyed_twice) + 1)]
    truths["keyed_twice"] = dict(zip(keyed_twice["id"], new, strict=True))
    keyed_twice["id"] = new
    return pd.concat([frame, sent_twice, keyed_twice], ignore_index=True)
