"""The laboratory sheets of a story: courses printed the way each laboratory prints them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from lupusdiary.demonstration.script import Script
from lupusdiary.demonstration.trend import Chance, Trend
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.kidney_function import egfr_ckd_epi_2021
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.records import LabResult, SheetRow, SheetTemplate

# What a dipstick shows for a protein/creatinine ratio in mg/g, and for counted red cells; roughly.
_PROTEIN_STEPS = ((150, "neg"), (300, "trace"), (800, "1+"), (2500, "2+"), (5000, "3+"))
_BLOOD_STEPS = ((3, "neg"), (5, "trace"), (12, "1+"), (25, "2+"), (60, "3+"))


class Laboratories:
    """Prints the story's results. On each sheet one drawn activity moves protein, antibodies and
    complement together, as they do in the body; the rest is the test's own scatter."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._catalogue = AnalyteCatalogue()
        self._courses = {
            code: Trend(each["curve"]) for code, each in script.analytes.items() if "curve" in each
        }

    def results(self, until: date) -> list[LabResult]:
        """Every result up to a day, by date."""
        found = [
            self._printed(day, laboratory, analyte)
            for day, laboratory, rows in self._script.sheets(until)
            for analyte in self._script.rows[rows]
        ]
        apart = {(result.collected_on, result.analyte) for result in self._apart(until)}
        kept = [result for result in found if (result.collected_on, result.analyte) not in apart]
        return sorted([*kept, *self._apart(until)], key=lambda result: result.collected_on)

    def sheets(self, until: date) -> list[SheetTemplate]:
        """What each laboratory prints, in the order of its most recent usual sheet."""
        latest = {laboratory: rows for day, laboratory, rows in self._script.sheets(until) if rows != "ward"}
        return [
            SheetTemplate(
                self._name(laboratory), tuple(SheetRow(analyte) for analyte in self._script.rows[rows])
            )
            for laboratory, rows in latest.items()
        ]

    def _name(self, laboratory: str) -> str:
        return self._script.pick(self._script.laboratories[laboratory]["name"])

    def _apart(self, until: date) -> Iterator[LabResult]:
        """The results that the script prints word for word."""
        for day, laboratory, analyte, value, range_text, unit in self._script.printed(until):
            name = self._name(laboratory)
            yield lab_result(day, self._catalogue.get(analyte), value, unit, range_text, name)

    def _printed(self, day: date, laboratory: str, analyte: str) -> LabResult:
        prints = self._prints(day, laboratory, analyte)
        return lab_result(
            day,
            self._catalogue.get(analyte),
            self._script.as_printed(self._text(day, analyte, prints)) or "",
            prints.get("unit"),
            self._script.as_printed(prints.get("range")),
            self._name(laboratory),
            prints.get("method"),
        )

    def _prints(self, day: date, laboratory: str, analyte: str) -> dict[str, Any]:
        found = self._script.laboratories[laboratory]["prints"][analyte]
        versions: list[dict[str, Any]] = found if isinstance(found, list) else [found]
        return [each for each in versions if day >= date.fromisoformat(each.get("from", "1900-01-01"))][-1]

    def _text(self, day: date, analyte: str, prints: dict[str, Any]) -> str:
        if analyte == "urine_protein_dip":
            return str(prints["words"][_step(self._value(day, "upcr"), _PROTEIN_STEPS)])
        if analyte == "urine_blood_dip":
            return str(prints["words"][_step(self._value(day, "urine_rbc"), _BLOOD_STEPS)])
        if analyte == "egfr":
            age = (day - self._script.birth_date).days // 365.25
            creatinine = round(self._value(day, "creatinine"), 2)
            return str(round(egfr_ckd_epi_2021(creatinine, int(age), self._script.sex)))
        value = self._value(day, prints.get("curve", analyte)) * float(prints.get("factor", 1))
        if "counts" in prints:
            return str(next(text for bound, text in prints["counts"] if value <= bound))
        if value < prints.get("below", 0):
            return f"<{prints['below']}"
        return f"{value:.{prints['decimals']}f}"

    def _value(self, day: date, code: str) -> float:
        facts = self._script.analytes[code]
        if "of" in facts:
            return self._value(day, facts["of"]) * float(facts["times"])
        activity = Chance(self._script.name, day, "activity").around() * 0.06
        own = Chance(self._script.name, day, code).around() * float(facts["spread"])
        return self._courses[code].at(day) * (1 + activity * float(facts["with"])) * (1 + own)


def _step(value: float, steps: tuple[tuple[float, str], ...]) -> str:
    return next((code for bound, code in steps if value < bound), "4+")
