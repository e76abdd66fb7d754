"""The words a picture draws: field labels and the ``picture:`` texts of the exercise's YAML."""

from collections.abc import Mapping
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

    def count(self, key: str, number: int) -> str:
        """Return a ``picture:`` text for a number of things: its ``-one`` form for one."""
        return self(f"{key}-one" if number == 1 else f"{key}-many", n=number)

    def label(self, *path: str) -> str:
        """Return a field's label."""
        return self._words.field(*path).label.in_(self.lang)

    def option(self, value: str, *path: str) -> str:
        """Return the words of a choice's value; empty for the open choice."""
        return self._words.field(*path).options[value].in_(self.lang) if value else ""

    def options(self, *path: str) -> Mapping[str, str]:
        """Return the words of all values of a choice, by value."""
        return {v: text.in_(self.lang) for v, text in self._words.field(*path).options.items()}


def draw(template: str, say: Phrases, context: Context, title: str, description: str,
         **values: object) -> Picture:  # fmt: skip
    """Draw one of the slice's templates with what all of them need."""
    return draw_template(
        "roadmap", template, lang=context.lang, title=title, description=description,
        wide=True, say=say, written=context.written, **values,
    )  # fmt: skip
