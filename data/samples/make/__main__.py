"""Write the sample data: ``python data/samples/make [--into FOLDER]``. All of it is invented."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from area import area_competitors
from bank import DRIVERS, bank_waves
from chance import SEED
from dictionary import dictionary
from kano import kano_answers
from plant import FLAT, FLAT_INTERVIEWER, GIVING_IN, TWICE
from questionnaire import BEGGED, survey

HERE = Path(__file__).resolve().parents[1]
TRUTHS: dict[str, Any] = {
    "note": "Invented data. What was planted on purpose; ids are interviews of bank_waves.",
    "seed": SEED,
    "real_trend": {"item": "tp_internet", "points_a_year": 0.18},
    "real_step": {"item": "servizio_tempi", "from": 2012, "points": -0.6},
    "false_trend": {"item": "servizio_orari", "cause": "eta", "mended_by": "peso"},
    "no_change": {"item": "raccomanda", "except": [BEGGED]},
    "begged_wave": {"wave": BEGGED, "branches": sorted(GIVING_IN)},
    "not_an_nps": {"item": "consiglia_filiale", "scale": [1, 10]},
    "small_groups": {"segmento": ["private"], "filiale": ["Alpe"]},
    "hurried_interviewer": {"wave": FLAT, "interviewer": FLAT_INTERVIEWER},
    "duplicates_in": TWICE,
    "drivers_of_soddisfazione": sorted(DRIVERS, key=DRIVERS.__getitem__, reverse=True),
}


def main() -> None:
    """Write every file into the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=HERE, help="folder for the files")
    folder = parser.parse_args().into
    folder.mkdir(parents=True, exist_ok=True)
    bank, planted = bank_waves()
    kano, of_kano = kano_answers()
    area, of_area = area_competitors()
    write_parquet(bank, folder / "bank_waves.parquet")
    write_csv(bank, folder / "bank_waves.csv")
    write_csv(kano, folder / "kano_answers.csv")
    write_csv(area, folder / "area_competitors.csv")
    write_json(survey(), folder / "bank_survey.json")
    write_json({**TRUTHS, **planted, **of_kano, **of_area}, folder / "bank_truths.json")
    write_text(dictionary("en"), folder / "README.md")
    write_text(dictionary("it"), folder / "README.it.md")


def write_csv(frame: pd.DataFrame, path: Path) -> None:
    """Write as a spreadsheet does in Italy: semicolons, decimal commas, UTF-8 with BOM, CR LF."""
    frame.to_csv(path, sep=";", decimal=",", index=False, encoding="utf-8-sig",
                 lineterminator="\r\n")  # fmt: skip


def write_parquet(frame: pd.DataFrame, path: Path) -> None:
    """Write with small types and no trace of this machine."""
    table = pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(None)
    pq.write_table(table, path, compression="zstd", compression_level=19)


def write_json(content: object, path: Path) -> None:
    """Write JSON as git likes it."""
    write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", path)


def write_text(text: str, path: Path) -> None:
    """Write with the same line ends everywhere."""
    path.write_bytes(text.encode())


if __name__ == "__main__":
    main()
