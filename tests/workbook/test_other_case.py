"""A case that is no sample, honestly filled in, gets advice on what is missing and none on its words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from cxkit.core.exercise import find_exercise
from cxkit.language import LANGS, Lang
from cxkit.workbook import Workbook

WRITTEN_ON = date(2026, 11, 22)
# What the library has not written yet.
MISSING = {
    "claim-unproved", "one-persona", "no-processes", "people-forgotten", "no-touchpoints-yet",
    "criterion-unbacked", "no-trial", "answers-open",
}  # fmt: skip


def _in(value: Any, lang: Lang) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"it", "en"}:
            return value[lang]
        return {key: _in(inside, lang) for key, inside in value.items()}
    return [_in(inside, lang) for inside in value] if isinstance(value, list) else value


def _advice(lang: Lang) -> dict[str, set[str]]:
    told = yaml.safe_load(Path(__file__).with_name("library.yaml").read_text("utf-8"))
    book = Workbook.from_values("", lang, _in(told, lang))
    context = book.context(today=WRITTEN_ON)
    found: dict[str, set[str]] = {"good": set(), "other": set()}
    for name, answer in book.answers.items():
        for advice in find_exercise(name).check(answer, context):
            found["good" if advice.severity == "good" else "other"].add(advice.key)
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_library_hears_of_what_is_missing_only(lang: Lang) -> None:
    assert _advice(lang)["other"] <= MISSING


@pytest.mark.parametrize("lang", LANGS)
def test_library_hears_what_is_good(lang: Lang) -> None:
    good = {
        "memorable",
        "needs-open",
        "observable",
        "deeds-soon",
        "invitation-honest",
        "case-ready",
    }
    assert good <= _advice(lang)["good"]
