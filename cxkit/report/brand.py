"""The dress of a report: name, logo, colours and fonts of whoever hands it over."""

import base64
from dataclasses import dataclass

from cxkit.report.colours import NIGHT, WHITE, legible, mixed

_SHADE = "#1c2027"


@dataclass(frozen=True)
class Asset:
    """A file that was checked: its media type, such as ``image/png``, and its bytes."""

    kind: str
    data: bytes

    @property
    def address(self) -> str:
        """The file as a data address."""
        return f"data:{self.kind};base64,{base64.b64encode(self.data).decode()}"


@dataclass(frozen=True)
class Font:
    """A font family, and its file where it is to travel with the report."""

    family: str = ""
    file: Asset | None = None


@dataclass(frozen=True)
class Brand:
    """A checked brand; colours are ``#rrggbb``.

    Parameters
    ----------
    name : str
        Who hands the report over; empty for the house's own dress.
    logo : Asset, optional
        For the cover: PNG, JPEG, WebP or SVG.
    accent : str
        Colour of headings, lines and links; legible on white.
    cover, cover_text, cover_line : str
        The cover's ground, its text, which is legible on it, and its drawn line.
    text, heading : Font
        The house's own fonts where they have no family.
    """

    name: str = ""
    logo: Asset | None = None
    accent: str = "#0f6b6b"
    cover: str = "#0b4a4b"
    cover_text: str = "#ffffff"
    cover_line: str = "#e8a87c"
    text: Font = Font()
    heading: Font = Font()

    @property
    def tokens(self) -> dict[str, str]:
        """The palette's colours that follow the brand's, by day and by night."""
        night = legible(self.accent, _SHADE)
        return {
            "--cx-accent": f"light-dark({self.accent}, {night})",
            "--cx-accent-ink": f"light-dark({WHITE}, {NIGHT})",
            "--cx-accent-soft": f"light-dark({mixed(WHITE, self.accent, 0.12)}, "
            f"{mixed(_SHADE, night, 0.16)})",
        }


HOUSE = Brand()
"""The dress of a report that nobody dressed."""
