"""A case that is no sample, honestly filled in, hears of what is missing and never of its words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from cxkit.core.exercise import find_exercise
from cxkit.language import LANGS, Lang
from cxkit.workbook import Workbook
from cxkit.workbook.filler import check_filler

WRITTEN_ON = date(2026, 11, 22)
# What each has not written yet.
MISSING = {
    "library": {
        "claim-unproved", "one-persona", "no-processes", "people-forgotten", "no-touchpoints-yet",
        "criterion-unbacked", "no-trial", "answers-open",
    },
    "hotel": {"pillar-missing", "no-persona", "channel-break", "handover-missing", "no-gap"},
}  # fmt: skip
GOOD = {
    "library": {"memorable", "needs-open", "observable", "deeds-soon", "invitation-honest", "case-ready"},
    "hotel": {"goal-observable", "recovery-worth", "traced", "mirror-facts", "good-lows", "good-owned",
              "good-loop"},
}  # fmt: skip
CASES = [(case, lang) for case in MISSING for lang in LANGS]


def _in(value: Any, lang: Lang) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"it", "en"}:
            return value[lang]
        return {key: _in(inside, lang) for key, inside in value.items()}
    return [_in(inside, lang) for inside in value] if isinstance(value, list) else value


def _advice(case: str, lang: Lang) -> dict[str, set[str]]:
    told = yaml.safe_load(Path(__file__).with_name(f"{case}.yaml").read_text("utf-8"))
    book = Workbook.from_values("", lang, _in(told, lang))
    context = book.context(today=WRITTEN_ON)
    found: dict[str, set[str]] = {"good": set(), "other": set()}
    for name, answer in book.answers.items():
        checked = find_exercise(name).check(answer, context)
        for advice in [*checked, *check_filler(answer, lang, lang, own_case=True)]:
            found["good" if advice.severity == "good" else "other"].add(advice.key)
    return found


@pytest.mark.parametrize(("case", "lang"), CASES)
def test_one_hears_of_what_is_missing_only(case: str, lang: Lang) -> None:
    assert _advice(case, lang)["other"] <= MISSING[case]


@pytest.mark.parametrize(("case", "lang"), CASES)
def test_one_hears_what_is_good(case: str, lang: Lang) -> None:
    assert GOOD[case] <= _advice(case, lang)["good"]


@pytest.mark.parametrize("case", MISSING)
def test_both_languages_hear_the_same(case: str) -> None:
    assert _advice(case, "it") == _advice(case, "en")
