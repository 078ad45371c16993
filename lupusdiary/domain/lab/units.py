"""The units that laboratories print, and how one becomes another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from lupusdiary.domain.lab.printed_text import plain
from lupusdiary.resources import clinical

_POWER = re.compile(r"10\*([0-9])")
_LEADING_TIMES = re.compile(r"^[x*]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of one analyte: canonical value = value * factor + offset.

    No `ucum`: arbitrary units of one kit. No `factor`: kept as printed, never converted.
    """

    ucum: str | None
    display: str
    factor: float | None = None
    offset: float = 0.0
    aliases: tuple[str, ...] = ()


@lru_cache(4096)
def unit_key(text: str) -> str:
    """A printed unit for looking up: 10³/㎕, 10^3/uL and x10*3/ul are one."""
    folded = plain(text).casefold().replace("μ", "u").replace(" ", "").replace("·", "")
    return _POWER.sub(r"10^\1", _LEADING_TIMES.sub("", folded))


@cache
def printed_units() -> dict[str, str | None]:
    """UCUM by key of every spelling in the fact base; None marks arbitrary units of one kit."""
    return {unit_key(row["printed"]): row["ucum"] for row in clinical("labs")["printed_unit_patterns"]}
