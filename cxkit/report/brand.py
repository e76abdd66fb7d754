"""The dress of a report: name, logo, colours and fonts of whoever hands it over."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Image:
    """A picture that was checked: its media type, such as ``image/png``, and its bytes."""

    kind: str
    data: bytes


@dataclass(frozen=True)
class Brand:
    """A checked brand; colours are ``#rrggbb`` and legible on white paper.

    Parameters
    ----------
    name : str
        Who hands the report over; empty for the house's own dress.
    logo : Image, optional
        For the cover.
    accent : str
        Colour of headings, lines and links.
    cover, cover_ink : str
        The cover's ground and its text.
    heading_font, text_font : str
        Names of font families; empty for the house's own.
    """

    name: str = ""
    logo: Image | None = None
    accent: str = "#0f6b6b"
    cover: str = "#0b4a4b"
    cover_ink: str = "#ffffff"
    heading_font: str = ""
    text_font: str = ""


HOUSE = Brand()
"""The dress of a report that nobody dressed."""
