"""People's pictures as other programs take them."""

import base64
import io
from functools import cache
from urllib.parse import unquote

from cxkit.core.images import PORTRAIT
from cxkit.core.portraits import is_drawn, portrait_svg

# No picture of a workbook is larger, and none that claims to be more is unpacked.
_MOST_PIXELS = 40_000_000
_DRAWN = "data:image/svg+xml"
# Of a drawing, along its longer side: enough for two inches on paper.
_SIDE = 480


def as_png_or_jpeg(address: str) -> bytes | None:
    """Return the bytes of a picture field's value, or of a picture in a data address.

    WebP and drawings, which Office programs do not all know, become PNG. None when there is
    nothing to be shown, or the picture is damaged inside: that shows only when all of it is read.

    Examples
    --------
    >>> as_png_or_jpeg("") is None, as_png_or_jpeg("portrait:afro")[:4]
    (True, b'\\x89PNG')
    """
    if is_drawn(address):
        return _rasterised(portrait_svg(address.removeprefix(PORTRAIT)))
    head, _, body = address.partition(",")
    base64d = head.endswith(";base64")
    if head.startswith(_DRAWN):
        return _rasterised(base64.b64decode(body).decode() if base64d else unquote(body))
    return _readable(head, base64.b64decode(body)) if base64d else None


def _readable(head: str, data: bytes) -> bytes | None:
    from PIL import Image, UnidentifiedImageError  # late: heavy

    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            image.load()
            if head != "data:image/webp;base64":
                return data
            buffer = io.BytesIO()
            image.save(buffer, "PNG")
            return buffer.getvalue()
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
        return None


@cache
def _rasterised(svg: str) -> bytes | None:
    """Draw a drawing of ours, or a logo, point by point."""
    import resvg_py  # late: heavy

    try:
        # Both sides are given: it is fitted in between, however long it says it is.
        return resvg_py.svg_to_bytes(svg_string=svg, width=_SIDE, height=_SIDE)
    except ValueError:
        return None
