"""DOCX: the whole report as a document to go on writing, with Word's own headings and tables."""

import io

from cxkit.report.document import whole_report
from cxkit.report.formats.archive import settled
from cxkit.report.formats.docx.boards import BOARDS
from cxkit.report.formats.docx.cover import add_contents, add_cover
from cxkit.report.formats.docx.entries import add_entries
from cxkit.report.formats.docx.paper import Paper
from cxkit.report.formats.docx.summary import add_summary
from cxkit.report.parts import ChapterPart, ExercisePart, Report
from cxkit.report.request import Request


def write(request: Request) -> bytes:
    """Return a Word document: cover, contents, summary, chapters, and the advice at the end."""
    report = whole_report(request)
    paper = Paper.new(request)
    add_cover(paper, report)
    add_contents(paper, report)
    if report.summary:
        add_summary(paper, report.summary)
    for chapter in report.chapters:
        if chapter.exercises:
            paper.turn(wide=_begins_wide(chapter))
            number = "" if chapter.number is None else f"{chapter.number}. "
            paper.heading(f"{number}{chapter.title}", 1)
            if chapter.question:
                paper.text(chapter.question, look="Subtitle", written=False)
            for exercise in chapter.exercises:
                _exercise(paper, exercise)
    _notes(paper, report)
    buffer = io.BytesIO()
    paper.finish().save(buffer)
    return settled(buffer.getvalue(), request.date)


def _begins_wide(chapter: ChapterPart) -> bool:
    """Say whether a chapter's first page is a landscape one, so that its title can stand there."""
    first = chapter.exercises[0]
    return first.id in BOARDS and first.picture.wide


def _exercise(paper: Paper, part: ExercisePart) -> None:
    add_board = BOARDS.get(part.id)
    wide = add_board is not None and part.picture.wide
    paper.turn(wide=wide)
    paper.heading(part.title, 2)
    paper.text(part.picture.description, look="cx soft", written=False)
    shown = add_board(paper, paper.request.book.answer(part.id)) if add_board else frozenset()
    entries = [entry for entry in part.entries if entry.name not in shown]
    if entries and paper.request.answers:
        paper.turn(wide=False)
        add_entries(paper, entries)


def _notes(paper: Paper, report: Report) -> None:
    if not report.with_notes:
        return
    paper.turn(wide=False)
    paper.heading(report.tr("Advice on the answers"), 1)
    for exercise in report.with_notes:
        paper.heading(exercise.title, 2)
        for note in exercise.notes:
            about = f" ({note.about.label})" if note.about else ""
            paper.text(f"{note.says}{about}", look="cx strong", written=False)
            paper.text(note.why, written=False)
            paper.text(f"→ {note.next}", look="cx soft", written=False)
