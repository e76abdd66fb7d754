"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

import re

from cxkit.core.context import Context
from cxkit.core.written import Written

_WRITTEN = Written(__file__)
is_whole = _WRITTEN.is_whole
can_be_checked = _WRITTEN.can_be_checked
is_hearsay = _WRITTEN.is_hearsay
is_gesture = _WRITTEN.is_gesture
_BULLET = re.compile(r"^\s*(?:[-*•–—·]|\d+[.)])\s+")


def found(name: str, text: str, context: Context) -> list[str]:
    """Return the words of a list that occur in `text`; for ``measures``, numbers too."""
    hits = _WRITTEN.found(name, text, context)
    return hits + re.findall(r"\d+", text) if name == "measures" else hits


def lines(text: str) -> list[str]:
    """Split a text into its lines, without bullets and empty ones."""
    return [line for row in text.splitlines() if (line := _BULLET.sub("", row).strip())]
