"""What remarks on drivers, reliability, needs and gaps say, in English; see `words.Note`."""

from cxkit.language import mark as _

DRIVERS: dict[str, str] = {
    "few-for-drivers": _(
        "Complete answers: {n}; items: {items}. With fewer than {least} answers for each item,"
        " their order can be chance."
    ),
    "many-left-out": _(
        "{left_out} people skipped at least one of these questions and are left out; {n} remain."
        " Those who answered everything may differ from the others."
    ),
    "constant-item": _("Everybody gave “{item}” the same score: it can explain no difference."),
    "alike-items": _(
        "These items say almost the same thing: {items}. What they have in common is divided among"
        " them; read them together, and read nothing into the difference between them."
    ),
    "explains-nothing": _(
        "With {n} answers, these items explain no more of the outcome than chance would: read"
        " nothing into their order."
    ),
    "against-outcome": _(
        "“{item}” goes down where the outcome goes up (correlation {r}). Check whether its scale"
        " runs the other way."
    ),
}
REMARKS = {**DRIVERS}
