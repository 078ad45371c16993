"""Several strengths on one line: 5 mg 1정, 1 mg 2정; and a dose with what it is made of: 7.5mg (5mg 1.5T)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lupusdiary.domain.medicines.quick_entry.dose_tokens import take_amount
from lupusdiary.domain.medicines.quick_entry.names import longest_known
from lupusdiary.domain.medicines.quick_entry.numbers import COUNT, MASS, Amount, count_amount, mass_amount
from lupusdiary.domain.medicines.quick_entry.working_line import WorkingLine

_LEAD = re.compile(r"[\s¦]*(?:(?:1|한)\s*회\s*)?")
_JOINT = re.compile(r"\s*(?:씩)?\s*[,+&]\s*|\s+and\s+|\s+(?=[\d.])")
_PRODUCT = re.compile(r"[가-힣A-Za-z][가-힣A-Za-z ]*?(?=\s*\d)")
_OPEN = re.compile(r"\(\s*")


@dataclass(frozen=True, slots=True)
class StrengthCount:
    """So many of one strength, of a product where the line names it."""

    strength: Amount
    count: Amount
    product: str | None = None


def take_pairs(line: WorkingLine, printed: Amount | None, ingredient: str | None) -> list[StrengthCount]:
    """The strengths with their counts, where a line has more than one; nothing otherwise. A further product
    must be of the same ingredient: another medicine is another line."""
    text = line.text
    first = _count_at(text, _skip(_LEAD, text, 0))
    if printed is None or first is None:
        return []
    found, end = [StrengthCount(printed, first)], first.end
    while True:
        joint = _JOINT.match(text, end)
        if joint is None:
            break
        product = _PRODUCT.match(text, joint.end())
        name = product.group().strip() if product is not None else None
        pair = _pair_at(text, product.end() if product is not None else joint.end())
        if pair is None or (name and not _same(name, ingredient)):
            break
        found.append(StrengthCount(pair[0], pair[1], name))
        end = pair[1].end
    if len(found) < 2:
        return []
    _take(line, 0, end)
    return found


def take_made_of(line: WorkingLine, printed: Amount | None) -> StrengthCount | None:
    """What a dose is made of, in brackets."""
    if printed is None:
        return None
    for bracket in _OPEN.finditer(line.text):
        pair = _pair_at(line.text, bracket.end())
        if pair is not None and line.text[pair[1].end :].lstrip().startswith(")"):
            _take(line, bracket.start(), pair[1].end)
            return StrengthCount(*pair)
    return None


def _same(name: str, ingredient: str | None) -> bool:
    known = longest_known(name)
    return known is not None and known.ingredient == ingredient


def _skip(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match is not None else start


def _count_at(text: str, start: int) -> Amount | None:
    match = COUNT.match(text, start)
    return count_amount(match) if match is not None else None


def _pair_at(text: str, start: int) -> tuple[Amount, Amount] | None:
    mass = MASS.match(text, _skip(re.compile(r"\s*"), text, start))
    strength = mass_amount(mass) if mass is not None else None
    if strength is None:
        return None
    count = _count_at(text, _skip(_LEAD, text, strength.end))
    return (strength, count) if count is not None else None


def _take(line: WorkingLine, start: int, end: int) -> None:
    take_amount(line, Amount(1, start, end))
