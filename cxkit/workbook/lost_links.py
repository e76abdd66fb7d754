"""Links to what was deleted since: whoever wrote them has to choose anew."""

from cxkit.core.advice import LOST_LINKS, Advice
from cxkit.core.answer import Answer
from cxkit.core.context import Context
from cxkit.workbook.thread import ties_of


def check_lost_links(answer: Answer, context: Context) -> list[Advice]:
    """Return one piece of advice on all links of an answer that lead nowhere, leading to the first.

    Examples
    --------
    >>> from cxkit.journey import Journey
    >>> [found] = check_lost_links(Journey(persona="p1"), Context.of(Journey(persona="p1")))
    >>> found.severity, found.where, found.worded("journey-map", "en").says
    ('problem', ('persona',), 'Links to things that were deleted: 1.')
    """
    lost = [tie for tie in ties_of(answer) if tie.target not in context.items]
    if not lost:
        return []
    return [Advice(LOST_LINKS, "problem", lost[0].where, {"count": len(lost)})]
