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
RELIABILITY: dict[str, str] = {
    "constant-left-out": _("Everybody gave “{item}” the same score: it is left out."),
    "no-scale": _(
        "A scale needs two questions whose answers differ, from people who answered both: here"
        " questions: {items}, people: {n}."
    ),
    "no-sum": _(
        "The questions cancel each other out: their sum hardly differs from person to person. One"
        " of them probably runs the other way."
    ),
    "few-for-alpha": _(
        "Only {n} complete answers: below {least} α can be far from its true value."
    ),
    "reversed-item": _(
        "“{item}” goes against the others (correlation {r}): probably its scale runs the other way."
        " Turn it round before you add it up."
    ),
    "item-apart": _(
        "“{item}” hardly goes with the others (correlation {r}): it measures something else. Report"
        " it alone."
    ),
    "repeating-items": _(
        "An α of {alpha} means that the questions repeat each other: some of them can be spared."
    ),
}
IMPORTANCE: dict[str, str] = {
    "items-too-small": _("Left out because too few people answered: {items}."),
    "items-unsure": _(
        "On which side of the cut these stand cannot be told from the answers there are: {items}."
    ),
}
KANO: dict[str, str] = {
    "kano-unreadable": _("{n} pairs hold something that is none of the five replies: {seen}."),
    "kano-none": _("Only {n} complete answers: below {least} there is no category."),
    "kano-few": _("Only {n} complete answers: below {least} the category is an indication."),
    "kano-unclear": _(
        "With {n} answers the category does not stand out from the second one (Fong’s test): people"
        " differ. Look at groups."
    ),
    "kano-contradictions": _(
        "{n} people contradict themselves: more than one in ten. The question may be unclear."
    ),
}
REMARKS = {**DRIVERS, **RELIABILITY, **IMPORTANCE, **KANO}
