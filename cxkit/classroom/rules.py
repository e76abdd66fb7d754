"""Who may do what: the only list of what is open. What no rule allows is refused."""

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote

Who = Literal["anyone", "person", "instructor"]

KERNEL = r"(?P<kernel>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
WORKBOOK = r"[A-Za-z0-9_-]{1,40}"
PERSON = r"[a-z0-9-]{1,60}"
NOTEBOOK = r"(?:[^/\x00-\x1f]+/)*[^/\x00-\x1f]+\.ipynb"


@dataclass(frozen=True)
class Rule:
    """One kind of request that is allowed.

    Parameters
    ----------
    who : {"anyone", "person", "instructor"}
        A person is whoever is signed in: the owner alone, or the members of a class.
    methods : str
        HTTP methods, separated by spaces; ``SOCKET`` is the opening of a web socket.
    path : str
        Regular expression for the whole path after the base URL, which starts with a slash. A group
        named ``kernel`` must be a kernel of the person who asks.
    """

    who: Who
    methods: str
    path: str


ASSETS = (
    Rule("anyone", "GET HEAD", r"/cxkit/static/[A-Za-z0-9._-]+"),
    Rule("anyone", "GET HEAD", r"/favicon\.ico"),
)
RULES = (
    *ASSETS,
    Rule("person", "GET HEAD", r"/"),
    Rule("person", "GET HEAD", rf"/voila/render/(?!class/){NOTEBOOK}"),
    Rule("person", "POST", r"/workbooks"),
    Rule("person", "POST", r"/workbooks/import"),
    Rule("person", "POST", rf"/workbooks/{WORKBOOK}/(?:open|rename|delete|bring|take-over)"),
    Rule("person", "GET", rf"/workbooks/{WORKBOOK}/(?:download|report)"),
    Rule("person", "GET", rf"/workbooks/{WORKBOOK}/export/(?:html|pdf|pptx|docx|xlsx|md|zip)"),
    Rule("person", "SOCKET", rf"/api/kernels/{KERNEL}/channels"),
    Rule("person", "GET", rf"/api/kernels/{KERNEL}"),
    Rule("person", "POST", rf"/voila/api/shutdown/{KERNEL}"),
    # Voila's own front, for pages with other widget libraries.
    Rule("person", "GET HEAD", r"/voila/(?:static|templates|labextensions|api/themes)/.+"),
)
# Open only where a class is served.
CLASS_RULES = (
    Rule("anyone", "GET POST", r"/join"),
    Rule("anyone", "GET POST", r"/resume/[A-Za-z0-9_-]{20,60}"),
    Rule("anyone", "GET POST", r"/teach"),
    Rule("anyone", "GET", r"/(?:hub|oauth_callback)"),
    Rule("person", "POST", r"/sign-out"),
    Rule("person", "GET", r"/me/data"),
    Rule("person", "POST", r"/me/link"),
    Rule("person", "POST", r"/teams"),
    Rule("person", "POST", rf"/teams/{WORKBOOK}/(?:join|leave)"),
    Rule("person", "SOCKET", rf"/live/{WORKBOOK}"),
    Rule("person", "POST", rf"/comments/{WORKBOOK}/[a-z0-9-]+"),
    Rule("person", "GET POST", r"/vote"),
    Rule("instructor", "GET", r"/class/(?:invitation|export|manage)"),
    Rule("instructor", "POST", r"/class/manage/(?:close|reopen|keep|name)"),
    Rule("instructor", "POST", rf"/class/manage/(?:pin|erase)/{PERSON}"),
    Rule("instructor", "GET", rf"/class/read/{WORKBOOK}(?:/[a-z0-9-]+)?"),
    Rule("instructor", "GET HEAD", rf"/voila/render/class/{NOTEBOOK}"),
)
_COMPILED = tuple((rule, re.compile(rule.path)) for rule in RULES)
_IN_CLASS = tuple((rule, re.compile(rule.path)) for rule in CLASS_RULES)


def canonical(raw_path: str) -> str | None:
    """Return the decoded path when it is spelled in the one way we accept, else None.

    Odd spellings (doubled slashes, dots that climb, needless or doubled percent signs, back
    slashes) are how a rule for one path is led past another, so there is only one spelling.

    Examples
    --------
    >>> canonical("/voila/render/it/my%20case.ipynb")
    '/voila/render/it/my case.ipynb'
    >>> canonical("/voila//files/x"), canonical("/voila/%66iles/x"), canonical("/a/../b")
    (None, None, None)
    """
    path = unquote(raw_path, errors="replace")
    if quote(path, safe="/!$&'()*+,;=:@~") != raw_path or not path.startswith("/"):
        return None
    parts = path.split("/")[1:]
    odd = any(part in ("", ".", "..") for part in parts[:-1]) or parts[-1] in (".", "..")
    unreadable = "\\" in path or "\ufffd" in path or any(ord(letter) < 32 for letter in path)
    return None if odd or unreadable else path


def find_rule(method: str, path: str, *, in_class: bool = False) -> tuple[Rule, str | None] | None:
    """Return the rule that allows a request, and the kernel it names.

    Parameters
    ----------
    method : str
        HTTP method, or ``SOCKET``.
    path : str
        Canonical path after the base URL.
    in_class : bool
        Whether a class is served, which opens its pages.

    Examples
    --------
    >>> find_rule("GET", "/")[0].who
    'person'
    >>> find_rule("GET", "/voila/files/cxworkbook.db") is None
    True
    >>> find_rule("GET", "/join") is None, find_rule("GET", "/join", in_class=True)[0].who
    (True, 'anyone')
    """
    for rule, pattern in (*_COMPILED, *_IN_CLASS) if in_class else _COMPILED:
        found = pattern.fullmatch(path)
        if found and method in rule.methods.split():
            return rule, found.groupdict().get("kernel")
    return None
