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


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """What became of a question of a visit. `asked` is False when it was not asked, None when nobody said."""

    question: str
    asked: bool | None = None
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that is for no visit yet: for a `department`, or for whichever visit comes next."""

    text: str
    department: str | None = None
    added_on: date | None = None
    id: int | None = field(default=None, compare=False)


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
