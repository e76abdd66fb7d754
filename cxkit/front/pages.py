"""Home and the error pages, as HTML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxkit.core.template import render
from cxkit.core.wording import Chapter
from cxkit.front.assets import assets
from cxkit.language import LANGS, Lang, translator
from cxkit.store import Stored, WorkbookInfo
from cxkit.workbook import ChapterPlan, Progress, Workbook, chapter_plans

_NAMES: Mapping[Lang, str] = {"it": "Italiano", "en": "English"}


def page_values(
    lang: Lang, base: str, xsrf: str = "", lang_urls: Mapping[Lang, str] | None = None
) -> dict[str, object]:
    """Return what the common frame of every page needs.

    `lang_urls` says where the same page is in each language; without it there is no switch.
    """
    return {
        "lang": lang,
        "base": base,
        "xsrf": xsrf,
        "_": translator(lang),
        "lang_urls": lang_urls or {},
        "languages": [(code, _NAMES[code]) for code in LANGS],
        "styles": base + assets()["page.css"].url,
        "script": base + assets()["page.js"].url,
        "preload": [base + a.url for a in assets().values() if a.name.startswith("form-")],
        "icon": base + assets()["icon.svg"].url,
    }


@dataclass(frozen=True)
class ChapterCard:
    """A chapter on the programme map."""

    number: int
    chapter: Chapter
    exercises: Sequence[tuple[str, str, Progress]]

    @property
    def done(self) -> int:
        """How many exercises are complete."""
        return sum(progress is Progress.COMPLETE for _, _, progress in self.exercises)

    @property
    def state(self) -> Progress | None:
        """The chapter's progress; None when it has a lesson only."""
        states = {progress for _, _, progress in self.exercises}
        if not states:
            return None
        if Progress.ATTENTION in states:
            return Progress.ATTENTION
        if states == {Progress.COMPLETE}:
            return Progress.COMPLETE
        return Progress.EMPTY if states == {Progress.EMPTY} else Progress.BEGUN


def chapter_card(plan: ChapterPlan, book: Workbook | None, lang: Lang) -> ChapterCard:
    """Return a chapter with the progress of its exercises."""
    listed = [
        (
            exercise.id,
            exercise.wording.title.in_(lang),
            book.progress(exercise.id) if book else Progress.EMPTY,
        )
        for exercise in plan.exercises
    ]
    return ChapterCard(plan.number, plan.chapter, listed)


@dataclass(frozen=True)
class NextStep:
    """Where to go on: a page, a title and why this one."""

    url: str
    title: str
    reason: str


def next_step(cards: Sequence[ChapterCard], lang: Lang, info: WorkbookInfo | None) -> NextStep:
    """Say where to go on: where one left, else the first exercise that is not complete."""
    tr = translator(lang)
    by_notebook = {card.chapter.notebook: card for card in cards}
    place = info.place if info else None
    if place and place.chapter in by_notebook:
        card = by_notebook[place.chapter]
        anchor = next((e for e, _, _ in card.exercises if e == place.exercise), "")
        url = f"voila/render/{lang}/{card.chapter.notebook}.ipynb#{anchor}".removesuffix("#")
        title = tr("Continue: {chapter}").format(chapter=card.chapter.title.in_(lang))
        return NextStep(url, title, tr("Go on where you left"))
    card = cards[0]
    url = f"voila/render/{lang}/{card.chapter.notebook}.ipynb"
    return NextStep(url, tr("Begin"), "")


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
    """

    current: WorkbookInfo | None
    book: Workbook | None
    stored: Mapping[str, Stored]
    workbooks: Sequence[WorkbookInfo]
    cases: Sequence[tuple[str, str]]
    message: str = ""


def home_page(view: HomeView, *, lang: Lang, base: str, xsrf: str) -> str:
    """Draw home in `lang`; `xsrf` is the token that its forms send along."""
    cards = [chapter_card(plan, view.book, lang) for plan in chapter_plans()]
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
        step=next_step(cards, lang, view.current),
    )


def error_page(lang: Lang, status: int, base: str) -> str:
    """Draw the page for a refused or failed request; it tells nothing of what is there."""
    return render("error.html.j2", package="front", **page_values(lang, base), status=status)
