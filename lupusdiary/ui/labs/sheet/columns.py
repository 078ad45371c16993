"""How wide the columns of a sheet are, and from which text size on a row has its name above it."""

from __future__ import annotations

from lupusdiary.ui.labs.sheet.model import NAME, PREVIOUS, RANGE, READ, UNIT_OF, VALUE

# Widths at text size 100 %; what is left over goes to the last column.
_WIDE = {NAME: 200, VALUE: 104, UNIT_OF: 252, RANGE: 116, READ: 312, PREVIOUS: 110}
_NARROW = {NAME: 172, VALUE: 92, UNIT_OF: 220, RANGE: 104, READ: 210, PREVIOUS: 84}
# From this text size on the name stands above its row.
STACKED_FROM = 1.5


def column_widths(room: int, scale: float) -> tuple[bool, dict[int, int]]:
    """Whether the columns are narrow (words go before numbers), and the width of each in `room` pixels."""
    factor = 0.25 + 0.75 * scale
    stacked = scale >= STACKED_FROM
    wide = {column: width for column, width in _WIDE.items() if not (stacked and column == NAME)}
    narrow = room < sum(wide.values()) * factor
    widths = {column: round(each * factor) for column, each in (_NARROW if narrow else _WIDE).items()}
    if stacked:
        widths[NAME] = 0
    spare = max(0, room - sum(widths.values()))
    widths[READ] += spare // 2
    widths[PREVIOUS] += spare - spare // 2
    return narrow, widths
