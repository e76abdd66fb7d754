"""Markdown to HTML: with the author's own HTML in lessons, without any in wording."""

from functools import cache

from markdown_it import MarkdownIt


@cache
def _renderer(own_html: bool) -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": own_html, "typographer": False}).enable("table")


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
