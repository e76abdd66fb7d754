"""Follow the red thread through a workbook, and say where it breaks and what mends it."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from cxkit.core.answer import Answer, Item, Part
from cxkit.core.context import Context
from cxkit.core.fields import shapes_of
from cxkit.core.thread import STAGE_OF, STAGES, Break, Node, Strand, Thread, Tie
from cxkit.core.wording import exercise_ids, wording_of
from cxkit.workbook.thread_rules import RULES, Rule


def ties_of(answer: Answer) -> Iterator[Tie]:
    """Walk all links of one answer, with the item that holds each."""
    yield from _ties(answer, "", (), answer.exercise)


def _ties(part: Part, holder: str, path: tuple[str, ...], exercise: str) -> Iterator[Tie]:
    for shape in shapes_of(type(part)):
        value = getattr(part, shape.name)
        where = (*path, shape.name)
        if shape.kind.target:
            for target in (value,) if isinstance(value, str) else value:
                if target:
                    yield Tie(holder, target, shape.kind.target, exercise, where)
        elif shape.part is not None:
            for entry in value if isinstance(value, tuple) else (value,):
                inside = isinstance(entry, Item)
                inner = (*where, entry.id) if inside else where
                yield from _ties(entry, entry.id if inside else holder, inner, exercise)


class Web:
    """The items and ties of a workbook, looked at from both ends."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.answers: Mapping[str, Answer] = {
            name: context.answers[name] for name in exercise_ids() if name in context.answers
        }

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """Everything that can be tied to, by id, in programme order."""
        return {
            item.id: Node(item.id, item.link_kind, item.label_in(self.context.lang), name)
            for name, answer in self.answers.items()
            for item in answer.items()
            if item.link_kind
        }

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """All items by id."""
        return {item.id: item for answer in self.answers.values() for item in answer.items()}

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """All links that somebody made."""
        return tuple(tie for answer in self.answers.values() for tie in ties_of(answer))

    @cached_property
    def _arriving(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for tie in self.ties:
            found.setdefault(tie.target, set()).add(tie.exercise)
        return {target: frozenset(exercises) for target, exercises in found.items()}

    def tied_from(self, item_id: str, *exercises: str) -> bool:
        """Say whether one of the `exercises` links to an item."""
        return not self._arriving.get(item_id, frozenset()).isdisjoint(exercises)

    def name_of(self, item: Item) -> str:
        """Return what people call an item; one that is named by what it links to, by that."""
        label = item.label_in(self.context.lang).strip()
        linked = self.items.get(label)
        return linked.label_in(self.context.lang).strip() if linked else label

    def of_kind(self, kind: str) -> list[Item]:
        """Return the items of one link kind that have a name."""
        return [
            item
            for item in self.items.values()
            if item.link_kind == kind and item.label_in(self.context.lang).strip()
        ]

    def begun(self, exercise: str) -> bool:
        """Say whether anything has been written in an exercise."""
        return exercise in self.answers and not self.answers[exercise].is_empty()


def _broken_links(web: Web) -> Iterator[Break]:
    for tie in web.ties:
        if tie.target in web.items:
            continue
        words = wording_of(tie.exercise)
        holder = web.items.get(tie.source)
        name = web.name_of(holder) if holder else ""
        # A line that is named by what it links to has lost its name with it.
        named = name if name != tie.target else ""
        fields = [step for step in tie.where if step not in web.items]
        yield Break(
            "link-broken", STAGE_OF[tie.kind], tie.exercise, tie.where, web.nodes.get(tie.source),
            True,
            {
                "name": named or words.title.in_(web.context.lang),
                "field": words.field(*fields).label.in_(web.context.lang),
            },
        )  # fmt: skip


def _follow(web: Web, rule: Rule) -> tuple[Strand, list[Break]]:
    begun = web.begun(rule.mends)
    subjects = list(rule.subjects(web))
    loose = [item for item in subjects if not rule.holds(web, item)]
    breaks = [
        Break(rule.key, rule.stage, rule.mends, rule.where(web, item), web.nodes.get(item.id),
              begun, {"name": rule.name(web, item)})
        for item in loose
    ]  # fmt: skip
    return Strand(rule.stage, len(subjects), len(subjects) - len(loose)), breaks


def thread_of(context: Context) -> Thread:
    """Follow the thread through the answers of `context`.

    Returns
    -------
    Thread
        Its breaks come in the thread's own order; of one stage, those of begun exercises first.

    Examples
    --------
    >>> from cxkit.journey import Journey
    >>> counter = {"name": "At the counter", "moment_of_truth": True}
    >>> journey = Journey.of("A ticket", {"Travel": [counter]})
    >>> [found.key for found in thread_of(Context.of(journey)).breaks]
    ['moment-no-need', 'moment-no-owner', 'moment-no-post', 'moment-no-kpi']
    """
    web = Web(context)
    followed = [_follow(web, rule) for rule in RULES]
    lost = list(_broken_links(web))
    breaks = [found for _, some in followed for found in some] + lost
    breaks.sort(key=lambda found: (STAGES.index(found.stage), not found.begun))
    counts = [(strand.stage, strand.due, strand.held) for strand, _ in followed]
    counts += [(found.stage, 1, 0) for found in lost]
    strands = tuple(
        Strand(
            stage,
            sum(due for where, due, _ in counts if where == stage),
            sum(held for where, _, held in counts if where == stage),
        )
        for stage in STAGES
    )
    return Thread(tuple(web.nodes.values()), web.ties, tuple(breaks), strands)
