"""Page words: English in the source, Italian from the gettext catalogue."""

import gettext
from collections.abc import Callable
from functools import cache
from pathlib import Path

from cxkit.language.articles import suiting
from cxkit.language.langs import Lang

Translator = Callable[[str], str]
CATALOGUES = Path(__file__).parent / "catalogues"


@cache
def translator(lang: Lang) -> Translator:
    """Return the function that turns an English page word into `lang`.

    Wording of exercises is not here: it stands in ``exercises/*.yaml``.

    Examples
    --------
    >>> translator("en")("Saved at {time}")
    'Saved at {time}'
    """
    found = gettext.translation("cxkit", CATALOGUES, languages=[lang], fallback=True)
    return suiting(found.gettext) if lang == "it" else found.gettext


def mark(words: str) -> str:
    """Mark page words for the catalogues where they are written down; import it ``as _``.

    Examples
    --------
    >>> mark("Saved at {time}")
    'Saved at {time}'
    """
    return words
