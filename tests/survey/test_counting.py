"""Counts through a mapping: as an engine counts, in any number of batches, stopped between two."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from cxkit.forms.desk.sample import FILE
from cxkit.resources import samples
from cxkit.stats import nps
from cxkit.survey.counting import count_survey
from cxkit.survey.errors import SurveyError
from cxkit.survey.mapping import Mapping, Question
from cxkit.survey.opening import open_table
from cxkit.survey.profile import profile_of
from cxkit.survey.table import Stopped
from tests.survey.bank import bank
from tests.survey.files import written


def test_counts_are_those_of_the_plain_column() -> None:
    _mapping, _profile, counted = bank()
    frame = pd.read_parquet(samples() / FILE)
    own = nps(frame.loc[frame["onda"] == 2012, "raccomanda"].dropna().to_list())
    found = nps(counted.whole.select(wave="2012", item="raccomanda"))
    assert found.n == own.n
    assert counted.waves == tuple(str(year) for year in range(2008, 2016))


def test_groups_add_up_to_the_whole() -> None:
    _mapping, _profile, counted = bank()
    for part in counted.parts.values():
        assert part.n == counted.whole.n


def test_rows_without_a_wave_are_left_out_and_told(tmp_path: Path) -> None:
    path = written(tmp_path, b"data;voto\n2014-10-01;7\nsoon;8\n2015-10-01;9\n")
    table = open_table(path)
    mapping = Mapping(wave="data", period="year", questions=(Question(column="voto"),))
    counted = count_survey(table, mapping, profile_of(table))
    assert (counted.rows, counted.without_wave, counted.waves) == (3, 1, ("2014", "2015"))


def test_a_weight_that_is_no_number_is_refused(tmp_path: Path) -> None:
    table = open_table(written(tmp_path, b"peso;voto\n1,5;7\nmolto;8\n"))
    mapping = Mapping(weight="peso", questions=(Question(column="voto"),))
    with pytest.raises(SurveyError) as refused:
        count_survey(table, mapping, profile_of(table))
    assert "molto" in refused.value.message("it")


def test_counting_stops_when_it_is_told_to(tmp_path: Path) -> None:
    table = open_table(written(tmp_path, b"onda;voto\n" + b"2014;7\n" * 5000))
    profile = profile_of(table)

    def stop(_share: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        count_survey(
            table, Mapping(wave="onda", questions=(Question(column="voto"),)), profile, stop
        )
