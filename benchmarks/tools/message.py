"""One message to a kernel, as a page's script sends it over its web socket."""

from __future__ import annotations

import json
import uuid
from typing import Any


def message(
    kind: str,
    content: dict[str, Any],
    session: str,
    *,
    metadata: dict[str, Any] | None = None,
    channel: str = "shell",
) -> str:
    """Return the message as JSON.

    Parameters
    ----------
    kind : str
        Jupyter's message type, such as ``"comm_msg"``.
    content : dict
        What stands in it.
    session : str
        Which page sends it.
    metadata : dict, optional
    channel : str
        Over which of the kernel's channels it goes.

    Examples
    --------
    >>> json.loads(message("comm_msg", {"comm_id": "w1"}, "page"))["header"]["msg_type"]
    'comm_msg'
    """
    header = {
        "msg_id": uuid.uuid4().hex, "username": "", "session": session,
        "msg_type": kind, "version": "5.3", "date": "2026-01-01T00:00:00Z",
    }  # fmt: skip
    whole = {
        "header": header, "parent_header": {}, "metadata": metadata or {}, "content": content,
        "channel": channel, "buffers": [],
    }  # fmt: skip
    return json.dumps(whole)
