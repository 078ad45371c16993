"""The columns of a prescription: 1회 투약량, 1일 투여횟수, 총 투약일수, bare or labelled."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lupusdiary.domain.medicines.quick_entry.numbers import NUMBER, UNIT_WORD, number_of, whole_of
from lupusdiary.domain.medicines.quick_entry.working_line import WorkingLine

# Never the beginning of a longer one: of 1/2 or 1,5 that would be twice the dose.
_NUMBER = r"(?>\d+(?:\.\d+)?)(?![,/]\d)"
_AMOUNT = rf"(?![1-9]\d{{0,2}},\d{{3}})(?>{NUMBER})(?![,/]\d)"
_GAP = r"\s*[|\t]\s*|\s+"
_START = rf"^[\s|¦]*(?P<amount>{_AMOUNT})(?P<unit>\s*{UNIT_WORD})?"
_BARE = re.compile(
    rf"{_START}(?:{_GAP})(?P<times>{_NUMBER})(?:\s*[회번])?(?:{_GAP})(?P<days>{_NUMBER})(?:\s*일분?)?(?=[\s|¦]|$)"
)
_LABELS = {
    "amount": r"(?:1\s*회\s*)?(?:투약량|투여량|복용량)",
    "times": r"(?:1\s*일\s*)?(?:투여|투약|복용)?\s*횟수",
    "days": r"(?:총\s*)?(?:투약|투여|복용)?\s*일수",
}
_LABELLED = {
    name: re.compile(
        rf"{label}\s*[:：]?\s*(?P<value>{_AMOUNT if name == 'amount' else _NUMBER})"
        rf"\s*(?P<unit>{UNIT_WORD}|회|번|일(?!수))?"
    )
    for name, label in _LABELS.items()
}


@dataclass(frozen=True, slots=True)
class PrescriptionColumns:
    """The three numbers of a row."""

    amount: float | None = None
    unit: str | None = None
    times: int | None = None
    days: int | None = None


def take_columns(line: WorkingLine) -> PrescriptionColumns | None:
    """The columns of a row, taken out, or None when the line is none."""
    found = {name: line.take(pattern) for name, pattern in _LABELLED.items()}
    if any(match is not None for match in found.values()):
        values = {name: match["value"] for name, match in found.items() if match is not None}
        return _columns(values.get("amount"), None, values.get("times"), values.get("days"))
    match = line.take(_BARE)
    if match is None:
        return None
    return _columns(match["amount"], match["unit"], match["times"], match["days"])


def _columns(
    amount: str | None, unit: str | None, times: str | None, days: str | None
) -> PrescriptionColumns:
    """1.0000 is 1."""
    return PrescriptionColumns(
        number_of(amount) if amount else None,
        unit.strip() if unit else None,
        whole_of(times) if times else None,
        whole_of(days) if days else None,
    )
