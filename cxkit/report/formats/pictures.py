"""People's pictures as other programs take them."""

import base64
import io

# No picture of a workbook is larger, and none that claims to be more is unpacked.
_MOST_PIXELS = 40_000_000


def as_png_or_jpeg(address: str) -> bytes | None:
    """Return the bytes of a picture in a data address; None when there is none to be shown.

    WebP, which Office programs do not all know, becomes PNG; SVG, which is no grid of points, is
    none. So is a picture that is damaged inside: that shows only when all of it is read.

    Examples
    --------
    >>> as_png_or_jpeg("") is None
    True
    """
    if not address:
        return None
    from PIL import Image, UnidentifiedImageError  # late: heavy

    head, _, body = address.partition(",")
    if not head.endswith(";base64"):
        return None
    data = base64.b64decode(body)
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
