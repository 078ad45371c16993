"""The script of one story as its data file tells it, in the language of the one who asks, cut at a day."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from lupusdiary.domain.records import Contact, Flare, Profile, TreatmentEvent, Visit
from lupusdiary.domain.visits import Agreement, AskedQuestion
from lupusdiary.resources import resource


@cache
def _data(name: str) -> Any:
    return json.loads(resource("demonstration", f"{name}.json").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Script:
    """One story ("nephritis" or "mild") in one language ("ko" or "en"). After its last scripted visit it
    goes on evenly: visits, sheets and yearly events repeat."""

    name: str
    language: str

    @property
    def data(self) -> dict[str, Any]:
        """The data file; must not be changed."""
        found: dict[str, Any] = _data(self.name)
        return found

    @property
    def notes(self) -> dict[str, Any]:
        """The data file of the notes; must not be changed."""
        found: dict[str, Any] = _data(f"{self.name}_notes")
        return found

    @property
    def medicines(self) -> dict[str, Any]:
        """The data file of the medicines; must not be changed."""
        found: dict[str, Any] = _data(f"{self.name}_medicines")
        return found

    def pick(self, both: Sequence[str | None]) -> str:
        """The Korean or the English one of two texts."""
        return both[0 if self.language == "ko" else 1] or ""

    def as_printed(self, text: str | None) -> str | None:
        """A result or range as a laboratory of the story's language prints it."""
        in_english: dict[str, str] = self.data["printed_in_english"]
        return text if self.language == "ko" or text is None else in_english.get(text, text)

    @property
    def analytes(self) -> dict[str, Any]:
        """The courses of the laboratory values."""
        found: dict[str, Any] = self.data["analytes"]
        return found

    @property
    def laboratories(self) -> dict[str, Any]:
        """What each laboratory is called and how it prints."""
        found: dict[str, Any] = self.data["laboratories"]
        return found

    @property
    def rows(self) -> dict[str, list[str]]:
        """The analytes of each kind of sheet."""
        found: dict[str, list[str]] = self.data["rows"]
        return found

    @property
    def birth_date(self) -> date:
        """When the fictional person was born."""
        return date.fromisoformat(self.data["profile"]["birth_date"])

    @property
    def sex(self) -> str:
        """The fictional person's sex."""
        return str(self.data["profile"]["sex"])

    def profile(self) -> Profile:
        """Who tells the story; the name itself says that she is fictional."""
        facts = self.data["profile"]
        return Profile(self.pick(facts["name"]), self.birth_date, self.sex, facts["hospital_number"])

    def contacts(self) -> tuple[Contact, ...]:
        """Telephone numbers that belong to nobody."""
        return tuple(Contact(self.pick(name), number) for name, number in self.data["contacts"])

    def events(self, until: date) -> tuple[TreatmentEvent, ...]:
        """Treatment events up to a day, by date."""
        rows = [*self.data["events"], *self._yearly(until)]
        found = [
            TreatmentEvent(date.fromisoformat(day), kind, self.pick(texts) or None)
            for day, kind, *texts in rows
            if day <= until.isoformat()
        ]
        return tuple(sorted(found, key=lambda event: event.day))

    def _yearly(self, until: date) -> Iterator[list[str]]:
        for first, kind, *texts in self.data["yearly"]:
            for year in range(int(first[:4]), until.year + 1):
                yield [f"{year}{first[4:]}", kind, *texts]

    def flares(self, until: date) -> tuple[Flare, ...]:
        """Flares up to a day; one that goes on then has no end yet."""
        return tuple(
            Flare(
                date.fromisoformat(start),
                date.fromisoformat(end) if end <= until.isoformat() else None,
                self.pick(texts),
            )
            for start, end, *texts in self.data["flares"]
            if start <= until.isoformat()
        )

    @property
    def department(self) -> str:
        """Where she is seen."""
        return self.pick(self.medicines["department"])

    def visits(self, until: date) -> tuple[Visit, ...]:
        """Outpatient visits up to a day, with the questions taken along."""
        found = [
            Visit(
                date.fromisoformat(day),
                tuple(self.pick(question.split("|")) for question in questions),
                self.pick(texts) or None,
                department=self.department,
                **self._after(day, questions),
            )
            for day, questions, *texts in self.data["visits"]
            if day <= until.isoformat()
        ]
        questions = self.data["later_visits"]["questions"]
        for position, day in enumerate(self._later(until)):
            asked = (self.pick(questions[position % len(questions)].split("|")),)
            found.append(Visit(day, asked if position % 2 == 0 else (), department=self.department))
        return tuple(found)

    def _after(self, day: str, questions: list[str]) -> dict[str, Any]:
        """What was answered at a visit of that day, and what was agreed there."""
        said = self.data["after_visits"].get(day)
        if said is None:
            return {}
        agreed = [(kind, self.pick(text.split("|"))) for kind, text in said["agreed"]]
        asked = zip(questions, said["answers"], strict=True)
        return {
            "asked": tuple(
                AskedQuestion(self.pick(question.split("|")), True, self.pick(answer.split("|")))
                for question, answer in asked
            ),
            "agreed": tuple(text for _, text in agreed),
            "agreements": tuple(Agreement(text, kind) for kind, text in agreed if kind is not None),
        }

    def _later(self, until: date) -> Iterator[date]:
        """The days of the visits that follow the scripted ones."""
        every = timedelta(weeks=self.data["later_visits"]["weeks"])
        day = date.fromisoformat(self.data["visits"][-1][0]) + every
        while day <= until:
            yield day
            day += every

    def sheets(self, until: date) -> list[tuple[date, str, str]]:
        """Day, laboratory and kind of every sheet up to a day."""
        scripted = [
            (date.fromisoformat(day), laboratory, rows)
            for day, laboratory, rows in self.data["sheets"]
            if day <= until.isoformat()
        ]
        laboratory, rows = self.data["later_sheets"]
        return [*scripted, *((day, laboratory, rows) for day in self._later(until))]

    def printed(self, until: date) -> Iterator[tuple[date, str, str, str, str | None, str | None]]:
        """Day, laboratory, analyte, value, range and unit of what is printed word for word."""
        for day, laboratory, analyte, value, range_text, unit in self.data["printed"]:
            if day <= until.isoformat():
                said = self.as_printed(value) or value
                yield date.fromisoformat(day), laboratory, analyte, said, self.as_printed(range_text), unit
