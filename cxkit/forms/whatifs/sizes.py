"""What-ifs on numbers of answers: how many, how exact, and which change they can show."""

from collections.abc import Mapping
from typing import Any

from cxkit.forms.whatifs.parts import CONFIDENCE, FIGURE, Choice, Question, Reading, Speaker, Turn
from cxkit.language import format_percent
from cxkit.language import mark as _
from cxkit.stats.power import power_between_waves, sample_size_between_waves
from cxkit.stats.samples import (
    invitations,
    margin_nps,
    margin_share,
    sample_size_nps,
    sample_size_share,
)

PEOPLE = Turn("people", _("How many customers are there? (0: very many)"), 0, 0, 100_000_000, 100)
MARGINS = (3, 5, 10, 15)
ANSWERS = (50, 100, 200, 400, 1000, 2000)
CHANGES = (3, 5, 10, 15)


def _needed(figure: str, margin: float, people: int, confidence: float) -> int:
    population = people or None
    if figure == "nps":
        return sample_size_nps(margin, population=population, confidence=confidence)
    return sample_size_share(margin / 100, population=population, confidence=confidence)


def _margin(figure: str, answers: int, people: int, confidence: float) -> float:
    population = people or None
    if figure == "nps":
        return margin_nps(answers, population=population, confidence=confidence)
    return 100 * margin_share(answers, population=population, confidence=confidence)


def _sample(values: Mapping[str, Any], say: Speaker) -> Reading:
    figure, people, confidence = values["figure"], values["people"], values["confidence"]
    needed = _needed(figure, values["margin"], people, confidence)
    invited = invitations(needed, values["response"] / 100)
    if people and invited > people:
        caution = say(
            _("That is more people than the {people} there are. Accept a wider margin, or make more"
              " people answer."),
            people=people,
        )  # fmt: skip
    else:
        caution = say(
            _("This counts on people chosen by chance. If those who answer differ from those who do"
              " not, no number of answers mends it.")
        )  # fmt: skip
    rows = tuple(
        (f"± {margin}", say.number(_needed(figure, margin, people, confidence)))
        for margin in MARGINS
    )
    return Reading(
        say(_("{needed} answers, so about {invited} invitations"), needed=needed, invited=invited),
        say(
            _("In {sure} of such surveys the figure lies within {margin} points of what everybody"
              " would say. Half the margin takes about four times the answers."),
            sure=format_percent(confidence, say.lang), margin=values["margin"],
        ),
        caution,
        (say.word(_("Margin, in points")), say.word(_("Answers needed"))),
        rows,
    )  # fmt: skip


def _exactness(values: Mapping[str, Any], say: Speaker) -> Reading:
    figure, people, confidence = values["figure"], values["people"], values["confidence"]
    answers = values["answers"]
    margin = _margin(figure, answers, people, confidence)
    caution = say(
        _("This is the worst case: answers that agree more give a smaller margin. The margin is"
          " about chance only, not about who did not answer.")
    )  # fmt: skip
    if people and answers > people:
        caution = say(
            _("There are only {people} customers: {answers} of them cannot answer."),
            people=people, answers=answers,
        )  # fmt: skip
    rows = tuple(
        (say.number(n), f"± {say.points(_margin(figure, n, people, confidence))}")
        for n in ANSWERS
        if not people or n <= people
    )
    return Reading(
        say(_("± {margin} points"), margin=say.points(margin)),
        say(
            _("From {answers} answers, a figure of 30 would mean: somewhere from {low} to {high}."
              " Two segments with half the answers each have ± {half}."),
            answers=answers, low=say.points(max(30 - margin, -100 if figure == "nps" else 0)),
            high=say.points(min(100, 30 + margin)),
            half=say.points(_margin(figure, max(1, answers // 2), people // 2, confidence)),
        ),
        caution,
        (say.word(_("Answers")), say.word(_("Margin, in points"))),
        rows,
    )  # fmt: skip


def _change(values: Mapping[str, Any], say: Speaker) -> Reading:
    figure, change, power = values["figure"], values["change"], values["power"]
    unit = 1.0 if figure == "nps" else 0.01
    ask: dict[str, Any] = {"figure": figure, "confidence": values["confidence"]}
    needed = sample_size_between_waves(change * unit, power=power, **ask)
    planned = values["answers"]
    seen = power_between_waves(change * unit, planned, **ask)
    rows = tuple(
        (
            f"+{step}",
            say.number(sample_size_between_waves(step * unit, power=power, **ask)),
            format_percent(power_between_waves(step * unit, planned, **ask), say.lang),
        )
        for step in CHANGES
    )
    return Reading(
        say(_("{needed} answers in each wave"), needed=needed),
        say(
            _("With them a true change of {change} points shows itself as more than chance {power}"
              " of the time. With {planned} answers in each wave it does so {seen} of the time."),
            change=change, power=format_percent(power, say.lang), planned=planned,
            seen=format_percent(seen, say.lang),
        ),
        say(
            _("Worst case, for one comparison. Who looks at ten touchpoints at once needs more. A"
              " change that does not show is not a change that did not happen.")
        ),
        (
            say.word(_("True change, in points")),
            say.word(_("Answers in each wave")),
            say(_("Seen with {planned}"), planned=planned),
        ),
        rows,
    )  # fmt: skip


SAMPLE = Question(
    _("How many answers do we need?"),
    (
        FIGURE,
        Turn("margin", _("How many points off may it be?"), 5, 1, 30),
        PEOPLE,
        Turn("response", _("How many in a hundred answer?"), 25, 1, 100),
        CONFIDENCE,
    ),
    _sample,
)
EXACTNESS = Question(
    _("How exact are the answers we have?"),
    (FIGURE, Turn("answers", _("How many answers?"), 200, 1, 10_000_000, 10), PEOPLE, CONFIDENCE),
    _exactness,
)
CHANGE = Question(
    _("How many answers show that we got better?"),
    (
        FIGURE,
        Turn("change", _("By how many points?"), 5, 1, 50),
        Turn("answers", _("How many answers in each wave do we plan?"), 400, 2, 10_000_000, 10),
        Choice(
            "power", _("How often must it show?"), ((0.8, "80%"), (0.9, "90%"))
        ),
        CONFIDENCE,
    ),
    _change,
)  # fmt: skip
