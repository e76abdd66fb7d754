"""Which languages there are, and which one to choose."""

import os
from pathlib import Path
from typing import Literal, get_args

Lang = Literal["it", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)


def as_lang(text: str | None, default: Lang = "en") -> Lang:
    """Return the language that `text` names, or `default`.

    Parameters
    ----------
    text : str or None
        A language tag such as ``"it"``, ``"it-IT"`` or ``"en_GB.UTF-8"``.
    default : {"it", "en"}
        What to return when the tag names neither language.

    Examples
    --------
    >>> as_lang("it_IT.UTF-8")
    'it'
    >>> as_lang("fr")
    'en'
    """
    short = (text or "").strip().lower().replace("_", "-").split("-")[0].split(".")[0]
    return next((lang for lang in LANGS if lang == short), default)


def machine_lang() -> Lang:
    """Return the language that this machine's settings name."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return as_lang(next((os.environ[name] for name in names if os.environ.get(name)), None))


def page_lang() -> Lang:
    """Return the language of the page a kernel serves: told, or its folder's, or the machine's."""
    told = os.environ.get("CXKIT_LANG")
    folder = Path.cwd().name
    if told is None and folder in LANGS:
        return as_lang(folder)
    return as_lang(told) if told else machine_lang()


def best_lang(accept_language: str, default: Lang = "en") -> Lang:
    """Return the first of our languages that an ``Accept-Language`` header asks for.

    Examples
    --------
    >>> best_lang("fr-CH, fr;q=0.9, it;q=0.8, en;q=0.7")
    'it'
    """
    wishes: list[tuple[float, str]] = []
    for part in accept_language.split(","):
        tag, _, rest = part.partition(";")
        quality = rest.strip().removeprefix("q=") or "1"
        try:
            wishes.append((float(quality), tag.strip()))
        except ValueError:
            continue
    for weight, tag in sorted(wishes, key=lambda wish: -wish[0]):
        if weight <= 0:
            continue
        short = tag.lower().split("-")[0]
        for lang in LANGS:
            if lang == short:
                return lang
    return default
