"""Keeps a text in a cell from being changed by a spreadsheet program: one apostrophe before it.

A formula would be computed, `1:640` become a time, `5-9` a day, `2+` and `0101` numbers, `3.20` become 3.2.
"""

from __future__ import annotations

import re
import unicodedata

# A spreadsheet computes a cell that begins like this; a bare - or ++ it leaves alone.
_FORMULA = re.compile(r"[=@]|[+-](?![+-]*$)(?!\d+(?:\.\d+)?$)", re.DOTALL)
# Before a sign these are thrown away by one program or another; alone they may begin a cell anew.
_BEGINS_ANEW = ("\t", "\r", "\n")
_UNSEEN = re.compile(r"[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*")
# Signs of which numbers, days, times, fractions and shares consist, with the words between them.
# Written out, so that there is one way to read a text: with two, sixty letters take seconds.
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|"
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_PIECE = rf"(?:[\d\s.,:/()%₩$€£+-]|e(?=[+-]?\d)|[년월일시분초]|오전|오후|am|pm|{_MONTHS})"
_NUMBERLIKE = re.compile(rf"{_PIECE}*\d{_PIECE}*", re.IGNORECASE)
# What comes back from a cell as it was written.
_SAFE = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{0,14}[1-9])?|\d{4}-\d{2}-\d{2}")
_LONGEST_LOOKED_AT = 60


def is_changed(text: str) -> bool:
    """Whether a spreadsheet program would compute the text or take it for something else."""
    if _SAFE.fullmatch(text):
        return False
    # East Asian spreadsheet programs take ＝ for =, and １ for 1.
    seen = _UNSEEN.sub("", text, count=1)
    first = unicodedata.normalize("NFKC", seen[:1])
    if text.startswith(_BEGINS_ANEW) or _FORMULA.match(first + seen[1:]):
        return True
    if len(text) > _LONGEST_LOOKED_AT:
        return False
    return _NUMBERLIKE.fullmatch(unicodedata.normalize("NFKC", seen)) is not None


def guard(text: str) -> str:
    """A text as a cell that no spreadsheet program changes."""
    return "'" + text if is_changed(text.lstrip("'")) else text


def unguard(cell: str) -> str:
    """The text that `guard` was given; earlier versions had fewer such texts, and wrote them alike."""
    return cell[1:] if cell.startswith("'") and is_changed(cell.lstrip("'")) else cell
