"""What-ifs: a few numbers to turn, and what follows from them at once.

They keep nothing: what is found here is written down in the exercises.
"""

from cxkit.forms.whatifs.panel import WHAT_IFS, WhatIf, what_if

__all__ = ["WHAT_IFS", "WhatIf", "what_if"]
