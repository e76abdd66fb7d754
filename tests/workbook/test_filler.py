"""Answers that fill every field and say nothing are told apart from work, whatever their length."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from cxkit.core.advice import COPIED, GENERAL, PASTED, PLACEHOLDER
from cxkit.core.exercise import find_exercise
from cxkit.core.fields import FieldShape, shapes_of
from cxkit.core.wording import FieldWords, exercise_ids, wording_of
from cxkit.language import LANGS, Lang
from cxkit.resources import samples
from cxkit.workbook import Workbook
from cxkit.workbook.filler import check_filler, texts_of

LOREM = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor. "
SLOGAN = {
    "it": "Il cliente è al centro di tutto ciò che facciamo, con passione, ogni giorno. ",
    "en": "The customer is at the heart of everything we do, with passion, every day. ",
}
HOLLOW = yaml.safe_load(Path(__file__).with_name("platitudes.yaml").read_text("utf-8"))
Write = Callable[[FieldWords, int], str]
_PLAIN: dict[str, Any] = {"date": "2027-01-15", "switch": True, "rating": 3}


def filled(shapes: Sequence[FieldShape], words: dict[str, FieldWords], write: Write) -> Any:
    """Fill every field: texts by `write`, all ratings alike, two records in each list."""
    value: dict[str, Any] = {}
    for shape in shapes:
        own, kind = words[shape.name], shape.kind
        if kind.name in ("text", "long-text"):
            value[shape.name] = write(own, shape.max_length or 200)
        elif kind.name in ("cards", "table") and not (kind.fixed or kind.per):
            value[shape.name] = [filled(shape.fields, own.fields, write) for _ in range(2)]
        elif kind.name == "matrix":
            value[shape.name] = filled(shape.fields, own.fields, write)
        elif shape.options:
            several = kind.name == "choices"
            value[shape.name] = [shape.options[0]] if several else shape.options[0]
        elif kind.name == "number":
            value[shape.name] = shape.minimum or 0
        elif kind.name in _PLAIN:
            value[shape.name] = _PLAIN[kind.name]
    return value


def book(lang: Lang, write: Write) -> Workbook:
    """Fill a whole workbook on a case of one's own."""
    values = {
        name: filled(shapes_of(find_exercise(name).model), wording_of(name).fields, write)
        for name in exercise_ids()
    }
    return Workbook.from_values("Ours", lang, values)


def by_repeating(text: str) -> Write:
    return lambda _, limit: (text * 40)[: min(limit, 800)].strip()


def by_platitudes(lang: Lang) -> Write:
    pairs = itertools.cycle(itertools.permutations(HOLLOW[lang], 2))
    return lambda _, limit: ". ".join(next(pairs))[:limit].strip()


def by_examples(lang: Lang) -> Write:
    return lambda words, _: words.example.in_(lang) if words.example else ""


def with_texts(whole: Workbook) -> list[str]:
    """Name the exercises in which there is room for words."""
    return [name for name, answer in whole.answers.items() if len(list(texts_of(answer))) >= 3]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", ["lorem", "slogan", "platitudes"])
def test_no_exercise_praises_words_that_say_nothing(kind: str, lang: Lang) -> None:
    ways = {
        "lorem": by_repeating(LOREM),
        "slogan": by_repeating(SLOGAN[lang]),
        "platitudes": by_platitudes(lang),
    }
    whole = book(lang, ways[kind])
    names, told = with_texts(whole), 0
    for name in names:
        found = whole.advice(name)
        assert [one.key for one in found if one.severity == "good"] == [], name
        told += bool({PLACEHOLDER, PASTED, GENERAL} & {one.key for one in found})
    # Where there is room for a few words only, an exercise's own checks may speak instead.
    assert told >= 0.9 * len(names)


@pytest.mark.parametrize("lang", LANGS)
def test_lorem_ipsum_and_pasted_words_never_count_as_complete(lang: Lang) -> None:
    for write in (by_repeating(LOREM), by_repeating(SLOGAN[lang])):
        whole = book(lang, write)
        assert {whole.progress(name).value for name in with_texts(whole)} <= {"attention", "begun"}


@pytest.mark.parametrize("lang", LANGS)
def test_an_exercise_of_platitudes_wants_attention(lang: Lang) -> None:
    whole = book(lang, by_platitudes(lang))
    states = [whole.progress(name).value for name in with_texts(whole)]
    # Where platitudes are few beside other words, the exercise's own checks speak.
    assert states.count("complete") <= 0.1 * len(states)


@pytest.mark.parametrize("lang", LANGS)
def test_the_examples_of_the_fields_are_not_one_s_own_words(lang: Lang) -> None:
    whole = book(lang, by_examples(lang))
    told = [name for name in with_texts(whole) if COPIED in {a.key for a in whole.advice(name)}]
    assert len(told) >= 25


@pytest.mark.parametrize("lang", LANGS)
def test_the_worked_example_is_told_of_until_it_is_made_one_s_own(lang: Lang) -> None:
    values = Workbook.read(samples() / f"bank.{lang}.cxworkbook.json").values()
    values["profile"]["case"] = "own"
    ours = Workbook.from_values("Ours", lang, values)
    assert COPIED in {one.key for one in ours.advice("vision-statement")}
    values["profile"]["case"] = "bank"
    theirs = Workbook.from_values("The bank", lang, values)
    assert COPIED not in {one.key for one in theirs.advice("vision-statement")}


@pytest.mark.parametrize("path", sorted(samples().glob("*.cxworkbook.json")), ids=lambda p: p.stem)
def test_honest_work_is_never_called_filler(path: Path) -> None:
    case = Workbook.read(path)
    found = {
        name: [a.key for a in check_filler(answer, case.lang, case.lang, own_case=False)]
        for name, answer in case.answers.items()
    }
    assert {name: keys for name, keys in found.items() if keys} == {}


@pytest.mark.parametrize("text", ["...", "xxx", "Da fare", "to do", "asdfgh", "bla bla bla"])
def test_what_holds_a_place_is_called_so(text: str) -> None:
    whole = Workbook.from_values("", "it", {"profile": {"company": text, "case": "own"}})
    assert whole.advice("profile")[0].key == PLACEHOLDER


@pytest.mark.parametrize("text", ["24/7", "Test Srl", "Da fare subito: il conto", "?"])
def test_what_is_short_is_no_filler_for_that(text: str) -> None:
    whole = Workbook.from_values("", "it", {"profile": {"company": text, "case": "own"}})
    assert PLACEHOLDER not in {one.key for one in whole.advice("profile")}


def test_one_source_named_for_three_claims_is_no_paste() -> None:
    source = "Interviews with people who applied for a mortgage (7)"
    claims = [{"claim": f"They {act}", "source": source} for act in ("wait", "call", "leave")]
    value = {"personas": [{"name": "Anna", "evidence": claims}]}
    whole = Workbook.from_values("", "en", {"buyer-persona": value})
    assert PASTED not in {one.key for one in whole.advice("buyer-persona")}
