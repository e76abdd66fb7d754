"""Italian articles before figures that are said with a vowel: "l’80%", "dall’8 marzo", "gli 11"."""

import re
from collections.abc import Callable, Mapping
from typing import Any

_BEFORE_NAME = re.compile(
    r"\b(il|al|dal|del|nel|sul|i|ai|dai|dei|nei|sui) (?=\{(\w+)\})", re.IGNORECASE
)
# Uno, otto, ottanta, undici; "1 marzo" is said "primo" and keeps its article.
_VOWEL = re.compile(r"8|11(?!\d)|1(?:,|%|$)")
_ELIDED = {
    "il": "l’", "al": "all’", "dal": "dall’", "del": "dell’", "nel": "nell’", "sul": "sull’",
    "i": "gli ", "ai": "agli ", "dai": "dagli ", "dei": "degli ", "nei": "negli ", "sui": "sugli ",
}  # fmt: skip


def with_articles(text: str, values: Mapping[str, Any]) -> str:
    """Return an Italian text whose articles before names in braces suit the figures put in there.

    Examples
    --------
    >>> said = "Il {share} entro il {day}."
    >>> with_articles(said, {"share": "82%", "day": "11 marzo"}), with_articles(
    ...     "Tutti i {count} punti", {"count": 8})
    ('L’{share} entro l’{day}.', 'Tutti gli {count} punti')
    >>> with_articles(said, {"share": "70%", "day": "1 marzo"})
    'Il {share} entro il {day}.'
    """

    def suited(found: re.Match[str]) -> str:
        article, name = found.groups()
        if name not in values or not _VOWEL.match(str(values[name])):
            return found.group()
        elided = _ELIDED[article.lower()]
        return elided.capitalize() if article[0].isupper() else elided

    return _BEFORE_NAME.sub(suited, text)


class Sentence(str):
    """An Italian sentence that suits its articles to the figures it is filled with.

    Examples
    --------
    >>> Sentence("scaduto il {day}").format(day="8 marzo 2027")
    'scaduto l’8 marzo 2027'
    """

    __slots__ = ()

    def format(self, *args: Any, **values: Any) -> str:
        """Put values in by name."""
        return str.format(with_articles(self, values), *args, **values)

    def format_map(self, values: Any, /) -> str:
        """Put values in by name."""
        return str.format_map(with_articles(self, values), values)


def suiting(said: Callable[[str], str]) -> Callable[[str], str]:
    """Return a translator into Italian whose sentences suit their articles."""

    def translate(words: str) -> str:
        found = said(words)
        return Sentence(found) if _BEFORE_NAME.search(found) else found

    return translate
