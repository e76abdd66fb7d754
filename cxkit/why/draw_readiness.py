"""The picture of the readiness: a gate, its reasons, and the conditions that hold it."""

from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.picture import Picture, draw_template
from cxkit.core.wording import wording_of
from cxkit.language import format_date
from cxkit.why.gate import NEEDED, Gate, gate_of
from cxkit.why.model import CONDITIONS, Condition, Fix, Readiness

HARD = ("not-a-priority", "words-only")


@dataclass(frozen=True)
class ConditionRow:
    """One condition as the template needs it."""

    name: str
    level: int | None
    level_says: str
    needed: int
    state: str
    tone: str
    anchor: str
    evidence: str


@dataclass(frozen=True)
class ReasonRow:
    """One reason in words; hard ones stop the start whatever the rest."""

    says: str
    hard: bool


@dataclass(frozen=True)
class FixRow:
    """One remedy as the template needs it."""

    condition: str
    what: str
    owner: str
    by: str


def draw_readiness(answer: Readiness, context: Context) -> Picture:
    """Draw the gate with its outcome, exactly as the conditions leave it."""
    wording = wording_of(Readiness.exercise)
    words = {key: text.in_(context.lang) for key, text in wording.picture.items()}
    gate = gate_of(answer)
    return draw_template(
        "why",
        "readiness.html.j2",
        lang=context.lang,
        title=words["title"],
        description=_describe(gate, words),
        written=context.written,
        gate=gate,
        means=words[f"{gate.outcome}_means"].format(count=len(gate.unrated)),
        reasons=_reasons(answer, gate, context, words),
        conditions=[_condition(name, answer, gate, context, words) for name in CONDITIONS],
        fixes=[_fix(fix, context, words) for fix in answer.fixes if fix.what],
        raters=[
            wording.field("raters").options[rater].in_(context.lang) for rater in answer.raters
        ],
        sponsor=answer.sponsor,
        review=answer.review,
        empty=answer.is_empty(),
        words=words,
    )


def _describe(gate: Gate, words: dict[str, str]) -> str:
    failing, unrated = len(gate.failing), len(gate.unrated)
    met = sum(name not in gate.failing and name not in gate.unrated for name in CONDITIONS)
    return words["description"].format(
        outcome=words[gate.outcome], met=met, failing=failing, open=unrated
    )


def _label(name: str, context: Context) -> str:
    return wording_of(Readiness.exercise).field(name).label.in_(context.lang)


def _reasons(
    answer: Readiness, gate: Gate, context: Context, words: dict[str, str]
) -> list[ReasonRow]:
    return [
        ReasonRow(
            words[reason.key].format(
                condition=_label(reason.conditions[0], context),
                level=answer.level(reason.conditions[0]),
                needed=NEEDED[reason.conditions[0]],
            ),
            reason.key in HARD,
        )
        for reason in gate.reasons
    ]


def _condition(
    name: Condition, answer: Readiness, gate: Gate, context: Context, words: dict[str, str]
) -> ConditionRow:
    field = wording_of(Readiness.exercise).field(name)
    level = answer.level(name)
    unproved = any(r.key == "unproved" and name in r.conditions for r in gate.reasons)
    state, tone = words["met"], "good"
    if level is None:
        state, tone = words["unrated"], "accent"
    elif unproved:
        state, tone = words["no_evidence"], "warn"
    elif name in gate.failing:
        state, tone = words["missing"], "bad"
    needs = words["needs"].format(needed=NEEDED[name])
    says = f"{words['level'].format(level=level)}, {needs}" if level is not None else needs
    return ConditionRow(
        field.label.in_(context.lang),
        level,
        says,
        NEEDED[name],
        state,
        tone,
        field.anchors[level].in_(context.lang) if level is not None else "",
        answer.evidence(name),
    )


def _fix(fix: Fix, context: Context, words: dict[str, str]) -> FixRow:
    options = wording_of(Readiness.exercise).field("fixes", "condition").options
    return FixRow(
        options[fix.condition].in_(context.lang) if fix.condition else "",
        fix.what,
        fix.owner,
        words["by"].format(day=format_date(fix.due, context.lang)) if fix.due else words["no_day"],
    )
