"""Two states of a workbook side by side: what changed, gaps closed, the thread then and now."""

from cxkit.report.compare.command import compare

__all__ = ["compare"]
