"""The instructor's pages: how far everybody is, and what the class as a whole has written.

Two widgets for the notebooks in ``workbook/class/``: `people` and `pictures`.
"""

from cxkit.instructor.widgets import people, pictures

__all__ = ["people", "pictures"]
