"""Uploaded pictures: small PNG, JPEG or WebP files carried as data addresses."""

import base64
import binascii
import re

# What stands before the name of a drawn portrait; `cxkit.core.portraits` draws it.
PORTRAIT = "portrait:"
_PORTRAIT_NAME = re.compile(r"portrait:[a-z]+(-[a-z]+)*")
IMAGE_TYPES = ("image/png", "image/jpeg", "image/webp")
IMAGE_MAX_BYTES = 290_000


def _looks_like(media_type: str, data: bytes) -> bool:
    if media_type == "image/png":
        return data.startswith(b"\x89PNG\r\n\x1a\n")
    if media_type == "image/jpeg":
        return data.startswith(b"\xff\xd8\xff")
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def check_image(value: str) -> str:
    """Return a data address whose bytes are what its type says, or an empty text.

    Raises
    ------
    ValueError
        With a message key (``image-type``, ``image-damaged`` or ``image-size``) that the
        forms word in the user's language.

    Examples
    --------
    >>> check_image("")
    ''
    >>> check_image("data:image/svg+xml;base64,PHN2Zz4=")
    Traceback (most recent call last):
    ...
    ValueError: image-type
    """
    if not value:
        return value
    head, _, body = value.partition(",")
    media_type = head.removeprefix("data:").removesuffix(";base64")
    if head != f"data:{media_type};base64" or media_type not in IMAGE_TYPES:
        raise ValueError("image-type")
    try:
        data = base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("image-damaged") from error
    if len(data) > IMAGE_MAX_BYTES:
        raise ValueError("image-size")
    if not _looks_like(media_type, data):
        raise ValueError("image-damaged")
    return value


def check_portrait(value: str) -> str:
    """Return a data address as `check_image` does, or the name of a drawn portrait.

    A name that this version does not draw is kept: a newer one may have written it.

    Raises
    ------
    ValueError
        With a message key, as `check_image`.

    Examples
    --------
    >>> check_portrait("portrait:headscarf")
    'portrait:headscarf'
    >>> check_portrait("portrait:../x")
    Traceback (most recent call last):
    ...
    ValueError: image-type
    """
    return value if _PORTRAIT_NAME.fullmatch(value) else check_image(value)
