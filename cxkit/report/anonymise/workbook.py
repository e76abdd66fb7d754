"""A workbook whose texts name nobody; its links and its red thread are as before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from cxkit.core.answer import Item, Part
from cxkit.core.fields import shapes_of
from cxkit.core.wording import exercise_ids
from cxkit.language import Lang
from cxkit.report.anonymise.pseudonyms import Pseudonyms
from cxkit.workbook import Workbook

_TEXTS = ("text", "long-text")
# The competitors of the benchmark are names by what they are, whatever they look like.
_COMPETITORS = ("benchmark", "comparisons", "name")

_Part = TypeVar("_Part", bound=Part)


def anonymised(book: Workbook, lang: Lang, hide: Sequence[str] = ()) -> Workbook:
    """Return the workbook with the names of people and companies replaced, and no portraits.

    Names are found by rules: the company and the team of the profile, competitors, what looks like
    a person's or a company's name, e-mail and web addresses, phone numbers, codes of accounts and
    persons. What no rule knows stays: read the result before you hand it over.

    Parameters
    ----------
    book : Workbook
        The answers.
    lang : {"it", "en"}
        Language of the words that take the names' place.
    hide : sequence of str
        More names to replace.

    Examples
    --------
    >>> from cxkit.vision.model import Vision
    >>> book = Workbook("Acme", "en").with_answer(Vision(motto="Ask Carla Monti at Acme"))
    >>> anonymised(book, "en", ["Acme"]).answers["vision-statement"].motto
    'Ask Name 2 at Name 1'
    """
    names = Pseudonyms(lang)
    profile = book.answers.get("profile")
    names.company(getattr(profile, "company", ""))
    for name in (getattr(profile, "name", ""), *hide):
        names.person(name)
    ordered = [book.answers[name] for name in exercise_ids() if name in book.answers]
    for answer in ordered:
        for path, text in _texts(answer, (answer.exercise,)):
            if path == _COMPETITORS:
                names.company(text)
            names.learn(text)
    ids = _new_ids((item for answer in ordered for item in answer.items()), names)
    answers = {answer.exercise: _hidden(answer, names, ids) for answer in ordered}
    return replace(book, title=names.hide(book.title), answers=answers)


def _texts(part: Part, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Walk the free texts of a part with the names of the fields that lead to them."""
    for shape in shapes_of(type(part)):
        value, here = getattr(part, shape.name), (*path, shape.name)
        if shape.kind.name in _TEXTS:
            yield here, value
        elif shape.kind.name == "tags":
            yield from ((here, tag) for tag in value)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Part):
                yield from _texts(inner, here)


def _new_ids(items: Iterator[Item], names: Pseudonyms) -> dict[str, str]:
    """Return another id for each item whose id tells a name."""
    telling = dict.fromkeys(item.id for item in items if names.tells(item.id))
    return {old: f"hidden-{number}" for number, old in enumerate(telling, start=1)}


def _hidden(part: _Part, names: Pseudonyms, ids: Mapping[str, str]) -> _Part:
    changed: dict[str, Any] = {}
    if isinstance(part, Item) and part.id in ids:
        changed["id"] = ids[part.id]
    for shape in shapes_of(type(part)):
        value, kind = getattr(part, shape.name), shape.kind.name
        if kind in _TEXTS:
            changed[shape.name] = names.hide(value)[: shape.max_length]
        elif kind == "tags":
            changed[shape.name] = tuple(dict.fromkeys(names.hide(tag)[:60] for tag in value))
        elif kind == "picture":
            changed[shape.name] = ""
        elif kind == "link":
            changed[shape.name] = ids.get(value, value)
        elif kind == "links":
            changed[shape.name] = tuple(ids.get(one, one) for one in value)
        elif isinstance(value, Part):
            changed[shape.name] = _hidden(value, names, ids)
        elif isinstance(value, tuple):
            changed[shape.name] = tuple(
                _hidden(one, names, ids) if isinstance(one, Part) else one for one in value
            )
    return part.model_copy(update=changed)
