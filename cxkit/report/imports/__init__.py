"""The way back: what was edited in a spreadsheet goes into the workbook, whole or not at all."""
