"""What a piece of work takes: of the processor, and by the clock on the wall."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Spent(NamedTuple):
    """Seconds of the processor, which a busy machine does not change much, and those that a person waits."""

    processor: float
    clock: float


def spent(work: Callable[[], object]) -> Spent:
    """What one call takes."""
    processor, clock = time.process_time(), time.perf_counter()
    work()
    return Spent(time.process_time() - processor, time.perf_counter() - clock)


def median(found: Iterable[Spent]) -> Spent:
    """The median of several calls, of each clock by itself."""
    return Spent(*map(statistics.median, zip(*found, strict=True)))


def best(found: Iterable[Spent]) -> Spent:
    """The least of several calls, of each clock by itself: what others do on the machine only adds to it."""
    return Spent(*map(min, zip(*found, strict=True)))


def median_of(work: Callable[[], object], tries: int) -> Spent:
    """The median of so many calls."""
    return median([spent(work) for _ in range(tries)])
