"""What checks and pictures may know besides the answer they look at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Self

from cxkit.core.thread import Thread
from cxkit.core.wording import page_of
from cxkit.language import Lang

if TYPE_CHECKING:
    from cxkit.core.answer import Answer, Item


@dataclass(frozen=True)
class Context:
    """The language, the day, and the workbook's answers by exercise id.

    `lang` is the language of the words around; `written` the language people wrote their answers
    in (readability and word lists depend on it). `follow` computes the red thread when asked.
    `page` says where an exercise, or the field at a path in it, is done, as an address for links;
    empty where there is no such place, as in a report that leaves the exercise out.
    """

    lang: Lang = "en"
    written: Lang = "en"
    today: date = field(default_factory=date.today)
    answers: Mapping[str, "Answer"] = field(default_factory=dict)
    follow: Callable[["Context"], Thread] | None = None
    page: Callable[..., str] = page_of

    @classmethod
    def of(cls, *answers: "Answer", lang: Lang = "en") -> Self:
        """Make the context of some answers, all in one language."""
        return cls(lang, lang, answers={answer.exercise: answer for answer in answers})

    @cached_property
    def items(self) -> Mapping[str, "Item"]:
        """All items of all answers, by id."""
        return {item.id: item for answer in self.answers.values() for item in answer.items()}

    @cached_property
    def thread(self) -> Thread | None:
        """The red thread through all answers; None where no workbook has offered to follow it."""
        return self.follow(self) if self.follow else None

    def label(self, item_id: str) -> str:
        """Return the name of a linked item; empty when there is none such."""
        found = self.items.get(item_id)
        return found.label_in(self.lang) if found else ""

    def of_kind(self, link_kind: str) -> list["Item"]:
        """Return the items of one link kind, in the order they were written."""
        return [item for item in self.items.values() if item.link_kind == link_kind]
