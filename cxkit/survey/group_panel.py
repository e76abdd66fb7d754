"""Panels of groups side by side: kinds of people, and other companies."""

from dataclasses import replace

from cxkit.language import mark as _
from cxkit.survey.desk import Desk, Panel, moved, told, weighting
from cxkit.survey.figures import Change, Line, Reading, group_lines, shown_value
from cxkit.survey.mapping import Question
from cxkit.survey.pictures import AHEAD, draw_groups


def segments(desk: Desk) -> Panel:
    question = desk.mapping.outcome()
    title = desk.title("segments")
    if question is None or question.is_stopped or not desk.mapping.segments:
        why = desk.say(
            _(
                "No column was named that puts people into groups, or no question that "
                "stands for the whole."
            )
        )
        return Panel("segments", title, None, (why,), ())
    lines = group_lines(desk.counted, question, desk.mapping.segments, desk.wave)
    lines = [(name, line) for name, line in lines if len(line.readings) > 1]
    lead = desk.say(
        _("“{question}”, {wave}: each group with its 95% interval. {weight}"),
        question=question.name,
        wave=desk.wave or desk.source,
        weight=weighting(desk),
    )
    picture = draw_groups(lines, title, lead, desk.lang) if lines else None
    judged = [(line.question, one) for _n, line in lines for one in line.readings if one.change]
    apart = [one for _q, one in judged if one.change and one.change.verdict in ("up", "down")]
    hidden = sum(one.standing == "withhold" for _n, line in lines for one in line.readings)
    if apart:
        names = ", ".join(
            moved(one.name, one.change, question, one.n, desk) for one in apart if one.change
        )
        says = [
            desk.say(
                _(
                    "Of {n} groups held against all others, these differ more than chance "
                    "explains: {names}."
                ),
                n=len(judged),
                names=names,
            )
        ]
    else:
        says = [
            desk.say(
                _("Of {n} groups held against all others, none differs more than chance explains."),
                n=len(judged),
            )
        ]
    if hidden:
        says.append(
            desk.say(
                _("Withheld groups: {n}. They are too small, or would give a small one away."),
                n=hidden,
            )
        )
    limits = (
        desk.say(_("Why groups differ: they may differ in age, products or habits too.")),
        desk.say(_("A ranking: places change by chance as long as the intervals are this wide.")),
        desk.say(
            _("That groups are alike where no difference shows: with more answers one might.")
        ),
    )
    return Panel("segments", title, picture, tuple(says), limits)


def rivals(desk: Desk) -> Panel:
    """Return the others of the area beside us."""
    title, rivalries = desk.title("rivals"), desk.rivalries()
    if not rivalries:
        why = desk.say(
            _(
                "There are no figures of others in this wave. If you have a study that asked their"
                " customers the same question, write its figures into “Ourselves, the others and"
                " the focus module” below, with base and margin."
            )
        )
        return Panel("rivals", title, None, (why,), ())
    lines = []
    says = []
    for one in rivalries:
        ours = replace(one.ours, name=desk.say(_("We")), change=None)
        others = sorted((rival.reading for rival in one.rivals), key=lambda r: -(r.value or 0))
        lines.append((one.question.name, Line(one.question, (ours, *others))))
        says.append(
            desk.say(_("“{question}”, {wave}: {told}."), question=one.question.name,
                     wave=desk.wave, told=told(one.ours, one.question, desk))
        )  # fmt: skip
        ahead = [
            _ahead_says(other, other.change, one.question, desk)
            for other in others if other.change and other.change.verdict in ("up", "down")
        ]  # fmt: skip
        says += ahead
        if not ahead:
            says.append(desk.say(_("No distance to another company is larger than chance makes.")))
    lead = desk.say(
        _("Each company with its 95% interval, {wave}. Distances are ours minus theirs."),
        wave=desk.wave,
    )
    limits = (
        desk.say(_("Why somebody is ahead: the others’ customers are other people.")),
        desk.say(_("A ranking of companies with few answers: below 30 nothing is claimed.")),
        desk.say(_("Whether the study asked as we did: same wording, scale, channel and season.")),
    )
    picture = draw_groups(lines, title, lead, desk.lang, AHEAD)
    return Panel("rivals", title, picture, tuple(says), limits)


def _ahead_says(other: Reading, change: Change, question: Question, desk: Desk) -> str:
    value, low, high = (
        shown_value(edge, question, desk.lang, signed=True)
        for edge in (change.value, change.low, change.high)
    )
    words = (
        _(
            "Ahead of {name}: {value} (95% interval {low} to {high}; {n} answers about them), "
            "larger than chance makes."
        )
        if change.verdict == "up"
        else _(
            "Behind {name}: {value} (95% interval {low} to {high}; {n} answers about them), "
            "larger than chance makes."
        )
    )
    return desk.say(words, name=other.name, value=value, low=low, high=high, n=other.n)
