"""Panels over time: the waves, the touchpoints, the focus modules."""

from collections.abc import Sequence

from cxkit.language import mark as _
from cxkit.survey.desk import Desk, Panel, moved, told, weighting
from cxkit.survey.figures import Change, Line, shown_value, wave_lines
from cxkit.survey.handover import Gap
from cxkit.survey.mapping import Question
from cxkit.survey.pictures import draw_lines

CHANGES = {
    "up": _(
        "Against {wave}: {value} (95% interval {low} to {high}), a rise larger than chance makes."
    ),
    "down": _(
        "Against {wave}: {value} (95% interval {low} to {high}), a fall larger than chance makes."
    ),
    "open": _(
        "Against {wave}: {value} (95% interval {low} to {high}), which cannot be told from chance."
    ),
    "unknown": _("Against {wave} nothing can be said: fewer than 30 answers in one of the two."),
}


def waves(desk: Desk) -> Panel:
    lines = desk.lines()
    lead = desk.say(_("Each wave with its 95% interval. {weight}"), weight=weighting(desk))
    picture = draw_lines(lines, desk.title("waves"), lead, desk.lang, big=True)
    says = [sentence for line in lines for sentence in _line_says(line, desk)]
    return Panel(
        "waves", desk.title("waves"), picture, tuple(says), _wave_limits(desk), _gaps(lines)
    )


def touchpoints(desk: Desk) -> Panel:
    lines = desk.details()
    lead = desk.say(
        _("One chart for each question, on the same axis where the scale is the same. {weight}"),
        weight=weighting(desk),
    )
    picture = draw_lines(lines, desk.title("touchpoints"), lead, desk.lang) if lines else None
    changed = [
        line
        for line in lines
        if line.last and line.last.change and line.last.change.verdict in ("up", "down")
    ]
    drifted = [line for line in lines if line.drift and line.drift.verdict in ("up", "down")]
    compared = sum(bool(line.last and line.last.change) for line in lines)
    says = []
    if compared:
        says.append(
            _named(
                desk,
                changed,
                compared,
                _(
                    "Against the wave before, of {n} questions these changed more than chance "
                    ""
                    ""
                    "explains: {names}."
                ),
                _(
                    "Against the wave before, none of {n} questions changed more than chance "
                    "explains."
                ),
            )
        )
    if any(line.drift for line in lines):
        says.append(
            _named(
                desk,
                drifted,
                sum(line.drift is not None for line in lines),
                _(
                    "Against the first wave, of {n} questions these changed more than chance "
                    "explains: {names}."
                ),
                _(
                    "Against the first wave, none of {n} questions changed more than chance "
                    "explains."
                ),
            )
        )
    limits = (
        *_wave_limits(desk),
        desk.say(
            _(
                "Which touchpoint is best: each is judged by those who use it, and these "
                "are not the same people."
            )
        ),
    )
    return Panel(
        "touchpoints", desk.title("touchpoints"), picture, tuple(says), limits, _gaps(lines)
    )


def focus(desk: Desk) -> Panel:
    lines = wave_lines(desk.counted, desk.focus())
    title = desk.title("focus")
    if not lines:
        return Panel(
            "focus",
            title,
            None,
            (desk.say(_("No question was asked in a few of the waves only.")),),
            (),
        )
    lead = desk.say(_("Questions that were asked in some waves only."))
    says = []
    for line in lines:
        last = line.last
        if last:
            says.append(
                desk.say(
                    _("“{question}”, {wave}: {told}."),
                    question=line.question.name,
                    wave=last.name,
                    told=told(last, line.question, desk),
                )
            )
    limits = (
        desk.say(
            _(
                "What other customers think: some of these questions go only to people "
                "who used the thing."
            )
        ),
        desk.say(
            _("A trend: years lie between the waves of a module, and the offer was another one.")
        ),
    )
    return Panel(
        "focus", title, draw_lines(lines, title, lead, desk.lang), tuple(says), limits, _gaps(lines)
    )


def _line_says(line: Line, desk: Desk) -> list[str]:
    last, question = line.last, line.question
    if question.is_stopped:
        return [
            desk.say(
                _("“{question}”: no NPS is shown, because it was not asked from 0 to 10."),
                question=question.name,
            )
        ]
    if last is None:
        return [desk.say(_("“{question}”: too few answers in every wave."), question=question.name)]
    made = [desk.say(_("“{question}”, {wave}: {told}."), question=question.name,
                     wave=last.name or desk.source, told=told(last, question, desk))]  # fmt: skip
    for change, since in ((last.change, line.shown[-2].name if len(line.shown) > 1 else ""),
                          (line.drift, line.shown[0].name)):  # fmt: skip
        if change is not None:
            made.append(_change_says(change, since, question, desk))
    return made


def _change_says(change: Change, wave: str, question: Question, desk: Desk) -> str:
    value, low, high = (
        shown_value(edge, question, desk.lang, signed=True)
        for edge in (change.value, change.low, change.high)
    )
    return desk.say(CHANGES[change.verdict], wave=wave, value=value, low=low, high=high)


def _wave_limits(desk: Desk) -> tuple[str, ...]:
    made = [
        desk.say(_("Why a figure changed: two waves show a difference, never its cause.")),
        desk.say(_("What people think who did not answer, were not asked, or have left.")),
    ]
    if len(desk.counted.waves) > 1:
        made.append(
            desk.say(
                _(
                    "Whether the waves can be compared at all: that needs the same question, "
                    "scale, channel and kind of people each time, and no column tells all of "
                    "this."
                )
            )
        )
    if desk.counted.without_wave:
        made.append(
            desk.say(
                _("Anything about {n} rows whose wave could not be told: they are left out."),
                n=desk.counted.without_wave,
            )
        )
    return tuple(made)


def _named(desk: Desk, lines: Sequence[Line], n: int, some: str, none: str) -> str:
    if not lines:
        return desk.say(none, n=n)
    change = [
        (line, line.last.change if "before" in some else line.drift) for line in lines if line.last
    ]
    names = ", ".join(
        moved(line.question.name, one, line.question, line.last.n if line.last else 0, desk)
        for line, one in change if one
    )  # fmt: skip
    return desk.say(some, n=n, names=names)


def _gaps(lines: Sequence[Line]) -> tuple[Gap, ...]:
    """Return the latest wave of each question against the one before, falls beyond chance first."""
    made = []
    for line in lines:
        publishable = [one for one in line.shown if one.standing == "publish"]
        if publishable:
            made.append(
                Gap(line, publishable[-1], publishable[-2] if len(publishable) > 1 else None)
            )
    order = {"down": 0, "open": 1, "unknown": 1, "up": 2}

    def rank(gap: Gap) -> tuple[int, float]:
        change = gap.now.change
        return (order[change.verdict], change.value) if change else (1, 0.0)

    return tuple(sorted(made, key=rank))
