"""What a workbook is called that nobody has given a name."""

from cxkit.language import LANGS, Lang, translator


def default_title(lang: Lang) -> str:
    """Return the title that a new workbook is stored with.

    Examples
    --------
    >>> default_title("it")
    'Il mio quaderno'
    """
    return translator(lang)("My workbook")


def title_for(title: str, lang: Lang) -> str:
    """Return a stored title for a reader of `lang`: the default one in that language.

    Examples
    --------
    >>> title_for("Il mio quaderno", "en"), title_for("Banca", "en"), title_for("", "en")
    ('My workbook', 'Banca', '')
    """
    given = title in {default_title(code) for code in LANGS}
    return default_title(lang) if given else title
