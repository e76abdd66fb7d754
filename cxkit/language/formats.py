"""Numbers, dates and times as each language writes them."""

from datetime import date, datetime, tzinfo

from babel import dates, numbers

from cxkit.language.langs import Lang

LOCALES: dict[Lang, str] = {"it": "it_IT", "en": "en_GB"}


def format_number(value: float, lang: Lang, decimals: int | None = None) -> str:
    """Write a number, with `decimals` digits after the mark (all that matter when None).

    Examples
    --------
    >>> format_number(1234.5, "it"), format_number(1234.5, "en")
    ('1.234,5', '1,234.5')
    >>> format_number(12, "en", decimals=1)
    '12.0'
    """
    pattern = None if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
    return numbers.format_decimal(value, format=pattern, locale=LOCALES[lang])


def month_names(lang: Lang) -> tuple[str, ...]:
    """Return the twelve months, January first.

    Examples
    --------
    >>> month_names("it")[:2]
    ('gennaio', 'febbraio')
    """
    return tuple(dates.get_month_names("wide", locale=LOCALES[lang]).values())


def format_percent(share: float, lang: Lang, decimals: int = 0) -> str:
    """Write a share from 0 to 1 as per cent.

    Examples
    --------
    >>> format_percent(0.5, "en")
    '50%'
    """
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "") + "%"
    return numbers.format_percent(share, format=pattern, locale=LOCALES[lang])


def format_money(amount: float, currency: str, lang: Lang) -> str:
    """Write an amount of money; `currency` is an ISO 4217 code. Whole amounts get no cents.

    Examples
    --------
    >>> format_money(1600, "EUR", "it"), format_money(1600, "GBP", "en")
    ('1.600\xa0€', '£1,600')
    >>> format_money(12.5, "CHF", "it"), format_money(12.5, "CHF", "en")
    ('12,50\xa0CHF', 'CHF\xa012.50')
    """
    figure = "#,##0" if float(amount).is_integer() else "#,##0.00"
    letters = numbers.get_currency_symbol(currency, LOCALES[lang])[-1].isalpha()
    before = "¤\xa0" if letters else "¤"
    pattern = f"{before}{figure}" if lang == "en" else f"{figure}\xa0¤"
    return numbers.format_currency(
        amount, currency, format=pattern, locale=LOCALES[lang], currency_digits=False
    )


def unit_gap(unit: str) -> str:
    """Return what stands between a figure and the unit after it: nothing before a per cent sign.

    Examples
    --------
    >>> f"80{unit_gap('%')}%", f"12{unit_gap('minutes')}minutes", f"4{unit_gap('')}"
    ('80%', '12 minutes', '4')
    """
    return "" if unit.startswith("%") or not unit else " "


def format_date(day: date, lang: Lang, *, length: str = "long") -> str:
    """Write a date; `length` is Babel's ``short``, ``medium``, ``long`` or ``full``.

    Examples
    --------
    >>> format_date(date(2026, 3, 1), "it"), format_date(date(2026, 3, 1), "en")
    ('1 marzo 2026', '1 March 2026')
    """
    return dates.format_date(day, format=length, locale=LOCALES[lang])


def format_time(moment: datetime, lang: Lang, zone: tzinfo | None = None) -> str:
    """Write the hour and minute of an aware `moment`, in `zone` or this machine's zone.

    Examples
    --------
    >>> from datetime import UTC
    >>> format_time(datetime(2026, 3, 1, 10, 42, tzinfo=UTC), "it", UTC)
    '10:42'
    """
    return dates.format_time(moment.astimezone(zone), format="HH:mm", locale=LOCALES[lang])
