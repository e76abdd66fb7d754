"""A chapter page before its kernel runs: lesson text, forms with what is stored, skeletons."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
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
from cxkit.forms.state import exercise_state
from cxkit.front.assets import needed_scripts
from cxkit.front.page_words import page_words
from cxkit.front.pages import page_values
from cxkit.language import LANGS, Lang, translator
from cxkit.workbook import ChapterPlan, chapter_plans
from cxkit.workbook.cells import only_shows, shows_desk


@dataclass(frozen=True)
class Piece:
    """One cell on the page: a lesson, an exercise's form, or the place for an output.

    What it shows is drawn when the template comes to it: by then all before it is on its way.
    """

    kind: str
    index: int
    draw: Callable[[], Any] = str

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


def _pieces(cells: Sequence[Any], session: Session) -> list[Piece]:
    book, stored = session.load()
    lang = session.lang
    pieces = []
    for index, cell in enumerate(cells):
        if cell.cell_type == "markdown":
            pieces.append(Piece("lesson", index, partial(_lesson, cell.source, lang)))
        elif cell.cell_type == "code":
            shown = only_shows(cell.source)
            if shown in exercise_ids():
                was = stored.get(shown)
                state = partial(exercise_state, book, was, shown, lang, session.workbook)
                pieces.append(Piece("exercise", index, state))
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


def chapter_shell(
    cells: Sequence[Any],
    session: Session,
    *,
    notebook: str,
    base: str,
    xsrf: str,
    door: str = "",
    controls: bool = False,
) -> Iterator[str]:
    """Draw a notebook's page down to where its kernel's part begins, part by part.

    The first part has all scripts in it, each of the others a form. The workbook is read before
    the first is given: what cannot be read is an error while the page can still be another one.

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

    Yields
    ------
    str
        The next part, to be sent before the one after it is asked for.
    """
    lang = session.lang
    name = notebook.rpartition("/")[2].removesuffix(".ipynb")
    info = session.store.workbook(session.workbook, person=session.person)
    plans = chapter_plans()
    place = next((n for n, plan in enumerate(plans) if plan.notebook == name), None)
    same = notebook.partition("/")[2]
    of_class = notebook.startswith("class/")
    urls = {code: f"{base}voila/render/{code}/{same}" for code in LANGS}
    if of_class:
        urls = {code: f"{base}voila/render/{notebook}?lang={code}" for code in LANGS}
    elif place is None:
        urls = {}
    pieces = _pieces(cells, session)
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
    return _parts(texts, turns)
