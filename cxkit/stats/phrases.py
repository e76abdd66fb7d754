"""Word lists that authors keep in YAML, and where a text uses their words."""

import re
import unicodedata
from functools import cached_property
from pathlib import Path

import yaml

from cxkit.language import Lang


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
    return "".join(unicodedata.normalize("NFKD", char)[:1].lower()[:1] or char for char in plain)


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


class WordLists:
    """The lists of one YAML file: ``name: {it: [phrase, …], en: [phrase, …]}``.

    Parameters
    ----------
    path : Path
        The file; read when a list is first used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _patterns(self) -> dict[tuple[str, str], re.Pattern[str]]:
        lists = yaml.safe_load(self.path.read_bytes())
        return {
            (name, lang): compile_phrases(phrases)
            for name, by_lang in lists.items()
            for lang, phrases in by_lang.items()
        }

    def find(self, name: str, text: str, lang: Lang) -> list[str]:
        """Return the phrases of a list as `text` writes them, each once, in their order."""
        text = unicodedata.normalize("NFC", text)
        found: dict[str, str] = {}
        for match in self._patterns[name, lang].finditer(fold(text)):
            found.setdefault(match[0], text[match.start() : match.end()].lower())
        return list(found.values())
