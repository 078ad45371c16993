"""Medicines as plain JSON values: courses, lines that were read, plans, the exposure."""
