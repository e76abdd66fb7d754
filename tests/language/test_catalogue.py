"""The Italian page words are those of the sources: all of them, none left over, no hole changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from cxkit.language import translator
from cxkit.language import update as catalogue_of_sources
from cxkit.language.update import page_words, python_words, read_catalogue, template_words

# Names that are the same in both languages.
NAMES = {"Base", "CX Master Programme", "NPS", "Net Promoter Score", "No", "Password"}


@pytest.fixture(scope="module")
def italian() -> Mapping[str, str]:
    return {str(entry.id): str(entry.string) for entry in read_catalogue("it") if entry.id}


def holes(text: str) -> list[str]:
    return sorted(re.findall(r"{\w*}", text))


def test_every_page_word_is_in_the_catalogue(italian: Mapping[str, str]) -> None:
    missing = {words: places for words, places in page_words().items() if words not in italian}
    assert not missing, "run: python -m cxkit.language.update"


def test_the_catalogue_has_no_word_that_nobody_uses(italian: Mapping[str, str]) -> None:
    assert sorted(italian.keys() - page_words().keys()) == []


def test_every_page_word_is_translated(italian: Mapping[str, str]) -> None:
    assert [words for words, said in italian.items() if not said.strip()] == []
    assert [entry.id for entry in read_catalogue("it") if entry.fuzzy and entry.id] == []


def test_holes_are_filled_alike(italian: Mapping[str, str]) -> None:
    assert {w: holes(w) for w in italian} == {w: holes(said) for w, said in italian.items()}


def test_nothing_is_left_in_english(italian: Mapping[str, str]) -> None:
    assert [words for words, said in italian.items() if words == said and words not in NAMES] == []
    english = r"\b(the|and|of|with|your|you|this|that|is|are|they|what|from|have|was|not)\b"
    said_plainly = {w: re.sub(r"{.*?}|--\w+", "", said) for w, said in italian.items()}
    assert [w for w, said in said_plainly.items() if re.search(english, said)] == []


def test_italian_is_set_with_its_own_marks(italian: Mapping[str, str]) -> None:
    assert [said for said in italian.values() if re.search(r"\w'\w|[“”\"]", said)] == []


def test_compiled_catalogue_is_in_use(italian: Mapping[str, str]) -> None:
    spoken = translator("it")
    assert {words: spoken(words) for words in italian} == italian


def test_english_stands_in_the_source() -> None:
    spoken = translator("en")
    assert all(spoken(words) == words for words in page_words())


def test_an_update_changes_nothing_when_nothing_has_changed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = catalogue_of_sources.catalogue_path("it").read_text(encoding="utf-8")
    copy = tmp_path / "it" / "LC_MESSAGES" / "cxkit.po"
    copy.parent.mkdir(parents=True)
    copy.write_text(before, encoding="utf-8")
    monkeypatch.setattr(catalogue_of_sources, "CATALOGUES", tmp_path)
    assert catalogue_of_sources.update("it") == []
    assert copy.read_text(encoding="utf-8") == before


def test_words_are_found_however_they_are_marked() -> None:
    source = '_("One")\ntr("Two " "parts")\ntranslator(lang)("Three")\nother("Four")\ntr(name)'
    assert list(python_words(source)) == ["One", "Two parts", "Three"]
    template = "{% if x %}{{ _('One') }}{% endif %}<p title=\"{{ _('T {n}').format(n=1) }}\">"
    assert list(template_words(template)) == ["One", "T {n}"]
