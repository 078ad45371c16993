"""What a line of results goes through: one value a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Point = TypeVar("Point")


def on_the_line(points: Sequence[Point], day: Callable[[Point], float]) -> tuple[list[Point], list[Point]]:
    """Points in the order of their days and of their entry: those that a line goes through, and those that
    stand beside it. Of several of one day it is the one entered last, which is “the last value” wherever one
    is named: a line from the one to the other would tell of a course within the day."""
    last = {day(point): at for at, point in enumerate(points)}
    through: list[Point] = []
    beside: list[Point] = []
    for at, point in enumerate(points):
        (through if last[day(point)] == at else beside).append(point)
    return through, beside
