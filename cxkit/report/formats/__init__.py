"""The formats of an export: one module for each, with one function ``write(request) -> bytes``.

`cxkit.report.writers` names them by what ``--to`` takes and loads them when they are asked for.
"""
