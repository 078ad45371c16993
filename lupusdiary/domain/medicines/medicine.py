"""A medicine of a diary with its plans and its course, and what makes two entries the same medicine."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from lupusdiary.domain.medicines.period import DosePeriod, first_overlap
from lupusdiary.language import Refusal

SYSTEMIC_ROUTES = ("oral", "iv", "im", "sc")
INJECTION = "injection"
ROUTES = (
    *SYSTEMIC_ROUTES,
    *("intra_articular", "topical", "eye", "ear", "nasal", "inhaled", "rectal", "vaginal", "mouth"),
    *("transdermal", INJECTION),
)
MEDICINE_KINDS = ("bought", "herbal", "supplement")
_LONGEST_NAME = 200


def check_name(name: str) -> None:
    """Raises `Refusal` for the name of a medicine that is missing or longer than any is."""
    if not name.strip():
        raise Refusal("Write the name of the medicine.")
    if len(name) > _LONGEST_NAME:
        raise Refusal("Shorten the name: 200 characters are enough.")


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as it was written. `left` is the first day on which it no longer holds."""

    plan: str
    written_on: date | None = None
    text: str | None = None
    left: date | None = None
    id: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Medication:
    """A medicine under its own `code`; `name` as the paper prints it, `ingredient` an id of the fact base.
    No `kind`: prescribed. A `sensitive` one is printed only when the person ticks it. `heard` are doses that
    somebody said and no paper has confirmed yet: they hold on no day and are in no sum."""

    code: str
    name: str
    ingredient: str | None = None
    route: str | None = None
    form: str | None = None
    kind: str | None = None
    sensitive: bool = False
    plans: tuple[Plan, ...] = ()
    periods: tuple[DosePeriod, ...] = ()
    heard: tuple[DosePeriod, ...] = ()
    id: int | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        check_name(self.name)
        self._refuse_plans()

    def _refuse_plans(self) -> None:
        plans = {plan.plan: plan for plan in self.plans}
        steps: dict[str, list[DosePeriod]] = {}
        for period in self.periods:
            if period.plan is None:
                continue
            if period.plan not in plans:
                raise Refusal("“{plan}” is not a plan of this medicine.", plan=period.plan[:40])
            steps.setdefault(period.plan, []).append(period)
        for name, own in steps.items():
            twice = first_overlap(own)
            if twice is not None:
                raise Refusal("Two steps of this plan cover {day}.", day=twice)
            left = plans[name].left
            if left is not None and left < min(step.start for step in own):
                raise Refusal("The plan was left before it began.")

    @property
    def is_whole_body(self) -> bool:
        """Whether its route reaches the whole body; a route that is not said counts so."""
        return self.route is None or self.route in {*SYSTEMIC_ROUTES, INJECTION}

    @property
    def plans_by_name(self) -> Mapping[str, Plan]:
        """Its plans by their names."""
        return MappingProxyType({plan.plan: plan for plan in self.plans})

    def refuse_untold(self, today: date) -> None:
        """Raises `Refusal` where an as-it-went period reaches beyond what can be known today."""
        for period in self.periods:
            period.refuse_untold(today)


Identity = tuple[str, str | None, str | None, str | None]


def identity(medicine: Medication) -> Identity:
    """What makes two entries the same medicine: name, ingredient, route and form."""
    name = " ".join(unicodedata.normalize("NFKC", medicine.name).split()).casefold()
    return name, medicine.ingredient, medicine.route, medicine.form


def find_named(medicines: Sequence[Medication], name: str) -> Medication:
    """The one medicine of a name. Raises `Refusal` when there is none or when the name is ambiguous."""
    wanted = " ".join(unicodedata.normalize("NFKC", name).split()).casefold()
    found = [each for each in medicines if identity(each)[0] == wanted or each.code == name]
    if not found:
        raise Refusal("There is no medicine “{id}”.", id=name[:40])
    if len(found) > 1:
        raise Refusal("More than one medicine is called “{name}”: say which one.", name=name[:40])
    return found[0]


def matching(medicines: Sequence[Medication], medicine: Medication) -> Medication | None:
    """The entry that is the same medicine, or None. Raises `Refusal` when more than one is."""
    found = [each for each in medicines if identity(each) == identity(medicine)]
    if len(found) > 1:
        raise Refusal("More than one medicine is called “{name}”: say which one.", name=medicine.name[:40])
    return found[0] if found else None
