"""An exercise that links to what was deleted is not complete."""

from __future__ import annotations

import pytest

from tests.workbook.breaks import sample
from cxkit.workbook import Progress


@pytest.mark.parametrize(
    ("owner", "part", "pointing"),
    [
        ("buyer-persona", "personas", {"journey-map", "vision-statement"}),
        ("journey-map", "touchpoints", {"assess", "blueprint", "improvement", "listening-posts"}),
    ],
)
def test_who_links_to_what_was_deleted_asks_for_attention(
    owner: str, part: str, pointing: set[str]
) -> None:
    whole = sample("bank", "en")
    answer = whole.answer(owner)
    fewer = answer.model_copy(update={part: getattr(answer, part)[1:]})
    book = whole.with_answer(fewer)
    changed = {one for one in book.answers if book.progress(one) is not whole.progress(one)}
    assert changed >= pointing
    assert {book.progress(one) for one in pointing} == {Progress.ATTENTION}
    said = [found for found in book.advice("journey-map") if found.key == "lost-links"]
    assert [found.where for found in said] == ([("persona",)] if owner == "buyer-persona" else [])
