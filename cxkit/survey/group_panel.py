"""The panel of groups of people."""

from cxkit.language import mark as _
from cxkit.survey.desk import Desk, Panel, weighting
from cxkit.survey.figures import group_lines, shown_value
from cxkit.survey.pictures import draw_groups


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
            f"{one.name} ({shown_value(one.change.value, question, desk.lang, signed=True)})"
            for one in apart
            if one.change
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
