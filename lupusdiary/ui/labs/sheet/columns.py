"""How wide the columns of a sheet are, and from which text size on a row has its name above it."""

from __future__ import annotations

from lupusdiary.ui.labs.sheet.model import NAME, PREVIOUS, RANGE, READ, UNIT_OF, VALUE

# Widths at text size 100 %; what is left over goes to the last column.
_WIDE = {NAME: 200, VALUE: 104, UNIT_OF: 252, RANGE: 116, READ: 312, PREVIOUS: 110}
_NARROW = {NAME: 156, VALUE: 84, UNIT_OF: 236, RANGE: 100, READ: 172, PREVIOUS: 84}
_STACKED = {NAME: 0, VALUE: 82, UNIT_OF: 172, RANGE: 98, READ: 140, PREVIOUS: 82}
# From this text size on the name stands above its row.
STACKED_FROM = 1.5


def column_widths(room: int, scale: float) -> tuple[bool, dict[int, int]]:
    """Whether the columns are narrow (words go before numbers), and the width of each in `room` pixels; 0 is
    a column that is not shown: the name above its row, and last of all what was there before."""
    if scale >= STACKED_FROM:
        factor = 0.35 + 0.65 * scale
        narrow, widths = (
            True,
            {column: round(each * factor) for column, each in _STACKED.items()},
        )
        if sum(widths.values()) > room:
            widths[PREVIOUS] = 0
    else:
        factor = 0.25 + 0.75 * scale
        narrow = room < sum(_WIDE.values()) * factor
        widths = {column: round(each * factor) for column, each in (_NARROW if narrow else _WIDE).items()}
    spare = max(0, room - sum(widths.values()))
    behind = spare // 2 if widths[PREVIOUS] else 0
    widths[READ] += spare - behind
    widths[PREVIOUS] += behind
    return narrow, widths
