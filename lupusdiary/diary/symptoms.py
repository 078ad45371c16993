"""Which items Today asks, in which order, and the person's own items."""

from __future__ import annotations

from collections.abc import Sequence

from lupusdiary.diary.row_mapping import gone, row_id
from lupusdiary.diary.settings import UNIT_KEYS
from lupusdiary.diary.validation import entered_name
from lupusdiary.domain.day_record import TrackedSymptom
from lupusdiary.domain.scale import OWN_SCALES
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.typed_unit import OTHER_UNITS
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Row, Table


class Symptoms:
    """The list of items. Until the person changes it, it is the default list of the fact base and no row
    stands for it; the first change writes the whole list down, so that later defaults do not move hers."""

    def __init__(self, file: DiaryFile) -> None:
        self._file = file
        self._table = Table(file, "tracked_symptom")
        self._catalogue = SymptomCatalogue()
        self._own: tuple[TrackedSymptom, ...] = ()
        self._units: dict[str, str] = {}
        self._settings = Table(file, "setting")

    def tracked(self) -> list[TrackedSymptom]:
        """Every item of the list in its order, tracked or not, retired ones included."""
        return list(self.changed()) or [TrackedSymptom(item.id, True) for item in self._catalogue.default_on]

    def changed(self) -> tuple[TrackedSymptom, ...]:
        """The list as the person changed it; empty while it is the default one."""
        return tuple(_item(row) for row in self._rows())

    def units(self) -> dict[str, str]:
        """By item the unit (UCUM) in which the person wants it shown, where it is not the one kept."""
        wanted = {str(row["key"]): row["value"] for row in self._settings.find({})}
        return {item: unit for item, unit in OTHER_UNITS.items() if wanted.get(UNIT_KEYS[item]) == unit}

    def catalogue(self) -> SymptomCatalogue:
        """Every item that this diary can record."""
        own = tuple(item for item in self.changed() if item.name is not None)
        units = self.units()
        if (own, units) != (self._own, self._units):
            self._own, self._units, self._catalogue = own, units, SymptomCatalogue(own, units)
        return self._catalogue

    def track(self, code: str) -> None:
        """Puts an item on Today: where it was, else at the end."""
        self.catalogue().get(code)
        with self._file.writing("symptoms.track"):
            self._write_down()
            row = self._table.one({"symptom": code})
            if row is None:
                self._append(TrackedSymptom(code, True))
            else:
                self._table.update(row_id(row), {"tracked": 1, "retired": 0})

    def untrack(self, code: str) -> None:
        """Takes an item off Today; what was recorded of it stays."""
        self.catalogue().get(code)
        with self._file.writing("symptoms.untrack"):
            self._write_down()
            row = self._table.one({"symptom": code})
            if row is not None:
                self._table.update(row_id(row), {"tracked": 0})

    def reorder(self, codes: Sequence[str]) -> None:
        """Puts these items first, in this order; the others keep theirs."""
        known = self.catalogue()
        for code in codes:
            known.get(code)
        with self._file.writing("symptoms.reorder"):
            self._write_down()
            place = {code: number for number, code in enumerate(dict.fromkeys(codes))}
            rows = sorted(self._rows(), key=lambda row: place.get(str(row["symptom"]), len(place)))
            for position, row in enumerate(rows):
                self._table.update(row_id(row), {"position": position})

    def add_own(self, name: str, scale: str) -> str:
        """Adds an own item and says its code. The code comes from name and scale, so that the same item
        in two diaries is one item when they are merged."""
        name = entered_name(name)
        if scale not in OWN_SCALES:
            raise Refusal("“{scale}” is not a scale for an own item.", scale=scale[:40])
        if any(item.name == name and not item.retired for item in self.changed()):
            raise Refusal("There is already an item called “{name}”.", name=name)
        taken = {item.symptom for item in self.changed()}
        code = own_code(f"{name}\n{scale}", taken)
        with self._file.writing("symptoms.add_own"):
            self._write_down()
            self._append(TrackedSymptom(code, True, name, scale))
        return code

    def retire(self, code: str) -> None:
        """Takes an own item out of use; its history stays."""
        self._change_own(code, {"retired": 1, "tracked": 0}, "symptoms.retire")

    def restore(self, code: str) -> None:
        """Brings a retired item back to Today."""
        self._change_own(code, {"retired": 0, "tracked": 1}, "symptoms.restore")

    def rename(self, code: str, name: str) -> None:
        """Gives an own item another name; its history stays."""
        name = entered_name(name)
        if any(item.name == name and item.symptom != code for item in self.changed()):
            raise Refusal("There is already an item called “{name}”.", name=name)
        self._change_own(code, {"name": name}, "symptoms.rename")

    def merge(self, code: str, into: str) -> None:
        """Makes two own items one: what was recorded of `code` is from now on of `into`. Both are answered
        alike; a day on which they were answered differently is refused, so that no value is lost."""
        gone_item, kept = self._own_row(code), self._own_row(into)
        if code == into or gone_item["scale"] != kept["scale"]:
            raise Refusal("Only items that are answered in the same way can be made one.")
        readings = Table(self._file, "reading")
        there = {row["day"]: row for row in readings.find({"symptom": into})}
        moving = readings.find({"symptom": code})
        differing = [row for row in moving if row["day"] in there and _said(row) != _said(there[row["day"]])]
        if differing:
            raise Refusal(
                "On {number} days the two items hold different values. Clear one of each first.",
                number=len(differing),
            )
        with self._file.writing("symptoms.merge"):
            for row in moving:
                if row["day"] in there:
                    readings.delete(row_id(row))
                else:
                    readings.update(row_id(row), {"symptom": into})
            self._table.delete(row_id(gone_item))

    def delete(self, code: str) -> None:
        """Deletes an own item with all that was recorded of it; one undo step brings both back."""
        row = self._own_row(code)
        readings = Table(self._file, "reading")
        with self._file.writing("symptoms.delete"):
            for reading in readings.find({"symptom": code}):
                readings.delete(row_id(reading))
            self._table.delete(row_id(row))

    def take_over(self, items: Sequence[TrackedSymptom]) -> None:
        """Appends items of another diary to the list, as they are there. Part of a merge."""
        for item in items:
            self._append(item)

    def write_down(self) -> None:
        """Makes the default list rows of the diary, before something is appended. Part of a merge."""
        self._write_down()

    def _write_down(self) -> None:
        if not self._table.count():
            for item in self._catalogue.default_on:
                self._append(TrackedSymptom(item.id, True))

    def _append(self, item: TrackedSymptom) -> None:
        last = self._table.extreme("position", "max")
        self._table.insert(
            {
                "symptom": item.symptom,
                "tracked": int(item.tracked),
                "position": last + 1 if isinstance(last, int) else 0,
                "name": item.name,
                "scale": item.scale,
                "retired": int(item.retired),
            }
        )

    def _own_row(self, code: str) -> Row:
        row = self._table.one({"symptom": code})
        if row is None or row["name"] is None:
            raise gone()
        return row

    def _change_own(self, code: str, changes: Row, label: str) -> None:
        row = self._own_row(code)
        with self._file.writing(label):
            self._table.update(row_id(row), changes)

    def _rows(self) -> list[Row]:
        return self._table.find(order=("position", "id"))


def own_code(meaning: str, taken: set[str]) -> str:
    """A stable code for something of the person's own, unlike every code in `taken`."""
    import hashlib

    for attempt in range(len(taken) + 1):
        text = meaning if attempt == 0 else f"{meaning}\n{attempt}"
        code = "own_" + hashlib.sha256(text.encode()).hexdigest()[:10]
        if code not in taken:
            return code
    raise AssertionError("one of them must be free")


def _said(row: Row) -> tuple[object, ...]:
    return row["number"], row["yes"], row["diastolic"]


def _item(row: Row) -> TrackedSymptom:
    name, scale = row["name"], row["scale"]
    return TrackedSymptom(
        symptom=str(row["symptom"]),
        tracked=bool(row["tracked"]),
        name=name if isinstance(name, str) else None,
        scale=scale if isinstance(scale, str) else None,
        retired=bool(row["retired"]),
    )
