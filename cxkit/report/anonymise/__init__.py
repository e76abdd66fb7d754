"""A workbook without the names of people and companies: ``cxkit export --anonymise``."""

from cxkit.report.anonymise.workbook import anonymised

__all__ = ["anonymised"]
