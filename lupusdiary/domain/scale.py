"""The eight scales of daily items: what each takes, how it is read from text and how it is shown."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass

from lupusdiary.domain.day_record import BloodPressure, ReadingValue
from lupusdiary.domain.typed_unit import PRINTED, in_unit
from lupusdiary.language import Bilingual, Refusal, Translator

NRS = "nrs"
SEVERITY = "severity"
YES_NO = "yes_no"
COUNT = "count"
DURATION = "duration_min"
TEMPERATURE = "temperature"
WEIGHT = "weight"
BLOOD_PRESSURE = "blood_pressure"

SCORED = frozenset({NRS, SEVERITY, YES_NO, COUNT, DURATION})
OWN_SCALES = (NRS, SEVERITY, YES_NO, COUNT, DURATION)

_WHOLE = re.compile(r"\d{1,6}")
_DECIMAL = re.compile(r"\d{1,4}(\.\d{1,4})?")
_PRESSURE = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})")
_COMMA = re.compile(r"(\d{1,4}),(\d{1,2})")
_NOUGHTS = re.compile(r"^(\d{1,4})\.0+$")
# What 33 to 43 °C are in °F: a thermometer may show these.
_FAHRENHEIT = (91.0, 110.0)
_YES = frozenset({"1", "yes", "true", "예", "네"})
_NO = frozenset({"0", "no", "false", "아니요", "아니오"})
_NEITHER = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Scale:
    """How one item is answered. `minimum` to `maximum` bound numbers (upper pressure for blood pressure,
    with `lower` for the diastolic one); `words` name the steps of a severity scale from 0 up."""

    type: str
    minimum: float = 0
    maximum: float = 1
    step: float = 1
    words: tuple[Bilingual, ...] = ()
    low: Bilingual = _NEITHER
    high: Bilingual = _NEITHER
    counted: Bilingual = _NEITHER
    lower: tuple[float, float] = (0, 0)
    # The unit (UCUM) in which the person wants it shown, where it is not the one that is kept.
    shown_in: str = ""

    @property
    def is_scored(self) -> bool:
        """Whether “no symptoms” is an answer here; a temperature, weight or pressure has no such zero."""
        return self.type in SCORED

    @property
    def is_numbers(self) -> bool:
        """Whether it is answered by a number from 0 to 10 between two anchors."""
        return self.type == NRS

    @property
    def zero(self) -> ReadingValue | None:
        """The answer that says “no symptom”, or None for a measured value."""
        if not self.is_scored:
            return None
        return False if self.type == YES_NO else 0

    def anchor_low(self, tr: Translator) -> str:
        """What the lowest number of a 0-10 scale means."""
        return tr.pick(*self.low)

    def anchor_high(self, tr: Translator) -> str:
        """What the highest number of a 0-10 scale means."""
        return tr.pick(*self.high)

    def steps(self, tr: Translator) -> list[str]:
        """The words of a severity scale, 0 first."""
        return [tr.pick(*word) for word in self.words]

    def unit(self, tr: Translator) -> str:
        """The unit that stands beside a field; empty for scores."""
        fixed = {TEMPERATURE: "°C", WEIGHT: "kg", BLOOD_PRESSURE: "mmHg"}
        if self.type == DURATION:
            return tr.text("min")
        if self.shown_in:
            return PRINTED[self.shown_in]
        return fixed.get(self.type) or tr.pick(*self.counted)

    def show(self, value: ReadingValue, tr: Translator) -> str:
        """A value as the person reads it: “6”, “mild”, “30 min”, “37.2 °C”."""
        if isinstance(value, BloodPressure):
            return f"{value} mmHg"
        if self.type == YES_NO:
            return tr.text("yes") if value else tr.text("no")
        if self.type == SEVERITY:
            return tr.pick(*self.words[int(value)])
        if self.type == DURATION:
            return tr.text("{minutes} min", minutes=int(value))
        if self.type == TEMPERATURE or self.type == WEIGHT:
            return f"{tr.number(in_unit(value, self.shown_in), 1)} {self.unit(tr)}"
        return str(int(value))

    def as_shown(self, value: float) -> float:
        """A kept value in the unit that is shown."""
        return in_unit(value, self.shown_in)

    def parse(self, text: str, item: Bilingual) -> ReadingValue:
        """The value that a text says; raises `Refusal` that names the `item` and what it takes."""
        cleaned = unicodedata.normalize("NFKC", text).strip().lower()
        if self.type not in (YES_NO, BLOOD_PRESSURE):
            cleaned = _as_number(cleaned)
        if self.type == YES_NO:
            if cleaned in _YES or cleaned in _NO:
                return cleaned in _YES
            raise self._refusal(item)
        if self.type == BLOOD_PRESSURE:
            pair = _PRESSURE.fullmatch(cleaned)
            if pair is None:
                raise self._refusal(item)
            return self.check(BloodPressure(int(pair[1]), int(pair[2])), item)
        if self.type == SEVERITY:
            for step, word in enumerate(self.words):
                if cleaned in (word.korean, word.english):
                    return step
        pattern = _DECIMAL if self.type in (TEMPERATURE, WEIGHT) else _WHOLE
        if not pattern.fullmatch(cleaned):
            raise self._refusal(item)
        if self.type == TEMPERATURE and _FAHRENHEIT[0] <= float(cleaned) <= _FAHRENHEIT[1]:
            raise Refusal("Is {number} in °F? Then write “{number} F”.", number=cleaned)
        return self.check(float(cleaned), item)

    def check(self, value: object, item: Bilingual) -> ReadingValue:
        """The value in its stored shape (whole numbers as int); raises `Refusal` for any other."""
        if self.type == YES_NO and isinstance(value, bool):
            return value
        if self.type == BLOOD_PRESSURE and isinstance(value, BloodPressure) and self._has_pressure(value):
            return value
        if self.type not in (YES_NO, BLOOD_PRESSURE) and self._has_number(value):
            assert isinstance(value, int | float)
            return round(float(value), 1) if self.type in (TEMPERATURE, WEIGHT) else int(value)
        raise self._refusal(item)

    def _has_number(self, value: object) -> bool:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            return False
        steps = value / self.step
        return self.minimum <= value <= self.maximum and math.isclose(steps, round(steps), abs_tol=1e-6)

    def _has_pressure(self, value: BloodPressure) -> bool:
        whole = all(type(part) is int for part in (value.systolic, value.diastolic))
        low, high = self.lower
        return (
            whole
            and self.minimum <= value.systolic <= self.maximum
            and low <= value.diastolic <= high
            and value.diastolic < value.systolic
        )

    def _refusal(self, item: Bilingual) -> Refusal:
        low, high = int(self.minimum), int(self.maximum)
        if self.type == YES_NO:
            return Refusal("{item} takes yes or no.", item=item)
        if self.type == BLOOD_PRESSURE:
            return Refusal(
                "{item} takes two whole numbers such as 120/80: first the upper one ({low} to {high}), "
                "then the lower one ({lower_low} to {lower_high}).",
                item=item,
                low=low,
                high=high,
                lower_low=int(self.lower[0]),
                lower_high=int(self.lower[1]),
            )
        if self.type == SEVERITY:
            words = Bilingual(*(", ".join(w[language] for w in self.words) for language in (0, 1)))
            return Refusal("{item} takes 0, 1, 2 or 3 ({words}).", item=item, words=words)
        if self.type in (TEMPERATURE, WEIGHT):
            return Refusal(
                "{item} takes a number from {low} to {high} with at most one decimal.",
                item=item,
                low=int(in_unit(self.minimum, self.shown_in)),
                high=int(in_unit(self.maximum, self.shown_in)),
            )
        return Refusal("{item} takes a whole number from {low} to {high}.", item=item, low=low, high=high)


def _as_number(text: str) -> str:
    """A decimal comma as a point, and 6.0 as 6."""
    found = _COMMA.fullmatch(text)
    return _NOUGHTS.sub(r"\1", f"{found[1]}.{found[2]}") if found else _NOUGHTS.sub(r"\1", text)
