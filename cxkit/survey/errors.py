"""What a survey file is refused for: the value, what is allowed, the next step."""

import errno

from cxkit.language import Lang, format_number, machine_lang, translator
from cxkit.language import mark as _


class SurveyError(ValueError):
    """A file, or a reading of it, that cannot be used.

    Parameters
    ----------
    words : str
        Page words (English in the source, in the catalogue), naming `values` in braces.
    **values
        What the words name; numbers are written as the language does.

    Examples
    --------
    >>> SurveyError("Only {n} rows.", n=1200).message("en")
    'Only 1,200 rows.'
    """

    def __init__(self, words: str, **values: object) -> None:
        self.words = words
        self.values = values
        super().__init__(self.message(machine_lang()))

    def of(self, name: str) -> "SurveyError":
        """Return the same about a file that people know under another name."""
        told = {**self.values, "file": name} if "file" in self.values else self.values
        return SurveyError(self.words, **told)

    def message(self, lang: Lang) -> str:
        """Say what is wrong and what to do, as plain text to be escaped where it is drawn."""
        written = {
            name: format_number(value, lang) if isinstance(value, int | float) else value
            for name, value in self.values.items()
        }
        return translator(lang)(self.words).format(**written)


def not_kept(error: OSError) -> SurveyError:
    """Say why a file could not be kept.

    Examples
    --------
    >>> not_kept(OSError(errno.EACCES, "Permission denied")).message("en")
    'The file could not be kept (Permission denied). Tell whoever runs the workbook.'
    """
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None)):
        return SurveyError(
            _(
                "No space is left where the files lie: this one was not kept. Whoever runs that "
                "computer has to free some; then choose it again."
            )
        )
    return SurveyError(
        _("The file could not be kept ({reason}). Tell whoever runs the workbook."),
        reason=error.strerror or type(error).__name__,
    )
