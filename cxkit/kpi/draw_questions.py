"""The five questions on one sheet: what brings us nearer to the customer, what leads away."""

from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.kpi.model import CounterKpi, KpiQuestions


@dataclass(frozen=True)
class Counter:
    """A measure that works against the culture, and what it harms."""

    kpi: CounterKpi
    harms: str


def draw_questions(answer: KpiQuestions, context: Context) -> Picture:
    """Draw the five answers, those that help on one side and those that harm on the other."""
    say = Phrases(KpiQuestions.exercise, context.lang)
    against = [Counter(one, context.label(one.behaviour)) for one in answer.against if one.name]
    return draw(
        "questions.html.j2",
        say,
        context,
        title=say("title"),
        description=say(
            "describe",
            marks=len(answer.marks),
            drifts=len(answer.drifts),
            decisions=len(answer.decisions),
            encouragements=len(answer.encouragements),
            against=len(against),
        ),
        wide=True,
        marks=[one for one in answer.marks if one.text],
        drifts=[one for one in answer.drifts if one.text],
        decisions=[one for one in answer.decisions if one.decision or one.situation],
        encouragements=[one for one in answer.encouragements if one.text],
        against=against,
        empty=answer.is_empty(),
    )
