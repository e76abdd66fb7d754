"""The drawings: the table of people, and the pictures of a class."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from cxkit.core.picture import Picture, draw_template
from cxkit.core.template import render
from cxkit.core.wording import wording_of
from cxkit.instructor import figures
from cxkit.instructor.roster import Row
from cxkit.language import Lang, format_number, translator
from cxkit.store import ClassInfo, Comment, Keeping
from cxkit.workbook import Workbook, chapter_plans


@dataclass(frozen=True)
class Shown:
    """How the instructor wants to see the table.

    Parameters
    ----------
    names : bool
        Off for the projector: people are then numbered.
    invites : bool
        Off where a JupyterHub lets people in and there is no invitation.
    """

    names: bool = True
    invites: bool = True


def people_table(  # noqa: PLR0913 -- half of them by name
    rows: Sequence[Row],
    room: ClassInfo,
    locked: frozenset[str],
    shown: Shown,
    *,
    said: Sequence[Comment] = (),
    kept: Keeping,
    lang: Lang,
    base: str,
) -> str:
    """Draw the live table of people and exercises, and what the participants said last."""
    return render(
        "people.html.j2",
        package="instructor",
        rows=rows,
        room=room,
        locked=locked,
        shown=shown,
        said=[(one, wording_of(one.exercise).title.in_(lang)) for one in said],
        kept=kept,
        plans=[plan for plan in chapter_plans() if plan.exercises],
        all_plans=chapter_plans(),
        lang=lang,
        base=base,
        _=translator(lang),
    )


def class_pictures(
    books: Sequence[Workbook], dots: Mapping[str, int], voters: int, *, lang: Lang
) -> list[Picture]:
    """Draw what the class as a whole has written, without names."""
    tr = translator(lang)
    return [
        _bars(
            tr("Obstacles: the votes"), figures.voted(dots, lang),
            tr("People who have voted: {n}").format(n=voters), lang,
        ),
        _spreads(tr("The six laws in our organisations"), figures.laws(books, lang), lang),
        _spreads(tr("The six pillars, today and wanted"), figures.pillars(books, lang), lang),
        _wall(figures.visions(books), lang),
        _journeys(figures.journeys(books), lang),
        _bars(
            tr("Moments of truth named most"), figures.moments(books),
            tr("Journeys: {n}").format(n=len(figures.journeys(books))), lang,
        ),
    ]  # fmt: skip


def joined(room: str, pictures: Sequence[Picture], *, lang: Lang) -> str:
    """Put pictures below each other, under the name of the class."""
    said = translator(lang)("The class in pictures")
    head = Markup('<header class="cx-instructor-head"><h1>{}</h1><h2>{}</h2></header>').format(
        room, said
    )
    return head + Markup("").join(Markup(picture.html) for picture in pictures)  # noqa: S704 -- drawn here


def _bars(title: str, bars: Sequence[tuple[str, int]], base: str, lang: Lang) -> Picture:
    told = "; ".join(f"{name}: {count}" for name, count in bars if count)
    most = max((count for _, count in bars), default=0)
    return _drawn("bars.html.j2", title, told, lang, bars=bars, most=most, base=base)


def _spreads(title: str, spreads: Sequence[figures.Spread], lang: Lang) -> Picture:
    told = "; ".join(
        f"{one.label}: {format_number(one.mean, lang, 1)} (n = {one.n})"
        for one in spreads
        if one.mean is not None
    )
    return _drawn("spreads.html.j2", title, told, lang, spreads=spreads)


def _wall(visions: Sequence[figures.Vision], lang: Lang) -> Picture:
    title = translator(lang)("The wall of visions")
    return _drawn("wall.html.j2", title, "", lang, visions=visions)


def _journeys(trips: Sequence[figures.Trip], lang: Lang) -> Picture:
    title = translator(lang)("Journeys side by side")
    return _drawn("journeys.html.j2", title, "", lang, trips=trips)


def _drawn(template: str, title: str, told: str, lang: Lang, **shown: Any) -> Picture:
    return draw_template(
        "instructor", template, lang=lang, title=title, description=told or title,
        _=translator(lang), **shown,
    )  # fmt: skip
