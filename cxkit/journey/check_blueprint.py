"""Checks of the blueprint: who really makes the experience, and what belongs to nobody."""

from collections.abc import Iterator
from itertools import pairwise

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import listed, name_of
from cxkit.journey.model import Blueprint, Journey, Line, Touchpoint
from cxkit.journey.words import is_nobody
from cxkit.language.word_lists import bare

MOST_NAMED_ALONE = 2
"""More handovers than this that nobody described are told of together."""


def check_blueprint(blueprint: Blueprint, context: Context) -> list[Advice]:
    """Return the advice on a blueprint; looks at the journey map for names, lows and moments."""
    if all(line.is_blank() for line in blueprint.lines) and not blueprint.handovers:
        return []
    view = _View(blueprint, context)
    return [
        *_steps(view),
        *_owners(view),
        *_departments(view),
        *_stages(view),
        *_causes(view),
        *_handovers(view),
    ]


class _View:
    """The blueprint beside its journey: names of lines, lines in the journey's order."""

    def __init__(self, blueprint: Blueprint, context: Context) -> None:
        journey = context.answers.get("journey-map")
        self.journey = journey if isinstance(journey, Journey) else Journey()
        self.blueprint = blueprint
        self.written, self.lang = context.written, context.lang
        self.points = {point.id: point for point in self.journey.in_order()}
        place = {point_id: number for number, point_id in enumerate(self.points)}
        told = [line for line in blueprint.lines if not line.is_blank()]
        self.lines = sorted(told, key=lambda line: place.get(line.touchpoint, len(place)))

    def point(self, line: Line) -> Touchpoint | None:
        return self.points.get(line.touchpoint)

    def name(self, line: Line) -> str:
        point = self.point(line)
        if point:
            return name_of(self.journey.touchpoints, point)
        return f"n. {self.blueprint.lines.index(line) + 1}"

    def names(self, lines: list[Line]) -> str:
        return listed([self.name(line) for line in lines], self.lang)


def _at(line: Line, field: str) -> tuple[str, ...]:
    return ("lines", line.id, field)


def _steps(view: _View) -> Iterator[Advice]:
    told = {line.touchpoint for line in view.lines}
    untold = [point for point in view.points.values() if point.id not in told]
    if untold:
        names = listed([name_of(view.journey.touchpoints, point) for point in untold], view.lang)
        yield Advice(
            "step-not-examined", "note", ("lines",), {"count": len(untold), "names": names}
        )


def _owners(view: _View) -> Iterator[Advice]:
    departments = {*view.blueprint.departments, *view.blueprint.involved()}
    vague = [line for line in view.lines if is_nobody(line.owner, departments, view.written)]
    for line in vague:
        values = {"name": view.name(line), "owner": line.owner}
        yield Advice("owner-is-everyone", "warning", _at(line, "owner"), values)
    unowned = [line for line in view.lines if not line.owner.strip()]
    for line in unowned:
        point = view.point(line)
        if point and point.moment_of_truth:
            values = {"name": view.name(line)}
            yield Advice("moment-unowned", "problem", _at(line, "owner"), values)
    if unowned:
        total = len(view.lines)
        yield Advice(
            "steps-unowned",
            "warning",
            _at(unowned[0], "owner"),
            {"count": len(unowned), "total": total, "names": view.names(unowned)},
        )
    elif not vague and len(view.lines) >= 3:
        yield Advice("good-owned", "good", ("lines",))


def _departments(view: _View) -> Iterator[Advice]:
    where = ("departments",)
    listing = {bare(name): name for name in view.blueprint.departments}
    involved = {bare(name): name for name in view.blueprint.involved()}
    if not listing:
        yield Advice("departments-unknown", "note", where)
        return
    unlisted = [name for key, name in involved.items() if key not in listing]
    if unlisted:
        yield Advice("department-unlisted", "note", where, {"names": listed(unlisted, view.lang)})
    absent = [name for key, name in listing.items() if key not in involved]
    present = len(listing) - len(absent)
    if len(listing) < 3 or not involved:
        return
    if present * 2 < len(listing):
        yield Advice(
            "departments-few",
            "warning",
            where,
            {"involved": present, "total": len(listing), "absent": listed(absent, view.lang, 5)},
        )
    elif present * 4 >= len(listing) * 3:
        percent = f"{round(100 * present / len(listing))}%"
        yield Advice("good-everyone", "good", where, {"percent": percent})


def _stages(view: _View) -> Iterator[Advice]:
    seen = [line for line in view.lines if line.front_stage.strip()]
    shallow = [line for line in seen if not line.back_stage.strip() and not line.support.strip()]
    if shallow and len(shallow) * 2 >= len(seen):
        yield Advice(
            "stage-only",
            "warning",
            _at(shallow[0], "back_stage"),
            {"count": len(shallow), "total": len(seen), "names": view.names(shallow)},
        )
    for line in seen:
        if bare(line.front_stage) == bare(line.back_stage):
            values = {"name": view.name(line)}
            yield Advice("front-copied", "warning", _at(line, "back_stage"), values)


def _causes(view: _View) -> Iterator[Advice]:
    for line in view.lines:
        point = view.point(line)
        low = point is not None and point.emotion is not None and point.emotion <= -2
        if low and not line.rule.strip() and not line.system.strip():
            yield Advice("cause-hidden", "note", _at(line, "rule"), {"name": view.name(line)})


def _handovers(view: _View) -> Iterator[Advice]:
    told = [h for h in view.blueprint.handovers if h.giver or h.receiver or h.passes]
    changes = [
        (before, after)
        for before, after in pairwise(view.lines)
        if before.department.strip() and after.department.strip()
        and bare(before.department) != bare(after.department)
    ]  # fmt: skip
    pairs = {(bare(h.giver), bare(h.receiver)) for h in told}
    missing = [
        (before, after)
        for before, after in changes
        if (bare(before.department), bare(after.department)) not in pairs
    ]
    yield from _missing(view, missing)
    loose = [h for h in told if h.lost.strip() and not h.agreement.strip()]
    for handover in loose:
        values = {"giver": handover.giver or "?", "receiver": handover.receiver or "?"}
        where = ("handovers", handover.id, "agreement")
        yield Advice("handover-loose", "warning", where, values)
    # As many as the picture shows.
    count, total = len(told) + len(missing), len(view.lines)
    if total >= 4 and count * 2 > total:
        counts = {"count": count, "total": total}
        yield Advice("many-handovers", "note", ("handovers",), counts)
    most = len(missing) * 2 <= len(changes)
    if told and most and not loose and all(h.lost.strip() for h in told):
        yield Advice("good-handovers", "good", ("handovers",))


def _missing(view: _View, missing: list[tuple[Line, Line]]) -> Iterator[Advice]:
    """Tell of handovers that are not described: one by one, or all at once where there are many."""
    if len(missing) > MOST_NAMED_ALONE:
        where = _at(missing[0][1], "department")
        points = view.names([after for _, after in missing])
        yield Advice("handovers-missing", "note", where, {"count": len(missing), "names": points})
        return
    for before, after in missing:
        values = {"name": view.name(after), "giver": before.department}
        values["receiver"] = after.department
        yield Advice("handover-missing", "note", _at(after, "department"), values)
