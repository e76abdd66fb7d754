"""What was found about a survey, as a picture: evidence, effect, next step."""

from typing import TYPE_CHECKING

from cxkit.core.picture import Picture, draw_template
from cxkit.language import Lang, page_lang
from cxkit.language import mark as _
from cxkit.stats.words import fill

if TYPE_CHECKING:
    from cxkit.stats.findings import Findings

OUTCOMES = {
    "fit": _("Nothing found that keeps these {n} rows from carrying a decision."),
    "care": _("Fit with care: some doubts limit what can be said. Rows: {n}, doubts: {count}."),
    "unfit": _("Not fit to decide on as it is. Rows: {n}, findings: {count}."),
    "open": _("Nothing found in {n} rows, but not everything could be looked at."),
}
SEVERITIES = {
    "stop": _("No figure"),
    "fault": _("Leans to one side"),
    "doubt": _("Take care"),
}
RULES = {
    "scales": _("scales"),
    "begging": _("begging for scores"),
    "bases": _("bases"),
    "ceilings": _("ceilings"),
    "jumps": _("jumps"),
    "changes": _("changes between waves"),
    "responses": _("response"),
    "mixes": _("who answers"),
    "rewarded-units": _("rewarded units"),
    "straight-liners": _("one score throughout"),
    "speeders": _("hurried interviews"),
    "duplicates": _("duplicates"),
}
LIMITS = _(
    "These rules see what leaves traces in the answers and in what was told about the survey. They"
    " cannot see who was never asked."
)


def draw_findings(findings: "Findings", lang: Lang | None = None) -> Picture:
    """Draw all findings, the heaviest first, and what could not be looked at."""
    lang = lang or page_lang()
    values = {"n": findings.n, "count": len(findings)}
    rows = [
        {"severity": one.severity, "heavy": fill(SEVERITIES[one.severity], {}, lang),
         "says": one.says(lang), "effect": one.effect(lang), "next": one.next(lang)}
        for one in findings
    ]  # fmt: skip
    return draw_template(
        "stats", "findings.html.j2", lang=lang, rows=rows,
        title=fill(_("Is this survey fit to decide on?"), {}, lang),
        description=fill(OUTCOMES[findings.outcome], values, lang),
        unseen_title=fill(_("Not looked at"), {}, lang),
        unseen=[fill(RULES[rule], {}, lang) for rule in findings.unseen],
        limits=fill(LIMITS, {}, lang),
    )  # fmt: skip
