"""Whose diary it is."""

from __future__ import annotations

from lupusdiary.diary.validation import Clock, day_that_came, entered
from lupusdiary.domain.records import Profile
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Table
from lupusdiary.storage.text import stored_day

_ROW = 1
SEXES = frozenset({"female", "male"})


class WhoseDiary:
    """The person's name, date of birth, sex and hospital number; each may be unknown."""

    def __init__(self, file: DiaryFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._table = Table(file, "profile")

    def get(self) -> Profile:
        """What is known."""
        row = self._table.one({"id": _ROW})
        if row is None:
            return Profile()
        texts = {name: value for name, value in row.items() if isinstance(value, str)}
        born = texts.get("birth_date")
        return Profile(
            name=texts.get("name"),
            birth_date=stored_day(born) if born else None,
            sex=texts.get("sex"),
            hospital_number=texts.get("hospital_number"),
        )

    def set(self, profile: Profile) -> None:
        """Writes down what is known now."""
        profile = self.checked(profile)
        if profile == self.get():
            return
        columns = {
            "name": profile.name,
            "birth_date": profile.birth_date.isoformat() if profile.birth_date else None,
            "sex": profile.sex,
            "hospital_number": profile.hospital_number,
        }
        with self._file.writing("profile.set"):
            if not self._table.update(_ROW, columns):
                self._table.insert({"id": _ROW, **columns})

    def checked(self, profile: Profile) -> Profile:
        """A profile as it can be kept."""
        profile = entered(profile)
        if profile.sex is not None and profile.sex not in SEXES:
            raise Refusal("“{sex}” is not known here; it is female, male or left out.", sex=profile.sex[:40])
        if profile.birth_date is not None:
            day_that_came(profile.birth_date, self._clock().date())
        return profile
