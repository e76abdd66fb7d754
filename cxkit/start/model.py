"""Who works on this workbook, and on which case."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cxkit.core.answer import Answer
from cxkit.core.kinds import LongText, ShortText

Channel = Literal[
    "store", "phone", "website", "app", "email", "chat", "social", "home", "self-service",
    "partner",
]  # fmt: skip


class Profile(Answer):
    """The answer to ``profile``: people, company, case and goals.

    `size` follows the European Union's classes of enterprises by number of people employed.

    Examples
    --------
    >>> Profile(company="Ferrovia Adriatica", case="own").missing()
    ['goals']
    """

    exercise: ClassVar[str] = "profile"
    needed: ClassVar[frozenset[str]] = frozenset({"case", "goals"})

    name: ShortText = ""
    working_as: Literal["", "participant", "team"] = ""
    case: Literal["", "own", "bank", "railway", "beauty", "cleaning"] = ""
    company: ShortText = ""
    sector: ShortText = ""
    size: Literal["", "micro", "small", "medium", "large"] = ""
    customers: LongText = ""
    channels: Annotated[tuple[Channel, ...], Field(max_length=10)] = ()
    goals: LongText = ""
