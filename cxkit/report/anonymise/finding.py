"""What in a text names a person, a company, or a way to reach them."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cxkit.language.yaml_files import read_own_yaml

_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[\w]"
_PARTICLE = r"(?:(?:[Dd](?:e|el|ella|ei|egli|i|a|al|er)|[Ll][ao]|[Vv][ao]n|O|D|Mc|Mac)[ ’'])?"
_SURNAME = rf"{_PARTICLE}{_WORD}"

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
WEB = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"“”«»]+|(?<![\w@])@[A-Za-z_][\w.]{2,}")
PHONE = re.compile(
    r"(?<![\w.,+])(?:"
    r"(?:\+|00)\d{1,3}(?:[ ./-]?\(?\d{1,5}\)?){2,5}"
    r"|0\d{1,4}[ ./-]\d{3,4}[ .-]?\d{2,5}"
    r"|3\d{2}[ ./-]?\d{3}[ .-]?\d{3,4}"
    r"|\(?[2-9]\d{2}\)?[ .-]\d{3}[.-]\d{4}"
    r")(?![\w.,]\d|\d)"
)
CODE = re.compile(
    r"(?<!\w)(?:[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?"  # an account (IBAN)
    r"|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z])(?!\w)"  # a person (codice fiscale)
)


class Person(NamedTuple):
    """A name as a text writes it, and the parts that stand for it elsewhere."""

    written: str
    parts: tuple[str, ...]


@cache
def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = read_own_yaml(Path(__file__).with_name("names.yaml"))
    return lists


def _any_of(name: str) -> str:
    return "|".join(re.escape(word) for word in sorted(_lists()[name], key=len, reverse=True))


@cache
def _full_name() -> re.Pattern[str]:
    first = f"{_any_of('first_names')}|{_any_of('names_that_are_words')}"
    one = rf"(?:{first})(?:[ -](?:{first}))?"
    return re.compile(rf"(?<!\w)(?P<first>{one}) (?P<last>{_SURNAME})(?!\w)")


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{_any_of('titles')})\.? (?P<last>{_SURNAME})(?!\w)")


@cache
def _first_name() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of('first_names')})(?!\w)")


@cache
def _company() -> re.Pattern[str]:
    name = rf"(?<!\w)(?P<name>{_WORD}(?: (?:& )?{_WORD}){{0,3}})"
    return re.compile(rf"{name},? (?:{_any_of('legal_forms')})(?!\w)")


def people_in(text: str) -> list[Person]:
    """Return the names of people that a text writes.

    Examples
    --------
    >>> people_in("Carla Monti asked Mr Bean; ask Carla")
    [Person(written='Carla Monti', parts=('Carla', 'Monti')),
     Person(written='Bean', parts=('Bean',)),
     Person(written='Carla', parts=('Carla',))]
    """
    found: dict[str, Person] = {}
    for match in _full_name().finditer(text):
        found[match[0]] = Person(match[0], (match["first"], match["last"]))
    for match in _titled().finditer(text):
        found.setdefault(match["last"], Person(match["last"], (match["last"],)))
    for match in _first_name().finditer(text):
        found.setdefault(match[0], Person(match[0], (match[0],)))
    return sorted(found.values(), key=lambda person: -len(person.parts))


def companies_in(text: str) -> list[str]:
    """Return the names of companies that a text writes with their legal form.

    Examples
    --------
    >>> companies_in("We buy from Nord Carta S.r.l. since May")
    ['Nord Carta']
    """
    return [match["name"] for match in _company().finditer(text)]


def telling_words(company: str) -> list[str]:
    """Return the words of a company's name that say who it is, not what it does.

    Examples
    --------
    >>> telling_words("Banca Cooperativa Valchiara")
    ['Valchiara']
    """
    trades = set(_lists()["trades"])
    words = re.findall(r"\w[\w’'-]+\w", company)
    return [w for w in words if len(w) > 3 and w[0].isupper() and w.lower() not in trades]
