"""A picture: accessible SVG or HTML, drawn once in Python for page, class view and report."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from cxkit.core.template import package_environment
from cxkit.language import Lang


@dataclass(frozen=True)
class Picture:
    """A finished drawing.

    Parameters
    ----------
    html : str
        One element, all text escaped, with a title and a description for screen readers.
    title, description : str
        What it shows, in words, for captions and alternative texts.
    lang : {"it", "en"}
        Language of its words.
    wide : bool
        Whether it wants a landscape page when printed.
    """

    html: str
    title: str
    description: str
    lang: Lang
    wide: bool = False

    def _repr_html_(self) -> str:
        return self.html


@cache
def _environment(package: str):  # type: ignore[no-untyped-def]
    return package_environment(package)


def draw_template(package: str, template: str, *, lang: Lang, title: str, description: str,
                  wide: bool = False, **values: object) -> Picture:  # fmt: skip
    """Render a slice's own template (``cxkit/<slice>/templates/``) as a picture.

    The template gets `title`, `description`, `lang` and `values`; everything is escaped by it.
    """
    names: Mapping[str, object] = {
        **values, "lang": lang, "title": title, "description": description,
    }  # fmt: skip
    html = _environment(package).get_template(template).render(names)
    return Picture(html.strip(), title, description, lang, wide)
