"""How a cell of a picture shows a text and an emotion."""

from cxkit.core.phrases import Cut, parted

CELL = 170
"""How many characters of a text a cell shows before it offers the rest."""


def cut(text: str) -> Cut:
    """Part a text into what a cell shows and the rest."""
    return parted(text, CELL)


def signed(value: int) -> str:
    """Write an emotion with its sign.

    Examples
    --------
    >>> [signed(value) for value in (-2, 0, 3)]
    ['−2', '0', '+3']
    """
    return f"+{value}" if value > 0 else f"−{-value}" if value else "0"
