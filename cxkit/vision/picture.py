"""Pictures of the vision: the canvas on one page, and the matrix of behaviours."""

from collections.abc import Iterable, Sequence

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.vision.model import Behaviour, Behaviours, Vision
from cxkit.vision.words import lines

# A sentence beyond this many characters is set smaller, so that the page keeps its shape.
LONG_SENTENCE = 180
# With more roles than this the matrix would not fit a page: it is set as lists instead.
MOST_COLUMNS = 5


def draw_vision(answer: Vision, context: Context) -> Picture:
    """Draw the vision canvas: promise, motto, people, principles, steps, behaviours by role."""
    say = Phrases(Vision.exercise, context.lang)
    words = say.words
    written = context.answers.get(Behaviours.exercise)
    behaviours = written.behaviours if isinstance(written, Behaviours) else ()
    company = getattr(context.answers.get("profile"), "company", "")
    shown = [one for one in behaviours if one.text]
    return draw(
        "vision.html.j2",
        say,
        context,
        title=say("title_of", company=company) if company else words["title"],
        description=say(
            "description",
            principles=len(answer.principles),
            steps=len(answer.steps),
            behaviours=len(shown),
        ),
        vision=answer,
        long_sentence=len(answer.sentence) > LONG_SENTENCE,
        personas=_labels(answer.personas, context),
        needs=_labels(answer.needs, context),
        feelings=lines(answer.feeling),
        nevers=lines(answer.never),
        roles=_by_role(shown),
        words=words,
        label=say.label,
    )


def draw_behaviours(answer: Behaviours, context: Context) -> Picture:
    """Draw the matrix of principles by roles, each behaviour with what proves it."""
    say = Phrases(Behaviours.exercise, context.lang)
    words = say.words
    shown = [one for one in answer.behaviours if one.text or one.role or one.evidence]
    # An empty matrix shows its frame, so that one sees what is asked for.
    roles = list(_by_role(shown)) or [words["sample_role"], words["sample_lead"]]
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
        rows=[(label, _by_role(cells, roles)) for label, cells in principles.values()],
        stacked=len(roles) > MOST_COLUMNS,
        empty=not shown,
        words=words,
    )


def _labels(ids: Sequence[str], context: Context) -> list[str]:
    return [label for item_id in dict.fromkeys(ids) if (label := context.label(item_id))]


def _by_role(
    behaviours: Iterable[Behaviour], roles: Iterable[str] = ()
) -> dict[str, list[Behaviour]]:
    """Group behaviours by role, whatever its capitals; `roles` come first, even without any."""
    found: dict[str, tuple[str, list[Behaviour]]] = {role.casefold(): (role, []) for role in roles}
    for one in behaviours:
        found.setdefault(one.role.casefold(), (one.role, []))[1].append(one)
    return dict(found.values())


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
