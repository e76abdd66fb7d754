"""The base of every model: an answer to one exercise, and the items inside it."""

from collections.abc import Iterator
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field

from cxkit.core.advice import Advices
from cxkit.core.context import Context
from cxkit.core.kinds import ItemId, new_id
from cxkit.core.picture import Picture
from cxkit.language import Lang


class Part(BaseModel):
    """A frozen piece of an answer; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="null")

    def items(self) -> Iterator["Item"]:
        """Walk all items inside, outer ones first, in their order."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            for entry in value if isinstance(value, tuple) else (value,):
                if isinstance(entry, Item):
                    yield entry
                if isinstance(entry, Part):
                    yield from entry.items()


class Item(Part):
    """A record of a list, with an id by which other parts of the workbook link to it.

    `link_kind` names what it is to the red thread (``"touchpoint"``, ``"persona"`` …; empty when
    nothing links to it); `label_field` is the field that names it to people, and `name_is_enough`
    says that nothing else has to be written of it.
    """

    link_kind: ClassVar[str] = ""
    name_is_enough: ClassVar[bool] = False
    label_field: ClassVar[str] = "name"

    id: ItemId = Field(default_factory=new_id)

    def label_in(self, lang: Lang) -> str:  # items of a fixed list are worded by it
        """Return what people call it; empty while it has no name."""
        return str(getattr(self, self.label_field, ""))

    def is_only_named(self) -> bool:
        """Say whether it has only the name by which others link to it, though it should have more.

        Examples
        --------
        >>> from cxkit.personas import Persona
        >>> Persona(name="Anna").is_only_named()
        True
        >>> Persona(name="Anna", goals="A home").is_only_named()
        False
        """
        if not self.link_kind or self.name_is_enough or not self.label_in("en").strip():
            return False
        rest = type(self).model_fields.keys() - {"id", self.label_field}
        blank = type(self)(id=self.id)
        return bool(rest) and all(getattr(self, name) == getattr(blank, name) for name in rest)

    @property
    def label(self) -> str:
        """What people call it, in the words they wrote."""
        return self.label_in("en")


class Answer(Part):
    """What somebody has written in one exercise. ``Answer()`` is the empty answer.

    `exercise` is the id that names the files, links and tests of the exercise; `needed` names the
    fields without which it does not count as complete.
    """

    exercise: ClassVar[str] = ""
    needed: ClassVar[frozenset[str]] = frozenset()

    def is_empty(self) -> bool:
        """Say whether nothing has been written yet."""
        return self == type(self)()

    def missing(self) -> list[str]:
        """Name the needed fields that are still empty, in the form's order."""
        return [
            name
            for name in type(self).model_fields
            if name in self.needed and _is_open(getattr(self, name))
        ]

    def checks(self, *others: "Answer", lang: Lang = "en") -> Advices:
        """Return the advice on this answer, worded in `lang`.

        Parameters
        ----------
        *others : Answer
            Answers to other exercises of the same workbook that the checks may look at.
        lang : {"it", "en"}
            Language of the advice, and the language the answer is written in.
        """
        own = _exercise_of(self)
        return Advices(own.check(self, Context.of(self, *others, lang=lang)), own.id, lang)

    def picture(self, *others: "Answer", lang: Lang = "en") -> Picture:
        """Return the answer's picture; the parameters are those of `checks`."""
        drawn: Picture = _exercise_of(self).draw(self, Context.of(self, *others, lang=lang))
        return drawn

    def to_json(self, *, indent: int | None = 2) -> str:
        """Return the answer as JSON text; `from_json` reads it back."""
        return self.model_dump_json(indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read an answer from JSON text.

        Raises
        ------
        pydantic.ValidationError
            Names each value that is not allowed, and where it stands.
        """
        return cls.model_validate_json(text)

    def _repr_html_(self) -> str:
        return self.picture().html


def _is_open(value: object) -> bool:
    if isinstance(value, str):
        return not value.strip()
    # Zero is an answer, although it equals False.
    return value is None or value is False or value == ()


def _exercise_of(answer: Answer):  # type: ignore[no-untyped-def]  # Exercise names Answer
    from cxkit.core.exercise import find_exercise  # late: the registry is built from answers

    return find_exercise(answer.exercise)
