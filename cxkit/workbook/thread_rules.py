"""The rules of the red thread: what each thing that is written should be tied to next.

A rule names the things it looks at, says when their tie holds, and names the exercise and field
that mend it. The words of each rule stand under ``advice:`` in ``exercises/thread.yaml``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxkit.core.answer import Item
from cxkit.core.exercise import find_exercise
from cxkit.core.fields import shapes_of
from cxkit.core.thread import Stage, place_to_link
from cxkit.workbook.thread_measures import (
    aspect_has_gap,
    aspect_name,
    aspects_to_improve,
    gaps_made_known,
    gaps_that_call,
    measures_that_fell,
    module_led_somewhere,
    modules_with_findings,
)

if TYPE_CHECKING:
    from cxkit.workbook.thread import Web

# An obstacle that weighs less than this (severity × frequency, 0 to 16) may wait for its pillar.
HEAVY_OBSTACLE = 6
# A journey obstacle of this severity (0 to 4) or more wants an action.
SEVERE_OBSTACLE = 3
_ASKED = ("nps", "csat", "ces")
_RATED = frozenset({"nps-0-10", "csat-1-5", "csat-1-7", "csat-1-10", "ces-1-7", "agree-1-5"})


def _own_name(web: "Web", item: Item) -> str:
    return web.name_of(item)


@dataclass(frozen=True)
class Rule:
    """What should be tied to what.

    Parameters
    ----------
    key : str
        Names the rule and its words.
    stage : str
        The stage of the thread that is missing when it does not hold.
    mends, field : str
        The exercise that mends a break, and its field.
    subjects : callable
        ``web → items`` it looks at.
    holds : callable
        ``(web, item) → bool``.
    inner : str
        The field of the item's own card that mends it; empty where that is not one field.
    name : callable
        ``(web, item) → str``: what people call it.
    via : str
        The link field of `field`'s records by which one of them is tied to the item.
    """

    key: str
    stage: Stage
    mends: str
    field: str
    subjects: Callable[["Web"], Iterable[Item]]
    holds: Callable[["Web", Any], bool]
    inner: str = ""
    name: Callable[["Web", Any], str] = _own_name
    via: str = ""

    def where(self, web: "Web", item: Item) -> tuple[str, ...]:
        """Return the path to what mends `item`.

        That is a field of its own card, where it has one there; else its list, with the link that
        a record of it should have: ``("posts", "+", "touchpoints", "tp-1")``.
        """
        if self.via:
            return place_to_link(self.field, self.via, item.id)
        if not self._holds_card_of(web, item):
            return (self.field,)
        return (self.field, item.id, self.inner) if self.inner else (self.field, item.id)

    def _holds_card_of(self, web: "Web", item: Item) -> bool:
        model = find_exercise(self.mends).model
        shape = next(shape for shape in shapes_of(model) if shape.name == self.field)
        # A form finds the line that stands for an item by that item's id.
        if shape.kind.per and shape.kind.per == item.link_kind:
            return True
        entries = getattr(web.answers.get(self.mends), self.field, ())
        return any(isinstance(entry, Item) and entry.id == item.id for entry in entries)


def _kind(kind: str) -> Callable[["Web"], Iterable[Item]]:
    return lambda web: web.of_kind(kind)


def _where(kind: str, test: Callable[[Any], bool]) -> Callable[["Web"], Iterable[Item]]:
    return lambda web: [item for item in web.of_kind(kind) if test(item)]


def _tied_from(*exercises: str) -> Callable[["Web", Any], bool]:
    return lambda web, item: web.tied_from(item.id, *exercises)


def _heavy(obstacle: Any) -> bool:
    return bool(obstacle.weight is not None and obstacle.weight >= HEAVY_OBSTACLE)


def _moments(web: "Web") -> Iterable[Item]:
    return [item for item in web.of_kind("touchpoint") if getattr(item, "moment_of_truth", False)]


def _has_owner(web: "Web", touchpoint: Any) -> bool:
    blueprint: Any = web.answers.get("blueprint")
    lines = blueprint.lines if blueprint else ()
    return any(line.touchpoint == touchpoint.id and line.owner.strip() for line in lines)


def _has_post(web: "Web", touchpoint: Any) -> bool:
    """Say whether a post listens there; a remark in the front-line log is no post."""
    listening: Any = web.answers.get("listening-posts")
    posts = listening.posts if listening else ()
    return any(touchpoint.id in post.touchpoints for post in posts)


def _pillars_with_gap(web: "Web") -> Iterable[Item]:
    pillars: Any = web.answers.get("pillars")
    rows = pillars.rows() if pillars else ()
    return [card for _, levels, card in rows if (levels.gap or 0) > 0 and card.id in web.items]


def _vision(web: "Web") -> Iterable[Item]:
    return web.of_kind("principle")[:1] if web.begun("vision-statement") else ()


def _vision_needs(web: "Web", _: Any) -> bool:
    vision: Any = web.answers.get("vision-statement")
    return any(need in web.items for need in vision.needs)


def _written_in(exercise: str, kind: str) -> Callable[["Web"], Iterable[Item]]:
    def subjects(web: "Web") -> Iterable[Item]:
        answer = web.answers.get(exercise)
        own = {item.id for item in answer.items()} if answer else set()
        return [item for item in web.of_kind(kind) if item.id in own]

    return subjects


def _asked_kpi(kpi: Any) -> bool:
    return bool(kpi.scale.startswith(_ASKED))


def _short_of_target(kpi: Any) -> bool:
    if kpi.baseline is None or kpi.target is None:
        return False
    lower = kpi.better == "lower"
    return bool(kpi.baseline > kpi.target if lower else kpi.baseline < kpi.target)


def _fell_unseen(web: "Web") -> Iterable[Item]:
    """Return the measures that fell and are not short of their target: that has its own rule."""
    return [kpi for kpi in measures_that_fell(web) if not _short_of_target(kpi)]


def _kpi_in_cycle(web: "Web", kpi: Any) -> bool:
    """Say whether the gap of a measure, or of one that it hangs from, is in the cycle."""
    seen: set[str] = set()
    while kpi is not None and kpi.id not in seen:
        if web.tied_from(kpi.id, "malma"):
            return True
        seen.add(kpi.id)
        kpi = web.items.get(kpi.parent)
    return False


def _gap_placed(web: "Web", gap: Any) -> bool:
    kpi: Any = web.items.get(gap.kpi)
    places = (gap.touchpoint, *getattr(kpi, "touchpoints", ()))
    # What measures the promise or the whole journey has no single place.
    wide = getattr(kpi, "level", "") in ("vision", "journey")
    return wide or any(place in web.items for place in places)


def _touchpoint_of(gap: Any) -> str:
    return str(gap.touchpoint)


def _measured_moments(web: "Web") -> Iterable[Item]:
    measured = {_touchpoint_of(gap) for gap in gaps_that_call(web)}
    return [item for item in _moments(web) if item.id in measured]


def _moment_acted(web: "Web", touchpoint: Any) -> bool:
    gaps = {gap.id for gap in web.of_kind("gap") if _touchpoint_of(gap) == touchpoint.id}
    tied = {tie.target for tie in web.ties if tie.exercise == "actions"}
    return touchpoint.id in tied or bool(gaps & tied)


def _going_on(action: Any) -> bool:
    return bool(action.status != "stopped")


def _told(web: "Web", action: Any) -> bool:
    return bool(action.message.strip()) or web.tied_from(action.id, "communication-plan")


def _severe(obstacle: Any) -> bool:
    return bool(obstacle.severity is not None and obstacle.severity >= SEVERE_OBSTACLE)


def _tied_to(*kinds: str) -> Callable[["Web", Any], bool]:
    def holds(web: "Web", item: Any) -> bool:
        return any(
            tie.source == item.id and tie.target in web.nodes
            and web.nodes[tie.target].kind in kinds
            for tie in web.ties
        )  # fmt: skip

    return holds


RULES: tuple[Rule, ...] = (
    Rule("obstacle-no-pillar", "pillar", "pillars", "pillars",
         _where("obstacle", _heavy), _tied_from("pillars"), via="removes"),
    Rule("pillar-no-value", "value", "values-behaviours", "values",
         _pillars_with_gap, _tied_from("values-behaviours"), via="pillars"),
    Rule("value-no-behaviour", "behaviour", "values-behaviours", "values",
         _kind("value"), lambda _, value: any(b.text.strip() for b in value.behaviours), "behaviours"),
    Rule("principle-no-behaviour", "behaviour", "vision-to-behaviours", "behaviours",
         _kind("principle"), _tied_from("vision-to-behaviours"), via="principle"),
    Rule("behaviour-no-principle", "vision", "vision-to-behaviours", "behaviours",
         _written_in("vision-to-behaviours", "behaviour"), _tied_to("principle"), "principle"),
    Rule("vision-no-need", "need", "vision-statement", "needs", _vision, _vision_needs),
    Rule("persona-no-need", "need", "buyer-persona", "personas",
         _kind("persona"), lambda _, persona: any(n.text.strip() for n in persona.needs), "needs"),
    Rule("moment-no-need", "need", "journey-map", "touchpoints", _moments, _tied_to("need"), "meets"),
    Rule("need-unmet", "touchpoint", "journey-map", "touchpoints",
         _kind("need"), _tied_from("journey-map"), via="meets"),
    Rule("moment-no-owner", "owner", "blueprint", "lines", _moments, _has_owner, "owner"),
    Rule("moment-no-post", "post", "listening-posts", "posts",
         _moments, _has_post, via="touchpoints"),
    Rule("post-no-receiver", "post", "listening-posts", "posts",
         _kind("listening-post"), lambda _, post: bool(post.receiver.strip()), "receiver"),
    Rule("post-no-decision", "post", "listening-posts", "posts",
         _kind("listening-post"), lambda _, post: bool(post.decision.strip()), "decision"),
    Rule("moment-no-kpi", "kpi", "kpi-plan", "kpis", _moments, _tied_from("kpi-plan"),
         via="touchpoints"),
    Rule("behaviour-unmeasured", "kpi", "kpi-plan", "kpis",
         _where("behaviour", lambda behaviour: behaviour.change != "stop"),
         _tied_from("kpi-plan", "kpi-questions", "rewards"), via="behaviours"),
    Rule("kpi-no-owner", "kpi", "kpi-plan", "kpis",
         _kind("kpi"), lambda _, kpi: bool(kpi.owner.strip()), "owner"),
    Rule("question-no-kpi", "kpi", "survey-design", "questions",
         _where("survey-item", lambda question: question.kind in _RATED), _tied_to("kpi"), "kpi"),
    Rule("kpi-not-asked", "survey", "survey-design", "questions",
         _where("kpi", _asked_kpi), _tied_from("survey-design"), via="kpi"),
    Rule("kpi-no-gap", "gap", "malma", "gaps",
         _where("kpi", _short_of_target), _kpi_in_cycle, via="kpi"),
    Rule("fall-no-gap", "gap", "malma", "gaps", _fell_unseen, _kpi_in_cycle,
         via="kpi"),
    Rule("aspect-no-gap", "gap", "strengths", "improve",
         aspects_to_improve, aspect_has_gap, "gaps", aspect_name),
    Rule("gap-no-place", "gap", "malma", "gaps", _kind("gap"), _gap_placed, "touchpoint"),
    Rule("gap-no-action", "action", "actions", "actions",
         gaps_that_call, _tied_from("actions"), via="gaps"),
    Rule("known-gap-no-action", "action", "actions", "actions",
         gaps_made_known, _tied_from("actions"), via="gaps"),
    Rule("module-no-action", "action", "benchmark", "modules",
         modules_with_findings, module_led_somewhere, "action"),
    Rule("moment-no-action", "action", "actions", "actions", _measured_moments, _moment_acted,
         via="touchpoint"),
    Rule("severe-no-action", "action", "actions", "actions",
         _where("journey-obstacle", _severe), _tied_from("actions", "malma"), via="obstacles"),
    Rule("action-no-gap", "action", "actions", "actions",
         _where("action", _going_on), _tied_to("gap", "journey-obstacle"), "gaps"),
    Rule("action-no-owner", "action", "actions", "actions",
         _where("action", _going_on), lambda _, action: bool(action.owner.strip()), "owner"),
    Rule("action-no-date", "action", "actions", "actions",
         _where("action", _going_on), lambda _, action: action.due is not None, "due"),
    Rule("action-no-message", "message", "communication-plan", "messages",
         _where("action", _going_on), _told, via="actions"),
    Rule("message-no-audience", "message", "communication-plan", "messages",
         _kind("message"), _tied_to("audience"), "audiences"),
    Rule("audience-no-message", "message", "communication-plan", "messages",
         _kind("audience"), _tied_from("communication-plan"), via="audiences"),
)  # fmt: skip
