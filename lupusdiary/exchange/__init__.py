"""Formats in and out: the JSON and CSV of this program."""
