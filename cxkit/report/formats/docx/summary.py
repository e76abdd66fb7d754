"""The summary on one page."""

from cxkit.language import format_date, format_number, format_percent, unit_gap
from cxkit.report.formats.docx.paper import Paper
from cxkit.report.formats.docx.table import add_grid
from cxkit.report.formats.grid import Cell, Grid
from cxkit.report.formats.texts import one_line
from cxkit.report.priorities import ActionLine, GapLine
from cxkit.report.summary import Summary


def add_summary(paper: Paper, summary: Summary) -> None:
    """Add vision, figures, whom it is for, where it hurts, gaps, actions and open problems."""
    tr = paper.tr
    paper.heading(tr("Summary"), 1)
    if summary.vision:
        paper.text(summary.vision.sentence or summary.vision.motto, look="Intense Quote")
    add_grid(paper, _figures(paper, summary), tr("Summary"))
    goals = [line for line in summary.goals.split("\n") if line.strip()]
    lowest = summary.journey.lowest if summary.journey else ()
    lists = (
        (tr("What is to be achieved"), goals),
        (tr("Whom it is for"), [_said(face.name.label, face.quote) for face in summary.personas]),
        (tr("Where it hurts most"),
         [_said(f"−{abs(low.emotion.value)} {low.touchpoint.label}", low.quote) for low in lowest]),
        (tr("The gaps that weigh most"), [_gap(paper, line) for line in summary.gaps]),
        (tr("What comes next"), [_action(paper, line) for line in summary.actions]),
        (tr("Open problems"), [f"{one.says} ({one.exercise.label})" for one in summary.problems]),
    )  # fmt: skip
    for title, lines in lists:
        if lines:
            paper.text(title, look="cx label", written=False)
        for line in lines:
            paper.text(one_line(line), look="List Bullet")


def _said(name: str, quote: str) -> str:
    return f"{name}: “{quote}”" if quote else name


def _action(paper: Paper, line: ActionLine) -> str:
    day = format_date(line.due, paper.request.lang) if line.due else ""
    return " · ".join(filter(None, (line.action.label, line.owner, day)))


def _figures(paper: Paper, summary: Summary) -> Grid:
    tr, lang = paper.tr, paper.request.lang
    found = [(f"{summary.complete}/{summary.exercises}", tr("Exercises complete"))]
    if summary.journey:
        glance = summary.journey
        moments = format_number(len(glance.moments), lang)
        found = [(format_number(glance.phases, lang), tr("Phases of the journey")),
                 (format_number(glance.touchpoints, lang), tr("Touchpoints")),
                 (moments, tr("Moments of truth")), *found]  # fmt: skip
    if summary.coverage is not None:
        share = format_percent(summary.coverage, lang)
        found.append((share, tr("Ties of the red thread that hold")))
    cells = [Cell(figure, bold=True, colour="accent", below=label, written=False)
             for figure, label in found]  # fmt: skip
    return Grid([""] * len(cells), [cells], [1.0] * len(cells), 18)


def _gap(paper: Paper, line: GapLine) -> str:
    lang = paper.request.lang
    figures = [format_number(v, lang) for v in (line.before, line.now, line.target)
               if v is not None]  # fmt: skip
    shown = f"{' → '.join(figures)}{unit_gap(line.unit)}{line.unit}"
    return f"{one_line(line.gap.label)}: {shown}".rstrip()
