"""Which question is asked, and in which order its options stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

# What is true or false is asked in this order; other options in one that does not tell.
_TRUE_FALSE = (("True", "False"), ("맞다", "틀리다"))


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: which of which article."""

    article: str
    item: int


def option_order(asked: Asked, options: Sequence[str]) -> list[int]:
    """In which order options stand: the same each time, but not always the right one first."""
    order = list(range(len(options)))
    if tuple(options) not in _TRUE_FALSE:
        Random(f"{asked.article} {asked.item}").shuffle(order)
    return order
