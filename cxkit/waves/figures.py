"""How advice and pictures write figures."""

from cxkit.language import Lang, format_number


def figure(value: float, lang: Lang) -> str:
    """Write a figure with up to two decimals and a true minus sign.

    Examples
    --------
    >>> figure(-4.25, "it"), figure(1004.0, "en")
    ('−4,25', '1,004')
    """
    return format_number(round(value, 2), lang).replace("-", "−")
