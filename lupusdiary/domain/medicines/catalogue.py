"""The fact base on medicines: names, forms and strengths, classes, and the table of equivalent doses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any

from lupusdiary.domain.medicines.part import exact
from lupusdiary.language import Bilingual
from lupusdiary.resources import clinical

METHOTREXATE = "methotrexate"
PREDNISOLONE = "prednisolone"
GLUCOCORTICOID = "glucocorticoid"


@dataclass(frozen=True, slots=True)
class PrescriptionForm:
    """One form in which an ingredient is prescribed, with common strengths: typing help only."""

    names: tuple[str, ...]
    form: str
    route: str
    strengths: tuple[float, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Ingredient:
    """One entry of the fact base. A `group` stands for several ingredients and its name is not printed."""

    id: str
    class_id: str
    names: Bilingual
    spellings: tuple[str, ...]
    brands: tuple[str, ...]
    routes: tuple[str, ...]
    schedules: tuple[str, ...]
    forms: tuple[PrescriptionForm, ...]
    group: bool = False
    fixed_text: Bilingual | None = None

    @property
    def strengths(self) -> tuple[float, ...]:
        """Every strength in mg that its forms list."""
        found = {each for form in self.forms if form.unit == "mg" for each in form.strengths}
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class Equivalence:
    """How many mg of an ingredient equal 5 mg of prednisolone, and what other tables say instead."""

    to_5mg: Fraction
    to_5mg_other: Fraction | None = None

    def mg(self, dose: Fraction) -> Fraction:
        """A dose in mg as mg of prednisolone."""
        return dose * 5 / self.to_5mg

    def mg_other(self, dose: Fraction) -> Fraction:
        """The same by the other tables."""
        return dose * 5 / (self.to_5mg_other or self.to_5mg)


@cache
def ingredients() -> Mapping[str, Ingredient]:
    """By id, in the catalogue's order of classes."""
    facts = clinical("medications")
    order = {each["id"]: number for number, each in enumerate(facts["classes"])}
    listed = sorted(facts["medications"], key=lambda each: order[each["class_id"]])
    return MappingProxyType({each["id"]: _ingredient(each) for each in listed})


def _ingredient(entry: Mapping[str, Any]) -> Ingredient:
    fixed = Bilingual(entry["fixed_text_ko"], entry["fixed_text_en"]) if "fixed_text_ko" in entry else None
    return Ingredient(
        id=entry["id"],
        class_id=entry["class_id"],
        names=Bilingual(
            _without_brackets(entry["name_ko"]), _lower_first(_without_brackets(entry["inn_en"]))
        ),
        spellings=(*entry["spellings_ko"], *entry["spellings_en"]),
        brands=tuple(entry["brands_kr_examples"]),
        routes=tuple(route.replace("-", "_") for route in entry["routes"]),
        schedules=tuple(entry.get("schedule_kinds", ())),
        forms=tuple(_form(each) for each in entry["prescription_forms_kr"]),
        group=entry.get("group", False),
        fixed_text=fixed,
    )


def _form(entry: Mapping[str, Any]) -> PrescriptionForm:
    return PrescriptionForm(
        names=tuple(entry[key] for key in ("shown_as", "brand_example") if entry.get(key)),
        form=entry["form_en"],
        route=entry["route"].replace("-", "_"),
        strengths=tuple(each for each in entry["strengths"] if not isinstance(each, str)),
        unit=entry["unit"],
    )


def _without_brackets(name: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", name).strip()


def _lower_first(name: str) -> str:
    """An ingredient's English name inside a line: prednisolone, but not sGLT2."""
    return name[:1].lower() + name[1:] if name[1:2].islower() or name[1:2] == "-" else name


@cache
def equivalences() -> Mapping[str, Equivalence]:
    """The table of equivalent doses by ingredient."""
    rows = clinical("medications")["glucocorticoid_equivalence"]["rows"]
    return MappingProxyType(
        {
            row["id"]: Equivalence(
                exact(row["equiv_to_5mg"]),
                exact(row["equiv_to_5mg_other"]) if "equiv_to_5mg_other" in row else None,
            )
            for row in rows
        }
    )


@cache
def glucocorticoids_without_factor() -> frozenset[str]:
    """The glucocorticoids that the table has no factor for."""
    return frozenset(clinical("medications")["glucocorticoid_equivalence"]["without_factor"]["ids"])


@cache
def pulse_from_mg() -> Fraction:
    """From how many mg of prednisolone-equivalent on an intravenous day stands apart (Buttgereit 2002)."""
    return exact(clinical("medications")["glucocorticoid_equivalence"]["pulse_from_mg"]["mg"])


def is_glucocorticoid(ingredient: str | None) -> bool:
    """Whether an ingredient is a steroid of the table or one without factor."""
    return ingredient in equivalences() or ingredient in glucocorticoids_without_factor()


def fixed_text(ingredient: str | None) -> Bilingual | None:
    """The text that stands wherever this ingredient is entered, listed or printed (methotrexate)."""
    found = ingredients().get(ingredient) if ingredient is not None else None
    return found.fixed_text if found is not None else None


def catalogue_position(ingredient: str | None) -> int:
    """The place of an ingredient in the catalogue's order of classes; free text comes after all."""
    order = list(ingredients())
    return order.index(ingredient) if ingredient in ingredients() and ingredient else len(order)
