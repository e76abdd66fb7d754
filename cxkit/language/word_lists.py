"""Word lists that authors keep in YAML, and where a text uses their words."""

import re
import unicodedata
from functools import cache, cached_property
from pathlib import Path

from cxkit.language import LANGS, Lang
from cxkit.language.formats import month_names
from cxkit.language.yaml_files import read_own_yaml

COMMON = Path(__file__).with_name("words.yaml")


class _Plain(dict[int, str]):
    """Small letters without accents, by code; kept for the letters of our languages only."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = unicodedata.normalize("NFKD", char)[:1].lower()[:1] or char
        if code < _LATIN_END:
            self[code] = plain
        return plain


_LATIN_END = 0x250
_PLAIN = _Plain()


def fold(text: str) -> str:
    """Put a text in small letters without accents, character by character.

    Examples
    --------
    >>> fold("Qualità è L’idea")
    "qualita e l'idea"
    """
    plain = text.replace("’", "'")
    if plain.isascii():
        return plain.lower()
    return plain.translate(_PLAIN)


def compile_phrases(phrases: list[str]) -> re.Pattern[str]:
    """Return the pattern that finds any of some phrases in a folded text.

    A phrase is made of whole words; a star stands for any ending, so that ``eccellen*`` finds
    "eccellente" and "eccellenza". Spaces match hyphens and apostrophes too. Accents don't matter.

    Examples
    --------
    >>> compile_phrases(["eccellen*", "best in class"]).findall("eccellenti e best-in-class")
    ['eccellenti', 'best-in-class']
    """
    written = sorted({fold(" ".join(str(phrase).split())) for phrase in phrases}, key=len)
    parts = [
        r"[\s'-]+".join(re.escape(word).replace(r"\*", r"\w*") for word in re.split(r"[ '-]", one))
        for one in reversed(written)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts) or '(?!)'})(?!\w)")


def bare(text: str) -> str:
    """Return a text without differences of case, accents, spaces and closing marks.

    Examples
    --------
    >>> bare(" Il  TEAM. ")
    'il team'
    """
    return " ".join(fold(text).split()).strip(" .;,!?¿«»“”\"'")


def has_figure(text: str) -> bool:
    """Say whether a text names a number, in digits or in words of either language.

    Examples
    --------
    >>> has_figure("within 2 days"), has_figure("seen from four departments")
    (True, True)
    >>> has_figure("as soon as we can")
    False
    """
    return bool(re.search(r"\d", text) or _NUMBERS.search(fold(text)))


# Without Italian "due" and "sei", which mean other things as well.
_NUMBERS = compile_phrases(
    [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
        "hundred", "thousand", "dozen", "tre", "quattro", "cinque", "sette", "otto", "nove",
        "dieci", "undici", "dodici", "quindici", "venti", "trenta", "quaranta", "cinquanta",
        "sessanta", "settanta", "ottanta", "novanta", "cento", "mille",
    ]
)  # fmt: skip


def names_a_day(text: str) -> bool:
    """Say whether a text names one day of the calendar, in either language.

    Examples
    --------
    >>> names_a_day("On 9 March she rang three times"), names_a_day("Sabato 3 maggio, al banco")
    (True, True)
    >>> names_a_day("In March they ring three times")
    False
    """
    return bool(_a_day().search(fold(text)))


def undated(text: str) -> str:
    """Return a folded text without the days, months and years it names.

    Examples
    --------
    >>> undated("All stays in June 2026"), undated("All stays in  October 2025")
    ('all stays in', 'all stays in')
    """
    plain = _a_day().sub(" ", fold(text))
    return " ".join(re.sub(rf"\b(?:{_months()}|(?:19|20)\d\d)\b", " ", plain).split())


@cache
def _months() -> str:
    return "|".join(fold(name) for lang in LANGS for name in month_names(lang))


@cache
def _a_day() -> re.Pattern[str]:
    day = r"(?<!\d)(?:[12]?\d|3[01])"
    return re.compile(
        rf"{day}(?:st|nd|rd|th|º|°)?\s+(?:of\s+)?(?:{_months()})\b"
        rf"|\b(?:{_months()})\s+{day}(?!\d)"
    )


class WordLists:
    """The lists of one YAML file: ``name: {it: [phrase, …], en: [phrase, …]}``.

    Parameters
    ----------
    path : Path
        The file; read when a list is first used. What several slices look for stands in
        ``cxkit/language/words.yaml``; a list of the same name here adds to it.

    Examples
    --------
    >>> lists = WordLists(COMMON)
    >>> lists.find("measures", "An answer within two days", "en")
    ['within', 'days']
    >>> lists.is_whole("everyone_roles", "The team.", "en")
    True
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._patterns: dict[tuple[str, ...], re.Pattern[str]] = {}

    @cached_property
    def _lists(self) -> dict[str, dict[str, list[str]]]:
        own, common = _read(self.path), _read(COMMON)
        if self.path == COMMON:
            return common
        both = {
            name: {lang: common[name][lang] + phrases for lang, phrases in own[name].items()}
            for name in own.keys() & common.keys()
        }
        return {**common, **own, **both}

    def find(self, name: str, text: str, lang: Lang) -> list[str]:
        """Return the phrases of a list as `text` writes them, each once, in their order."""
        pattern = self._patterns.get((name, lang))
        if pattern is None:
            pattern = self._patterns[name, lang] = compile_phrases(self._lists[name][lang])
        text = unicodedata.normalize("NFC", text)
        found: dict[str, str] = {}
        for match in pattern.finditer(fold(text)):
            found.setdefault(match[0], text[match.start() : match.end()].lower())
        return list(found.values())

    def has_any(self, names: tuple[str, ...], text: str, lang: Lang) -> bool:
        """Say whether `text` uses a phrase of any of the lists.

        Examples
        --------
        >>> WordLists(COMMON).has_any(("measures", "records"), "In the log", "en")
        True
        """
        pattern = self._patterns.get((*names, lang))
        if pattern is None:
            phrases = [phrase for name in names for phrase in self._lists[name][lang]]
            pattern = self._patterns[(*names, lang)] = compile_phrases(phrases)
        return bool(pattern.search(fold(unicodedata.normalize("NFC", text))))

    def is_whole(self, name: str, text: str, lang: Lang) -> bool:
        """Say whether `text` is one phrase of a list and nothing besides."""
        return bare(text) in map(bare, self.find(name, text, lang))

    def is_only(self, name: str, text: str, lang: Lang) -> bool:
        """Say whether `text` consists of a list's phrases and nothing besides.

        Examples
        --------
        >>> WordLists(COMMON).is_only("everyone_roles", "All, the team", "en")
        True
        """
        left = bare(text)
        for phrase in sorted(self.find(name, text, lang), key=len, reverse=True):
            left = left.replace(fold(phrase), " ")
        return bool(text.strip()) and not re.search(r"\w", left)

    def begins(self, name: str, text: str, lang: Lang) -> bool:
        """Say whether `text` begins with one of a list's phrases.

        Examples
        --------
        >>> WordLists(COMMON).begins("measures", "Within two days", "en")
        True
        """
        plain = re.sub(r"^\W+", "", fold(text))
        phrases = map(fold, self.find(name, text, lang))
        return any(re.match(rf"{re.escape(one)}(?!\w)", plain) for one in phrases)


@cache
def _read(path: Path) -> dict[str, dict[str, list[str]]]:
    lists: dict[str, dict[str, list[str]]] = read_own_yaml(path)
    return lists
