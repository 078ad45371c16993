"""The medicines of a diary, each with its plans and its course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from lupusdiary.diary.medicines.joining import addition, free_name
from lupusdiary.diary.medicines.rows import MedicineRows, UnreadDose
from lupusdiary.diary.row_mapping import gone, row_id
from lupusdiary.diary.validation import LIST_LIMIT, Clock, entered, entered_list
from lupusdiary.domain.medicines.holding import held_on
from lupusdiary.domain.medicines.medicine import Medication, Plan, find_named, matching
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import NONE, DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Table

if TYPE_CHECKING:
    from lupusdiary.diary.medicines.heard import Hearing


class Medicines:
    """Every verb is one undo step. Name, ingredient, route and form make the same medicine: entering it again
    adds to its course. A dose is changed by a new period; changing one says that it was entered wrongly."""

    def __init__(self, file: DiaryFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._rows = MedicineRows(file)
        self._kept: tuple[int, tuple[list[Medication], tuple[UnreadDose, ...]]] | None = None

    def all(self) -> list[Medication]:
        """Medicines in the order of entry, their periods too."""
        return list(self._read()[0])

    def _read(self) -> tuple[list[Medication], tuple[UnreadDose, ...]]:
        """They are read once as long as nothing is written: a page asks for them from many places."""
        settled = self._file.settled
        if settled is not None and self._kept is not None and self._kept[0] == settled:
            return self._kept[1]
        unread: list[UnreadDose] = []
        with self._file.reading():
            medicines = self._rows.all(unread)
        found = medicines, tuple(unread)
        self._kept = None if settled is None else (settled, found)
        return found

    def unread(self) -> tuple[UnreadDose, ...]:
        """The doses that a damaged file holds and nobody can read; `all` gives everything beside them."""
        return self._read()[1]

    def get(self, code: str) -> Medication:
        """One medicine. Raises `Refusal` if it is not there."""
        for medicine in self.all():
            if medicine.code == code:
                return medicine
        raise Refusal("There is no medicine “{id}”.", id=code[:40])

    def named(self, name: str) -> Medication:
        """The one medicine of a name. Raises `Refusal` when there is none or more than one."""
        return find_named(self.all(), name)

    def add(self, medicine: Medication) -> Medication:
        """Adds a medicine, or to the course of the one that it is; what is said already is a no-op."""
        medicine = self.checked(medicine)
        medicine.refuse_untold(self._clock().date())
        with self._file.writing("medicines.add"):
            return self.put(medicine, self.all())

    def add_many(self, medicines: Sequence[Medication]) -> None:
        """Adds several as one step, e.g. a list of what was dispensed: all of them, or none."""
        with self._file.writing("medicines.import"):
            for medicine in medicines:
                self.add(medicine)

    def put(self, medicine: Medication, here: Sequence[Medication]) -> Medication:
        """Adds a checked medicine inside a write, beside those that are `here`."""
        ours = matching(here, medicine)
        if ours is None:
            codes = {each.code for each in here}
            code = medicine.code
            if not code or code in codes:
                code = free_name("med_", codes.__contains__)
            self._rows.put(replace(medicine, code=code))
            return self.get(code)
        assert ours.id is not None
        added = addition(ours, medicine)
        # Says by itself when a plan would have two steps on one day.
        replace(ours, plans=(*ours.plans, *added.plans), periods=(*ours.periods, *added.periods))
        self._rows.put_course(ours.id, added.plans, (*added.periods, *added.heard))
        return self.get(ours.code)

    def add_period(self, code: str, period: DosePeriod) -> Medication:
        """Adds one stretch to the course of a medicine."""
        return self.add_course(code, (), (period,))

    def add_course(self, code: str, plans: Sequence[Plan], periods: Sequence[DosePeriod]) -> Medication:
        """Adds plans with their steps, and periods, as one step."""
        ours = self.get(code)
        return self.add(replace(ours, plans=tuple(plans), periods=tuple(periods)))

    def stop(self, code: str, day: date, reason: str | None = None, words: str | None = None) -> Medication:
        """Says that a medicine was stopped: `day` is the first day without it."""
        stopped = DosePeriod(day, DosePattern(NONE), planned=False, reason=reason, reason_text=words)
        return self.add_period(code, stopped)

    def hear(self, text: str, hearing: Hearing) -> Medication:
        """Keeps a dose that was said, e.g. at a visit: it stands by the medicine as heard, and nothing else
        counts it until `confirm`. Raises `Refusal` when no medicine is named."""
        # The grammar of a typed line costs more than all that a diary loads otherwise.
        from lupusdiary.diary.medicines.heard import heard_medicine

        with self._file.writing("medicines.hear"):
            here = self.all()
            medicine = self.checked(heard_medicine(text, hearing, here))
            return self.put(medicine, here)

    def confirm(self, code: str, id: int | None, start: date | None = None) -> Medication:
        """Says that the envelope prints what was heard: from now on it is a prescribed dose, from `start` on
        if the paper says another first day."""
        medicine = self.get(code)
        heard = next((each for each in medicine.heard if each.id == id), None)
        if heard is None:
            raise gone()
        told = replace(heard, heard_on=None, start=start or heard.start)
        if told.is_none:
            told = replace(told, planned=False)
            told.refuse_untold(self._clock().date())
        with self._file.writing("medicines.confirm"):
            self._rows.change_period(told)
        return self.get(code)

    def drop_heard(self, code: str, id: int) -> None:
        """Takes back what was heard; a medicine of which nothing else is known goes with it."""
        medicine = self.get(code)
        with self._file.writing("medicines.remove_period"):
            if not self._rows.remove_period(id):
                raise gone()
            if not medicine.periods and len(medicine.heard) == 1:
                self.remove(code)

    def replan(self, code: str, written: Medication, day: date) -> Medication:
        """A new plan from a day on: the one that held until then is left on that day, and stays as it was."""
        medicine = self.get(code)
        holds = held_on(medicine, day).planned
        left = next((plan for plan in medicine.plans if holds is not None and plan.plan == holds.plan), None)
        with self._file.writing("medicines.plan"):
            if left is not None:
                self.change_plan(code, replace(left, left=day))
            return self.add_course(code, written.plans, written.periods)

    def change(self, medicine: Medication) -> None:
        """Changes name, ingredient, route, form, kind or sensitivity of the medicine with this id."""
        checked = self.checked(medicine)
        with self._file.writing("medicines.change"):
            same = matching([each for each in self.all() if each.id != medicine.id], checked)
            if same is not None:
                raise Refusal("“{name}” is in the list already.", name=checked.name[:40])
            if not self._rows.change(checked):
                raise gone()

    def change_plan(self, code: str, plan: Plan) -> None:
        """Changes the plan with this id, e.g. says from which day on it no longer holds."""
        medicine, plan = self.get(code), _checked_plan(plan)
        replace(medicine, plans=tuple(plan if each.id == plan.id else each for each in medicine.plans))
        with self._file.writing("medicines.plan"):
            if not self._rows.change_plan(plan):
                raise gone()

    def change_period(self, code: str, period: DosePeriod) -> None:
        """Changes the period with this id, which was entered wrongly."""
        medicine, period = self.get(code), _checked_period(period)
        if period.id not in {each.id for each in medicine.periods}:
            raise gone()
        period.refuse_untold(self._clock().date())
        replace(
            medicine, periods=tuple(period if each.id == period.id else each for each in medicine.periods)
        )
        with self._file.writing("medicines.change_period"):
            self._rows.change_period(period)

    def remove_period(self, id: int | None) -> None:
        """Removes one stretch of a course."""
        with self._file.writing("medicines.remove_period"):
            if id is None or not self._rows.remove_period(id):
                raise gone()

    def remove(self, code: str) -> None:
        """Removes a medicine with its course, what was taken of it and its side effects."""
        medicine = self.get(code)
        with self._file.writing("medicines.remove"):
            for name in ("intake", "side_effect", "dose_period", "medicine_plan"):
                table = Table(self._file, name)
                for row in table.find({"medicine": medicine.id}):
                    if name == "intake":
                        self._rows.parts.put("intake", row_id(row), ())
                    if name == "dose_period":
                        self._rows.parts.put("period", row_id(row), ())
                    table.delete(row_id(row))
            assert medicine.id is not None
            self._rows.medicines.delete(medicine.id)

    def checked(self, medicine: Medication) -> Medication:
        """A medicine as it can be kept. Raises `Refusal`."""
        if max(len(medicine.plans), len(medicine.periods)) > LIST_LIMIT * 10:
            raise Refusal(
                "This list is too long: at most {limit} entries can be kept.", limit=LIST_LIMIT * 10
            )
        medicine = replace(medicine, name=" ".join(medicine.name.split()))
        return replace(
            entered(medicine),
            plans=tuple(map(_checked_plan, medicine.plans)),
            periods=tuple(map(_checked_period, medicine.periods)),
            heard=tuple(map(_checked_period, medicine.heard)),
        )


def _checked_plan(plan: Plan) -> Plan:
    if not plan.plan.strip():
        raise Refusal("“{field}” is missing.", field="plan")
    return entered(plan)


def _checked_period(period: DosePeriod) -> DosePeriod:
    return replace(
        entered(period),
        pattern=entered(period.pattern),
        parts=tuple(checked_part(part) for part in period.parts),
    )


def checked_part(part: DosePart) -> DosePart:
    """A part as it can be kept."""
    return replace(entered(part), at=entered_list(part.at, 40))
