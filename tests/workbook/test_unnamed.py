"""Things that have no name yet are called by their number, or left out: never by nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cxkit.core.answer import Item, Part
from cxkit.core.fields import shapes_of
from cxkit.language import Lang
from cxkit.resources import samples
from cxkit.workbook import Workbook
from cxkit.workbook.format import read_file_text

NOTHING = re.compile(r"“\s*”|«\s*»|:\s*\.|:\s*$")
WRITTEN = ("text", "long-text")


def without_names(part: Any) -> Any:
    """Return an answer whose items have lost the names that people wrote."""
    if not isinstance(part, Part):
        return part
    changes: dict[str, Any] = {}
    for shape in shapes_of(type(part)):
        value = getattr(part, shape.name)
        if isinstance(part, Item) and shape.name == part.label_field and shape.kind.name in WRITTEN:
            changes[shape.name] = ""
        elif isinstance(value, tuple):
            changes[shape.name] = tuple(without_names(one) for one in value)
    return part.model_copy(update=changes)


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("case", ["bank", "railway"])
def test_no_advice_names_nothing(case: str, lang: Lang) -> None:
    text = (samples() / f"{case}.{lang}.cxworkbook.json").read_text(encoding="utf-8")
    _, written = read_file_text(text, lang)
    answers = {key: without_names(answer) for key, answer in written.items()}
    book = Workbook(lang=lang, answers=answers)
    for exercise in answers:
        for advice in book.advice(exercise, lang):
            said = advice.worded(exercise, lang)
            for text in (said.says, said.why, said.next):
                assert not NOTHING.search(text), (exercise, text)
