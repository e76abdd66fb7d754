"""Answers that fill fields and say nothing: stand-ins, pasted words, copied examples, platitudes."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from cxkit.core.advice import COPIED, GENERAL, PASTED, PLACEHOLDER, Advice, Severity
from cxkit.core.answer import Answer, Item, Part
from cxkit.core.fields import shapes_of
from cxkit.core.phrases import brief, quote
from cxkit.core.wording import FieldWords, wording_of
from cxkit.language import LANGS, Lang
from cxkit.language.word_lists import COMMON, WordLists, bare, fold, has_figure
from cxkit.resources import samples

# Shorter texts may honestly come again: a role, a place, a title.
A_SENTENCE = 6
# Texts of fewer words can be the example's by chance.
A_PHRASE = 4
OFTEN = 3
# What can be looked up or seen; and what is said where nothing can.
_CONCRETE = ("measures", "records", "actions")
_AIRY = ("empty", "attitudes", "hollow", "hearsay", "blame")
_LISTS = WordLists(COMMON)

Told = tuple[tuple[str, ...], str]


def texts_of(part: Part, path: tuple[str, ...] = ()) -> Iterator[Told]:
    """Walk what people wrote in their own words, each with the path to its field."""
    for shape in shapes_of(type(part)):
        value, where = getattr(part, shape.name), (*path, shape.name)
        if shape.kind.name in ("text", "long-text") and value.strip():
            yield where, value
        elif shape.part is not None:
            for entry in value if isinstance(value, tuple) else (value,):
                yield from texts_of(entry, (*where, entry.id) if isinstance(entry, Item) else where)


def check_filler(answer: Answer, lang: Lang, written: Lang, *, own_case: bool) -> list[Advice]:
    """Return advice on texts that are none, one piece for each way of filling fields.

    Parameters
    ----------
    answer : Answer
        What was written.
    lang, written : {"it", "en"}
        Language of the advice, and of the answer.
    own_case : bool
        Whether people work on a case of their own: a sample case may keep the sample's words.

    Examples
    --------
    >>> from cxkit.vision import Vision
    >>> vision = Vision(motto="Lorem ipsum dolor sit amet")
    >>> [found] = check_filler(vision, "en", "en", own_case=True)
    >>> found.key, found.where
    ('placeholder', ('motto',))
    """
    told = list(texts_of(answer))
    found = [
        _placeholder(told, lang, written),
        _pasted(told, lang),
        _general(told, lang, written),
    ]
    if own_case:
        found.append(_copied(told, answer.exercise, written))
    return [advice for advice in found if advice]


def _placeholder(told: list[Told], lang: Lang, written: Lang) -> Advice | None:
    for where, text in told:
        if _holds_a_place(text, written):
            return Advice(PLACEHOLDER, "problem", where, {"words": quote(brief(text), lang)})
    return None


def _holds_a_place(text: str, written: Lang) -> bool:
    if not re.search(r"\w", text):
        return len(text.strip()) > 1
    if _words(text) < A_PHRASE and any(_LISTS.is_only("stand_ins", text, lang) for lang in LANGS):
        return True
    return _LISTS.has_any(("dummy",), text, written)


def _pasted(told: list[Told], lang: Lang) -> Advice | None:
    """Find a text that stands in several places, or a sentence that comes again and again."""
    places: dict[str, list[Told]] = {}
    for where, text in told:
        if _words(text) >= A_SENTENCE:
            places.setdefault(bare(text), []).append((where, text))
    for same in places.values():
        # One field may say the same of several records: the source of three claims is one source.
        if len(same) >= OFTEN and len({where[::2] for where, _ in same}) > 1:
            where, text = same[0]
            return _again(where, text, len(same), lang)
    for where, text in told:
        sentences = Counter(bare(one) for one in re.split(r"[.!?\n]+", text))
        for sentence, times in sentences.items():
            if times >= OFTEN and _words(sentence) >= A_PHRASE:
                first = next(one for one in re.split(r"[.!?\n]+", text) if bare(one) == sentence)
                return _again(where, first.strip(), times, lang)
    return None


def _again(where: tuple[str, ...], text: str, times: int, lang: Lang) -> Advice:
    return Advice(PASTED, "problem", where, {"words": quote(brief(text), lang), "count": times})


def _copied(told: list[Told], exercise_id: str, written: Lang) -> Advice | None:
    phrases = [(where, bare(text)) for where, text in told if _words(text) >= A_PHRASE]
    examples = _examples(exercise_id, written)
    copied = [where for where, text in phrases if text in examples]
    if not copied or 2 * len(copied) < len(phrases):
        return None
    return Advice(COPIED, "problem", copied[0], {"count": len(copied), "total": len(phrases)})


def _general(told: list[Told], lang: Lang, written: Lang) -> Advice | None:
    """Find that at least every other text would suit any company."""
    long = [(where, text) for where, text in told if _words(text) >= A_SENTENCE]
    if len(long) < OFTEN:
        return None
    airy = [(where, text) for where, text in long if _is_airy(text, written)]
    if 2 * len(airy) < len(long):
        return None
    where, text = airy[0]
    values: dict[str, str | int | float] = {
        "words": quote(brief(text), lang), "count": len(airy), "total": len(long),
    }  # fmt: skip
    # Nobody's work is done where nearly everything would suit any company.
    severity: Severity = "problem" if 4 * len(airy) >= 3 * len(long) else "warning"
    return Advice(GENERAL, severity, where, values)


def _is_airy(text: str, written: Lang) -> bool:
    platitudes = _LISTS.find("platitudes", text, written)
    rest = text
    for one in platitudes:
        # "Go hand in hand" is no gesture, although hands are given.
        rest = fold(rest).replace(fold(one), " ")
    if has_figure(rest) or _LISTS.has_any(_CONCRETE, rest, written):
        return False
    return bool(platitudes) or _LISTS.has_any(_AIRY, rest, written)


def _words(text: str) -> int:
    return len(text.split())


@cache
def _examples(exercise_id: str, lang: Lang) -> frozenset[str]:
    """Return the folded texts of an exercise's worked example, and of its fields' examples."""
    wording = wording_of(exercise_id)
    answers = _sample(wording.example.case, lang)
    found = {bare(text) for text in _strings(answers.get(exercise_id, {}))}
    return frozenset(found | {bare(text) for text in _field_examples(wording.fields, lang)})


@cache
def _sample(case: str, lang: Lang) -> Mapping[str, Any]:
    text = (samples() / f"{case}.{lang}.cxworkbook.json").read_text(encoding="utf-8")
    answers: Mapping[str, Any] = json.loads(text)["answers"]
    return answers


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def _field_examples(fields: Mapping[str, FieldWords], lang: Lang) -> Iterator[str]:
    for words in fields.values():
        if words.example:
            yield words.example.in_(lang)
        yield from _field_examples(words.fields, lang)
