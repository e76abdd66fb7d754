"""Texts that people, machines and attackers put into fields."""

from hypothesis import strategies as st

HOSTILE = [
    "<script>alert(1)</script>",
    "{{7*7}}{% raw %}",
    "\"><img src=x onerror=alert(1)>",
    "'-->]]></style><b>",
    "&lt;b&gt; & co",
    "שלום עולם مرحبا \u202e evil",
    "👩🏽‍🚒😀",
    "=HYPERLINK(\"http://x\")",
]  # fmt: skip

NASTY = st.sampled_from(HOSTILE) | st.text(max_size=60)
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,10}", fullmatch=True)
