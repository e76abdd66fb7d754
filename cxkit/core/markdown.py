"""Markdown to HTML: with the author's own HTML in lessons, without any in wording."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore


@cache
def _renderer(own_html: bool) -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": own_html, "typographer": False}).enable("table")
    made.core.ruler.push("label_cells", _label_cells)
    return made


def _label_cells(state: StateCore) -> None:
    """Tell each cell of a table its column's words, for pages too narrow for columns."""
    heads: list[str] = []
    column = 0
    for token, inner in zip(state.tokens, state.tokens[1:], strict=False):
        match token.type:
            case "thead_open":
                heads = []
            case "tr_open":
                column = 0
            case "th_open":
                heads.append("".join(part.content for part in inner.children or []))
            case "td_open":
                token.attrSet("data-label", heads[column])
                column += 1


def to_html(text: str, *, own_html: bool = False) -> str:
    """Render Markdown.

    Parameters
    ----------
    text : str
        CommonMark with tables.
    own_html : bool
        Whether HTML in it is kept (lessons, written by authors) or shown as text (everything else).

    Examples
    --------
    >>> to_html("A *new* <b>idea</b>")
    '<p>A <em>new</em> &lt;b&gt;idea&lt;/b&gt;</p>\\n'
    """
    html: str = _renderer(own_html).render(text)
    return html
