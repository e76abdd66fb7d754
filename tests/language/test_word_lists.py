"""Word lists find inflected forms, whatever the accents, capitals and apostrophes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.language.word_lists import WordLists, fold
from cxkit.language.yaml_files import read_yaml
from tests.contract.sources import PACKAGE


def lists(tmp_path, text):
    path = tmp_path / "words.yaml"
    path.write_text(text, encoding="utf-8")
    return WordLists(path)


def test_a_star_finds_every_ending_and_plain_words_only_themselves(tmp_path):
    words = lists(tmp_path, "empty: {it: [eccellen*, top], en: []}")
    assert words.find("empty", "Eccellenza, topi eccellenti al TOP", "it") == [
        "eccellenza", "eccellenti", "top",
    ]  # fmt: skip
    assert words.find("empty", "top", "en") == []


def test_accents_apostrophes_and_hyphens_do_not_matter(tmp_path):
    words = lists(tmp_path, "a: {it: [qualita, all'avanguardia], en: [best in class]}")
    assert words.find("a", "Qualità all’avanguardia", "it") == ["qualità", "all’avanguardia"]
    assert words.find("a", "qualita\u0300", "it") == ["qualità"]
    assert words.find("a", "BEST-IN-CLASS", "en") == ["best-in-class"]


def test_each_word_is_named_once(tmp_path):
    assert lists(tmp_path, "a: {it: [top], en: []}").find("a", "top Top TOP", "it") == ["top"]


@given(st.text())
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)


def test_a_slice_adds_to_the_list_that_all_know_and_has_lists_of_its_own(tmp_path):
    own = lists(tmp_path, "{attitudes: {it: [a modo], en: [tidy]}, pets: {it: [gatt*], en: [cat]}}")
    assert own.find("attitudes", "tidy and helpful", "en") == ["tidy", "helpful"]
    assert own.find("pets", "a cat", "en") == ["cat"]
    assert own.find("measures", "within an hour", "en") == ["within", "hour"]


def test_a_text_is_whole_only_when_nothing_stands_besides(tmp_path):
    own = lists(tmp_path, "nobody: {it: [il team], en: [the team]}")
    assert own.is_whole("nobody", "  The  TEAM. ", "en")
    assert not own.is_whole("nobody", "the team of the counter", "en")
    assert not own.is_whole("nobody", " ", "en")


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.glob("**/words.yaml")), ids=lambda path: path.parent.name
)
def test_no_bare_yes_no_or_null_of_ours_stopped_being_a_word(path):
    for name, phrases in read_yaml(path).items():
        for lang, listed in phrases.items():
            assert [one for one in listed if not isinstance(one, str)] == [], (name, lang)
