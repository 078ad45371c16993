"""Keeps a text in a cell from being changed by a spreadsheet program: one apostrophe before it.

A formula would be computed, `1:640` become a time, `5-9` a day, `2+` and `0101` numbers, `3.20` become 3.2.
"""

from __future__ import annotations

import re

# A spreadsheet computes a cell that begins like this; a bare - or ++ it leaves alone.
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![+-]*$)(?!\d+(?:\.\d+)?$)", re.DOTALL)
# Signs of which numbers, days, times, fractions and shares consist, with the words between them.
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_NUMBERLIKE = re.compile(
    rf"(?:[\d\s.,:/()%₩$€£+-]|e(?=[+-]?\d)|[년월일시분초]|오전|오후|am|pm|(?:{_MONTHS})[a-z]*)*\d"
    rf"(?:[\d\s.,:/()%₩$€£+-]|e(?=[+-]?\d)|[년월일시분초]|오전|오후|am|pm|(?:{_MONTHS})[a-z]*)*",
    re.IGNORECASE,
)
# What comes back from a cell as it was written.
_SAFE = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{0,14}[1-9])?|\d{4}-\d{2}-\d{2}")
_LONGEST_LOOKED_AT = 60


def is_changed(text: str) -> bool:
    """Whether a spreadsheet program would compute the text or take it for something else."""
    if _FORMULA.match(text):
        return True
    if len(text) > _LONGEST_LOOKED_AT or _SAFE.fullmatch(text):
        return False
    return _NUMBERLIKE.fullmatch(text) is not None


def guard(text: str) -> str:
    """A text as a cell that no spreadsheet program changes."""
    return "'" + text if is_changed(text.lstrip("'")) else text


def unguard(cell: str) -> str:
    """The text that `guard` was given; earlier versions had fewer such texts, and wrote them alike."""
    return cell[1:] if cell.startswith("'") and is_changed(cell.lstrip("'")) else cell
