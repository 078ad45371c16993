"""The marks at points that matplotlib has no name for, as plain corners."""

from __future__ import annotations

AT_MOST, AT_LEAST = "at_most", "at_least"

Corners = tuple[tuple[float, float], ...]


def limit_mark(name: str) -> tuple[Corners, Corners]:
    """A triangle with its flat side at the limit, and a short stem that points beyond it; in marker sizes,
    upwards positive."""
    sign = -0.5 if name == AT_MOST else 0.5
    tip = (0.0, 0.6 * sign)
    return ((-0.225, 0.0), (0.225, 0.0), tip), (tip, (0.0, sign))
