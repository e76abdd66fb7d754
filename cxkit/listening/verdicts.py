"""What the answers say about a guess."""

from typing import Literal

from cxkit.listening.model import Side
from cxkit.stats.kano_table import Category, Tally

Verdict = Literal[
    "unasked", "withheld", "agrees", "contradicts", "open", "indifferent", "reverse", "questionable"
]

SIDE_OF: dict[Category, Side] = {"M": "minimum", "O": "proportional", "A": "memorable"}
_ODD: dict[Category, Verdict] = {"I": "indifferent", "R": "reverse", "Q": "questionable"}


def verdict_of(side: Side, tally: Tally) -> Verdict:
    """Hold a guess against the answers.

    ``open`` is an answer without a guess; ``withheld`` are too few answers to show.

    Examples
    --------
    >>> from cxkit.stats.kano_table import tally
    >>> must_be = tally([("must-be", "dislike")] * 6)
    >>> verdict_of("minimum", must_be), verdict_of("memorable", must_be)
    ('agrees', 'contradicts')
    """
    category = tally.category
    if category is None:
        return "withheld" if tally.n else "unasked"
    if category in _ODD:
        return _ODD[category]
    if not side:
        return "open"
    return "agrees" if SIDE_OF[category] == side else "contradicts"
