"""Answers as rows of a sheet: phase, touchpoint, lane, text, value; both ways without loss."""
