"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

from cxkit.core.written import Written

_WRITTEN = Written(__file__)
found = _WRITTEN.found
is_nobody = _WRITTEN.is_nobody
