"""Each chapter is one notebook in both languages, teaches before it asks, holds no results."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pytest

from cxkit.core.wording import Chapter, chapters, exercise_ids, wording_of
from cxkit.language import Lang
from cxkit.resources import notebooks
from cxkit.workbook.cells import only_shows, shows_desk

WHAT_IF = r'what_if\("[a-z-]+"\)'
LANGS: tuple[Lang, Lang] = ("it", "en")
NAMES = [
    "00-start",
    "01-why-cx",
    "02-culture",
    "03-vision",
    "04-listening",
    "05-journey",
    "06-measure",
    "07-listen-to-data",
    "08-act",
    "09-embed",
    "10-roadmap",
]
# A drawing beside the notebook; what it says in words is no part of the lesson's length.
DRAWING = re.compile(r"!\[[^\]]+\]\(img/[a-z-]+\.svg\)")
BOTH = pytest.mark.parametrize("lang", LANGS)
EACH = pytest.mark.parametrize("chapter", chapters(), ids=lambda chapter: chapter.id)


def _path(chapter: Chapter, lang: Lang) -> Path:
    return notebooks() / lang / f"{chapter.notebook}.ipynb"


def _cells(chapter: Chapter, lang: Lang) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = nbformat.read(_path(chapter, lang), as_version=4).cells
    return found


def _shown(chapter: Chapter, lang: Lang) -> list[str | None]:
    code = [cell["source"] for cell in _cells(chapter, lang) if cell["cell_type"] == "code"]
    shown = [one for one in code if not shows_desk(one) and not re.fullmatch(WHAT_IF, one)]
    return [only_shows(source) for source in shown]


def _words(cells: list[dict[str, Any]]) -> int:
    prose = " ".join(cell["source"] for cell in cells if cell["cell_type"] == "markdown")
    return len(re.findall(r"\w[\w’.,/-]*", re.sub(r"[|*#_→·-]+", " ", DRAWING.sub("", prose))))


@BOTH
def test_every_chapter_has_its_notebook_and_there_are_no_others(lang: Lang) -> None:
    assert sorted(path.stem for path in (notebooks() / lang).glob("*.ipynb")) == NAMES
    assert [chapter.notebook for chapter in chapters()] == NAMES


@EACH
def test_languages_share_cell_ids_kinds_and_code(chapter: Chapter) -> None:
    def bones(lang: Lang) -> list[tuple[str, str, str]]:
        return [
            (cell["id"], cell["cell_type"], cell["source"] if cell["cell_type"] == "code" else "")
            for cell in _cells(chapter, lang)
        ]

    assert bones("it") == bones("en")


@BOTH
@EACH
def test_notebook_is_valid_and_has_stable_ids(chapter: Chapter, lang: Lang) -> None:
    nbformat.validate(nbformat.read(_path(chapter, lang), as_version=4))
    ids = [cell["id"] for cell in _cells(chapter, lang)]
    assert len(set(ids)) == len(ids)
    assert [cell_id for cell_id in ids if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", cell_id)] == []


@BOTH
@EACH
def test_notebook_holds_no_results(chapter: Chapter, lang: Lang) -> None:
    code = [cell for cell in _cells(chapter, lang) if cell["cell_type"] == "code"]
    assert [cell["id"] for cell in code if cell["outputs"] or cell["execution_count"]] == []
    assert [cell["id"] for cell in _cells(chapter, lang) if cell["metadata"]] == []


@BOTH
@EACH
def test_file_is_laid_out_for_reading_and_comparing(chapter: Chapter, lang: Lang) -> None:
    text = _path(chapter, lang).read_text("utf-8")
    assert text == json.dumps(json.loads(text), indent=1, ensure_ascii=False) + "\n"


@BOTH
@EACH
def test_notebook_shows_each_exercise_of_its_chapter_once_and_in_order(
    chapter: Chapter, lang: Lang
) -> None:
    expected = [name for name in exercise_ids() if wording_of(name).chapter == chapter.id]
    assert _shown(chapter, lang) == expected


@BOTH
@EACH
def test_only_the_first_code_cell_imports(chapter: Chapter, lang: Lang) -> None:
    code = [cell["source"] for cell in _cells(chapter, lang) if cell["cell_type"] == "code"]
    imports = ["import" in source for source in code]
    assert imports == [True, *[False] * (len(code) - 1)][: len(code)]


@BOTH
@EACH
def test_first_cell_names_the_chapter_and_its_question(chapter: Chapter, lang: Lang) -> None:
    first = _cells(chapter, lang)[0]["source"]
    title, question = chapter.title.in_(lang), chapter.question.in_(lang)
    assert first == f"# {NAMES.index(chapter.notebook)} · {title}\n\n*{question}*"


@BOTH
@EACH
def test_lesson_is_long_enough_to_teach_and_short_enough_to_read(
    chapter: Chapter, lang: Lang
) -> None:
    assert 400 <= _words(_cells(chapter, lang)) <= 900


@BOTH
@EACH
def test_chapter_teaches_in_two_to_five_sections(chapter: Chapter, lang: Lang) -> None:
    headings = [
        line
        for cell in _cells(chapter, lang)
        for line in cell["source"].splitlines()
        if line.startswith("## ")
    ]
    assert 2 <= len(headings) <= 5 + len(_shown(chapter, lang))


@BOTH
@EACH
def test_every_exercise_follows_a_sentence_on_why_it_comes_now(
    chapter: Chapter, lang: Lang
) -> None:
    cells = _cells(chapter, lang)
    for before, cell in pairwise(cells):
        if cell["cell_type"] == "code":
            assert before["cell_type"] == "markdown"
            assert before["id"] == f"before-{cell['id'].removeprefix('exercise-')}"


@BOTH
@EACH
def test_lesson_runs_no_script_and_loads_nothing(chapter: Chapter, lang: Lang) -> None:
    prose = " ".join(c["source"] for c in _cells(chapter, lang) if c["cell_type"] == "markdown")
    prose = DRAWING.sub("", prose)
    assert re.findall(r"<[a-z!/]|https?:|javascript:|!\[", prose, re.IGNORECASE) == []
