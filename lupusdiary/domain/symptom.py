"""The items of the daily check-in: those of the fact base, weight, blood pressure and the person's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from lupusdiary.domain.day_record import TrackedSymptom
from lupusdiary.domain.symptom_facts import clinical_items, own_item
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.language import Refusal, mark
from lupusdiary.resources import clinical

# Everything is shown in the unit in which it is kept.
_KEPT: Mapping[str, str] = MappingProxyType({})
# The body systems in the order in which the chooser shows them.
SYSTEMS = {
    "global": mark("Overall"),
    "constitutional": mark("Whole body"),
    "musculoskeletal": mark("Joints and muscles"),
    "mucocutaneous": mark("Skin, mouth and hair"),
    "renal": mark("Kidneys"),
    "serositis": mark("Chest and breathing"),
    "neuropsychiatric": mark("Head and nerves"),
    "mood_sleep": mark("Sleep and mood"),
    "vascular": mark("Circulation"),
    "haematologic": mark("Blood"),
    "gi": mark("Stomach and bowel"),
    "ocular": mark("Eyes"),
    "own": mark("Your own items"),
}


class SymptomCatalogue:
    """Every item that a diary can record: the 39 of the fact base, weight, blood pressure and own ones."""

    def __init__(self, own: Sequence[TrackedSymptom] = (), units: Mapping[str, str] = _KEPT) -> None:
        """`units` names by item the unit (UCUM) in which a person wants it shown."""
        self._own = {item.symptom: own_item(item) for item in own if item.name is not None}
        items = clinical_items()
        self._shown = {
            code: replace(items[code], scale=replace(items[code].scale, shown_in=unit))
            for code, unit in units.items()
        }

    def get(self, code: str) -> Symptom:
        """The item with this code; raises `Refusal` if there is none."""
        found = self._shown.get(code) or clinical_items().get(code) or self._own.get(code)
        if found is None:
            raise Refusal("There is no item “{code}”.", code=code[:40])
        return found

    def __contains__(self, code: object) -> bool:
        return code in clinical_items() or code in self._own

    @property
    def all(self) -> list[Symptom]:
        """All items, own ones last."""
        return [
            *(self._shown.get(code, item) for code, item in clinical_items().items()),
            *self._own.values(),
        ]

    @property
    def default_on(self) -> list[Symptom]:
        """The items of a first start, in the order in which they are asked."""
        return [self.get(code) for code in clinical("symptoms")["meta"]["default_on"]]

    def by_system(self) -> dict[str, list[Symptom]]:
        """All items under their body system, in the order of the chooser."""
        return {
            system: found
            for system in SYSTEMS
            if (found := [item for item in self.all if item.system == system])
        }

    def ordered(self, tracked: Sequence[TrackedSymptom]) -> list[Symptom]:
        """What Today asks, in the person's order."""
        # A later version may know items that this one does not: Today shows the others.
        return [self.get(t.symptom) for t in tracked if t.tracked and not t.retired and t.symptom in self]
