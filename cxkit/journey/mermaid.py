"""A journey as Mermaid text."""

from collections.abc import Iterable

from cxkit.language import Lang

_SPECIAL = frozenset('#:;,%&<>{}"`\\')
_CUSTOMER: dict[Lang, str] = {"it": "Cliente", "en": "Customer"}


def escape(text: str) -> str:
    """Write a text so that Mermaid takes no part of it for its own syntax.

    Special characters become Mermaid's entity codes; a text without words becomes a dash.

    Examples
    --------
    >>> escape("a: b, #1\\nc")
    'a#58; b#44; #35;1 c'
    """
    plain = " ".join(text.split())
    return "".join(f"#{ord(c)};" if c in _SPECIAL else c for c in plain) or "–"


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
