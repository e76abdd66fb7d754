"""What the checks look for in a text: word lists, in the language people wrote in."""

from cxkit.core.written import Written

_WRITTEN = Written(__file__)
found = _WRITTEN.found
