"""Finds the codes of items and tests where a list names them as people do: 피로, Fatigue, C3."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lupusdiary.domain.day_record import TrackedSymptom
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.printed_text import folded
from lupusdiary.domain.records import OwnAnalyte
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.typed_unit import parse_typed
from lupusdiary.exchange.decode import KnownHere
from lupusdiary.exchange.lists.csv_document import Row


def in_codes(rows: Mapping[str, Sequence[Row]], here: KnownHere | None) -> None:
    """Puts the code in the place of a name that means one item or test only; others stay as they are."""
    here = here or KnownHere()
    if "readings" in rows:
        own = [_item(line) for line in rows.get("symptoms", []) if line.get("name")]
        _replace(rows["readings"], "symptom", _symptoms([*here.symptoms, *own]))
        for line in rows["readings"]:
            # 98.6 °F: kept in °C, with what was typed beside it.
            typed = parse_typed(str(line.get("symptom")), str(line.get("value")))
            if typed is not None and "entered" not in line:
                line["value"] = str(typed[0])
                if typed[1] is not None:
                    line["entered"] = typed[1]
    if "labs" in rows or "sheets" in rows:
        tests = [OwnAnalyte(str(line["analyte"]), str(line["name"])) for line in rows.get("analytes", [])]
        catalogue = AnalyteCatalogue([*here.analytes, *tests])
        for name in ("labs", "sheets"):
            _replace(rows.get(name, []), "analyte", _tests(catalogue))


def _item(line: Row) -> TrackedSymptom:
    return TrackedSymptom(str(line["id"]), True, str(line["name"]), "nrs")


def _replace(rows: Sequence[Row], column: str, code: Callable[[str], str]) -> None:
    found: dict[str, str] = {}
    for line in rows:
        written = line.get(column)
        if isinstance(written, str):
            if written not in found:
                found[written] = code(written)
            line[column] = found[written]


def _symptoms(own: Sequence[TrackedSymptom]) -> Callable[[str], str]:
    catalogue = SymptomCatalogue(own)
    names: dict[str, set[str]] = {}
    for each in catalogue.all:
        for name in (*each.names, each.id):
            names.setdefault(folded(name), set()).add(each.id)

    def code(written: str) -> str:
        found = names.get(folded(written), set())
        return next(iter(found)) if written not in catalogue and len(found) == 1 else written

    return code


def _tests(catalogue: AnalyteCatalogue) -> Callable[[str], str]:
    def code(written: str) -> str:
        if written in catalogue:
            return written
        lower = folded(written).replace("-", "_")
        found = [each.id for each in catalogue.match_label(written)] or [lower]
        return found[0] if len(found) == 1 and found[0] in catalogue else written

    return code
