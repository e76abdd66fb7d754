"""The picture of the behaviours: principles by roles, each behaviour with what proves it."""

from collections.abc import Sequence

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.vision.model import Behaviour, Behaviours
from cxkit.vision.roles import by_role

# With more roles than this the matrix would not fit a page: it is set as lists instead.
MOST_COLUMNS = 5


def draw_behaviours(answer: Behaviours, context: Context) -> Picture:
    """Draw the matrix of principles by roles, each behaviour with what proves it."""
    say = Phrases(Behaviours.exercise, context.lang)
    words = say.words
    shown = [one for one in answer.behaviours if one.text or one.role or one.evidence]
    # An empty matrix shows its frame, so that one sees what is asked for.
    roles = list(by_role(shown)) or [words["sample_role"], words["sample_lead"]]
    principles = _principles(shown, context) or {"": ("", [])}
    return draw(
        "behaviours.html.j2",
        say,
        context,
        title=words["title"],
        description=say(
            "description",
            principles=len(principles),
            roles=len(roles),
            behaviours=len(shown),
            proved=sum(bool(one.evidence) for one in shown),
        ),
        wide=True,
        roles=roles,
        rows=[(label, by_role(cells, roles)) for label, cells in principles.values()],
        stacked=len(roles) > MOST_COLUMNS,
        empty=not shown,
        words=words,
    )


def _principles(
    behaviours: Sequence[Behaviour], context: Context
) -> dict[str, tuple[str, list[Behaviour]]]:
    """Group behaviours by principle id; those without one come last, under an empty label."""
    found: dict[str, tuple[str, list[Behaviour]]] = {
        item.id: (item.label, []) for item in context.of_kind("principle") if item.label
    }
    alone: list[Behaviour] = []
    for one in behaviours:
        (found[one.principle][1] if one.principle in found else alone).append(one)
    return {**found, "": ("", alone)} if alone else found
