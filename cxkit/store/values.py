"""Between an answer and its JSON text: what may be stored, and how large it may be."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from cxkit.store.errors import RefusedName, RefusedValue, ValueTooLarge
from cxkit.store.records import Value

MAX_BYTES = 4_000_000
MAX_DEPTH = 60
"""Nesting allowed. Python's JSON reader recurses: a value nested deeper than the stack of a later
reader would be saved and never be read again."""

TITLE_LENGTH = 200
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def encode(name: str, value: Mapping[str, Any]) -> tuple[str, Value]:
    """Turn an answer into the text to store and the value that text reads back as.

    The order of keys is kept: in a mapping that a person filled in it can carry meaning.

    Parameters
    ----------
    name
        The exercise, named in the errors.
    value
        What JSON can hold, at most ``MAX_BYTES`` as UTF-8 and ``MAX_DEPTH`` levels deep.

    Raises
    ------
    RefusedValue
        For NaN, infinities, objects, cycles and deep nesting.
    ValueTooLarge
        Above the limit.
    """
    if not isinstance(value, Mapping):
        raise RefusedValue(name=name)
    try:
        text = json.dumps(dict(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError):
        raise RefusedValue(name=name) from None
    text = whole_text(text)
    size = len(text.encode())
    if size > MAX_BYTES:
        # Rounded up, so that the size named is above the limit named.
        raise ValueTooLarge(name=name, size=-(-size // 1000), limit=MAX_BYTES // 1000)
    stored = decode(text)
    if _deeper_than(MAX_DEPTH, stored):
        raise RefusedValue(name=name)
    return text, stored


def decode(text: str) -> Value:
    """Read a stored text back."""
    value: Value = json.loads(text)
    return value


def whole_text(text: str) -> str:
    """Join surrogate pairs and replace unpaired ones by U+FFFD.

    Browsers can send half an emoji. It has no UTF-8, so it would break every later file and page.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def title(text: str) -> str:
    """Clean a title: one line, no control characters, not blank, at most 200 characters."""
    clean = _CONTROL.sub(" ", whole_text(text)).strip()[:TITLE_LENGTH].strip()
    if not clean:
        raise RefusedName(name=clean, what_it="titolo", what_en="title")
    return clean


def name(text: str, what_it: str, what_en: str) -> str:
    """Check an id: up to 64 ASCII letters, digits, ``.``, ``_`` or ``-``."""
    if not _NAME.fullmatch(text):
        raise RefusedName(name=whole_text(text[:64]), what_it=what_it, what_en=what_en)
    return text


def language(text: str) -> str:
    """Check a language code of two lower-case letters."""
    if not _LANGUAGE.fullmatch(text):
        raise RefusedName(name=whole_text(text[:64]), what_it="lingua", what_en="language")
    return text


def _deeper_than(limit: int, value: object) -> bool:
    level = [value]
    for _ in range(limit):
        level = [
            child
            for node in level
            for child in (node.values() if isinstance(node, dict) else node)  # type: ignore[attr-defined]
            if isinstance(child, dict | list)
        ]
        if not level:
            return False
    return True
