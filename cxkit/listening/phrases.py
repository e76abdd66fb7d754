"""The words a picture draws: field labels and the ``picture:`` texts of the exercise's YAML."""

from dataclasses import dataclass
from functools import cached_property

from cxkit.core.context import Context
from cxkit.core.picture import Picture, draw_template
from cxkit.core.wording import Wording, wording_of
from cxkit.language import Lang


@dataclass(frozen=True)
class Phrases:
    """The words of one exercise in one language."""

    exercise: str
    lang: Lang

    @cached_property
    def _words(self) -> Wording:
        return wording_of(self.exercise)

    def __call__(self, key: str, **values: object) -> str:
        """Return a ``picture:`` text with the `values` it names put in."""
        return self._words.picture[key].fill(self.lang, values)

    def label(self, *path: str) -> str:
        """Return a field's label."""
        return self._words.field(*path).label.in_(self.lang)

    def option(self, value: str, *path: str) -> str:
        """Return the words of a choice's value; empty for the open choice."""
        return self._words.field(*path).options[value].in_(self.lang) if value else ""


def draw(template: str, say: Phrases, context: Context, title: str, description: str,
         **values: object) -> Picture:  # fmt: skip
    """Draw one of the slice's templates with what all of them need."""
    return draw_template(
        "listening", template, lang=context.lang, title=title, description=description,
        wide=True, say=say, written=context.written, **values,
    )  # fmt: skip
