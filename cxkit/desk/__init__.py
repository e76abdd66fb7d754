"""The instructor's desk: how far everybody is, and what the class as a whole has written.

Two widgets for the notebooks in ``workbook/class/``: `people` and `pictures`.
"""

from cxkit.desk.widgets import people, pictures

__all__ = ["people", "pictures"]
