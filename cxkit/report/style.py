"""The report's style sheet: the house's palette, dark by the reader's own setting, and paper."""

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

import cxkit.core
from cxkit.report.brand import HOUSE, Brand

_STYLES = Path(__file__).parent / "styles"
_ORDER = ("base", "cover", "pages", "answers", "tools", "paper")
_DARK = re.compile(r':root\[data-theme="dark"\] \{(.*?)\}', re.DOTALL)
_FALL_BACK = {"--cx-font": "system-ui, sans-serif", "--cx-serif": "Georgia, serif"}
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


def dress(brand: Brand) -> Markup:
    """Return the style sheet of a brand: its colours, and its fonts inside; the house's own: none.

    Examples
    --------
    >>> "--cx-accent: light-dark(#7a1f3d," in dress(Brand(accent="#7a1f3d"))
    True
    """
    if brand == HOUSE:
        return Markup()
    tokens = dict(brand.tokens)
    rules = []
    for token, font in (("--cx-font", brand.text), ("--cx-serif", brand.heading)):
        if font.file:
            source = Markup(f'url("{font.file.address}")')  # noqa: S704 (base64)
            rules.append(Markup("@font-face {{ font-family: {}; src: {}; }}").format(
                css_string(font.family), source))  # fmt: skip
        if font.family:
            tokens[token] = f"{css_string(font.family)}, {_FALL_BACK[token]}"
    palette = "".join(f"{name}: {value}; " for name, value in tokens.items())
    cover = (
        f"--cover: {brand.cover}; --cover-ink: {brand.cover_text}; "
        f"--cover-soft: {brand.cover_text}; --cover-line: {brand.cover_line};"
    )
    sheet = f":root {{ {palette}}}\n.r-cover {{ {cover} }}"
    return Markup("\n").join([*rules, Markup(sheet)])  # noqa: S704 (checked colours, CSS strings)


def css_string(text: str) -> Markup:
    r"""Write any text as a CSS string: all but plain letters and digits as code points.

    Examples
    --------
    >>> print(css_string("A</b>"))
    "A\3c \2f b\3e "
    """
    body = "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text)
    return Markup(f'"{body}"')  # noqa: S704 (nothing is left that means anything)
