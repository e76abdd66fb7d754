"""A chapter page before its kernel runs: lesson text, forms with what is stored, skeletons."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from cxkit.core.drawings import with_drawings
from cxkit.core.markdown import to_html
from cxkit.core.template import stream
from cxkit.core.wording import exercise_ids
from cxkit.forms.desk.state import desk_state
from cxkit.forms.session import Session
from cxkit.forms.state import drawn, form_state
from cxkit.front.assets import needed_scripts
from cxkit.front.page_words import page_words
from cxkit.front.pages import page_values
from cxkit.language import LANGS, Lang, translator
from cxkit.store import Stored, WorkbookInfo
from cxkit.workbook import ChapterPlan, Workbook, chapter_plans
from cxkit.workbook.cells import only_shows, shows_desk


@dataclass(frozen=True)
class Piece:
    """One cell on the page: a lesson, an exercise's form, or the place for an output.

    What it shows is drawn when the template comes to it: by then all before it is on its way.
    What is drawn of a form's answer, `draw_answer` gives when all forms are.
    """

    kind: str
    index: int
    draw: Callable[[], Any] = str
    draw_answer: Callable[[], dict[str, Any]] | None = None

    @cached_property
    def html(self) -> str:
        """A lesson's finished HTML."""
        return str(self.draw())

    @cached_property
    def state(self) -> dict[str, Any]:
        """A form's whole state."""
        return dict(self.draw())

    @property
    def state_json(self) -> Markup:
        """The state as JSON that can stand inside a script element."""
        text = json.dumps(self.state, ensure_ascii=False, separators=(",", ":"))
        safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
        return Markup(safe)  # noqa: S704 -- no character is left that could end the element


@lru_cache(maxsize=512)
def _lesson(source: str, lang: Lang) -> str:
    """Draw a lesson: the same for everybody in a class, who all come at once."""
    return with_drawings(to_html(source, own_html=True), lang)


class _Forms:
    """The forms of a page, each made when it is asked for."""

    def __init__(self, session: Session, info: WorkbookInfo, stored: Mapping[str, Stored]) -> None:
        self.session = session
        self.info = info
        self.stored = stored

    @cached_property
    def book(self) -> Workbook:
        """The workbook, once a form needs it: by then the head is on its way."""
        return self.session.book_of(self.info, self.stored)

    def state(self, exercise_id: str) -> dict[str, Any]:
        """What a form needs to take typing."""
        session, was = self.session, self.stored.get(exercise_id)
        return form_state(self.book, was, exercise_id, session.lang, session.workbook)

    def drawn(self, exercise_id: str) -> dict[str, Any]:
        """What is drawn of its answer."""
        return drawn(self.book, exercise_id, self.session.lang)


def _pieces(cells: Sequence[Any], session: Session, forms: _Forms) -> list[Piece]:
    lang = session.lang
    pieces = []
    for index, cell in enumerate(cells):
        if cell.cell_type == "markdown":
            pieces.append(Piece("lesson", index, partial(_lesson, cell.source, lang)))
        elif cell.cell_type == "code":
            shown = only_shows(cell.source)
            if shown in exercise_ids():
                state, then = partial(forms.state, shown), partial(forms.drawn, shown)
                pieces.append(Piece("exercise", index, state, then))
            elif shows_desk(cell.source):
                pieces.append(Piece("exercise", index, partial(desk_state, session)))
            else:
                pieces.append(Piece("output", index))
    return pieces


class _Turns:
    """The pieces as the template asks for them, and how many forms it has come to."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = pieces
        self.forms = 0

    def __iter__(self) -> Iterator[Piece]:
        for piece in self._pieces:
            self.forms += piece.kind == "exercise"
            yield piece


def _parts(texts: Iterable[str], turns: _Turns) -> Iterator[str]:
    """Join what the template gives up to the next form, which takes time to draw."""
    held: list[str] = []
    forms = 0
    for text in texts:
        if turns.forms > forms:
            yield "".join(held)
            held, forms = [], turns.forms
        held.append(text)
    yield "".join(held)


def _title(name: str, plans: Sequence[ChapterPlan], place: int | None, lang: Lang) -> str:
    if place is not None:
        return plans[place].chapter.title.in_(lang)
    tr = translator(lang)
    of_class = {"people": tr("Who is where"), "pictures": tr("The class in pictures")}
    return of_class.get(name, name)


def page_script(kind: str, data: object) -> Markup:
    """Return data for the page's script as an element that stands in the page.

    Examples
    --------
    >>> print(page_script("cx-end", {"said": "</script>"}), end="")
    <script type="application/json" class="cx-end">{"said": "\\u003c/script\\u003e"}</script>
    """
    element = Markup('<script type="application/json" class="{}">{}</script>\n')
    return element.format(kind, htmlsafe_json_dumps(data))


@dataclass(frozen=True)
class Shell:
    """A notebook's page down to where its kernel's part begins, each part drawn when asked for.

    Parameters
    ----------
    forms : iterator of str
        The head, with all scripts in it, and then a part for each form: what takes typing.
    drawn : iterator of str
        Advice and pictures, a part for each form: of a full answer they take far longer to
        draw and to send than the form, and nobody needs them to type.
    """

    forms: Iterator[str]
    drawn: Iterator[str]


def _drawn_parts(pieces: Iterable[Piece]) -> Iterator[str]:
    yield '<div class="cx-results" hidden>\n'
    for piece in pieces:
        if piece.draw_answer:
            exercise = {"exercise": piece.state["exercise"]}
            yield page_script("cx-drawn", exercise | piece.draw_answer())
    yield "</div>\n"


def chapter_shell(
    cells: Sequence[Any],
    session: Session,
    *,
    notebook: str,
    base: str,
    xsrf: str,
    door: str = "",
    controls: bool = False,
) -> Shell:
    """Draw a notebook's page down to where its kernel's part begins, part by part.

    The workbook is read before the first is given: what cannot be read is an error while the page
    can still be another one. What was read is made a workbook after it: the browser fetches scripts
    meanwhile.

    Parameters
    ----------
    cells : sequence of notebook nodes
        The notebook's cells.
    session : Session
        The open workbook.
    notebook : str
        Path below the notebooks' folder, such as ``"it/03-vision.ipynb"``.
    base, xsrf : str
        Base URL, and the token the page sends when it leaves.
    door : str
        In a class, where others can comment and write along: its way in, below the base URL.
    controls : bool
        Whether the notebook is known to show ipywidgets' controls: they come with the page then.

    Returns
    -------
    Shell
        Its parts, each to be sent before the one after it is asked for.
    """
    lang = session.lang
    name = notebook.rpartition("/")[2].removesuffix(".ipynb")
    info, stored = session.read()
    plans = chapter_plans()
    place = next((n for n, plan in enumerate(plans) if plan.notebook == name), None)
    same = notebook.partition("/")[2]
    of_class = notebook.startswith("class/")
    urls = {code: f"{base}voila/render/{code}/{same}" for code in LANGS}
    if of_class:
        urls = {code: f"{base}voila/render/{notebook}?lang={code}" for code in LANGS}
    elif place is None:
        urls = {}
    pieces = _pieces(cells, session, _Forms(session, info, stored))
    turns = _Turns(pieces)
    # Where there are forms, they come first.
    early = controls and not any(piece.kind == "exercise" for piece in pieces)
    texts = stream(
        "chapter.html.j2",
        package="front",
        **page_values(lang, base, xsrf, urls, script="chapter"),
        pieces=turns,
        plans=plans,
        place=place,
        info=info,
        live=session.workbook if door else "",
        words=page_words(lang, door and base + door),
        controls=controls,
        early=[base + asset.url for asset in needed_scripts("controls")] if early else [],
        title=_title(name, plans, place, lang),
        class_page=f"voila/render/{notebook}" if of_class else "",
    )
    return Shell(_parts(texts, turns), _drawn_parts(pieces))
