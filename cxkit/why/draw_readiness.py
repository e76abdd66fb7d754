"""The picture of the readiness: a gate, its reasons, and the conditions that hold it."""

from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
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
    say = Phrases(Readiness.exercise, context.lang)
    gate = gate_of(answer)
    return draw(
        "readiness.html.j2",
        say,
        context,
        title=say("title"),
        description=_describe(gate, say),
        gate=gate,
        means=say(f"{gate.outcome}_means", count=len(gate.unrated)),
        reasons=_reasons(answer, gate, say),
        conditions=[_condition(name, answer, gate, say) for name in CONDITIONS],
        fixes=[_fix(fix, say) for fix in answer.fixes if fix.what],
        raters=[say.option(rater, "raters") for rater in answer.raters],
        sponsor=answer.sponsor,
        review=answer.review,
        empty=answer.is_empty(),
        words=say.words,
    )


def _describe(gate: Gate, say: Phrases) -> str:
    failing, unrated = len(gate.failing), len(gate.unrated)
    met = sum(name not in gate.failing and name not in gate.unrated for name in CONDITIONS)
    return say("description", outcome=say(gate.outcome), met=met, failing=failing, open=unrated)


def _reasons(answer: Readiness, gate: Gate, say: Phrases) -> list[ReasonRow]:
    return [
        ReasonRow(
            say(
                reason.key,
                condition=say.label(reason.conditions[0]),
                level=answer.level(reason.conditions[0]),
                needed=NEEDED[reason.conditions[0]],
            ),
            reason.key in HARD,
        )
        for reason in gate.reasons
    ]


def _condition(name: Condition, answer: Readiness, gate: Gate, say: Phrases) -> ConditionRow:
    level = answer.level(name)
    unproved = any(r.key == "unproved" and name in r.conditions for r in gate.reasons)
    state, tone = say("met"), "good"
    if level is None:
        state, tone = say("unrated"), "accent"
    elif unproved:
        state, tone = say("no_evidence"), "warn"
    elif name in gate.failing:
        state, tone = say("missing"), "bad"
    needs = say("needs", needed=NEEDED[name])
    says = f"{say('level', level=level)}, {needs}" if level is not None else needs
    return ConditionRow(
        say.label(name),
        level,
        says,
        NEEDED[name],
        state,
        tone,
        say.anchor(level, name),
        answer.evidence(name),
    )


def _fix(fix: Fix, say: Phrases) -> FixRow:
    return FixRow(
        say.option(fix.condition, "fixes", "condition"),
        fix.what,
        fix.owner,
        say("by", day=format_date(fix.due, say.lang)) if fix.due else say("no_day"),
    )
