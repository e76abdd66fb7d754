"""The summary on one page."""

from cxkit.language import format_date, format_number, format_percent
from cxkit.report.formats.docx.paper import Paper
from cxkit.report.formats.docx.table import add_grid
from cxkit.report.formats.grid import Cell, Grid
from cxkit.report.formats.texts import one_line
from cxkit.report.priorities import GapLine
from cxkit.report.summary import Summary


def add_summary(paper: Paper, summary: Summary) -> None:
    """Add vision, figures, whom it is for, where it hurts, gaps, actions and open problems."""
    tr = paper.tr
    paper.heading(tr("Summary"), 1)
    if summary.vision:
        paper.text(summary.vision.sentence or summary.vision.motto, look="Intense Quote")
    add_grid(paper, _figures(paper, summary), tr("Summary"))
    for title, text in ((tr("What is to be achieved"), summary.goals),):
        if text:
            paper.text(title, look="cx label", written=False)
            paper.text(text)
    if summary.personas:
        paper.text(tr("Whom it is for"), look="cx label", written=False)
        for face in summary.personas:
            quoted = f": “{one_line(face.quote)}”" if face.quote else ""
            paper.text(f"{one_line(face.name.label)}{quoted}", look="List Bullet")
    if summary.journey and summary.journey.lowest:
        paper.text(tr("Where it hurts most"), look="cx label", written=False)
        for low in summary.journey.lowest:
            said = f": “{one_line(low.quote)}”" if low.quote else ""
            paper.text(f"−{abs(low.emotion.value)} {one_line(low.touchpoint.label)}{said}",
                       look="List Bullet")  # fmt: skip
    if summary.gaps:
        paper.text(tr("The gaps that weigh most"), look="cx label", written=False)
        for line in summary.gaps:
            paper.text(_gap(paper, line), look="List Bullet")
    if summary.actions:
        paper.text(tr("What comes next"), look="cx label", written=False)
        for one in summary.actions:
            day = format_date(one.due, paper.request.lang) if one.due else ""
            told = " · ".join(filter(None, (one_line(one.action.label), one.owner, day)))
            paper.text(told, look="List Bullet")
    if summary.problems:
        paper.text(tr("Open problems"), look="cx label", written=False)
        for problem in summary.problems:
            paper.text(f"{problem.says} ({problem.exercise.label})", look="List Bullet",
                       written=False)  # fmt: skip


def _figures(paper: Paper, summary: Summary) -> Grid:
    tr, lang = paper.tr, paper.request.lang
    found = [(f"{summary.complete}/{summary.exercises}", tr("Exercises complete"))]
    if summary.journey:
        glance = summary.journey
        found = [(format_number(glance.phases, lang), tr("Phases of the journey")),
                 (format_number(glance.touchpoints, lang), tr("Touchpoints")),
                 (format_number(len(glance.moments), lang), tr("Moments of truth")), *found]  # fmt: skip
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
    return f"{one_line(line.gap.label)}: {' → '.join(figures)} {line.unit}".rstrip()
