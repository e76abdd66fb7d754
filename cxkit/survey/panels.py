"""The panels of the desk: a picture, what it says, what it does not say, what can be done with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from cxkit.core.picture import Picture
from cxkit.language import Lang, format_number, format_percent, translator
from cxkit.language import mark as _
from cxkit.survey.aspects import Importance, aspects_of, importance_of
from cxkit.survey.counting import Counted
from cxkit.survey.figures import Line, Reading, group_lines, shown_value, wave_lines
from cxkit.survey.handover import Gap, Handover
from cxkit.survey.mapping import Mapping, Question
from cxkit.survey.pictures import draw_drivers, draw_groups, draw_lines, interval_words

PanelName = Literal["waves", "touchpoints", "segments", "strengths", "drivers", "focus"]
PANELS: tuple[PanelName, ...] = get_args(PanelName)
TITLES: dict[str, str] = {
    "waves": _("Wave by wave"),
    "touchpoints": _("Touchpoints and aspects"),
    "segments": _("Groups of people"),
    "strengths": _("Strengths and areas to improve"),
    "drivers": _("What goes with satisfaction"),
    "focus": _("The focus modules"),
}
FILLS: dict[str, str] = {"waves": "waves", "touchpoints": "", "strengths": "strengths"}


@dataclass(frozen=True)
class Panel:
    """What stands under one heading of the desk.

    Parameters
    ----------
    name : str
        One of `PANELS`.
    picture : Picture or None
        None where an exercise draws it, or where there is nothing to draw.
    says, limits : tuple of str
        What it means, and what it does not.
    gaps : tuple of Gap
        Distances that can be taken to the action plan, those beyond chance first.
    """

    name: PanelName
    title: str
    picture: Picture | None
    says: tuple[str, ...]
    limits: tuple[str, ...]
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True)
class Desk:
    """A counted survey with its mapping, seen in one wave and one language."""

    counted: Counted
    mapping: Mapping
    source: str
    wave: str
    lang: Lang

    def say(self, words: str, **values: object) -> str:
        """Return page words with values put in; numbers as the language writes them."""
        written = {
            name: format_number(value, self.lang) if isinstance(value, int) else value
            for name, value in values.items()
        }
        return translator(self.lang)(words).format(**written)

    def outcomes(self) -> list[Question]:
        """Return the questions that stand for the whole; the first ones where none was named."""
        used = self.mapping.used()
        return [one for one in used if one.role == "outcome"] or used[:1]

    def lines(self) -> list[Line]:
        """Return the outcome's lines."""
        return wave_lines(self.counted, self.outcomes())

    def details(self) -> list[Line]:
        """Return the lines of all aspects that are no focus module."""
        apart = {one.column for one in (*self.outcomes(), *self.focus())}
        return wave_lines(self.counted, [one for one in self.mapping.used() if one.column not in apart])

    def focus(self) -> list[Question]:
        """Return the questions of focus modules: named so, or asked in few of many waves."""
        waves = len(self.counted.waves)
        lines = wave_lines(self.counted, self.mapping.used()) if waves > 2 else []  # noqa: PLR2004
        rare = {line.question.column for line in lines if 0 < len(line.asked_in) <= waves / 3}
        return [one for one in self.mapping.used()
                if one.role == "focus" or (one.role == "detail" and one.column in rare)]  # fmt: skip

    def importance(self) -> Importance | None:
        """Return what the aspects explain of the outcome in this wave."""
        return importance_of(self.counted, self.mapping, self.wave)

    def handover(self, gaps: Sequence[Gap] = ()) -> Handover:
        """Return what exercises may take."""
        try:
            found = self.importance()
        except ValueError:
            found = None
        lines = tuple(one for one in self.lines() if not one.question.is_stopped)
        return Handover(
            self.source, lines, aspects_of(found, self.details()) if found else (), tuple(gaps),
            self.wave,
        )  # fmt: skip

    def panel(self, name: PanelName) -> Panel:
        """Return one panel."""
        makers: dict[PanelName, Callable[[Desk], Panel]] = {
            "waves": _waves, "touchpoints": _touchpoints, "segments": _segments,
            "strengths": _strengths, "drivers": _drivers, "focus": _focus,
        }  # fmt: skip
        return makers[name](self)

    def title(self, name: PanelName) -> str:
        """Return a panel's title."""
        return self.say(TITLES[name])


def told(one: Reading, question: Question, desk: Desk) -> str:
    """Put a figure with interval and base in words."""
    value = shown_value(one.value, question, desk.lang)
    return desk.say(_("{value} (95% interval {interval}; {n} answers)"), value=value,
                    interval=interval_words(one, question, desk.lang), n=one.n)  # fmt: skip


def _waves(desk: Desk) -> Panel:
    lines = desk.lines()
    lead = desk.say(_("Each wave with its 95% interval. {weight}"), weight=_weighting(desk))
    picture = draw_lines(lines, desk.title("waves"), lead, desk.lang, big=True)
    says = [sentence for line in lines for sentence in _line_says(line, desk)]
    return Panel("waves", desk.title("waves"), picture, tuple(says), _wave_limits(desk), _gaps(lines))


def _weighting(desk: Desk) -> str:
    if desk.mapping.weight:
        return desk.say(_("Weighted by “{column}”."), column=desk.mapping.weight)
    return desk.say(_("Without weights: every answer counts the same."))


def _line_says(line: Line, desk: Desk) -> list[str]:
    last, question = line.last, line.question
    if question.is_stopped:
        return [desk.say(_("“{question}”: no NPS is shown, because it was not asked from 0 to 10."), question=question.name)]  # fmt: skip
    if last is None:
        return [desk.say(_("“{question}”: too few answers in every wave."), question=question.name)]
    made = [desk.say(_("“{question}”, {wave}: {told}."), question=question.name,
                     wave=last.name or desk.source, told=told(last, question, desk))]  # fmt: skip
    for change, since in ((last.change, line.shown[-2].name if len(line.shown) > 1 else ""),
                          (line.drift, line.shown[0].name)):  # fmt: skip
        if change is not None:
            made.append(_change_says(change, since, question, desk))
    return made


CHANGES = {
    "up": _("Since {wave} it has risen by {value} ({low} to {high}), more than chance explains."),
    "down": _("Since {wave} it has changed by {value} ({low} to {high}): a fall, more than chance explains."),
    "open": _("Since {wave} the difference is {value} ({low} to {high}): it cannot be told from chance."),
    "unknown": _("Since {wave} nothing can be said: fewer than 30 answers in one of the two waves."),
}  # fmt: skip


def _change_says(change: object, wave: str, question: Question, desk: Desk) -> str:
    from cxkit.survey.figures import Change

    assert isinstance(change, Change)
    value, low, high = (
        shown_value(edge, question, desk.lang, signed=True) for edge in (change.value, change.low, change.high)
    )
    return desk.say(CHANGES[change.verdict], wave=wave, value=value, low=low, high=high)


def _wave_limits(desk: Desk) -> tuple[str, ...]:
    made = [
        desk.say(_("Why a figure changed: two waves show a difference, never its cause.")),
        desk.say(_("What people think who did not answer, were not asked, or have left.")),
    ]
    if len(desk.counted.waves) > 1:
        made.append(desk.say(_("Whether the waves can be compared at all: that needs the same question, scale, channel and kind of people each time, and no column tells all of this.")))  # fmt: skip
    if desk.counted.without_wave:
        made.append(desk.say(_("Anything about {n} rows whose wave could not be told: they are left out."), n=desk.counted.without_wave))  # fmt: skip
    return tuple(made)


def _touchpoints(desk: Desk) -> Panel:
    lines = desk.details()
    lead = desk.say(_("One chart for each question, on the same axis where the scale is the same. {weight}"), weight=_weighting(desk))  # fmt: skip
    picture = draw_lines(lines, desk.title("touchpoints"), lead, desk.lang) if lines else None
    moved = [line for line in lines if line.last and line.last.change and line.last.change.verdict in ("up", "down")]  # fmt: skip
    drifted = [line for line in lines if line.drift and line.drift.verdict in ("up", "down")]
    compared = sum(bool(line.last and line.last.change) for line in lines)
    says = []
    if compared:
        says.append(_named(desk, moved, compared, _("Against the wave before, of {n} questions these changed more than chance explains: {names}."), _("Against the wave before, none of {n} questions changed more than chance explains.")))  # fmt: skip
    if any(line.drift for line in lines):
        says.append(_named(desk, drifted, sum(line.drift is not None for line in lines), _("Against the first wave, of {n} questions these changed more than chance explains: {names}."), _("Against the first wave, none of {n} questions changed more than chance explains.")))  # fmt: skip
    limits = (
        *_wave_limits(desk),
        desk.say(_("Which touchpoint is best: each is judged by those who use it, and these are not the same people.")),
    )
    return Panel("touchpoints", desk.title("touchpoints"), picture, tuple(says), limits, _gaps(lines))


def _named(desk: Desk, lines: Sequence[Line], n: int, some: str, none: str) -> str:
    if not lines:
        return desk.say(none, n=n)
    change = [(line, line.last.change if "before" in some else line.drift) for line in lines if line.last]
    names = ", ".join(
        f"{line.question.name} ({shown_value(one.value, line.question, desk.lang, signed=True)})"
        for line, one in change if one
    )  # fmt: skip
    return desk.say(some, n=n, names=names)


def _gaps(lines: Sequence[Line]) -> tuple[Gap, ...]:
    """Return the latest wave of each question against the one before, falls beyond chance first."""
    made = []
    for line in lines:
        publishable = [one for one in line.shown if one.standing == "publish"]
        if publishable:
            made.append(Gap(line, publishable[-1], publishable[-2] if len(publishable) > 1 else None))
    order = {"down": 0, "open": 1, "unknown": 1, "up": 2}

    def rank(gap: Gap) -> tuple[int, float]:
        change = gap.now.change
        return (order[change.verdict], change.value) if change else (1, 0.0)

    return tuple(sorted(made, key=rank))


def _segments(desk: Desk) -> Panel:
    question = desk.mapping.outcome()
    title = desk.title("segments")
    if question is None or question.is_stopped or not desk.mapping.segments:
        why = desk.say(_("No column was named that puts people into groups, or no question that stands for the whole."))  # fmt: skip
        return Panel("segments", title, None, (why,), ())
    lines = group_lines(desk.counted, question, desk.mapping.segments, desk.wave)
    lines = [(name, line) for name, line in lines if len(line.readings) > 1]
    lead = desk.say(_("“{question}”, {wave}: each group with its 95% interval. {weight}"),
                    question=question.name, wave=desk.wave or desk.source, weight=_weighting(desk))  # fmt: skip
    picture = draw_groups(lines, title, lead, desk.lang) if lines else None
    judged = [(line.question, one) for _n, line in lines for one in line.readings if one.change]
    apart = [one for _q, one in judged if one.change and one.change.verdict in ("up", "down")]
    hidden = sum(one.standing == "withhold" for _n, line in lines for one in line.readings)
    if apart:
        names = ", ".join(f"{one.name} ({shown_value(one.change.value, question, desk.lang, signed=True)})" for one in apart if one.change)  # fmt: skip
        says = [desk.say(_("Of {n} groups held against all others, these differ more than chance explains: {names}."), n=len(judged), names=names)]  # fmt: skip
    else:
        says = [desk.say(_("Of {n} groups held against all others, none differs more than chance explains."), n=len(judged))]  # fmt: skip
    if hidden:
        says.append(desk.say(_("Withheld groups: {n}. They are too small, or would give a small one away."), n=hidden))  # fmt: skip
    limits = (
        desk.say(_("Why groups differ: they may differ in age, products or habits too.")),
        desk.say(_("A ranking: places change by chance as long as the intervals are this wide.")),
        desk.say(_("That groups are alike where no difference shows: with more answers one might.")),
    )
    return Panel("segments", title, picture, tuple(says), limits)


def _importance_says(found: Importance, desk: Desk) -> list[str]:
    first = ", ".join(question.name for question, _share, _other in found.rows[:3])
    made = [
        desk.say(_("{n} people answered “{outcome}” and all of these {items} questions in {wave}; {left} did not and are left out."), n=found.n, outcome=found.outcome.name, items=len(found.rows), wave=desk.wave or desk.source, left=found.left_out),
        desk.say(_("Together they explain {r2} of the differences between people. Most of it goes with: {names}."), r2=format_percent(found.r2, desk.lang), names=first),
    ]  # fmt: skip
    if found.aside:
        names = ", ".join(question.name for question in found.aside)
        made.append(desk.say(_("Left aside, because too few people answered them: {names}."), names=names))
    return made


def _importance_limits(desk: Desk) -> tuple[str, ...]:
    return (
        desk.say(_("That improving an aspect would raise satisfaction: what goes together need not be cause and effect.")),
        desk.say(_("That an aspect with a small share does not matter: what works for everybody explains no difference, and hurts once it fails.")),
        desk.say(_("How sure the order is: shares that lie close together may change places in another sample.")),
    )  # fmt: skip


def _no_importance(name: PanelName, desk: Desk, why: str) -> Panel:
    words = why or desk.say(_("Importance needs one question that stands for the whole and aspects that most people answered. Name them above."))  # fmt: skip
    return Panel(name, desk.title(name), None, (words,), ())


def _drivers(desk: Desk) -> Panel:
    try:
        found = desk.importance()
    except ValueError as error:
        return _no_importance("drivers", desk, str(error))
    if found is None:
        return _no_importance("drivers", desk, "")
    lead = desk.say(_("What goes together with “{outcome}” in {wave}: {n} people with all answers. {weight}"), outcome=found.outcome.name, wave=desk.wave or desk.source, n=found.n, weight=_weighting(desk))  # fmt: skip
    picture = draw_drivers(found, desk.title("drivers"), lead, desk.lang)
    return Panel("drivers", desk.title("drivers"), picture, tuple(_importance_says(found, desk)), _importance_limits(desk))  # fmt: skip


def _strengths(desk: Desk) -> Panel:
    try:
        found = desk.importance()
    except ValueError as error:
        return _no_importance("strengths", desk, str(error))
    if found is None:
        return _no_importance("strengths", desk, "")
    says = [
        desk.say(_("Across: how well each aspect is done, with its interval. Upwards: its share of what is explained of “{outcome}” (LMG). The cuts are the means."), outcome=found.outcome.name),
        *_importance_says(found, desk),
    ]  # fmt: skip
    return Panel("strengths", desk.title("strengths"), None, tuple(says), _importance_limits(desk))


def _focus(desk: Desk) -> Panel:
    lines = wave_lines(desk.counted, desk.focus())
    title = desk.title("focus")
    if not lines:
        return Panel("focus", title, None, (desk.say(_("No question was asked in a few of the waves only.")),), ())  # fmt: skip
    lead = desk.say(_("Questions that were asked in some waves only."))
    says = []
    for line in lines:
        last = line.last
        if last:
            says.append(desk.say(_("“{question}”, {wave}: {told}."), question=line.question.name, wave=last.name, told=told(last, line.question, desk)))  # fmt: skip
    limits = (
        desk.say(_("What other customers think: some of these questions go only to people who used the thing.")),
        desk.say(_("A trend: years lie between the waves of a module, and the offer was another one.")),
    )
    return Panel("focus", title, draw_lines(lines, title, lead, desk.lang), tuple(says), limits, _gaps(lines))
