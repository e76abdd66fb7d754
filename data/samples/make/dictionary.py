"""The data dictionary, in both languages, from the same tables that make the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from kano import ANSWERS
from questionnaire import FACTS, MODULES, NOT_USED, QUESTIONS, WAVES

WORDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_bytes())


def dictionary(lang: str) -> str:
    """Return the dictionary as Markdown, in ``"it"`` or ``"en"``."""
    return "\n".join(_lines(lang)) + "\n"


def _lines(lang: str) -> Iterator[str]:
    yield from _say(lang, "title", "other", "invented", "again", "files_title")
    yield from _table(lang, "files_head", ((one["name"], one[lang]) for one in WORDS["files"]))
    yield from _say(lang, "bank", "bank_text", "facts")
    yield from _table(lang, "facts_head", ((f"`{key}`", one[lang]) for key, one in FACTS.items()))
    yield from _say(lang, "scores")
    yield from _table(
        lang,
        "scores_head",
        ((f"`{q.name}`", q.wording[lang], q.scale, _years(q.years)) for q in QUESTIONS),
    )
    yield from _say(lang, "modules")
    yield from _table(lang, "modules_head", ((name, _years(y)) for name, y in MODULES.items()))
    yield from _say(lang, "kano", "kano_text")
    yield from _table(lang, "kano_head", ((str(n), one[lang]) for n, one in ANSWERS.items()))
    yield from _say(lang, "area", "area_text", "truths", "truths_text")
    yield from (f"- {one[lang]}" for one in WORDS["planted"])


def _say(lang: str, *keys: str) -> Iterator[str]:
    for key in keys:
        yield from (WORDS[key][lang].format(not_used=NOT_USED), "")


def _years(years: Iterable[int]) -> str:
    asked = tuple(years)
    if asked == WAVES or len(asked) > 2:
        return f"{asked[0]}–{asked[-1]}"
    return ", ".join(map(str, asked))


def _table(lang: str, head: str, rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    titles = WORDS[head][lang]
    for row in (titles, ["---"] * len(titles), *rows):
        yield f"| {' | '.join(row)} |"
    yield ""
