"""What a survey file is refused for: the value, what is allowed, the next step."""

from cxkit.language import Lang, format_number, machine_lang, translator


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
