"""The medicines of a story: plans and doses as its data file tells them, and ticks of the last weeks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from lupusdiary.demonstration.script import Script
from lupusdiary.demonstration.trend import Chance
from lupusdiary.domain.medicines.allergy import Allergy
from lupusdiary.domain.medicines.holding import held_on
from lupusdiary.domain.medicines.intake import LATE, SKIPPED, TAKEN, Intake, due_intakes
from lupusdiary.domain.medicines.medicine import Medication, Plan
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import AS_NEEDED, DATES, NONE, DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.side_effect import SideEffect
from lupusdiary.domain.records import TreatmentEvent
from lupusdiary.domain.visits import CheckUp, OpenQuestion

_DAY = timedelta(days=1)
# How many of a hundred due intakes are written down, and of these left out or late.
_TICKED, _LEFT_OUT, _LATE = 0.82, 0.04, 0.07


class StoryMedicines:
    """What a fictional person was prescribed and took, up to a day."""

    def __init__(self, script: Script, until: date) -> None:
        self._script = script
        self._data: dict[str, Any] = script.medicines
        self._until = until
        self._today = until.isoformat()
        self._codes = {each["id"]: f"med_{at}" for at, each in enumerate(self._data["medicines"], start=1)}

    def medicines(self) -> tuple[Medication, ...]:
        """Every medicine that had begun by then."""
        found = (self._medicine(each) for each in self._data["medicines"])
        return tuple(medicine for medicine in found if medicine.periods)

    def _medicine(self, facts: dict[str, Any]) -> Medication:
        periods = [self._period(*row) for row in facts["doses"] if row[0] <= self._today]
        plans = tuple(
            Plan(name, date.fromisoformat(day), self._script.pick(text))
            for name, day, text in facts.get("plans", ())
            if day <= self._today
        )
        if "pause" in facts and facts["pause"][1] <= self._today:
            start, end, reason = facts["pause"]
            periods.append(_none(start, reason, end))
        if "stop" in facts and facts["stop"][0] <= self._today:
            periods.append(_none(*facts["stop"]))
        return Medication(
            self._codes[facts["id"]],
            self._script.pick(facts["name"]),
            facts["ingredient"],
            facts["route"],
            facts["form"],
            facts.get("kind"),
            plans=plans,
            periods=tuple(periods),
        )

    def _period(
        self,
        start: str,
        end: str | None,
        kind: str,
        strength: float | None,
        unit: str | None,
        amount: float,
        counted: str | None,
        slots: list[str],
        more: dict[str, Any] | None = None,
    ) -> DosePeriod:
        extra = dict(more or {})
        plan = extra.pop("plan", None)
        if kind == DATES:
            extra["dates"] = tuple(map(date.fromisoformat, extra["dates"]))
        if "weekdays" in extra:
            extra["weekdays"] = tuple(extra["weekdays"])
        times = None if kind in {AS_NEEDED, DATES} or not slots else len(slots)
        part = DosePart(strength, unit, amount, counted, times=times, at=tuple(slots))
        return DosePeriod(
            date.fromisoformat(start),
            DosePattern(kind, **extra),
            end=None if end is None else date.fromisoformat(end),
            plan=plan,
            parts=(part,),
        )

    def taken(self, medicines: tuple[Medication, ...]) -> tuple[Intake, ...]:
        """The ticks of the last weeks: most as they were due, a few late or left out, some days without."""
        first = date.fromisoformat(self._data["ticks_from"])
        found: list[Intake] = []
        day = first
        while day <= self._until:
            chance = Chance(self._script.name, day, "ticks")
            if not chance.happens(1 - _TICKED):
                for medicine in medicines:
                    found += self._ticks(medicine, day)
            day += _DAY
        return tuple(found)

    def _ticks(self, medicine: Medication, day: date) -> Iterator[Intake]:
        held = held_on(medicine, day).period
        if held is None or held.kind == DATES:
            return
        for slot in due_intakes(medicine, day):
            way = Chance(self._script.name, day, f"{medicine.code}{slot}").share()
            state = SKIPPED if way < _LEFT_OUT else LATE if way < _LEFT_OUT + _LATE else TAKEN
            yield Intake(day, medicine.code, state, slot)

    def allergies(self) -> tuple[Allergy, ...]:
        """Allergies that were known by then."""
        return tuple(
            Allergy(
                self._script.pick(name),
                reactions=tuple(self._script.pick(each) for each in reactions),
                first_on=date.fromisoformat(day),
                told_by=told_by,
            )
            for day, name, reactions, told_by in self._data["allergies"]
            if day <= self._today
        )

    def side_effects(self) -> tuple[SideEffect, ...]:
        """Side effects that were told by then."""
        return tuple(
            SideEffect(
                self._codes[medicine],
                self._script.pick(what),
                date.fromisoformat(start),
                date.fromisoformat(end),
                severity,
                date.fromisoformat(told),
            )
            for medicine, start, end, what, severity, told in self._data["side_effects"]
            if end <= self._today
        )

    def with_pulse(self, event: TreatmentEvent) -> TreatmentEvent:
        """A pulse with its dose."""
        told = self._data["pulses"].get(event.day.isoformat()) if event.kind == "gc_pulse" else None
        if told is None:
            return event
        ingredient, dose, days = told
        return replace(event, ingredient=ingredient, dose_mg=dose, days=days)

    def check_ups(self) -> tuple[CheckUp, ...]:
        """Check-ups with the day of the last one."""
        return tuple(
            CheckUp(kind, last_on=date.fromisoformat(day))
            for kind, day in self._data["check_ups"]
            if day <= self._today
        )

    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """Questions that wait for a visit."""
        return tuple(
            OpenQuestion(self._script.pick(text), department, date.fromisoformat(day))
            for day, text, department in self._data["open_questions"]
            if day <= self._today
        )


def _none(start: str, reason: str, end: str | None = None) -> DosePeriod:
    last = None if end is None else date.fromisoformat(end)
    return DosePeriod(date.fromisoformat(start), DosePattern(NONE), planned=False, end=last, reason=reason)
