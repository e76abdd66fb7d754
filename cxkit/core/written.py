"""Looks for words in what people wrote, in the language they wrote it in."""

from pathlib import Path

from cxkit.core.context import Context
from cxkit.language.word_lists import WordLists


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
    """

    def __init__(self, module: str) -> None:
        self._lists = WordLists(Path(module).with_name("words.yaml"))

    def found(self, name: str, text: str, context: Context) -> list[str]:
        """Return the words of a list that occur in `text`."""
        return self._lists.find(name, text, context.written)

    def is_whole(self, name: str, text: str, context: Context) -> bool:
        """Say whether `text` is one phrase of a list and nothing besides."""
        return self._lists.is_whole(name, text, context.written)
