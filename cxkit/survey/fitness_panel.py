"""The panel on whether the survey is fit to decide on."""

from typing import TYPE_CHECKING

from cxkit.core.picture import Picture, draw_template
from cxkit.language import mark as _
from cxkit.survey.desk import Desk, Panel
from cxkit.survey.fitness import named

if TYPE_CHECKING:
    from cxkit.stats import Findings

SEVERITIES = {
    "stop": _("there is no figure"), "fault": _("leans to one side"), "doubt": _("with care"),
}  # fmt: skip
OUTCOMES = {
    "fit": _("Every rule could be applied, and none found anything."),
    "care": _("There are doubts: say beside the figures what they do not carry."),
    "unfit": _(
        "There are faults that no calculation mends: the figures they touch are no ground for a"
        " decision."
    ),
    "open": _("Nothing was found, but some rules could not be applied."),
}
RULES = {
    "scales": _("scales"), "begging": _("begging for scores"), "bases": _("bases"),
    "ceilings": _("ceilings"), "jumps": _("jumps between waves"),
    "changes": _("changes of wording, scale or channel"), "responses": _("response rates"),
    "mixes": _("who answers"), "rewarded-units": _("units that are rewarded"),
    "straight-liners": _("one score throughout"), "speeders": _("hurried interviews"),
    "duplicates": _("doubled interviews"),
}  # fmt: skip


def fitness(desk: Desk) -> Panel:
    """Return what was found, what it does to the figures, and what to do."""
    title = desk.title("integrity")
    found = desk.findings()
    if found is None:
        return Panel("integrity", title, None, (desk.say(_("There are no rows to look at.")),), ())
    says = [desk.say(OUTCOMES[found.outcome])]
    says.append(
        desk.say(_("Looked at: {rules}; {n} rows."), rules=_names(desk, found.looked), n=found.n)
    )
    if found.unseen:
        says.append(
            desk.say(
                _("Not looked at, because nothing here tells: {rules}."),
                rules=_names(desk, tuple(found.unseen)),
            )
        )
    if desk.counted.every > 1:
        says.append(
            desk.say(
                _("The file is large: rules about single rows looked at every {n}th."),
                n=desk.counted.every,
            )
        )
    limits = (
        desk.say(_("That a survey without findings is right: rules see traces, not intentions.")),
        desk.say(_("Who did not answer, and how differently they would have.")),
        desk.say(_("Anybody’s guilt: there may be reasons that no column holds.")),
    )  # fmt: skip
    return Panel("integrity", title, _draw(found, desk), tuple(says), limits)


def _names(desk: Desk, rules: tuple[str, ...]) -> str:
    return ", ".join(desk.say(RULES[rule]) for rule in rules if rule in RULES)


def _draw(found: "Findings", desk: Desk) -> Picture:
    labels = desk.labels()
    rows = [
        {"severity": one.severity, "weight": desk.say(SEVERITIES[one.severity]),
         "says": named(one.says(desk.lang), labels), "effect": named(one.effect(desk.lang), labels),
         "next": named(one.next(desk.lang), labels)}
        for one in found
    ]  # fmt: skip
    lead = desk.say(OUTCOMES[found.outcome])
    return draw_template(
        "survey", "findings.html.j2", lang=desk.lang, title=desk.title("integrity"),
        description=lead, written=desk.lang, rows=rows, next_words=desk.say(_("What to do")),
    )  # fmt: skip
