"""Brings the medicines of other contents into a diary, and what was taken of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from lupusdiary.diary.importing.merge_count import MergeCount
from lupusdiary.diary.medicines.intakes import adds
from lupusdiary.diary.medicines.joining import addition
from lupusdiary.diary.nouns.repositories import Repositories
from lupusdiary.domain.medicines.intake import EXTRA, Intake, refuse_rows
from lupusdiary.domain.medicines.medicine import Medication, matching
from lupusdiary.domain.medicines.side_effect import SideEffect
from lupusdiary.domain.records import DiaryContents
from lupusdiary.language import Refusal


class MedicineMerge:
    """A medicine of the same name, ingredient, route and form is the same one: its course is added to, ids
    are given anew where they are taken, and what was taken follows. `today` is None for a story."""

    def __init__(
        self,
        repositories: Repositories,
        count: MergeCount,
        check_day: Callable[[date], object],
        today: date | None,
    ) -> None:
        self._repositories = repositories
        self._medicines = repositories.medicines
        self._intakes = repositories.intakes
        self._count = count
        self._check_day = check_day
        self._today = today
        self._codes: dict[str, str] = {}

    def run(self, contents: DiaryContents) -> None:
        """Brings them in."""
        if contents.medicines:
            here = self._medicines.all()
            for number, medicine in enumerate(contents.medicines):
                with self._count.one("medicines", number):
                    here = self._bring_in(medicine, here)
        if contents.taken:
            self._taken(contents.taken)
        effects = self._repositories.side_effects
        if contents.side_effects:
            self._count.bring_in(
                effects.all(), contents.side_effects, self._checked_effect, effects.put, name="side_effects"
            )
        allergies = self._repositories.allergies
        if contents.allergies:
            self._count.bring_in(
                allergies.all(),
                contents.allergies,
                allergies.checked,
                allergies.put,
                lambda a: a.name,
                "allergies",
            )

    def _bring_in(self, raw: Medication, here: list[Medication]) -> list[Medication]:
        medicine = self._medicines.checked(raw)
        if self._today is not None:
            medicine.refuse_untold(self._today)
        ours = matching(here, medicine)
        if ours is None:
            self._count.new += 1 + len(medicine.plans) + len(medicine.periods) + len(medicine.heard)
        else:
            added = addition(ours, medicine)
            self._count.equal += 1 + added.equal
            self._count.new += len(added.plans) + len(added.periods) + len(added.heard)
            if not added.plans and not added.periods and not added.heard:
                self._codes[raw.code] = ours.code
                return here
        kept = self._medicines.put(medicine, here)
        self._codes[raw.code] = kept.code
        return [*(each for each in here if each.code != kept.code), kept]

    def _taken(self, rows: Iterable[Intake]) -> None:
        known = {medicine.code: medicine for medicine in self._medicines.all()}
        ours: dict[tuple[str, date], list[Intake]] = {}
        for row in self._intakes.all():
            ours.setdefault((row.medicine, row.day), []).append(row)
        left = Counter(_meaning(row) for own in ours.values() for row in own)
        for number, raw in enumerate(rows):
            with self._count.one("taken", number):
                self._check_day(raw.day)
                row = self._intakes.checked(replace(raw, medicine=self._code(raw.medicine)))
                medicine = known[row.medicine]
                said = ours.setdefault((row.medicine, row.day), [])
                if left[_meaning(row)] > 0:
                    left[_meaning(row)] -= 1
                    self._count.equal += 1
                elif not adds(medicine, row) and any(_is_same(each, row) for each in said):
                    self._count.kept += 1
                else:
                    refuse_rows(medicine, row.day, (*said, row), self._today or row.day)
                    self._intakes.put(row, medicine)
                    said.append(row)
                    self._count.new += 1

    def _checked_effect(self, raw: SideEffect) -> SideEffect:
        effect = replace(raw, medicine=self._code(raw.medicine))
        return self._repositories.side_effects.checked(effect)

    def _code(self, theirs: str) -> str:
        if theirs not in self._codes:
            raise Refusal("There is no medicine “{id}”.", id=theirs[:40])
        return self._codes[theirs]


def _meaning(row: Intake) -> Intake:
    return replace(row, how=None)


def _is_same(one: Intake, other: Intake) -> bool:
    """Whether both speak of the same intake: of one of its names, or one of them of the whole day."""
    return one.state != EXTRA and (one.intake == other.intake or None in {one.intake, other.intake})
