"""What ``cxkit import`` does: read a file, lay it over a workbook, write the whole or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from cxkit.core.answer import Answer
from cxkit.core.exercise import find_exercise
from cxkit.core.wording import wording_of
from cxkit.language import Lang, translator
from cxkit.language import mark as _
from cxkit.report.errors import UNWRITABLE, ReportError
from cxkit.report.imports.findings import (
    CLASH,
    MEANWHILE,
    NOTHING,
    ClashError,
    Finding,
    refused,
)
from cxkit.report.imports.grow import Grower
from cxkit.report.imports.long import LongReader
from cxkit.report.imports.moved import moved
from cxkit.report.imports.sheets import Sheets, read_sheets
from cxkit.report.imports.twigs import Twig
from cxkit.report.imports.wide import WideReader
from cxkit.report.source import Source, chosen, read_workbook
from cxkit.report.writing import write_whole
from cxkit.workbook import Workbook, WorkbookFileError, merge

Side = Literal["", "file", "workbook"]

CHANGED = _("{exercise}: {changed} changed, {new} new, {deleted} deleted.")
SAME = _("Nothing to change: the workbook says the same already.")


@dataclass(frozen=True)
class Change:
    """What became of one exercise: how many items are new, changed and gone."""

    exercise: str
    new: int
    changed: int
    deleted: int

    def said(self, lang: Lang) -> str:
        """Return it in one sentence."""
        title = wording_of(self.exercise).title.in_(lang)
        return translator(lang)(CHANGED).format(
            exercise=title, changed=self.changed, new=self.new, deleted=self.deleted
        )


def import_file(path: str | Path, into: str | Path, *, lang: Lang, workbook: str | None = None,
                prefer: Side = "", dry_run: bool = False) -> list[Change]:  # fmt: skip
    """Bring what was edited in a spreadsheet into a workbook.

    Parameters
    ----------
    path : path
        An ``.xlsx`` or ``.csv`` file that ``cxkit export`` wrote.
    into : path
        A ``*.cxworkbook.json`` file or a ``cxworkbook.db``.
    lang : {"it", "en"}
        Language of what is said.
    workbook : str, optional
        Id or title of the workbook in a database; the one that is open by default.
    prefer : {"", "file", "workbook"}
        Which side wins where both were changed since the export; neither by default.
    dry_run : bool
        Whether nothing is written.

    Returns
    -------
    list of Change
        What changes, by exercise; empty when nothing does.

    Raises
    ------
    ReportError
        Names each cell that cannot be read, with what is allowed there. Nothing is then written.
    """
    source = Source(Path(into), workbook)
    book = read_workbook(source.path, lang, workbook)
    answers = answers_from(read_sheets(Path(path), lang), book, lang, path=path, prefer=prefer)
    changes = [_change(book, answer) for answer in answers.values()]
    if answers and not dry_run:
        _write(source, book, answers, lang)
    return changes


def answers_from(sheets: Sheets, book: Workbook, lang: Lang, *, path: str | Path = "",
                 prefer: Side = "") -> dict[str, Answer]:  # fmt: skip
    """Return the answers that a file changes, by exercise; see `import_file`."""
    record = sheets.record
    long = LongReader(lang)
    wide = WideReader(lang, book, _texts(record.get("sheets")))
    read = [long.read(sheet) or wide.read(sheet) for sheet in sheets.sheets]
    twigs: dict[str, Twig] = {**wide.twigs, **long.twigs}
    if not any(read) or not twigs:
        raise ReportError.of(NOTHING, lang, path=path)
    current = book.values()
    base = {name: _base(record, name) or current.get(name) or _empty(name) for name in twigs}
    grower = Grower(book.context(lang), lang, _texts(record.get("labels")))
    mine = grower.grow(twigs, base)
    findings: list[Finding] = [*long.findings, *wide.findings, *grower.findings]
    findings += moved(long.written, mine, base, lang)
    if findings:
        raise refused(findings, lang)
    merged = {name: _merged(name, base[name], answer, current, prefer, lang)
              for name, answer in mine.items()}  # fmt: skip
    return {name: answer for name, answer in merged.items()
            if answer.model_dump(mode="json") != (current.get(name) or _empty(name))}  # fmt: skip


def _merged(name: str, base: Mapping[str, Any], mine: Answer, current: Mapping[str, Any],
            prefer: Side, lang: Lang) -> Answer:  # fmt: skip
    """Join what the file changed with what the workbook changed meanwhile."""
    theirs, own = current.get(name) or _empty(name), mine.model_dump(mode="json")
    if not _ids(name, base) & _ids(name, theirs):
        # Not the workbook that the file was made from: what it holds is laid over as it is.
        base = theirs
    sides = (theirs, own) if prefer == "file" else (own, theirs)
    value, clashes = merge(base, *sides)
    if clashes and not prefer:
        words = wording_of(name)
        fields = ", ".join(words.field(clash.name).label.in_(lang) for clash in clashes)
        raise ClashError.of(CLASH, lang, fields=f"{words.title.in_(lang)} › {fields}")
    return find_exercise(name).model.model_validate(value)


def _base(record: Mapping[str, Any], name: str) -> dict[str, Any] | None:
    """Return an answer as it was when the file was exported; None when the file does not say."""
    values = record.get("base")
    if not isinstance(values, dict) or name not in values:
        return None
    try:
        answer = Workbook.check_values({name: values[name]}, "en")[name]
    except WorkbookFileError:
        return None
    return answer.model_dump(mode="json")


def _ids(name: str, value: Mapping[str, Any]) -> set[str]:
    return {item.id for item in find_exercise(name).model.model_validate(value).items()}


def _empty(name: str) -> dict[str, Any]:
    return find_exercise(name).model().model_dump(mode="json")


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {key: text for key, text in value.items() if isinstance(text, str)}


def _change(book: Workbook, answer: Answer) -> Change:
    before = {item.id: item for item in book.answer(answer.exercise).items()}
    after = {item.id: item for item in answer.items()}
    changed = sum(after[one] != before[one] for one in after if one in before)
    new, gone = len(after.keys() - before.keys()), len(before.keys() - after.keys())
    # A field that stands in no list counts as well.
    return Change(answer.exercise, new, changed or int(not new and not gone), gone)


def _write(source: Source, book: Workbook, answers: Mapping[str, Answer], lang: Lang) -> None:
    if source.is_database:
        _save(source, book, answers, lang)
        return
    changed = replace(book, answers={**book.answers, **answers})
    try:
        write_whole(source.path, changed.to_json().encode())
    except OSError as error:
        raise ReportError.of(UNWRITABLE, lang, path=source.path) from error


def _save(source: Source, book: Workbook, answers: Mapping[str, Answer], lang: Lang) -> None:
    """Save in a database, all answers in one step, unless somebody saved one of them meanwhile."""
    from cxkit.store import Conflict, Store, StoreError  # late: heavy

    try:
        with Store.open(source.path) as store:
            info = chosen(store, source.path, lang, source.workbook)
            stored = store.answers(info.id)
            values = {}
            for name, answer in answers.items():
                known = stored.get(name)
                seen = Workbook.check_values({name: known.value}, lang)[name] if known else None
                if seen != book.answers.get(name):
                    title = wording_of(name).title.in_(lang)
                    raise ReportError.of(MEANWHILE, lang, exercise=title)
                revision = known.revision if known else 0
                values[name] = (answer.model_dump(mode="json"), revision)
            store.save_all(info.id, values)
    except Conflict as error:
        raise ReportError.of(MEANWHILE, lang, exercise=source.path) from error
    except StoreError as error:
        raise ReportError(error.message(lang)) from error
