"""Draw the lessons' pictures: one shape, one file in each language, beside the notebooks.

``python workbook/drawings/draw.py`` writes ``workbook/<lang>/img/*.svg`` again. Shapes stand in
``<name>.j2``, their words in both languages in ``words.yaml``, colours in ``frame.svg.j2``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent
LANGS = ("it", "en")


def drawings(lang: str) -> dict[str, str]:
    """Return each drawing's SVG by its name.

    Examples
    --------
    >>> drawings("en")["kano"].startswith("<svg")
    True
    """
    env = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words: dict[str, Any] = yaml.safe_load((HERE / "words.yaml").read_text("utf-8"))
    parts = env.get_template("parts.j2").module
    drawn = {}
    for name, said in words.items():
        shapes: Any = env.get_template(f"{name}.j2").make_module({"w": said[lang], "m": parts})
        frame = env.get_template("frame.svg.j2")
        svg = frame.render(shapes=shapes, height=shapes.height, lang=lang)
        drawn[name] = re.sub(r"\n\s*\n+", "\n", svg).strip() + "\n"
    return drawn


def main() -> None:
    """Write all drawings."""
    for lang in LANGS:
        folder = HERE.parent / lang / "img"
        folder.mkdir(exist_ok=True)
        for name, svg in drawings(lang).items():
            (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
