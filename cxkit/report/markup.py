"""Markdown and stored outputs of a notebook as HTML that holds no script and asks for nothing."""

import base64
import re
from collections.abc import Mapping
from typing import Any

import nh3
from markupsafe import Markup, escape

from cxkit.core.drawings import is_drawing, with_drawings
from cxkit.core.markdown import to_html
from cxkit.language import Lang

_TAGS = nh3.ALLOWED_TAGS | {"figure", "figcaption", "section", "details", "summary", "mark"}
_ATTRIBUTES = {
    **{tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()},
    "*": {"lang", "dir", "title"},
    "img": {"src", "alt", "width", "height"},
}
_HEADING = re.compile(r"<(/?)h([1-6])\b([^>]*)>")
_TITLE = re.compile(r"\s*<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_WIDGET = "application/vnd.jupyter.widget-view+json"
_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")


def safe_html(html: str) -> Markup:
    """Return `html` without scripts, styles, event handlers and addresses that load something."""
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_only_own_pictures,
        url_schemes={"http", "https", "mailto", "data"},
    )
    return Markup(clean)  # noqa: S704 (cleaned in the line above)


def _only_own_pictures(tag: str, name: str, value: str) -> str | None:
    if tag == "img" and name == "src":
        own = value.startswith("data:image/") or is_drawing(value, "en")
        return value if own else None
    return None if value.strip().lower().startswith("data:") else value


class Levels:
    """Moves the headings of lessons to where they belong in the report, and keeps them in order.

    A lesson's second level becomes `top`, the level of the exercises' titles; none is left out.

    Examples
    --------
    >>> Levels(top=3).moved("<h2>A</h2><h4>B</h4><h2>C</h2>")
    '<h3>A</h3><h4>B</h4><h3>C</h3>'
    """

    def __init__(self, top: int) -> None:
        self._top = top
        self._last = top - 1

    def moved(self, html: str) -> str:
        """Return `html` with its headings moved."""
        return _HEADING.sub(self._move, html)

    def _move(self, found: re.Match[str]) -> str:
        closing, level, rest = found.groups()
        if not closing:
            wanted = max(int(level) - 2, 0) + self._top
            self._last = min(wanted, self._last + 1, 6)
        return f"<{closing}h{self._last}{rest}>"


def lesson_html(source: str, attachments: Mapping[str, Mapping[str, str]], lang: Lang) -> str:
    """Render a Markdown cell, with our drawings and the pictures attached to it, and clean it."""
    for name, kinds in attachments.items():
        for kind, data in kinds.items():
            source = source.replace(f"attachment:{name}", f"data:{kind};base64,{data}")
    html = with_drawings(str(safe_html(to_html(source, own_html=True))), lang)
    # A table's empty corner heads nothing; Markdown's other headings head columns.
    return html.replace("<th></th>", "<td></td>").replace("<th>", '<th scope="col">')


def scrollable(html: str, label: str) -> str:
    """Let each table scroll by itself, so that a wide one moves no page; `label` names it.

    Examples
    --------
    >>> scrollable("<table></table>", "Table")
    '<div class="r-scroll" tabindex="0" role="group" aria-label="Table"><table></table></div>'
    """
    around = Markup('<div class="r-scroll" tabindex="0" role="group" aria-label="{}">').format(
        label
    )
    return html.replace("<table", f"{around}<table").replace("</table>", "</table></div>")


def split_title(html: str) -> tuple[str, str]:
    """Return the text of the title that a lesson begins with, and what follows it.

    Examples
    --------
    >>> split_title("<h1>The <em>vision</em></h1><p>Text</p>")
    ('The vision', '<p>Text</p>')
    >>> split_title("<p>Text</p>")
    ('', '<p>Text</p>')
    """
    found = _TITLE.match(html)
    if not found:
        return "", html
    return Markup(found[1]).striptags(), html[found.end() :]  # noqa: S704 (read, not shown)


def output_html(output: Mapping[str, Any]) -> Markup | None:
    """Render one stored output of a code cell; None when it shows nothing."""
    kind = output.get("output_type")
    if kind == "stream":
        return _preformatted(_text(output.get("text", "")))
    if kind == "error":
        return _preformatted(_text(output.get("traceback", ()), "\n"))
    data: Mapping[str, Any] = output.get("data", {})
    if _WIDGET in data:
        # A widget lives in its kernel; what is stored of it is a name.
        return None
    return _picture(data) or _marked_up(data)


def _picture(data: Mapping[str, Any]) -> Markup | None:
    alternative = _text(data.get("text/plain", ""))
    if "image/svg+xml" in data and "text/html" not in data:
        raw = base64.b64encode(_text(data["image/svg+xml"]).encode()).decode()
        return _image("image/svg+xml", raw, alternative)
    for kind in _PICTURES:
        if kind in data and "text/html" not in data:
            return _image(kind, "".join(_text(data[kind]).split()), alternative)
    return None


def _image(kind: str, encoded: str, alternative: str) -> Markup:
    return Markup('<img src="data:{};base64,{}" alt="{}">').format(kind, encoded, alternative)


def _marked_up(data: Mapping[str, Any]) -> Markup | None:
    if "text/html" in data:
        return safe_html(_text(data["text/html"])) or None
    if "text/markdown" in data:
        return safe_html(to_html(_text(data["text/markdown"])))
    return _preformatted(_text(data.get("text/plain", "")))


def _preformatted(text: str) -> Markup | None:
    plain = _ANSI.sub("", text).strip("\n")
    return Markup("<pre>{}</pre>").format(escape(plain)) if plain.strip() else None


def _text(value: object, between: str = "") -> str:
    """Join the list of lines as which notebooks store long texts."""
    if isinstance(value, list | tuple):
        return between.join(str(line) for line in value)
    return str(value)
