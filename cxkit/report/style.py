"""The report's style sheet: the house's palette, dark by the reader's own setting, and paper."""

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

import cxkit.core

_STYLES = Path(__file__).parent / "styles"
_ORDER = ("base", "cover", "pages", "answers", "paper")
_DARK = re.compile(r':root\[data-theme="dark"\] \{(.*?)\}', re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


@cache
def style_sheet() -> Markup:
    """Return the whole style sheet."""
    tokens = (Path(cxkit.core.__file__).parent / "tokens.css").read_text(encoding="utf-8")
    dark = _DARK.search(tokens)
    if dark is None:
        raise ValueError("tokens.css has no dark theme")
    ours = "".join((_STYLES / f"{name}.css").read_text(encoding="utf-8") for name in _ORDER)
    follows = f"@media screen and (prefers-color-scheme: dark) {{ :root {{{dark[1]}}} }}\n"
    return Markup(_COMMENT.sub("", tokens + follows + ours))  # noqa: S704 (our own files)


def css_string(text: str) -> Markup:
    r"""Write any text as a CSS string: all but plain letters and digits as code points.

    Examples
    --------
    >>> print(css_string("A</b>"))
    "A\3c \2f b\3e "
    """
    body = "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text)
    return Markup(f'"{body}"')  # noqa: S704 (nothing is left that means anything)
