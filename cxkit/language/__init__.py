"""The two languages: catalogues of page words, numbers, dates and times."""

from cxkit.language.articles import with_articles
from cxkit.language.catalogue import Translator, mark, translator
from cxkit.language.formats import (
    format_date,
    format_money,
    format_number,
    format_percent,
    format_time,
    unit_gap,
)
from cxkit.language.langs import LANGS, Lang, as_lang, best_lang, machine_lang, page_lang

__all__ = [
    "LANGS",
    "Lang",
    "Translator",
    "as_lang",
    "best_lang",
    "format_date",
    "format_money",
    "format_number",
    "format_percent",
    "format_time",
    "machine_lang",
    "mark",
    "page_lang",
    "translator",
    "unit_gap",
    "with_articles",
]
