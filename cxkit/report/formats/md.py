"""Markdown: the whole report as text that any editor and any wiki shows; diagrams as Mermaid."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from cxkit.language import Translator, format_date
from cxkit.report.document import whole_report
from cxkit.report.formats.entries import lines_of, rated
from cxkit.report.formats.mermaid import diagrams
from cxkit.report.formats.texts import clean
from cxkit.report.parts import ExercisePart, Report
from cxkit.report.request import Request
from cxkit.report.views import Card, Entry, Group, Table

_SPECIAL = re.compile(r"([\\`*_\[\]{}|~$])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# What means something at the front of a line only: headings, lists, rules, quotes.
_FRONT = re.compile(r"^(\s*)([#+\-=:]|\d+(?=[.)]))")
_DRAWN = {"journey-map": "journey", "thread": "thread", "roadmap": "roadmap"}


def write(request: Request) -> bytes:
    """Return the report as Markdown, in UTF-8."""
    report = whole_report(request)
    return (
        "\n".join(_lines(report, diagrams(request), answers=request.answers)).rstrip() + "\n"
    ).encode()


def escape(text: str) -> str:
    r"""Write a text on one line so that Markdown takes no part of it for its own signs.

    Examples
    --------
    >>> print(escape("*a* <b> [c](d)"))
    \*a\* &lt;b&gt; \[c\](d)
    >>> print(escape("# no heading"))
    \# no heading
    """
    line = " ".join(clean(text).split())
    line = "".join(_ENTITIES.get(character, character) for character in line)
    return _FRONT.sub(_kept, _SPECIAL.sub(r"\\\1", line))


def _kept(found: re.Match[str]) -> str:
    sign = found[2]
    return found[1] + (f"&#{ord(sign[0])};{sign[1:]}" if sign.isdigit() else f"\\{sign}")


def _lines(report: Report, drawn: dict[str, str], *, answers: bool) -> Iterator[str]:
    tr = report.tr
    yield f"# {escape(report.title)}"
    yield ""
    head = filter(None, (report.company, report.people, format_date(report.date, report.lang)))
    yield " · ".join(map(escape, head))
    yield ""
    for chapter in report.chapters:
        if chapter.exercises:
            yield f"## {escape(chapter.title)}"
            yield ""
            for exercise in chapter.exercises:
                diagram = drawn.get(_DRAWN.get(exercise.id, ""))
                yield from _exercise(exercise, diagram, tr, answers=answers)
    if report.with_notes:
        yield from _notes(report)


def _exercise(part: ExercisePart, diagram: str | None, tr: Translator, *, answers: bool
              ) -> Iterator[str]:  # fmt: skip
    yield f"### {escape(part.title)}"
    yield ""
    yield f"*{escape(part.picture.description)}*"
    yield ""
    if diagram:
        yield f"```mermaid\n{diagram.rstrip()}\n```"
        yield ""
    for entry in part.entries if answers else ():
        yield from _entry(entry, tr)


def _entry(entry: Entry, tr: Translator) -> Iterator[str]:
    value: Any = entry.value
    label = f"**{escape(entry.label)}**"
    match entry.kind:
        case "table":
            yield label
            yield ""
            yield from _table(value)
        case "cards" | "bullets":
            yield label
            yield ""
            for card in value:
                yield from _card(card, tr)
        case "groups":
            yield label
            yield ""
            for group in value:
                yield from _group(group, tr)
        case "image":
            yield f"{label}: {escape(tr('a picture, in the workbook'))}"
        case _:
            lines = [escape(line) for line in lines_of(entry, tr("yes"))]
            # A backslash at the end of a line keeps the break.
            yield f"{label}: " + "\\\n".join(line for line in lines if line)
    yield ""


def _group(group: Group, tr: Translator) -> Iterator[str]:
    yield f"#### {escape(group.title)}"
    yield ""
    for card in group.cards:
        yield from _card(card, tr)
    yield ""


def _card(card: Card, tr: Translator) -> Iterator[str]:
    yield f"- **{escape(card.title)}**" if card.entries else f"- {escape(card.title)}"
    for entry in card.entries:
        told = " / ".join(escape(line) for line in lines_of(entry, tr("yes")) if line.strip())
        yield f"  - {escape(entry.label)}: {told}"


def _table(table: Table) -> Iterator[str]:
    yield _row([table.heading, *(label for _, label in table.columns)])
    yield _row(["---"] * (1 + len(table.columns)), plain=True)
    for card in table.rows:
        yield _row([card.title, *(_cell(card.entry(name)) for name, _ in table.columns)])


def _cell(entry: Entry | None) -> str:
    if entry is None:
        return ""
    return rated(entry.value) if entry.kind == "rating" else " / ".join(lines_of(entry))  # type: ignore[arg-type]


def _row(cells: Sequence[str], *, plain: bool = False) -> str:
    return "| " + " | ".join(cells if plain else map(escape, cells)) + " |"


def _notes(report: Report) -> Iterator[str]:
    yield f"## {escape(report.tr('Advice on the answers'))}"
    yield ""
    for exercise in report.with_notes:
        yield f"### {escape(exercise.title)}"
        yield ""
        for note in exercise.notes:
            about = f" ({escape(note.about.label)})" if note.about else ""
            yield f"- **{escape(note.says)}**{about}"
            yield f"  {escape(note.why)}"
            yield f"  *{escape(note.next)}*"
        yield ""
