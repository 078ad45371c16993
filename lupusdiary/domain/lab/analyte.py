"""One laboratory test: its names, its units and what the fact base knows of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from lupusdiary.domain.lab.ordinal_scale import OrdinalScale, ordinal_scale
from lupusdiary.domain.lab.units import Unit, printed_units, unit_key
from lupusdiary.language import Bilingual, Refusal, Translator

# Longer than any unit that a sheet prints.
LONGEST_UNIT = 40

Key = TypeVar("Key")
Found = TypeVar("Found")


def read_once(kept: dict[Key, Found], key: Key, read: Callable[[], Found], most: int) -> Found:
    """What a test has kept of a printed text, else what `read` says, which is kept; at most `most`."""
    found = kept.get(key)
    if found is None:
        if len(kept) >= most:
            kept.clear()
        found = kept[key] = read()
    return found


@dataclass(frozen=True, slots=True)
class TypicalRange:
    """A range that is common elsewhere, never the person's own: bounds in `unit` (UCUM), or a step."""

    low: float | None = None
    high: float | None = None
    unit: str | None = None
    code: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class Analyte:
    """A laboratory test. `value_type` is quantity, quantity_or_range, titer, ordinal or qualitative.

    `plausible` is (lowest, highest, UCUM) for asking “is that right?”, never for judging a value.
    """

    id: str
    panel: str
    tier: str
    name_ko: str
    name_en: str
    label_ko: str
    label_en: str
    value_type: str
    sheet_labels: tuple[str, ...] = ()
    scale: str | None = None
    units: tuple[Unit, ...] = ()
    kit_units: tuple[str, ...] = ()
    canonical_ucum: str | None = None
    decimals: int = 2
    # A dict has no hash, and a test is one of a set of tests that a label may mean.
    reference: dict[str, Any] | None = field(default=None, hash=False)
    plausible: tuple[float, float, str] | None = None
    pattern_words: tuple[tuple[str, str], ...] = ()
    explain_ko: str = ""
    explain_en: str = ""
    own: bool = False
    offer_unit: str | None = None

    @property
    def names(self) -> Bilingual:
        """The short name in both languages, for a refusal's field."""
        return Bilingual(self.label_ko, self.label_en)

    def name(self, tr: Translator) -> str:
        """The full name."""
        return tr.pick(self.name_ko, self.name_en)

    def label(self, tr: Translator) -> str:
        """The short name for a row or an axis."""
        return tr.pick(self.label_ko, self.label_en)

    def explain(self, tr: Translator) -> str:
        """What the test looks at, in one sentence; empty for an own test."""
        return tr.pick(self.explain_ko, self.explain_en)

    @property
    def steps(self) -> OrdinalScale | None:
        """The scale of an ordinal or qualitative test."""
        return ordinal_scale(self.scale) if self.scale else None

    @property
    def offered_unit(self) -> Unit | None:
        """The unit that may be offered for one press of confirmation: the one that the fact base offers,
        else the only one that it lists. Where several are printed in practice none is offered."""
        if self.offer_unit:
            return self.unit(self.offer_unit)
        return self.units[0] if len(self.units) == 1 and self.units[0].ucum else None

    @cached_property
    def values_read(self) -> dict[tuple[str, str | None], Any]:
        """What `parse_with_unit` has read of this test's printed values, by their text and unit."""
        return {}

    @cached_property
    def ranges_read(self) -> dict[str, Any]:
        """What `parse_range` has read of this test's printed ranges, by their text."""
        return {}

    @cached_property
    def _by_key(self) -> dict[str, Unit]:
        known = {unit.ucum: unit for unit in self.units if unit.ucum}
        keys = {key: known[ucum] for key, ucum in printed_units().items() if ucum in known}
        for unit in reversed(self.units):
            keys |= {unit_key(text): unit for text in (*unit.aliases, unit.display, unit.ucum) if text}
        return keys

    def unit(self, text: str) -> Unit | None:
        """The unit of this test that `text` prints; a kit's arbitrary units are kept and never converted."""
        key = unit_key(text)
        if found := self._by_key.get(key):
            return found
        arbitrary = printed_units().get(key, key) is None
        kit = any(unit_key(each) == key for each in self.kit_units)
        return Unit(None, text.strip()) if key and (arbitrary or kit) else None

    def check_unit(self, text: str) -> Unit:
        """As `unit`; one that is not known here is kept as printed and never converted. Raises `Refusal`
        for what is too long to be a unit."""
        printed = text.strip()
        if len(printed) > LONGEST_UNIT:
            raise Refusal(
                "“{unit}” is too long for a unit of {analyte}.", unit=printed[:40], analyte=self.names
            )
        return self.unit(text) or Unit(None, printed)

    def knows_unit(self, text: str) -> bool:
        """Whether it is a unit of this test; an own test takes any."""
        return self.own or self.unit(text) is not None

    def typical_range(self, sex: str | None, age: int | None) -> TypicalRange | None:
        """The range that is common elsewhere; None where it depends on a sex or an age that is not given."""
        facts = self.reference or {}
        if code := facts.get("default_code"):
            return TypicalRange(code=code)
        if text := facts.get("default_text"):
            return TypicalRange(text=text)
        row = facts.get("default") or (facts.get("by_sex") or {}).get(sex)
        for each in facts.get("by_sex_age", ()):
            if age is None or each["sex"] != sex:
                continue
            if each.get("age_gte", 0) <= age < each.get("age_lt", 1000):
                row = each
        if row is None:
            return None
        return TypicalRange(row["low"], row["high"], row.get("ucum", self.canonical_ucum))

    def implausible(self, value: float, unit: str | None) -> bool:
        """Whether the entry deserves “is that right?”: outside the fixed bounds in its unit.

        Without a unit, only what no unit of the test would make likely.
        """
        if self.plausible is None:
            return False
        low, high, ucum = self.plausible
        units = [unit] if unit else [each.ucum for each in self.units if each.ucum and each.factor]
        converted = [convert(self, value, each, ucum) for each in units]
        known = [each for each in converted if each is not None]
        return bool(known) and not any(low <= each <= high for each in known)


def convert(analyte: Analyte, value: float, from_unit: str | None, to_unit: str | None) -> float | None:
    """A value in another unit of the same test, by the fact base's factors; None where there is no way."""
    if not from_unit or not to_unit:
        return None
    before, after = analyte.unit(from_unit), analyte.unit(to_unit)
    if unit_key(from_unit) == unit_key(to_unit) or (before is after and before is not None):
        return value
    if before is None or after is None or before.factor is None or after.factor is None:
        return None
    return (value * before.factor + before.offset - after.offset) / after.factor
