"""Take what a browser sends: keep what the model allows, refuse the rest field by field."""

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from cxkit.core.answer import Answer
from cxkit.core.problems import Problem, problems_of
from cxkit.language import Lang

# Each round mends at least one value; a value that needs more rounds than this is not from a form.
_ROUNDS = 100


@dataclass(frozen=True)
class Accepted:
    """What can be saved, and what was refused and why."""

    answer: Answer
    problems: tuple[Problem, ...]


def _by_id(entries: object, item_id: object) -> Any:
    if not isinstance(entries, list | tuple):
        return None
    return next((e for e in entries if isinstance(e, dict) and e.get("id") == item_id), None)


def _mend(value: Any, loc: tuple[int | str, ...], before: Any) -> None:
    """Put the stored value back at `loc`; without one, drop the entry so that its default holds."""
    for step in loc[:-1]:
        inside = value[step]
        if isinstance(step, int):
            before = _by_id(before, inside.get("id")) if isinstance(inside, dict) else None
        else:
            before = before.get(step) if isinstance(before, Mapping) else None
        value = inside
    last = loc[-1]
    if isinstance(value, list) and isinstance(last, int):
        del value[last]
    elif isinstance(before, Mapping) and last in before and last != "id":
        value[last] = copy.deepcopy(before[last])
    else:
        value.pop(last, None)


def accept(model: type[Answer], value: object, before: Mapping[str, Any], lang: Lang) -> Accepted:
    """Validate `value` as an answer; where it is not allowed, keep what was stored `before`.

    Parameters
    ----------
    model : type of Answer
        What the exercise's answer must be.
    value : object
        What came from the browser: anything.
    before : mapping
        The stored value, valid for `model`; empty when nothing is stored yet.
    lang : {"it", "en"}
        Language of the reasons.

    Examples
    --------
    >>> from cxkit.vision import Vision
    >>> taken = accept(Vision, {"motto": "x" * 300}, {"motto": "Ci siamo"}, "en")
    >>> taken.answer.motto, taken.problems[0].where
    ('Ci siamo', ('motto',))
    """
    mended = copy.deepcopy(value) if isinstance(value, dict) else dict(before)
    problems: list[Problem] = []
    for _ in range(_ROUNDS):
        try:
            return Accepted(model.model_validate_json(json.dumps(mended)), tuple(problems))
        except ValidationError as error:
            found = problems_of(error, mended, lang)
            problems.extend(p for p in found if p not in problems)
            # One place a round, the last one first: deleting from a list moves what follows.
            *_, last = error.errors(include_url=False, include_context=False)
            if not last["loc"]:
                break
            _mend(mended, last["loc"], before)
    return Accepted(model.model_validate(dict(before)), tuple(problems))
