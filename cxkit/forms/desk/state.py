"""What the desk shows before anything was read: cheap, so that a page need not wait for it."""

import os
from collections.abc import Mapping as Values
from datetime import date
from pathlib import Path
from typing import Any

from cxkit.forms.desk.sample import in_language
from cxkit.forms.desk.words import desk_choices, desk_words
from cxkit.forms.session import Session
from cxkit.language import Lang, format_date, translator
from cxkit.language import mark as _
from cxkit.store import Store
from cxkit.survey.mapping import Mapping
from cxkit.survey.profile import Column, Profile
from cxkit.survey.shelf import MOST_BYTES, Shelf
from cxkit.survey.table import Remark
from cxkit.survey.understanding import Understanding, understand_all
from cxkit.workbook import linkable

DESK = "survey-desk"
"""The desk's place on a page; no exercise has this id."""
TITLE = _("Your survey file")
PURPOSE = _(
    "From the answers themselves to figures with base and interval: bring a "
    "file, say what its columns mean, look at what can be read from it and "
    "what cannot."
)
DAMAGED = _(
    "Your survey file is still there, but what was noted about it cannot be read. Choose the file "
    "again; nothing else in the workbook has changed."
)
FOLDER = "cxworkbook-surveys"
_SHOWN_VALUES, _FEW = 12, 20


def shelf_of(session: Session) -> Shelf:
    """Return where the workbook's survey file lies; the store is asked first whether one may.

    Raises
    ------
    StoreError
        When the workbook is not this person's.
    """
    session.store.workbook(session.workbook, person=session.person)
    return Shelf(surveys_folder(session.store), session.workbook)


def surveys_folder(store: Store) -> Path:
    """Return the folder of all workbooks' survey files: told, or beside the database."""
    told = os.environ.get("CXKIT_SURVEYS")
    if told:
        return Path(told)
    return (store.file.parent if store.file else Path.cwd()) / FOLDER


def sweep_surveys(store: Store) -> list[str]:
    """Delete the files of workbooks that are no more, and return the ids of those that are gone.

    What a disk refuses to give up is tried again at the server's next start.
    """
    folder = surveys_folder(store)
    there = [path.name for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []
    gone = sorted(set(there) - store.existing(there)) if there else []
    return [name for name in gone if Shelf(folder, name).clear()]


def desk_state(session: Session) -> dict[str, Any]:
    """Return the desk's whole state as it is stored."""
    lang = session.lang
    tr = translator(lang)
    links = linkable(session.load()[0].answers, lang)
    return {
        "exercise": DESK,
        "view": "desk",
        "lang": lang,
        "title": tr(TITLE),
        "purpose": tr(PURPOSE),
        "words": desk_words(lang),
        "choices": desk_choices(lang),
        "most_bytes": MOST_BYTES,
        "touchpoints": [
            {"value": one.id, "label": one.label} for one in links.get("touchpoint", [])
        ],
        **kept_state(shelf_of(session), lang),
    }


def kept_state(shelf: Shelf, lang: Lang) -> dict[str, Any]:
    """Return what is known of the file that lies on the shelf."""
    empty: dict[str, Any] = {
        "file": None,
        "columns": [],
        "mapping": None,
        "questions": [],
        "open": 0,
    }
    if not shelf.rows:
        return {**empty, "trouble": ""}
    try:
        return {**_kept(shelf.notes(), lang), "trouble": ""}
    except (KeyError, ValueError, TypeError, AttributeError):
        return {**empty, "trouble": translator(lang)(DAMAGED)}


def _kept(notes: Values[str, Any], lang: Lang) -> dict[str, Any]:
    profile = Profile.from_dict(notes["profile"])
    name, mapping = in_language(notes, lang)
    return {
        "file": {
            "name": name, "size": notes["size"], "rows": profile.rows,
            "sample": bool(notes.get("sample")), "sheet": notes.get("sheet", {}),
            "sheets": notes.get("sheets", []),
            "kept": format_date(date.fromisoformat(notes["kept"]), lang),
            "remarks": [Remark(**one).says(lang) for one in notes.get("remarks", [])],
        },
        "columns": [_column(one) for one in profile.columns.values()],
        **mapped_state(mapping, profile),
    }  # fmt: skip


def mapped_state(mapping: Mapping, profile: Profile) -> dict[str, Any]:
    """Return the mapping, and what is understood of each question."""
    found = understand_all(mapping, profile)
    return {
        "mapping": mapping.model_dump(mode="json"),
        "questions": [_understood(one) for one in found],
        "open": sum(one.is_open for one in found),
    }


def _column(column: Column) -> dict[str, Any]:
    # What differs from row to row may name somebody, and tells nothing about the column.
    single = column.many or (column.filled > _FEW and len(column.values) > column.filled / 2)
    return {
        "name": column.name,
        "examples": [] if single else column.examples(),
        "values": len(column.values),
        "many": column.many,
    }


def _understood(one: Understanding) -> dict[str, Any]:
    return {
        "column": one.question.column,
        "answers": one.answers,
        "blank": one.blank,
        "missing": _most(one.missing),
        "outside": _most(one.outside),
        "doubtful": _most(one.doubtful),
        "stopped": one.question.is_stopped,
    }


def _most(values: Any) -> list[list[Any]]:
    ranked = sorted(values.items(), key=lambda entry: -entry[1])
    return [[text, n] for text, n in ranked[:_SHOWN_VALUES]]
