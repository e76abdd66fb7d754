"""Eight waves of the bank: people, what they feel, what is planted, what is written down."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from chance import Chance, Floats, Ints
from comments import comments
from plant import plant
from questionnaire import FACTS, INTERVIEWS, MODULES, NOT_USED, QUESTIONS, WAVES, Question

AGES = ("18-34", "35-49", "50-64", "65+")
CUSTOMERS = (0.24, 0.29, 0.25, 0.22)
# Those who answer grow older from wave to wave, the customers do not.
ANSWERING = {2008: (0.27, 0.31, 0.24, 0.18), 2015: (0.14, 0.22, 0.26, 0.38)}
BRANCHES = (
    "Ponte", "Piazza Grande", "Stazione", "Mulino", "Castello", "San Rocco", "Lago", "Cartiera",
    "Borgonuovo", "Pieve", "Alpe",
)  # fmt: skip
BRANCH_SHARES = (16, 15, 12, 11, 10, 9, 8, 7, 6, 4.8, 1.2)
SEGMENTS = ("famiglie", "giovani", "pensionati", "affluenti", "private")
CHANNELS = ("filiale", "internet", "sportello automatico", "telefono")

LEVEL = {
    "prodotti_gamma": 7.2, "prodotti_chiarezza": 6.7, "prodotti_costi": 6.3, "servizio_tempi": 6.9,
    "servizio_errori": 7.9, "servizio_orari": 6.6, "persone_cortesia": 8.4,
    "persone_competenza": 7.9, "persone_ascolto": 7.5, "gestore_conosce": 7.1, "tp_filiale": 7.9,
    "tp_cassa": 7.8, "tp_sportello_automatico": 7.3, "tp_telefono": 6.8, "tp_internet": 6.3,
    "tp_app": 6.6, "tp_sito": 6.7, "tp_lettere": 6.9, "tp_reclamo": 5.4, "self_voto": 6.9,
    "gestore_risposta": 7.4, "evento_voto": 7.7,
}  # fmt: skip
# What satisfaction is made of: points for each standard deviation of an item.
DRIVERS = {
    "persone_ascolto": 0.55, "servizio_tempi": 0.42, "prodotti_chiarezza": 0.32,
    "gestore_conosce": 0.15, "tp_filiale": 0.12, "persone_competenza": 0.10,
    "prodotti_costi": 0.08,
}  # fmt: skip
INTERNET_A_YEAR = 0.18
WAIT_FROM_2012 = -0.6
HOURS_BY_AGE = (-0.9, -0.3, 0.3, 1.2)


def bank_waves() -> tuple[pd.DataFrame, dict[str, Any]]:
    """Return all interviews, and the truths that were planted in them."""
    made = [_wave(year) for year in WAVES]
    truths: dict[str, Any] = {}
    planted = [plant(frame, year, truths) for year, frame in zip(WAVES, made, strict=True)]
    frame = pd.concat(planted, ignore_index=True)
    frame["peso"] = _weights(frame)
    columns = [*list(FACTS)[:-1], *(one.name for one in QUESTIONS), "commento"]
    return frame[columns], truths


def _wave(year: int) -> pd.DataFrame:
    chance, n = Chance(f"bank {year}"), INTERVIEWS[year]
    people = _people(year, chance, n)
    scores = _scores(year, chance, people)
    frame = pd.concat([people.drop(columns="mood"), scores], axis=1)
    theme = next(name for name, years in MODULES.items() if year in years)
    return frame.assign(modulo=theme, commento=comments(frame, theme, chance))


def _people(year: int, chance: Chance, n: int) -> pd.DataFrame:
    along = (year - WAVES[0]) / (WAVES[-1] - WAVES[0])
    shares = [a + along * (b - a) for a, b in zip(ANSWERING[2008], ANSWERING[2015], strict=True)]
    age = chance.pick("age", shares, n)
    days = pd.bdate_range(f"{year}-10-01", f"{year}-10-31")
    interviewer = chance.pick("interviewer", [1.0] * 18, n) + 1
    return pd.DataFrame(
        {
            "id": [f"{year}-{place:04d}" for place in range(1, n + 1)],
            "onda": year,
            "data": days[np.sort(chance.pick("day", [1.0] * len(days), n))].date,
            "canale": "telefono",
            "intervistatore": [f"I{one:02d}" for one in interviewer],
            "durata_s": np.rint(840 * np.exp(0.24 * chance.normal("length", n))).astype(int),
            "filiale": np.array(BRANCHES)[chance.pick("branch", BRANCH_SHARES, n)],
            "segmento": _segments(chance, age),
            "eta": np.array(AGES)[age],
            "socio": np.where(chance.uniform("member", n) < 0.3 + 0.08 * age, "sì", "no"),
            "canale_abituale": np.array(CHANNELS)[_channels(chance, age, along)],
            "altra_banca": np.array(["nessuna", "piccola", "grande", "online"])[
                chance.pick("other bank", (0.62, 0.10, 0.20, 0.08), n)
            ],
            "mood": chance.normal("mood", n),
        }
    )


def _segments(chance: Chance, age: Ints) -> Any:
    u = chance.uniform("segment", len(age))
    usual = np.select([age == 0, age == 3], ["giovani", "pensionati"], default="famiglie")
    return np.select([u < 0.011, u < 0.13], ["private", "affluenti"], default=usual)


def _channels(chance: Chance, age: Ints, along: float) -> Ints:
    u = chance.uniform("channel", len(age))
    internet = 0.12 + 0.30 * along + np.array([0.18, 0.10, 0.0, -0.10])[age]
    steps = np.column_stack([internet, internet + 0.12, internet + 0.17])
    return np.array([1, 2, 3, 0])[(u[:, None] > steps).sum(axis=1)]


def _scores(year: int, chance: Chance, people: pd.DataFrame) -> pd.DataFrame:
    mood = people["mood"].to_numpy()
    made, felt = {}, {}
    for one in QUESTIONS:
        if one.name in LEVEL:
            felt[one.name] = _feeling(one, chance, mood)
            made[one.name] = 1.55 * felt[one.name] + LEVEL[one.name] + _change(one, year, people)
    whole = sum(points * felt[name] for name, points in DRIVERS.items())
    made["soddisfazione"] = 7.55 + whole + 0.55 * chance.normal("whole", len(people))
    made["raccomanda"] = _recommending(chance, (made["soddisfazione"] - 7.55) / 1.45)
    made["consiglia_filiale"] = 8.0 + 1.3 * felt["tp_filiale"] + 0.7 * whole
    made["facilita"] = 5.1 + 0.8 * felt["servizio_tempi"] + 0.5 * chance.normal("ease", len(people))
    made["ultimo_contatto"] = 3.9 + 0.5 * whole + 0.6 * chance.normal("contact", len(people))
    for one in QUESTIONS:
        if one.name not in made:
            made[one.name] = _opinion(one, year, chance, mood)
    return pd.DataFrame({one.name: _written(one, year, chance, made) for one in QUESTIONS})


def _feeling(one: Question, chance: Chance, mood: Floats) -> Floats:
    shared = chance.normal(f"group {one.group}", len(mood))
    own = chance.normal(f"own {one.name}", len(mood))
    return np.asarray(0.55 * mood + 0.40 * shared + np.sqrt(1 - 0.55**2 - 0.40**2) * own)


def _change(one: Question, year: int, people: pd.DataFrame) -> Any:
    """The only true changes between waves; the hours are rated by age, not by year."""
    if one.name == "tp_internet":
        return INTERNET_A_YEAR * (year - WAVES[0])
    if one.name == "servizio_tempi":
        return WAIT_FROM_2012 if year >= 2012 else 0.0
    if one.name == "servizio_orari":
        return people["eta"].map(dict(zip(AGES, HOURS_BY_AGE, strict=True))).to_numpy()
    return 0.0


def _recommending(chance: Chance, whole: Floats) -> Floats:
    likely = 7.55 + 1.75 * whole + 1.0 * chance.normal("recommend", len(whole))
    return np.where(chance.uniform("never", len(whole)) < 0.008, 0.0, likely)


def _opinion(one: Question, year: int, chance: Chance, mood: Floats) -> Floats:
    n = len(mood)
    if one.kind == "yes-no":
        share = {"self_usa": 0.34 if year == 2008 else 0.51, "campagna_ricorda": 0.39,
                 "evento_partecipa": 0.17}[one.name]  # fmt: skip
        return (chance.uniform(one.name, n) < share).astype(float)
    crisis = {2008: -0.3, 2009: -0.7, 2011: -0.4, 2012: -0.8, 2013: -0.5}.get(year, 0.0)
    level = {"economia_italia": 2.6 + crisis, "economia_zona": 2.9 + crisis / 2,
             "economia_famiglia": 3.0 + crisis / 3, "confronto_piccole": 3.3,
             "confronto_grandi": 3.7, "campagna_adatta": 2.7, "gestore_proattivo": 2.9}  # fmt: skip
    return level[one.name] + 0.35 * mood + 0.8 * chance.normal(one.name, n)


def _written(one: Question, year: int, chance: Chance, made: dict[str, Any]) -> Any:
    """Round to the scale, leave out what was not asked, not used or not answered."""
    n = INTERVIEWS[year]
    scores = pd.array(np.clip(np.rint(made[one.name]), one.low, one.high).astype(int), dtype="Int8")
    scores[chance.uniform(f"used {one.name}", n) < one.not_used] = NOT_USED
    scores[chance.uniform(f"blank {one.name}", n) < one.blank] = pd.NA
    asked_if = {"self_voto": "self_usa", "campagna_adatta": "campagna_ricorda",
                "evento_voto": "evento_partecipa"}.get(one.name)  # fmt: skip
    if asked_if:
        scores[made[asked_if] < 0.5] = pd.NA
    if year not in one.years:
        scores[:] = pd.NA
    return scores


def _weights(frame: pd.DataFrame) -> pd.Series:
    wanted = frame["eta"].map(dict(zip(AGES, CUSTOMERS, strict=True)))
    size = frame.groupby("onda")["id"].transform("size")
    found = frame.groupby(["onda", "eta"])["id"].transform("size") / size
    return (wanted / found).round(4)
