"""The survey samples: what the script makes, what the dictionary says, what was planted in them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from scipy import stats

from cxkit.resources import samples

MADE = (
    "README.md", "README.it.md", "area_competitors.csv", "bank_survey.json", "bank_truths.json",
    "bank_waves.csv", "kano_answers.csv",
)  # fmt: skip


def read_json(name: str):
    return json.loads((samples() / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def bank() -> pd.DataFrame:
    return pd.read_parquet(samples() / "bank_waves.parquet")


@pytest.fixture(scope="module")
def truths() -> dict:
    return read_json("bank_truths.json")


def scored(frame: pd.DataFrame, item: str) -> pd.DataFrame:
    return frame[frame[item].notna() & (frame[item] != 99)]


def slope(frame: pd.DataFrame, item: str) -> stats._stats_py.LinregressResult:
    told = scored(frame, item)
    return stats.linregress(told["onda"], told[item])


@pytest.fixture(scope="module")
def made_again(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    script = checkout / "data" / "samples" / "make"
    subprocess.run([sys.executable, script, "--into", folder], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", MADE)
def test_the_script_makes_the_same_bytes_again(name: str, made_again: Path) -> None:
    assert (made_again / name).read_bytes() == (samples() / name).read_bytes()


def test_parquet_holds_what_the_script_makes(made_again: Path, bank: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(pd.read_parquet(made_again / "bank_waves.parquet"), bank)


def test_csv_holds_the_same_answers_as_parquet(bank: pd.DataFrame) -> None:
    read = pd.read_csv(samples() / "bank_waves.csv", sep=";", decimal=",", encoding="utf-8-sig")
    whole = bank.assign(data=bank["data"].astype(str))
    pd.testing.assert_frame_equal(read, whole, check_dtype=False)


@pytest.mark.parametrize("lang", ["md", "it.md"])
def test_dictionary_names_every_column_and_says_that_all_is_invented(
    lang: str, bank: pd.DataFrame
) -> None:
    text = (samples() / f"README.{lang}").read_text(encoding="utf-8")
    assert set(bank.columns) <= set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    assert ("invented" if lang == "md" else "inventato") in text


def test_every_answer_is_on_its_scale_or_a_declared_missing_code(bank: pd.DataFrame) -> None:
    for item in read_json("bank_survey.json")["items"]:
        told = set(bank[item["name"]].dropna().astype(int)) - set(item["missing"])
        assert told <= set(range(item["low"], item["high"] + 1)), item["name"]


def test_eight_waves_of_about_a_thousand(bank: pd.DataFrame) -> None:
    sizes = bank.groupby("onda").size()
    assert list(sizes.index) == list(range(2008, 2016))
    assert sizes.drop(2014).between(990, 1050).all()


def test_weights_average_one_and_bring_the_ages_back(bank: pd.DataFrame) -> None:
    assert bank.groupby("onda")["peso"].mean().to_numpy() == pytest.approx(1, abs=1e-3)
    old = bank[bank["eta"] == "65+"].groupby("onda")["peso"].sum() / bank.groupby("onda").size()
    assert old.to_numpy() == pytest.approx(0.22, abs=1e-3)


def test_the_real_trend_is_there(bank: pd.DataFrame, truths: dict) -> None:
    found = slope(bank, truths["real_trend"]["item"])
    planted = truths["real_trend"]["points_a_year"]
    assert abs(found.slope - planted) < 3 * found.stderr
    assert found.slope > 10 * found.stderr


def test_the_false_trend_goes_away_with_the_weights(bank: pd.DataFrame, truths: dict) -> None:
    item = truths["false_trend"]["item"]
    assert slope(bank, item).pvalue < 1e-6
    told = scored(bank, item)
    by_wave = (told[item] * told["peso"]).groupby(told["onda"]).sum()
    means = by_wave / told.groupby("onda")["peso"].sum()
    assert means.max() - means.min() < 0.3
    assert stats.linregress(means.index, means).pvalue > 0.05


def test_recommending_never_really_changed(bank: pd.DataFrame, truths: dict) -> None:
    same = bank[~bank["onda"].isin(truths["no_change"]["except"])]
    groups = [told["raccomanda"].dropna() for _, told in same.groupby("onda")]
    assert stats.kruskal(*groups).pvalue > 0.05


def test_the_begged_wave_jumps_while_fewer_answer(bank: pd.DataFrame, truths: dict) -> None:
    begged = truths["begged_wave"]["wave"]
    top = (bank["raccomanda"] == 10).groupby(bank["onda"]).mean()
    assert top[begged] > 1.5 * top.drop(begged).max()
    sizes = bank.groupby("onda").size()
    assert sizes[begged] < 0.75 * sizes.drop(begged).min()


def test_the_planted_interviews_are_in_the_data(bank: pd.DataFrame, truths: dict) -> None:
    by_id = bank.set_index("id")
    assert (by_id.loc[truths["speeders"], "durata_s"] < 340).all()
    rated = [item["name"] for item in read_json("bank_survey.json")["items"]
             if item["high"] == 10 and item["group"]]  # fmt: skip
    flat = by_id.loc[truths["straight_liners"], rated].replace(99, pd.NA)
    assert (flat.nunique(axis=1) == 1).all()
    assert (bank["id"].value_counts() == 2).sum() == len(truths["sent_twice"])
    for first, second in truths["keyed_twice"].items():
        pd.testing.assert_series_equal(by_id.loc[first], by_id.loc[second], check_names=False)


def test_small_groups_stay_below_the_minimum_base_in_each_wave(
    bank: pd.DataFrame, truths: dict
) -> None:
    for column, groups in truths["small_groups"].items():
        for group in groups:
            sizes = bank[bank[column] == group].groupby("onda").size()
            assert sizes.between(5, 29).all()


def test_comments_are_many_and_various(bank: pd.DataFrame) -> None:
    comments = bank["commento"].dropna()
    assert len(comments) > 2500
    assert comments.nunique() > 0.65 * len(comments)
    assert not comments.str.contains(r"[{}]|^[=+@-]").any()


def test_rivals_come_as_counts_of_scores(truths: dict) -> None:
    area = pd.read_csv(samples() / "area_competitors.csv", sep=";", encoding="utf-8-sig")
    bases = area.groupby(["banca", "onda", "domanda"])["n"].sum()
    small = bases[bases < 30].reset_index()["banca"].unique()
    assert list(small) == truths["competitors"]["below_minimum_base"]
    assert set(area["dimensione"]) == {"piccola", "grande", "online"}
