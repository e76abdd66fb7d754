"""Home and the error pages, as HTML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxkit.core.template import render
from cxkit.front.assets import assets, needed_scripts
from cxkit.front.onward import advised_step, chapter_card, next_step, thread_glance
from cxkit.language import LANGS, Lang, translator
from cxkit.store import Stored, WorkbookInfo
from cxkit.workbook import Workbook, chapter_plans

_NAMES: Mapping[Lang, str] = {"it": "Italiano", "en": "English"}


def page_values(
    lang: Lang,
    base: str,
    xsrf: str = "",
    lang_urls: Mapping[Lang, str] | None = None,
    *,
    script: str = "page",
) -> dict[str, object]:
    """Return what the common frame of every page needs.

    `lang_urls` says where the same page is in each language; without it there is no switch.
    """
    scripts = [base + asset.url for asset in needed_scripts(script)]
    return {
        "lang": lang,
        "base": base,
        "xsrf": xsrf,
        "_": translator(lang),
        "lang_urls": lang_urls or {},
        "languages": [(code, _NAMES[code]) for code in LANGS],
        "styles": base + assets()["page.css"].url,
        "scripts": scripts,
        "icon": base + assets()["icon.svg"].url,
    }


@dataclass(frozen=True)
class RoomView:
    """What home shows of a class.

    Parameters
    ----------
    name, person : str
        Of the class, and of who is there.
    leads : bool
        Whether this is an instructor.
    locked : set of str
        Notebooks that are closed to participants.
    teams : sequence of (workbook, names, belongs)
        The class's teams, who is in each, and whether this person is.
    by_hub : bool
        Whether people come through a JupyterHub; there is no code, link or invitation then.
    """

    name: str
    person: str
    leads: bool
    locked: frozenset[str]
    teams: Sequence[tuple[WorkbookInfo, Sequence[str], bool]]
    by_hub: bool = False


@dataclass(frozen=True)
class HomeView:
    """What home shows of one person's workbooks.

    Parameters
    ----------
    current, book, stored
        The open workbook, its answers, and when each was stored; nothing of it at first.
    workbooks : sequence of WorkbookInfo
        All workbooks of this person.
    cases : sequence of (id, title)
        The sample cases.
    message : str
        What was refused, to be said above everything.
    room : RoomView, optional
        The class, where there is one.
    """

    current: WorkbookInfo | None
    book: Workbook | None
    stored: Mapping[str, Stored]
    workbooks: Sequence[WorkbookInfo]
    cases: Sequence[tuple[str, str]]
    message: str = ""
    room: RoomView | None = None


def home_page(view: HomeView, *, lang: Lang, base: str, xsrf: str) -> str:
    """Draw home in `lang`; `xsrf` is the token that its forms send along."""
    cards = [chapter_card(plan, view.book, lang) for plan in chapter_plans()]
    step = next_step(cards, lang, view.current)
    return render(
        "home.html.j2",
        package="front",
        **page_values(lang, base, xsrf, {code: f"{base}?lang={code}" for code in LANGS}),
        current=view.current,
        workbooks=view.workbooks,
        cases=view.cases,
        message=view.message,
        cards=cards,
        done=sum(card.done for card in cards),
        total=sum(len(card.exercises) for card in cards),
        saved_at=max((entry.saved_at for entry in view.stored.values()), default=None),
        step=step,
        advised=advised_step(cards, lang, step) if view.book else None,
        room=view.room,
        thread=thread_glance(view.book, lang) if view.book else None,
    )


def locked_page(title: str, lang: Lang, base: str) -> str:
    """Draw the page of a chapter that the instructor has not opened yet."""
    return render("locked.html.j2", package="front", **page_values(lang, base), title=title)


def error_page(lang: Lang, status: int, base: str, *, said: str = "", door: str = "") -> str:
    """Draw the page for a refused or failed request; it tells nothing of what is there.

    Parameters
    ----------
    said : str
        What the store refused, in the page's language.
    door : str
        Address of the way into the class, where one is served.
    """
    values = page_values(lang, base)
    return render("error.html.j2", package="front", **values, status=status, said=said, door=door)
