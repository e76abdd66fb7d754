"""A counted survey at the desk: seen in one wave, in one language."""

from collections.abc import Mapping as Values
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from cxkit.core.picture import Picture
from cxkit.language import Lang, format_number, translator
from cxkit.language import mark as _
from cxkit.survey.aspects import Importance, aspects_of, importance_of
from cxkit.survey.counting import Counted
from cxkit.survey.figures import Change, Line, Reading, shown_value, wave_lines
from cxkit.survey.fitness import findings_of, flat_share, named
from cxkit.survey.handover import Gap, Handover, Sign
from cxkit.survey.mapping import Mapping, Question
from cxkit.survey.pictures import interval_words
from cxkit.survey.rivals import Rivalry, Score, rivalries_of

if TYPE_CHECKING:
    from cxkit.stats import Findings

PanelName = Literal[
    "waves", "touchpoints", "segments", "strengths", "drivers", "rivals", "focus", "integrity"
]
PANELS: tuple[PanelName, ...] = get_args(PanelName)
TITLES: dict[str, str] = {
    "waves": _("Wave by wave"),
    "touchpoints": _("Touchpoints and aspects"),
    "segments": _("Groups of people"),
    "strengths": _("Strengths and areas to improve"),
    "drivers": _("What goes with satisfaction"),
    "rivals": _("The others of the area"),
    "focus": _("The focus modules"),
    "integrity": _("Fit to decide on?"),
}


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
    """A counted survey with its mapping, seen in one wave and one language.

    `others` are counts of other companies; `fieldwork`, `invitations` and `rewarded` say how people
    were asked, as far as anybody has said.
    """

    counted: Counted
    mapping: Mapping
    source: str
    wave: str
    lang: Lang
    others: tuple[Score, ...] = ()
    fieldwork: tuple[Values[str, Any], ...] = ()
    invitations: tuple[str, ...] = ()
    rewarded: bool = False

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
        return wave_lines(
            self.counted, [one for one in self.mapping.used() if one.column not in apart]
        )

    def focus(self) -> list[Question]:
        """Return the questions of focus modules: named so, or asked in few of many waves."""
        waves = len(self.counted.waves)
        lines = wave_lines(self.counted, self.mapping.used()) if waves > 2 else []
        rare = {line.question.column for line in lines if 0 < len(line.asked_in) <= waves / 3}
        return [
            one
            for one in self.mapping.used()
            if one.role == "focus" or (one.role == "detail" and one.column in rare)
        ]

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
        channel = next((str(one.get("channel", "")) for one in self.fieldwork), "")
        return Handover(
            self.source, lines, aspects_of(found, self.details()) if found else (), tuple(gaps),
            self.wave, flat_share(self.counted, self.mapping, self.wave), channel,
            self.rivalries(), self.signs(),
        )  # fmt: skip

    def findings(self) -> "Findings | None":
        """Return what makes the figures wrong or less sure; None where there are no rows."""
        return findings_of(
            self.counted, self.mapping, fieldwork=self.fieldwork, invitations=self.invitations,
            rewarded=self.rewarded,
        )  # fmt: skip

    def labels(self) -> dict[str, str]:
        """Return what people call each question, by column."""
        return {one.column: one.name for one in self.mapping.used()}

    def signs(self) -> tuple[Sign, ...]:
        """Return what was found about this wave, or about all, as signs of the exercise."""
        found, labels = self.findings(), self.labels()
        return tuple(
            Sign(one.sign, one.severity, named(one.says(self.lang), labels))
            for one in (found.of(wave=self.wave) if found else ())
        )

    def rivalries(self) -> tuple[Rivalry, ...]:
        """Return the other companies' figures beside ours."""
        return rivalries_of(self.others, self.counted, self.mapping, self.wave)

    def title(self, name: PanelName) -> str:
        """Return a panel's title."""
        return self.say(TITLES[name])


def told(one: Reading, question: Question, desk: Desk) -> str:
    """Put a figure with interval and base in words."""
    value = shown_value(one.value, question, desk.lang)
    return desk.say(_("{value} (95% interval {interval}; {n} answers)"), value=value,
                    interval=interval_words(one, question, desk.lang), n=one.n)  # fmt: skip


def moved(name: str, change: Change, question: Question, n: int, desk: Desk) -> str:
    """Put who or what differs, by how much and on which base, in words."""
    value, low, high = (
        shown_value(edge, question, desk.lang, signed=True)
        for edge in (change.value, change.low, change.high)
    )
    return desk.say(_("{name} ({value}; 95% interval {low} to {high}; {n} answers)"), name=name,
                    value=value, low=low, high=high, n=n)  # fmt: skip


def weighting(desk: Desk) -> str:
    if desk.mapping.weight:
        return desk.say(_("Weighted by “{column}”."), column=desk.mapping.weight)
    return desk.say(_("Without weights: every answer counts the same."))
