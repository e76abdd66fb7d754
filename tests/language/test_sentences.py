"""The lists of words find what they should in sentences as people write them, and nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from cxkit.language import LANGS, Lang
from cxkit.language.word_lists import WordLists
from tests.contract.sources import PACKAGE

SENTENCES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("sentences.yaml").read_text("utf-8")
)


def _cases(verdict: str) -> Iterator[Any]:
    for check, told in SENTENCES.items():
        for lang in LANGS:
            for text in told[lang][verdict]:
                yield pytest.param(check, lang, text, id=f"{check}-{lang}-{text[:40]}")


def _found(check: str, text: str, lang: Lang) -> list[str]:
    told = SENTENCES[check]
    lists = WordLists(PACKAGE / told["slice"] / "words.yaml")
    return lists.find(told.get("list", check), text, lang)


@pytest.mark.parametrize(("check", "lang", "text"), list(_cases("found")))
def test_sentence_is_found(check: str, lang: Lang, text: str) -> None:
    assert _found(check, text, lang)


@pytest.mark.parametrize(("check", "lang", "text"), list(_cases("fine")))
def test_innocent_sentence_is_left_alone(check: str, lang: Lang, text: str) -> None:
    assert _found(check, text, lang) == []
