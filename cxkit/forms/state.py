"""The state a form starts from: what to show, what is stored, what the checks say."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from cxkit.core.advice import Advice
from cxkit.core.exercise import find_exercise
from cxkit.core.markdown import to_html
from cxkit.core.wording import wording_of
from cxkit.forms.spec import form_fields
from cxkit.forms.words import form_words
from cxkit.language import Lang, format_time, translator
from cxkit.store import Stored
from cxkit.workbook import Workbook, linkable, plan_of, progress_of, writing_places
from cxkit.workbook.links import targets_of

_GRAVEST_FIRST = ("problem", "warning", "note", "good")


def advice_json(advice: Iterable[Advice], exercise_id: str, lang: Lang) -> list[dict[str, Any]]:
    """Return worded advice as JSON, what needs doing before what is well done."""
    ordered = sorted(advice, key=lambda entry: _GRAVEST_FIRST.index(entry.severity))
    worded = (entry.worded(exercise_id, lang) for entry in ordered)
    return [
        {"severity": w.severity, "where": list(w.where), "says": w.says, "why": w.why,
         "next": w.next}
        for w in worded
    ]  # fmt: skip


def drawn(book: Workbook, exercise_id: str, lang: Lang) -> dict[str, Any]:
    """Return what follows from an answer: advice, picture, progress."""
    advice = book.advice(exercise_id, lang)
    picture = book.picture(exercise_id, lang)
    return {
        "advice": advice_json(advice, exercise_id, lang),
        "picture": picture.html,
        "picture_title": picture.title,
        "progress": progress_of(book.answer(exercise_id), advice).value,
    }


def links_of(book: Workbook, exercise_id: str, lang: Lang) -> dict[str, list[dict[str, str]]]:
    """Return what the exercise's link fields can choose from."""
    found = linkable(book.answers, lang)
    return {
        kind: [{"id": target.id, "label": target.label} for target in found.get(kind, [])]
        for kind in sorted(targets_of(find_exercise(exercise_id).model))
    }


def _notes(exercise_id: str, lang: Lang) -> list[dict[str, str]]:
    tr = translator(lang)
    notes = wording_of(exercise_id).notes
    titles = (
        (tr("How to run it"), notes.run),
        (tr("What good looks like"), notes.good),
        (tr("Typical mistakes"), notes.mistakes),
        (tr("Questions to ask"), notes.questions),
    )
    return [{"title": title, "html": to_html(text.in_(lang))} for title, text in titles]


def _pages(exercise_id: str, lang: Lang) -> dict[str, dict[str, str]]:
    """Say where the things that link fields choose from are written."""
    places = writing_places()
    found = {}
    for kind in sorted(targets_of(find_exercise(exercise_id).model)):
        if kind in places:
            written = places[kind]
            url = f"{plan_of(written).notebook}.ipynb#{written}"
            found[kind] = {"title": wording_of(written).title.in_(lang), "url": url}
    return found


@cache
def fixed_state(exercise_id: str, lang: Lang) -> dict[str, Any]:
    """Return the part of the state that no answer changes."""
    exercise = find_exercise(exercise_id)
    wording = exercise.wording
    return {
        "exercise": exercise_id,
        "lang": lang,
        "title": wording.title.in_(lang),
        "purpose": wording.purpose.in_(lang),
        "instructions": to_html(wording.instructions.in_(lang)),
        "minutes": wording.minutes,
        "mode": wording.mode,
        "notes": _notes(exercise_id, lang),
        "fields": form_fields(exercise, lang),
        "pages": _pages(exercise_id, lang),
        "empty": exercise.model().model_dump(mode="json"),
        "words": form_words(lang),
    }


def _other_day(moment: datetime) -> str | None:
    """Return the day of `moment` where the reader is, unless it is today."""
    day = moment.astimezone().date()
    return None if day == datetime.now().astimezone().date() else day.isoformat()


def stored_part(
    book: Workbook, stored: Stored | None, exercise_id: str, lang: Lang
) -> dict[str, Any]:
    """Return what is stored of an exercise, and when it was."""
    return {
        "value": book.answer(exercise_id).model_dump(mode="json"),
        "revision": stored.revision if stored else 0,
        "saved_at": format_time(stored.saved_at, lang) if stored else None,
        "saved_day": _other_day(stored.saved_at) if stored else None,
    }


def exercise_state(
    book: Workbook, stored: Stored | None, exercise_id: str, lang: Lang, workbook_id: str
) -> dict[str, Any]:
    """Return the whole state of one exercise's form.

    Parameters
    ----------
    book : Workbook
        All answers: links, checks and pictures look at them.
    stored : Stored or None
        This exercise's stored answer.
    exercise_id : str
        Which exercise.
    lang : {"it", "en"}
        Language of the page.
    workbook_id : str
        Names the browser's drafts.
    """
    return {
        **fixed_state(exercise_id, lang),
        "workbook": workbook_id,
        **stored_part(book, stored, exercise_id, lang),
        "links": links_of(book, exercise_id, lang),
        **drawn(book, exercise_id, lang),
    }
