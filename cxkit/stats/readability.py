"""How easily a text reads: Gulpease for Italian, Flesch reading ease for English.

Counting rules are stated with each function, because the figure depends on them.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import pyphen

# A dot after these ends no sentence.
_ABBREVIATIONS = {
    "avv", "cfr", "dott", "dott.ssa", "dr", "ecc", "es", "etc", "geom", "ing", "lett", "mr", "mrs",
    "ms", "prof", "prof.ssa", "rag", "resp", "sig", "sig.ra", "sigg", "st", "vs", "jr", "sr",
    "e.g", "i.e", "p.es", "a.m", "p.m", "s.p.a", "s.r.l", "inc", "ltd", "tel",
}  # fmt: skip
# These are words of their own too: their dot ends no sentence where a number follows.
_BEFORE_NUMBER = {
    "art", "cap", "fig", "no", "num", "nr", "pag", "pagg", "par", "sec", "tab", "vol",
}  # fmt: skip
# These often stand last: their dot ends a sentence where a capital follows.
_OFTEN_LAST = {"ecc", "etc"}
_ENDING = re.compile(r"([.!?…]+)[\"'’”»)\]]*(?=\s|$)|\n")
_LAST_TOKEN = re.compile(r"[^\s(«“\"'’]+$")

_JOINED = r"(?<=\d)[.,:](?=\d)[^\W_]+|-[^\W_]+"
_ITALIAN_WORD = re.compile(rf"[^\W_]+(?:{_JOINED})*")
_ENGLISH_WORD = re.compile(rf"[^\W_]+(?:{_JOINED}|['’][^\W_]+)*")


@dataclass(frozen=True)
class Readability:
    """A readability figure with its base.

    Parameters
    ----------
    index : str
        ``"Gulpease"`` or ``"Flesch"``.
    value : float or None
        The figure as the formula gives it; None when there are too few words.
    words, sentences : int
        What it was computed on.
    units : int
        Letters (Gulpease) or syllables (Flesch).
    reason : str
        Why there is no value (``"no-words"``, ``"few-words"``), else empty.
    """

    index: str
    value: float | None
    words: int
    sentences: int
    units: int
    reason: str = ""

    @property
    def out_of_100(self) -> int | None:
        """The figure rounded and kept between 0 and 100, as readers expect it."""
        return None if self.value is None else round(min(100.0, max(0.0, self.value)))


def _ends_sentence(text: str, ending: re.Match[str]) -> bool:
    mark = ending[1]
    following = text[ending.end() : ending.end() + 20].lstrip()[:1]
    if mark is None or not following:
        return True
    if mark == ".":
        last = _LAST_TOKEN.search(text[max(0, ending.start() - 20) : ending.start()])
        token = last[0].lower() if last else ""
        if token in _OFTEN_LAST:
            return following.isupper()
        if token in _BEFORE_NUMBER:
            return not following.isdigit()
        return token not in _ABBREVIATIONS and not (len(token) == 1 and token.isalpha())
    return not following.islower()


def sentences_of(text: str) -> list[str]:
    """Split a text into sentences that hold at least one letter or digit.

    A sentence ends at a line end or at ``. ! ? …`` before a space, unless the dot closes a known
    abbreviation or an initial, or a small letter follows ``…``, ``!`` or ``?``.

    Examples
    --------
    >>> sentences_of("Il sig. Bo ha 3.5 anni. E tu? Ciao")
    ['Il sig. Bo ha 3.5 anni.', 'E tu?', 'Ciao']
    """
    found, start = [], 0
    for ending in _ENDING.finditer(text):
        if _ends_sentence(text, ending):
            found.append(text[start : ending.end()].strip())
            start = ending.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if any(char.isalnum() for char in sentence)]


def italian_words(text: str) -> list[str]:
    """Split an Italian text into words.

    An elision makes two words (``l'amico``), a truncation one (``po'``); a number is one word, a
    compound with a hyphen too.

    Examples
    --------
    >>> italian_words("Un po' d'acqua: 1.000 litri all'e-mail")
    ['Un', 'po', 'd', 'acqua', '1.000', 'litri', 'all', 'e-mail']
    """
    return _ITALIAN_WORD.findall(unicodedata.normalize("NFC", text))


def english_words(text: str) -> list[str]:
    """Split an English text into words; contractions and compounds are one word each.

    Examples
    --------
    >>> english_words("Don't re-open 2,500 files.")
    ["Don't", 're-open', '2,500', 'files']
    """
    return _ENGLISH_WORD.findall(unicodedata.normalize("NFC", text))


def gulpease(text: str, *, least: int = 1) -> Readability:
    """Compute the Gulpease index of an Italian text.

    Parameters
    ----------
    text : str
        Plain text. Words are those of `italian_words`, sentences those of `sentences_of`; letters
        and digits count as letters.
    least : int
        Fewer words than this give no figure. The index was calibrated on passages of some hundred
        words; on a single sentence it is an indication.

    Returns
    -------
    Readability
        ``89 + (300 * sentences - 10 * letters) / words``, on a scale from 0 (hard) to 100 (easy);
        kept within it, as its authors define it. Below 80 a text is hard for people with primary
        schooling, below 60 with lower secondary, below 40 with upper secondary schooling.

    Notes
    -----
    P. Lucisano, M. E. Piemontese, "GULPEASE: una formula per la predizione della difficoltà dei
    testi in lingua italiana", *Scuola e città* 3 (1988), 110-124. The paper counts letters, words
    and sentences; that an elided article is a word of its own follows Italian grammar.

    Examples
    --------
    >>> figure = gulpease("Ogni persona che entra trova un volto che la conosce.")
    >>> figure.words, figure.sentences, figure.units, round(figure.value, 1)
    (10, 1, 43, 76.0)
    >>> gulpease("...").reason
    'no-words'
    """
    words = italian_words(text)
    sentences = len(sentences_of(text))
    letters = sum(char.isalnum() for word in words for char in word)
    if len(words) < max(least, 1):
        return _without("Gulpease", len(words), sentences, letters)
    value = 89 + (300 * sentences - 10 * letters) / len(words)
    return Readability("Gulpease", min(100.0, max(0.0, value)), len(words), sentences, letters)


def flesch_reading_ease(text: str, *, least: int = 1) -> Readability:
    """Compute the Flesch reading ease of an English text.

    Parameters
    ----------
    text : str
        Plain text. Words are those of `english_words`, sentences those of `sentences_of`,
        syllables those of `syllables`.
    least : int
        Fewer words than this give no figure; Flesch used samples of a hundred words.

    Returns
    -------
    Readability
        ``206.835 - 1.015 * words / sentences - 84.6 * syllables / words``: 60 to 70 is plain
        English, below 30 very difficult. Short easy texts go above 100, heavy ones below 0.

    Notes
    -----
    R. Flesch, "A new readability yardstick", *Journal of Applied Psychology* 32 (1948), 221-233.

    Examples
    --------
    >>> figure = flesch_reading_ease("The cat sat on the mat.")
    >>> figure.words, figure.sentences, figure.units, round(figure.value, 1)
    (6, 1, 6, 116.1)
    """
    words = english_words(text)
    sentences = len(sentences_of(text))
    count = sum(map(syllables, words))
    if len(words) < max(least, 1):
        return _without("Flesch", len(words), sentences, count)
    value = 206.835 - 1.015 * len(words) / sentences - 84.6 * count / len(words)
    return Readability("Flesch", value, len(words), sentences, count)


def _without(index: str, words: int, sentences: int, units: int) -> Readability:
    reason = "few-words" if words else "no-words"
    return Readability(index, None, words, sentences, units, reason)


@cache
def _hyphenation() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US", left=2, right=2)


def syllables(word: str) -> int:
    """Count the syllables of an English word, at least one; each digit counts as one.

    Hyphenation marks where a word may be broken, which misses short syllables ("a-ny"); groups of
    vowels miss divided ones ("i-dea"). The larger of the two counts is taken.

    Examples
    --------
    >>> [syllables(word) for word in ("customer", "time", "any", "people's", "24")]
    [3, 1, 2, 2, 2]
    """
    plain = re.sub(r"['’].*$", "", word.lower())
    parts = [part for part in plain.split("-") if part]
    return max(1, sum(_part_syllables(part) for part in parts))


def _part_syllables(part: str) -> int:
    digits = sum(char.isdigit() for char in part)
    letters = "".join(char for char in part if char.isalpha())
    if not letters:
        return digits
    broken = len(_hyphenation().positions(letters)) + 1
    return digits + max(broken, _vowel_groups(letters), 1)


def _vowel_groups(letters: str) -> int:
    groups = len(re.findall(r"[aeiouyàâäéèêëïîôöùûü]+", letters))
    silent = (
        re.search(r"[^aeiouyl]e$|[aeiouyl]le$", letters)
        or re.search(r"[^aeiouytd]ed$", letters)
        or (re.search(r"[^aeiouy]es$", letters) and not re.search(r"([sxzcg]|[cs]h)es$", letters))
    )
    return groups - bool(silent)
