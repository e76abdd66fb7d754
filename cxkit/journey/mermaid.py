"""A journey as Mermaid text."""

import re
from collections.abc import Iterable

from cxkit.language import Lang

_SPECIAL = frozenset('#:;,%&<>{}"`\\')
# A name that begins with one of these would be read as an order to Mermaid.
_ORDER = re.compile(
    r"(?i)(title|section|acctitle|accdescr|click|dateformat|axisformat|tickinterval|topaxis|"
    r"inclusiveenddates|excludes|includes|todaymarker|weekday|weekend)\b"
)
_CUSTOMER: dict[Lang, str] = {"it": "Cliente", "en": "Customer"}


def escape(text: str) -> str:
    """Write a text so that Mermaid takes no part of it for its own syntax.

    Special characters become Mermaid's entity codes; a text without words becomes a dash.

    Examples
    --------
    >>> escape("a: b, #1\\nc")
    'a#58; b#44; #35;1 c'
    >>> escape("click here")
    '#99;lick here'
    """
    plain = " ".join(text.split())
    order = _ORDER.match(plain) is not None
    codes = (f"#{ord(c)};" if c in _SPECIAL or (order and place == 0) else c
             for place, c in enumerate(plain))  # fmt: skip
    return "".join(codes) or "–"


def score(emotion: int | None) -> int:
    """Turn an emotion from −3 to +3 into Mermaid's 1 to 5; the middle where there is none.

    Examples
    --------
    >>> [score(emotion) for emotion in (-3, -2, -1, 0, 1, 2, 3, None)]
    [1, 2, 2, 3, 4, 4, 5, 3]
    """
    return 3 if emotion is None else round(3 + emotion * 2 / 3)


def mermaid_text(
    title: str,
    sections: Iterable[tuple[str, Iterable[tuple[str, int | None]]]],
    lang: Lang,
) -> str:
    """Write a ``journey`` diagram from sections of (touchpoint name, emotion)."""
    lines = ["journey", f"    title {escape(title)}"]
    for name, touchpoints in sections:
        lines.append(f"    section {escape(name)}")
        lines += [f"      {escape(t)}: {score(e)}: {_CUSTOMER[lang]}" for t, e in touchpoints]
    return "\n".join(lines)
