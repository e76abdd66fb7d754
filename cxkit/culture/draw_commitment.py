"""The commitment on one sheet: deeds by date, what moves, how people fare, the ingredients."""

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.culture.model import Commitment, LeaderAction


def draw_commitment(answer: Commitment, context: Context) -> Picture:
    """Draw the commitment as a sheet that leaders could sign."""
    say = Phrases(Commitment.exercise, context.lang)
    actions = by_date([one for one in answer.actions if one.what])
    processes = [one for one in answer.processes if one.name]
    dated = sum(one.by is not None for one in actions)
    company = getattr(context.answers.get("profile"), "company", "")
    figures = {"actions": len(actions), "dated": dated, "processes": len(processes)}
    return draw(
        "commitment.html.j2",
        say,
        context,
        say("title-of", company=company) if company else say("title"),
        say("empty") if answer.is_empty() else say("describe", **figures),
        answer=answer,
        actions=actions,
        processes=processes,
        labels={
            one.id: one.label_in(context.lang) for one in (*answer.people, *answer.ingredients)
        },
        today=context.today,
    )


def by_date(actions: list[LeaderAction]) -> list[LeaderAction]:
    """Put actions in the order of their dates; those without one come last.

    Examples
    --------
    >>> from datetime import date
    >>> late, never = LeaderAction(what="b", by=date(2027, 1, 8)), LeaderAction(what="c")
    >>> soon = LeaderAction(what="a", by=date(2026, 12, 3))
    >>> [one.what for one in by_date([never, late, soon])]
    ['a', 'b', 'c']
    """
    return sorted(actions, key=lambda one: (one.by is None, one.by.toordinal() if one.by else 0))
