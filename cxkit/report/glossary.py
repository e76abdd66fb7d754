"""The words a reader may not know, for the exercises that a report shows."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import Field, TypeAdapter

from cxkit.core.wording import Text, Words
from cxkit.language import Lang
from cxkit.language.word_lists import fold
from cxkit.language.yaml_files import read_own_yaml


@dataclass(frozen=True)
class Term:
    """A word and what it means."""

    name: str
    means: str


class _Entry(Words):
    term: Text
    means: Text
    exercises: tuple[str, ...] = Field(min_length=1)


@cache
def _entries() -> tuple[_Entry, ...]:
    found = read_own_yaml(Path(__file__).with_name("glossary.yaml"))
    return TypeAdapter(tuple[_Entry, ...]).validate_python(found, strict=False)


def glossary(exercises: Collection[str], lang: Lang) -> tuple[Term, ...]:
    """Return the terms that these exercises use, in the alphabet's order.

    Examples
    --------
    >>> [term.name for term in glossary(["continuum"], "en")]
    ['Experience Continuum']
    """
    used = [entry for entry in _entries() if not set(exercises).isdisjoint(entry.exercises)]
    terms = (Term(entry.term.in_(lang), entry.means.in_(lang)) for entry in used)
    return tuple(sorted(terms, key=lambda term: fold(term.name)))
