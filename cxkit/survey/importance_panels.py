"""Panels of importance: strengths and areas to improve, and what goes with the outcome."""

from cxkit.language import format_percent
from cxkit.language import mark as _
from cxkit.survey.aspects import Importance
from cxkit.survey.desk import Desk, Panel, PanelName, weighting
from cxkit.survey.errors import SurveyError
from cxkit.survey.pictures import draw_drivers


def strengths(desk: Desk) -> Panel:
    try:
        found = desk.importance()
    except ValueError as error:
        return _no_importance("strengths", desk, _worded(error, desk))
    if found is None:
        return _no_importance("strengths", desk, "")
    says = [
        desk.say(_("Across: how well each aspect is done, with its interval. Upwards: its "
"share of what is explained of “{outcome}” (LMG). The cuts are the means."),
            outcome=found.outcome.name),
        *_importance_says(found, desk),
    ]  # fmt: skip
    return Panel("strengths", desk.title("strengths"), None, tuple(says), _importance_limits(desk))


def drivers(desk: Desk) -> Panel:
    try:
        found = desk.importance()
    except ValueError as error:
        return _no_importance("drivers", desk, _worded(error, desk))
    if found is None:
        return _no_importance("drivers", desk, "")
    lead = desk.say(
        _("What goes together with “{outcome}” in {wave}: {n} people with all answers. {weight}"),
        outcome=found.outcome.name,
        wave=desk.wave or desk.source,
        n=found.n,
        weight=weighting(desk),
    )
    picture = draw_drivers(found, desk.title("drivers"), lead, desk.lang)
    return Panel(
        "drivers",
        desk.title("drivers"),
        picture,
        tuple(_importance_says(found, desk)),
        _importance_limits(desk),
    )


def _importance_says(found: Importance, desk: Desk) -> list[str]:
    first = ", ".join(
        f"{question.name} ({format_percent(share / 100, desk.lang)})"
        for question, share, _other in found.rows[:3]
    )
    made = [
        desk.say(_("{n} people answered “{outcome}” and all of these {items} questions in "
"{wave}; {left} did not and are left out."),
                 n=found.n, outcome=found.outcome.name, items=len(found.rows),
                 wave=desk.wave or desk.source, left=found.left_out),
        desk.say(_("Together they explain {r2} of the differences between people. The largest "
"shares of it: {names}."), r2=format_percent(found.r2, desk.lang), names=first),
    ]  # fmt: skip
    if found.aside:
        names = ", ".join(question.name for question in found.aside)
        made.append(
            desk.say(_("Left aside, because too few people answered them: {names}."), names=names)
        )
    return made


def _importance_limits(desk: Desk) -> tuple[str, ...]:
    return (
        desk.say(_("That improving an aspect would raise satisfaction: what goes together "
"need not be cause and effect.")),
        desk.say(_("That an aspect with a small share does not matter: what works for "
"everybody explains no difference, and hurts once it fails.")),
        desk.say(_("How sure the order is: shares that lie close together may change places "
"in another sample.")),
    )  # fmt: skip


def _no_importance(name: PanelName, desk: Desk, why: str) -> Panel:
    words = why or desk.say(
        _(
            "Importance needs one question that stands for the whole and aspects that "
            ""
            ""
            "most people answered. Name them above."
        )
    )
    return Panel(name, desk.title(name), None, (words,), ())


def _worded(error: ValueError, desk: Desk) -> str:
    return error.message(desk.lang) if isinstance(error, SurveyError) else str(error)
