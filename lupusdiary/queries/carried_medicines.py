"""What the person carries of her medicines: on the wallet card, and in the sentence for the telephone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from lupusdiary.domain.medicines.catalogue import is_glucocorticoid
from lupusdiary.domain.medicines.changes import dose_key
from lupusdiary.domain.medicines.medicines_now import (
    HeldMedicine,
    in_order_of_classes,
    medicines_on,
    now_text,
)
from lupusdiary.domain.medicines.pattern import AS_NEEDED
from lupusdiary.language import Translator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lupusdiary.diary.diary import Diary
    from lupusdiary.domain.medicines.allergy import Allergy
    from lupusdiary.domain.medicines.medicine import Medication


@dataclass(frozen=True, slots=True)
class CarriedMedicines:
    """What holds on a day, without what is sensitive, and the allergies. `changed_on` is the day on which the
    list changed last, None without medicines."""

    held: tuple[HeldMedicine, ...] = ()
    allergies: tuple[Allergy, ...] = ()
    changed_on: date | None = None

    def medicines(self, tr: Translator) -> tuple[str, ...]:
        """One line a medicine: name and dose."""
        return tuple(now_text(each, tr) for each in self.held)

    def reactions(self, tr: Translator) -> tuple[str, ...]:
        """One line an allergy: the name, and how it showed."""
        return tuple(
            tr.text("{name} ({reactions})", name=each.name, reactions=tr.listing(each.reactions))
            if each.reactions
            else each.name
            for each in self.allergies
        )

    @property
    def steroid(self) -> bool:
        """Whether a steroid that reaches the whole body is taken regularly."""
        return any(_is_steroid(each) for each in self.held)

    @property
    def mark(self) -> str:
        """Differs where a medicine, its dose or an allergy differs."""
        doses = [(each.medicine.code, each.medicine.name, dose_key(each.period)) for each in self.held]
        told = [(each.name, each.reactions) for each in self.allergies]
        return sha256(repr((doses, told)).encode()).hexdigest()[:16]


def carried_medicines(diary: Diary, day: date) -> CarriedMedicines:
    """What the diary's own lists say on a day."""
    medicines = [each for each in diary.medicines.all() if not each.sensitive]
    held = in_order_of_classes(medicines_on(medicines, day))
    changed = _changed_on(medicines, day) if held else None
    return CarriedMedicines(held, tuple(diary.allergies.all()), changed)


def phone_sentence(carried: CarriedMedicines, tr: Translator) -> str:
    """What is read aloud on the telephone; empty where no medicine is recorded: it shows what is written down
    and judges nothing."""
    if not carried.held or carried.changed_on is None:
        return ""
    said = [
        tr.text("I have lupus."),
        tr.text(
            "My medicines, as my list stood on {day}: {medicines}.",
            day=tr.date(carried.changed_on, "short"),
            medicines=tr.listing(carried.medicines(tr)),
        ),
    ]
    if carried.allergies:
        said.append(tr.text("Allergies: {allergies}.", allergies=tr.listing(carried.reactions(tr))))
    said += [tr.text("Please look at my medicine bags as well."), tr.text("Now …")]
    return " ".join(said)


def _is_steroid(held: HeldMedicine) -> bool:
    regular = held.period.kind != AS_NEEDED and not held.period.is_pulse
    return regular and held.medicine.is_whole_body and is_glucocorticoid(held.medicine.ingredient)


def _changed_on(medicines: Sequence[Medication], day: date) -> date | None:
    """The last day up to this one on which a dose began, another one followed, or something was stopped."""
    began = [period.start for each in medicines for period in each.periods if period.start <= day]
    return max(began, default=None)
