"""Between medicines with their plans, periods and parts, and the rows of the diary file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from lupusdiary.diary.row_mapping import UNREADABLE, decoders_of, row_id, row_of, values_of
from lupusdiary.domain.medicines.medicine import Medication, Plan
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.engine import damaged
from lupusdiary.storage.table import Row, Table

_T = TypeVar("_T")
_MEDICINE = {
    name: read for name, read in decoders_of(Medication).items() if name not in {"plans", "periods", "heard"}
}
_PLAN = decoders_of(Plan)
_PERIOD = {name: read for name, read in decoders_of(DosePeriod).items() if name not in {"pattern", "parts"}}
_PATTERN = decoders_of(DosePattern)
_PART = decoders_of(DosePart)


@dataclass(frozen=True, slots=True)
class UnreadDose:
    """A dose in a damaged file that cannot be read: of which medicine, its first day as it stands there."""

    name: str
    start: str
    row: int | None = None


class MedicineRows:
    """The tables of medicines. Everything here stands inside the reading or writing of a verb."""

    def __init__(self, file: DiaryFile) -> None:
        self.medicines = Table(file, "medicine")
        self.plans = Table(file, "medicine_plan")
        self.periods = Table(file, "dose_period")
        self.parts = PartRows(file)

    def all(self, unread: list[UnreadDose] | None = None) -> list[Medication]:
        """Every medicine in the order of entry. What of a course cannot be read never hides the rest: it is
        left out, and noted in `unread`."""
        noted = [] if unread is None else unread
        plans, periods = _by_medicine(self.plans.find()), _by_medicine(self.periods.find())
        parts = self.parts.by("period")
        return [
            _medicine(row, plans.get(row_id(row), ()), periods.get(row_id(row), ()), parts, noted)
            for row in self.medicines.find()
        ]

    def codes(self) -> dict[int, str]:
        """The code of each medicine by its row."""
        return {_number(id): str(code) for id, code in self.medicines.select(("id", "code"))}

    def put(self, medicine: Medication) -> None:
        """Adds a medicine with all that belongs to it."""
        id = self.medicines.insert(row_of(medicine, _MEDICINE))
        self.put_course(id, medicine.plans, (*medicine.periods, *medicine.heard))

    def put_course(self, medicine: int, plans: Iterable[Plan], periods: Iterable[DosePeriod]) -> None:
        """Adds plans and periods to a medicine."""
        for plan in plans:
            self.plans.insert({"medicine": medicine, **row_of(plan, _PLAN)})
        for period in periods:
            id = self.periods.insert({"medicine": medicine, **_period_row(period)})
            self.parts.put("period", id, period.parts)

    def change(self, medicine: Medication) -> bool:
        """Changes what is said of a medicine itself; False if it is not there."""
        return medicine.id is not None and self.medicines.update(medicine.id, row_of(medicine, _MEDICINE))

    def change_plan(self, plan: Plan) -> bool:
        """Changes a plan; False if it is not there."""
        return plan.id is not None and self.plans.update(plan.id, row_of(plan, _PLAN))

    def change_period(self, period: DosePeriod) -> bool:
        """Changes a period with its parts; False if it is not there."""
        if period.id is None or not self.periods.update(period.id, _period_row(period)):
            return False
        self.parts.put("period", period.id, period.parts)
        return True

    def remove_period(self, id: int) -> bool:
        """Removes a period with its parts; False if it is not there."""
        self.parts.put("period", id, ())
        return self.periods.delete(id)


class PartRows:
    """The parts of periods, and of intakes that were of another amount than due."""

    def __init__(self, file: DiaryFile) -> None:
        self._table = Table(file, "dose_part")

    def by(self, owner: str) -> dict[int, tuple[DosePart | None, ...]]:
        """The parts by the period or the intake (`owner`) that they belong to, in the order of entry; None
        stands for one that cannot be read."""
        found: dict[int, tuple[DosePart | None, ...]] = {}
        for row in self._table.find():
            if row[owner] is not None:
                id = _number(row[owner])
                found[id] = (*found.get(id, ()), _part_or_unknown(row))
        return found

    def of(self, owner: str, id: int) -> tuple[DosePart, ...]:
        """The parts of one period or intake."""
        return tuple(map(part_of, self._table.find({owner: id})))

    def put(self, owner: str, id: int, parts: tuple[DosePart, ...]) -> None:
        """Makes these the parts of a period or an intake, over the rows that are there."""
        kept = self._table.find({owner: id})
        for number, part in enumerate(parts):
            row = row_of(part, _PART)
            if number < len(kept):
                self._table.update(row_id(kept[number]), row)
            else:
                self._table.insert({owner: id, **row})
        for row in kept[len(parts) :]:
            self._table.delete(row_id(row))


def plan_of(row: Row) -> Plan:
    """A plan from its row."""
    return Plan(**values_of(row, _PLAN), id=row_id(row))


def period_of(row: Row, parts: tuple[DosePart, ...]) -> DosePeriod:
    """A period from its row and its parts."""
    pattern = DosePattern(**values_of(row, _PATTERN))
    return DosePeriod(**values_of(row, _PERIOD), pattern=pattern, parts=parts, id=row_id(row))


def part_of(row: Row) -> DosePart:
    """A part from its row."""
    return DosePart(**values_of(row, _PART))


def _period_row(period: DosePeriod) -> Row:
    return row_of(period, _PERIOD) | row_of(period.pattern, _PATTERN)


def _by_medicine(rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(_number(row["medicine"]), []).append(row)
    return found


def _part_or_unknown(row: Row) -> DosePart | None:
    """A part, or None for one that cannot be read: its period is left out then."""
    try:
        return part_of(row)
    except (Refusal, *UNREADABLE):
        return None


def _medicine(
    row: Row,
    plan_rows: Iterable[Row],
    period_rows: Iterable[Row],
    parts: Mapping[int, tuple[DosePart | None, ...]],
    noted: list[UnreadDose],
) -> Medication:
    name = str(row["name"] or row["code"])
    plans = [plan for each in plan_rows if (plan := _read(plan_of, each)) is not None]
    periods: list[DosePeriod] = []
    for each in period_rows:
        period = _read(lambda each: period_of(each, _whole(parts.get(row_id(each), ()))), each)
        if period is None:
            noted.append(UnreadDose(name, str(each["start_day"] or "?"), row_id(each)))
        else:
            periods.append(period)
    values = {**values_of(row, _MEDICINE), "plans": tuple(plans), "id": row_id(row)}
    heard = tuple(period for period in periods if period.heard_on is not None)
    real = [period for period in periods if period.heard_on is None]
    try:
        return Medication(**values, periods=tuple(real), heard=heard)
    except (Refusal, *UNREADABLE):
        return _as_far_as_it_fits(values | {"name": name, "heard": heard}, real, noted)


def _as_far_as_it_fits(
    values: dict[str, Any], periods: Iterable[DosePeriod], noted: list[UnreadDose]
) -> Medication:
    """The medicine without the periods that contradict its plans, e.g. of a plan whose row is lost."""
    fitting = Medication(**values)
    for period in periods:
        try:
            fitting = replace(fitting, periods=(*fitting.periods, period))
        except (Refusal, *UNREADABLE):
            noted.append(UnreadDose(fitting.name, period.start.isoformat(), period.id))
    return fitting


def _whole(parts: tuple[DosePart | None, ...]) -> tuple[DosePart, ...]:
    if None in parts:
        raise ValueError("a part that cannot be read")
    return tuple(part for part in parts if part is not None)


def _read(read: Callable[[Row], _T], row: Row) -> _T | None:
    try:
        return read(row)
    except (Refusal, *UNREADABLE):
        return None


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise damaged()
    return value
