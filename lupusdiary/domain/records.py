"""The values that a diary keeps, as a person entered them. Shapes only; rules stand beside their nouns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import TYPE_CHECKING

from lupusdiary.domain.day_record import DayRecord, TrackedSymptom

if TYPE_CHECKING:
    from lupusdiary.domain.learning import Learnt, SafetyCard
    from lupusdiary.domain.medicines.allergy import Allergy
    from lupusdiary.domain.medicines.intake import Intake
    from lupusdiary.domain.medicines.medicine import Medication
    from lupusdiary.domain.medicines.side_effect import SideEffect
    from lupusdiary.domain.visits import Agreement, AskedQuestion, CheckUp, KeptVisitPage, OpenQuestion

# What a printed value can be, and what the values of a test are.
COMPARATORS = ("<", "<=", ">", ">=")
RESULT_KINDS = ("quantity", "titre", "ordinal", "range", "text", "pending")
VALUE_TYPES = ("quantity", "quantity_or_range", "titer", "ordinal", "qualitative")


@dataclass(frozen=True, slots=True)
class LabResult:
    """One laboratory result: what was printed (`value_text`, `unit`, `range_text`), and what was read of it.

    `kind` is quantity, titre, ordinal, range, text or pending. `value` is the number, or a titre's
    denominator; `low` and `high` a counted range such as 5-9; `code` a step of the analyte's scale.
    Numbers are in the printed unit; nothing here is converted.
    """

    collected_on: date
    analyte: str
    value_text: str
    kind: str
    comparator: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    code: str | None = None
    unit: str | None = None
    range_text: str | None = None
    range_low: float | None = None
    range_high: float | None = None
    laboratory: str | None = None
    method: str | None = None
    note: str | None = None
    id: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class TreatmentEvent:
    """An infusion, biopsy, admission, vaccination ... on one day. `kind` is a code of the catalogue.
    A steroid pulse may name its `ingredient`, the dose of one day in mg, and how many `days` it took."""

    day: date
    kind: str
    title: str | None = None
    note: str | None = None
    id: int | None = field(default=None, compare=False)
    ingredient: str | None = None
    dose_mg: float | None = None
    days: float | None = None


@dataclass(frozen=True, slots=True)
class Flare:
    """A flare as the person or her doctor calls it; never computed. No `end`: it has not ended."""

    start: date
    end: date | None = None
    note: str | None = None
    id: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Visit:
    """An outpatient visit with the questions that the person takes along; day, department and hospital tell
    it from another one. `asked` says what became of questions, `agreed` what was agreed, a line each, and
    `agreements` more of some of these lines. `preparation` has a line a thing, `prepared` those done."""

    day: date
    questions: tuple[str, ...] = ()
    note: str | None = None
    id: int | None = field(default=None, compare=False)
    department: str | None = None
    hospital: str | None = None
    doctor: str | None = None
    at: time | None = None
    blood_draw: date | None = None
    blood_draw_at: time | None = None
    preparation: str | None = None
    agreed: tuple[str, ...] = ()
    asked: tuple[AskedQuestion, ...] = ()
    prepared: tuple[str, ...] = ()
    agreements: tuple[Agreement, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """A telephone number of the person's own hospital."""

    name: str
    number: str
    id: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Profile:
    """Whose diary it is. `sex` is "female", "male" or None when not given."""

    name: str | None = None
    birth_date: date | None = None
    sex: str | None = None
    hospital_number: str | None = None


@dataclass(frozen=True, slots=True)
class OwnAnalyte:
    """A test that the catalogue does not hold, under the label that the sheet prints.
    `value_type` is quantity, quantity_or_range, titer, ordinal or qualitative."""

    analyte: str
    name: str
    value_type: str = "quantity"
    unit: str | None = None


# The answer “I don't know” to the question of the unit: it is kept, so that nobody asks again.
UNKNOWN_UNIT = "?"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of what a laboratory prints: the analyte, and the label that the sheet gives it.
    `unit_answer` is what the person answered when the sheet prints no unit (UCUM), or `UNKNOWN_UNIT`."""

    analyte: str
    label: str | None = None
    unit_answer: str | None = None


@dataclass(frozen=True, slots=True)
class SheetTemplate:
    """The rows that one laboratory prints, in the order in which it prints them."""

    laboratory: str | None
    rows: tuple[SheetRow, ...] = ()


def _nothing_learnt() -> Learnt:
    from lupusdiary.domain.learning import Learnt

    return Learnt()


def _empty_card() -> SafetyCard:
    from lupusdiary.domain.learning import SafetyCard

    return SafetyCard()


@dataclass(frozen=True, slots=True)
class DiaryContents:
    """Everything that a diary holds, sorted by date; ties keep the order of entry.

    `demonstration` names the fictional story that the diary tells and `demonstration_language` ("ko", "en")
    the language of its words; both are None for a person's own diary.
    `day_ends_at` is when the person's day ends (02:00), None for midnight.
    """

    profile: Profile = Profile()
    days: tuple[DayRecord, ...] = ()
    labs: tuple[LabResult, ...] = ()
    events: tuple[TreatmentEvent, ...] = ()
    flares: tuple[Flare, ...] = ()
    visits: tuple[Visit, ...] = ()
    symptoms: tuple[TrackedSymptom, ...] = ()
    own_analytes: tuple[OwnAnalyte, ...] = ()
    sheets: tuple[SheetTemplate, ...] = ()
    contacts: tuple[Contact, ...] = ()
    learning: Learnt = field(default_factory=_nothing_learnt)
    safety_card: SafetyCard = field(default_factory=_empty_card)
    demonstration: str | None = None
    demonstration_language: str | None = None
    day_ends_at: str | None = None
    medicines: tuple[Medication, ...] = ()
    taken: tuple[Intake, ...] = ()
    allergies: tuple[Allergy, ...] = ()
    side_effects: tuple[SideEffect, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    check_ups: tuple[CheckUp, ...] = ()
    visit_pages: tuple[KeptVisitPage, ...] = ()
