"""What belongs to outpatient visits: questions, what became of them, and the check-ups that a person sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from lupusdiary.language import Message, mark

OWN_CHECK_UP = "own"
# The kinds that are offered; when one is due is the person's and her doctor's to say.
CHECK_UPS: Mapping[str, Message] = MappingProxyType(
    {
        "eyes": mark("Eye examination"),
        "bone_density": mark("Bone density"),
        "urine": mark("Urine test"),
        "vaccines": mark("Vaccinations"),
        "igg": mark("IgG"),
        "co_payment": mark("Co-payment registration"),
    }
)

# What a line of what was agreed is about. What was only heard is no dose yet.
MEDICINE, TEST, NEXT_VISIT, HEARD = "medicine", "test", "visit", "heard"
AGREEMENT_KINDS: Mapping[str, Message] = MappingProxyType(
    {
        MEDICINE: mark("Medicine"),
        TEST: mark("Test"),
        NEXT_VISIT: mark("Next visit"),
        HEARD: mark("Heard, not yet seen"),
    }
)
# Put where it belongs; read off the envelope; no longer so.
PLACED, CONFIRMED, DROPPED = "placed", "confirmed", "dropped"
AGREEMENT_STATES = (PLACED, CONFIRMED, DROPPED)


@dataclass(frozen=True, slots=True)
class Agreement:
    """More about one line of what was agreed: a kind of AGREEMENT_KINDS, the day from which or on which it
    holds, whether it was put where it belongs (AGREEMENT_STATES), and what became of it."""

    text: str
    kind: str | None = None
    day: date | None = None
    state: str | None = None
    outcome: str | None = None

    @property
    def line(self) -> str:
        """The line of what was agreed that it says more of."""
        return self.text


@dataclass(frozen=True, slots=True)
class KeptVisitPage:
    """What stood on the page that was taken to a visit, as JSON text without name, number, doctor and
    hospital; the visit by its day, department and hospital."""

    day: date
    made_on: date
    data: str
    department: str | None = None
    hospital: str | None = None
    id: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """What became of a question of a visit. `asked` is False when it was not asked, None when nobody said."""

    question: str
    asked: bool | None = None
    answer: str | None = None

    @property
    def line(self) -> str:
        """The question that it says more of."""
        return self.question


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that is for no visit yet: for a `department`, or for whichever visit comes next. `origin`
    says where it came up ("article:infection", "page:labs", "visit:2026-09-08"), `place` its order."""

    text: str
    department: str | None = None
    added_on: date | None = None
    id: int | None = field(default=None, compare=False)
    origin: str | None = None
    place: float | None = field(default=None, compare=False)

    def is_for(self, department: str | None) -> bool:
        """Whether it can be asked at a visit of this department; a visit without one takes every question."""
        return self.department is None or department is None or same_department(self.department, department)


def agreement_of(text: str, said: tuple[Agreement, ...]) -> Agreement:
    """What is said of one line of what was agreed."""
    return next((each for each in said if each.text == text), Agreement(text))


def same_department(one: str, other: str) -> bool:
    """Whether two names of a department are the same but for spaces and capitals."""
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()


@dataclass(frozen=True, slots=True)
class CheckUp:
    """A check-up that the person sets: a kind of CHECK_UPS, or "own" under its `name`; when it was last, and
    for when the next one is set."""

    kind: str
    name: str | None = None
    last_on: date | None = None
    next_on: date | None = None
    note: str | None = None
    id: int | None = field(default=None, compare=False)
