"""Files as they come: letters, marks, titles, merged names, several files."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.survey.errors import SurveyError
from cxkit.survey.header import find_header
from cxkit.survey.opening import open_table
from cxkit.survey.table import Sheet
from tests.survey.files import TRICKY, messy_xlsx, rows_of, written


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_is_read_whatever_its_letters(tmp_path: Path, encoding: str) -> None:
    rows = rows_of(written(tmp_path, TRICKY.encode(encoding)))
    assert list(rows) == ["id", "Onda", "Quanto è soddisfatto della filiale?", "Città", "Peso"]
    assert rows["Città"] == ["Forlì", "Cantù", "Sì; no", "Forlì"]
    assert rows["Peso"] == ["0,95", "1,05", "1", "1,10"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_columns_are_parted_where_most_lines_agree(tmp_path: Path, mark: str) -> None:
    text = "\n".join(
        mark.join(row) for row in [("id", "voto", "nota"), ("1", "7", "x"), ("2", "8", "y")]
    )
    assert rows_of(written(tmp_path, text.encode()))["voto"] == ["7", "8"]


def test_the_line_by_which_a_spreadsheet_names_its_mark_is_no_row(tmp_path: Path) -> None:
    assert rows_of(written(tmp_path, b"sep=,\r\nid,voto\r\n1,7\r\n")) == {
        "id": ["1"],
        "voto": ["7"],
    }


def test_titles_and_blank_lines_above_are_left_out_and_said(tmp_path: Path) -> None:
    table = open_table(written(tmp_path, b"Report 2015\n\nid;voto\n1;7\n2;8\n"))
    assert table.columns == ("id", "voto")
    assert ("skipped-above", 2) in [(one.key, one.n) for one in table.remarks]


def test_short_rows_end_early_and_rows_that_are_too_long_are_counted(tmp_path: Path) -> None:
    rows = "a;b;c\n" + "1;2;3\n" * 100 + "4\n5;6;7;;\n8;9;10;11;12\n"
    table = open_table(written(tmp_path, rows.encode()))
    read = [row for batch in table.batches() for row in batch.to_pylist()]
    assert sorted({row["a"] for row in read}) == ["1", "4", "5"]
    assert [one.n for one in table.remarks if one.key == "broken-rows"] == [1]


def test_columns_with_the_same_name_or_none_stay_apart(tmp_path: Path) -> None:
    assert list(rows_of(written(tmp_path, b"a;a;;A\n1;2;3;4\n"))) == ["a", "a (2)", "#3", "A (3)"]


def test_a_file_without_names_gets_numbers(tmp_path: Path) -> None:
    assert list(rows_of(written(tmp_path, b"1;7;3\n2;8;4\n"))) == ["#1", "#2", "#3"]


def test_somebody_can_point_at_the_row_with_the_names(tmp_path: Path) -> None:
    path = written(tmp_path, b"2013;2014\n7;8\n9;6\n")
    assert rows_of(path, Sheet(header=1)) == {"2013": ["7", "9"], "2014": ["8", "6"]}


def test_a_row_that_is_not_there_cannot_hold_the_names(tmp_path: Path) -> None:
    with pytest.raises(SurveyError) as refused:
        open_table(written(tmp_path, b"a;b\n1;2\n"), Sheet(header=30))
    assert "30" in refused.value.message("it")


def test_a_messy_spreadsheet_is_understood(tmp_path: Path) -> None:
    table = open_table(messy_xlsx(tmp_path))
    assert table.columns == (
        "Codice",
        "Data",
        "Filiale",
        "Servizio · Nel complesso",
        "Servizio · Tempi",
        "Servizio · Cortesia",
    )
    rows = rows_of(tmp_path / "clienti.xlsx")
    assert rows["Data"][0] == "2014-10-01"
    assert rows["Servizio · Tempi"][:3] == ["n.d.", "4", "5"]
    assert {one.key for one in table.remarks} == {"sheet", "skipped-above", "levels"}


def test_parquet_keeps_its_types(tmp_path: Path) -> None:
    pd.DataFrame({"voto": [7, 8], "peso": [0.5, None]}).to_parquet(tmp_path / "a.parquet")
    assert rows_of(tmp_path / "a.parquet") == {"voto": [7, 8], "peso": [0.5, None]}


def test_a_folder_of_files_is_one_survey(tmp_path: Path) -> None:
    written(tmp_path, b"id;voto\n1;7\n", "2014.csv")
    written(tmp_path, b"id;voto;nota\n2;8;x\n", "2015.csv")
    written(tmp_path, b"not for us", "notes.docx")
    table = open_table(tmp_path)
    assert rows_of(tmp_path)["file"] == ["2014.csv", "2015.csv"]
    assert rows_of(tmp_path)["nota"] == ["", "x"]
    assert {"files", "unlike-files", "not-read"} <= {one.key for one in table.remarks}


@given(st.lists(st.text(alphabet="abcà ;\"'\n,1", max_size=8), min_size=2, max_size=6))
def test_any_names_give_columns_that_differ(names: list[str]) -> None:
    found = find_header([names, ["1"] * len(names), ["2"] * len(names)])
    assert len(set(found.names)) == len(found.names)
    assert all(name.strip() for name in found.names)
