"""How wide the columns of a sheet are, and from which text size on a row has its name above it."""

from __future__ import annotations

from lupusdiary.ui.labs.sheet.model import NAME, PREVIOUS, RANGE, READ, UNIT_OF, VALUE

# Widths at text size 100 %; what is left over goes to the last column.
_WIDE = {NAME: 208, VALUE: 104, UNIT_OF: 244, RANGE: 116, READ: 312, PREVIOUS: 110}
_NARROW = {NAME: 152, VALUE: 82, UNIT_OF: 226, RANGE: 98, READ: 212, PREVIOUS: 76}
_STACKED = {NAME: 0, VALUE: 82, UNIT_OF: 172, RANGE: 98, READ: 140, PREVIOUS: 82}
# From this text size on the name stands above its row.
STACKED_FROM = 1.5


# So much more room, at most, has the range where something is left over.
_RANGE_MORE = 22


def column_widths(room: int, scale: float, unit: int | None = None) -> tuple[bool, dict[int, int]]:
    """Whether the columns are narrow (words go before numbers), and the width of each in `room` pixels; 0 is
    a column that is not shown: the name above its row, and last of all what was there before. `unit` is what
    the units need where none is to be chosen; what they leave is for how a row was read."""
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
    if narrow and unit is not None and scale < STACKED_FROM:
        widths[UNIT_OF] = min(widths[UNIT_OF], unit)
    spare = max(0, room - sum(widths.values()))
    if scale >= STACKED_FROM:
        more = min(spare, round(_RANGE_MORE * factor))
        widths[RANGE] += more
        spare -= more
    behind = spare // 4 if widths[PREVIOUS] else 0
    widths[READ] += spare - behind
    widths[PREVIOUS] += behind
    return narrow, widths
