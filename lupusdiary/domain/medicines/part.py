"""What one due day of a medicine holds: strength, amount and intakes, and what they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from lupusdiary.language import Refusal

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MG = "mg"
_IN_MG = {
    "mg": Fraction(1),
    "g": Fraction(1000),
    "mcg": Fraction(1, 1000),
    "ug": Fraction(1, 1000),
    "µg": Fraction(1, 1000),
    "μg": Fraction(1, 1000),
}
_PER_ML = "/ml"
MOST_TIMES = 24


@lru_cache(4096)
def exact(number: float) -> Fraction:
    """A number as it was written: 0.1 is a tenth, not the nearest binary fraction."""
    return Fraction(repr(number))


def mg_in(unit: str | None) -> Fraction | None:
    """How many mg one of a unit is, or None for a unit that is no mass."""
    return None if unit is None else _IN_MG.get(unit if unit in _IN_MG else unit.casefold())


def sum_of_units(amounts: Sequence[Quantity]) -> Quantity | None:
    """The sum where all are of one unit; different units are never added."""
    if not amounts or any(each.unit != amounts[0].unit for each in amounts):
        return None
    return Quantity(sum((each.value for each in amounts), Fraction(0)), amounts[0].unit)


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact amount and its unit: mg wherever the unit is a mass, else the printed or counted unit."""

    value: Fraction
    unit: str

    def times(self, count: int) -> Quantity:
        """So many of it."""
        return Quantity(self.value * count, self.unit)


@dataclass(frozen=True, slots=True)
class DosePart:
    """One strength of a due day. With a `strength`, `amount` counts how many at a time (`amount_unit`);
    without one it is the amount itself, in `unit`. `at` names the intakes, one each; `turn` counts from 1."""

    strength: float | None = None
    unit: str | None = None
    amount: float | None = None
    amount_unit: str | None = None
    amount_to: float | None = None
    times: int | None = None
    at: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    turn: int | None = None
    strength_text: str | None = None
    product: str | None = None
    product_code: str | None = None

    def __post_init__(self) -> None:
        for number in (self.strength, self.amount, self.amount_to):
            if number is not None and not number > 0:
                raise Refusal("“{text}” is not an amount. Write it as 2, 0.5 or 1/4.", text=f"{number:g}")
        if self.times is not None and not 1 <= self.times <= MOST_TIMES:
            raise Refusal("Write how many times a day, 1 to 24.")
        if self.at and self.times is not None and len(self.at) != self.times:
            raise Refusal(
                "There are {count} times of day for {times} intakes.",
                count=len(self.at),
                times=self.times,
            )

    @property
    def intakes(self) -> int:
        """How many intakes a due day has of it."""
        return self.times or len(self.at) or 1

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of its intakes: times of day as said, else "1" to "n"."""
        return self.at or tuple(str(number) for number in range(1, self.intakes + 1))

    def intake_amount(self) -> Quantity | None:
        """What one intake is, or None where the amount is not known."""
        if self.amount is None or self.amount_to is not None:
            return None
        amount = exact(self.amount)
        if self.strength is None:
            return self._without_strength(amount)
        strength, unit = exact(self.strength), self.unit or ""
        mass = mg_in(unit)
        if mass is not None:
            return Quantity(strength * mass * amount, MG)
        if unit.casefold().endswith(_PER_ML) and self.amount_unit in {None, "mL", "ml"}:
            each = unit[: -len(_PER_ML)]
            mass = mg_in(each)
            return Quantity(strength * (mass or 1) * amount, MG if mass is not None else each)
        if self.amount_unit is not None and unit in {"", "%"}:
            return Quantity(amount, self.amount_unit)
        if unit == "IU":
            return Quantity(strength * amount, unit)
        return Quantity(amount, self.amount_unit) if self.amount_unit is not None else None

    def _without_strength(self, amount: Fraction) -> Quantity | None:
        mass = mg_in(self.unit)
        if mass is not None:
            return Quantity(amount * mass, MG)
        unit = self.unit or self.amount_unit
        return None if unit is None else Quantity(amount, unit)

    def day_amount(self) -> Quantity | None:
        """What all its intakes of a due day are together."""
        each = self.intake_amount()
        return None if each is None else each.times(self.intakes)


def day_total(parts: Sequence[DosePart]) -> Quantity | None:
    """What a due day adds up to; None where an amount is not known or units differ."""
    amounts = [part.day_amount() for part in parts]
    known = [amount for amount in amounts if amount is not None]
    return sum_of_units(known) if len(known) == len(amounts) else None


def named_intakes(parts: Sequence[DosePart]) -> dict[str, Quantity | None]:
    """The intakes of a due day by their names, in order; None where an amount is not known."""
    gathered: dict[str, list[Quantity | None]] = {}
    for part in parts:
        for slot in part.slots:
            gathered.setdefault(slot, []).append(part.intake_amount())
    return {slot: _together(amounts) for slot, amounts in gathered.items()}


def _together(amounts: Sequence[Quantity | None]) -> Quantity | None:
    known = [amount for amount in amounts if amount is not None]
    return sum_of_units(known) if len(known) == len(amounts) else None
