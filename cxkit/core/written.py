"""Looks for words in what people wrote, in the language they wrote it in."""

from pathlib import Path

from cxkit.core.context import Context
from cxkit.language.word_lists import WordLists, has_figure


class Written:
    """A slice's word lists, asked about texts of a workbook.

    Parameters
    ----------
    module : str
        ``__file__`` of the module that asks; ``words.yaml`` lies beside it.

    Examples
    --------
    >>> import cxkit.culture
    >>> from cxkit.core.context import Context
    >>> written = Written(cxkit.culture.__file__)
    >>> written.found("measures", "An answer within two days", Context())
    ['within', 'days']
    >>> written.is_whole("everyone_roles", "The team.", Context())
    True
    >>> written.can_be_checked("In the log of the calls", Context())
    True
    >>> written.is_hearsay("Everyone knows that", Context())
    True
    """

    def __init__(self, module: str) -> None:
        self._lists = WordLists(Path(module).with_name("words.yaml"))

    def found(self, name: str, text: str, context: Context) -> list[str]:
        """Return the words of a list that occur in `text`."""
        return self._lists.find(name, text, context.written)

    def is_whole(self, name: str, text: str, context: Context) -> bool:
        """Say whether `text` is one phrase of a list and nothing besides."""
        return self._lists.is_whole(name, text, context.written)

    def is_only(self, name: str, text: str, context: Context) -> bool:
        """Say whether `text` consists of a list's phrases and nothing besides."""
        return self._lists.is_only(name, text, context.written)

    def begins(self, name: str, text: str, context: Context) -> bool:
        """Say whether `text` begins with one of a list's phrases."""
        return self._lists.begins(name, text, context.written)

    def can_be_checked(self, text: str, context: Context) -> bool:
        """Say whether a text names a number, a time or a place where one can look it up."""
        named = any(self.found(name, text, context) for name in ("measures", "records"))
        return named or has_figure(text)

    def is_gesture(self, text: str, context: Context) -> bool:
        """Say whether a text names an action one could film, whatever attitude comes with it."""
        return bool(self.found("actions", text, context))

    def is_hearsay(self, text: str, context: Context) -> bool:
        """Say whether what stands as evidence is an impression that nobody could look up."""
        return bool(self.found("hearsay", text, context)) and not self.can_be_checked(text, context)

    def is_nobody(self, text: str, context: Context) -> bool:
        """Say whether an owner is nobody that one could call; an empty one is not."""
        return self.is_only("nobody", text, context)

    def is_no_person(self, text: str, context: Context) -> bool:
        """Say whether an owner is nobody, or a body in place of one person; an empty one is not."""
        return self.is_nobody(text, context) or self.is_only("bodies", text, context)
