"""PINs and passwords: kept so that nobody can read them back, not even from the file."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

# RFC 7914's cost for interactive sign-in: 16 MB and some 50 ms a try.
_N, _R, _P = 2**14, 8, 1
_SALT, _LENGTH = 16, 32

CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Letters and digits that nobody mixes up when a code is read aloud or off a wall."""


def hashed(secret: str) -> str:
    """Return what to keep of a secret; slow by design, so not to be called on an event loop.

    Examples
    --------
    >>> kept = hashed("2706")
    >>> matches("2706", kept), matches("2707", kept)
    (True, False)
    """
    salt = secrets.token_bytes(_SALT)
    return "$".join(["scrypt", *map(_text, (salt, _derive(secret, salt)))])


def matches(secret: str, kept: str) -> bool:
    """Say whether a secret is the one that was kept, in a time that does not tell how nearly."""
    try:
        _, salt, derived = kept.split("$")
        wanted = base64.b64decode(derived)
        found = _derive(secret, base64.b64decode(salt))
    except ValueError:
        return False
    return hmac.compare_digest(found, wanted)


def new_link() -> str:
    """Make the secret part of a personal link."""
    return secrets.token_urlsafe(24)


def link_digest(token: str) -> str:
    """Return what to keep of a personal link; it is long enough to need no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def new_code() -> str:
    """Make a class code of eight letters, some 40 bits."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(8))


def new_password() -> str:
    """Make an instructor's first password: four groups of four letters, some 79 bits."""
    return "-".join("".join(secrets.choice(CODE_LETTERS) for _ in range(4)) for _ in range(4))


def _derive(secret: str, salt: bytes) -> bytes:
    data = secret.encode("utf-8", "replace")
    return hashlib.scrypt(data, salt=salt, n=_N, r=_R, p=_P, dklen=_LENGTH)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
