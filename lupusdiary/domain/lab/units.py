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


# What programs of laboratories write for the same: x10E3, Thousand/uL, mcL, gm, g creat, 1.73 without m².
_SPELLINGS = (
    (re.compile(r"10e\+?0?([0-9]+)"), r"10^\1"),
    (re.compile(r"^(?:thousands?|thous|thou)(?=/)"), "10^3"),
    (re.compile(r"^(?:millions?|mill|mil)(?=/)"), "10^6"),
    (re.compile(r"(?<![a-z])mc(?=[lg](?![a-z]))"), "u"),
    (re.compile(r"(?<![a-z])gm(?![a-z])"), "g"),
    (re.compile(r"(?<=g/g)\(?crea(?:t(?:inine)?)?\.?\)?$"), "cr"),
    (re.compile(r"(?<=/1\.73)(?:sqm|m\*\*2|㎡)?$"), "m^2"),
    (re.compile(r"(?<=/)(?:hours?|hr)$"), "h"),
    (re.compile(r"(?<=/)cumm$"), "ul"),
)


@lru_cache(4096)
def unit_key(text: str) -> str:
    """A printed unit for looking up: 10³/㎕, 10^3/uL, x10*3/ul, x10E3/uL and Thousand/mcL are one."""
    folded = plain(text).casefold().replace("μ", "u").replace(" ", "").replace("·", "")
    key = _POWER.sub(r"10^\1", _LEADING_TIMES.sub("", folded))
    for spelling, usual in _SPELLINGS:
        key = spelling.sub(usual, key)
    return key


@cache
def printed_units() -> dict[str, str | None]:
    """UCUM by key of every spelling in the fact base; None marks arbitrary units of one kit."""
    return {unit_key(row["printed"]): row["ucum"] for row in clinical("labs")["printed_unit_patterns"]}
