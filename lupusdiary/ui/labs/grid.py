"""The table of results as plain values: tests by sheets, each cell as printed or converted for showing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from math import floor, log10

from lupusdiary.domain.lab.analyte import Analyte, convert
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.reference_range import mark
from lupusdiary.domain.lab.units import unit_key
from lupusdiary.domain.lab.wording import amount, as_printed, printed_range, printed_value, read_back
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Translator

SIGNS = {"above": "▲", "below": "▼", "outside": "◆"}
ABOUT = "≈"
_SIGNS_OF_COMPARATORS = {"<=": "≤", ">=": "≥"}


@dataclass(frozen=True, slots=True)
class SheetKey:
    """One sheet: a day of collection and a laboratory."""

    day: date
    laboratory: str | None


@dataclass(frozen=True, slots=True)
class LabCell:
    """What one cell shows, whether it is marked, and how to say the same in words when it is asked for."""

    text: str
    words: Callable[[], str]
    marked: bool = False
    computed: bool = False


@dataclass(frozen=True, slots=True)
class LabLine:
    """One row: a test with its cells by column, or a heading (no `code`)."""

    title: str
    unit: str = ""
    code: str | None = None
    cells: Mapping[int, LabCell] = field(default_factory=dict)
    words: str = ""


@dataclass(frozen=True, slots=True)
class LabGrid:
    """Columns newest first, rows grouped by panel."""

    columns: tuple[SheetKey, ...] = ()
    lines: tuple[LabLine, ...] = ()


def lab_grid(
    results: Sequence[LabResult],
    catalogue: AnalyteCatalogue,
    labels: Mapping[str, str],
    sex: str | None,
    tr: Translator,
) -> LabGrid:
    """The table of all results; `labels` are the names that the person's sheet prints, by code."""
    columns = tuple(
        sorted(
            {SheetKey(each.collected_on, each.laboratory) for each in results},
            key=lambda key: (-key.day.toordinal(), key.laboratory or ""),
        )
    )
    place = {key: at for at, key in enumerate(columns)}
    by_code: dict[str, list[LabResult]] = {}
    for each in results:
        by_code.setdefault(each.analyte, []).append(each)
    lines: list[LabLine] = []
    for panel in catalogue.panels:
        tests = [each for each in catalogue.of_panel(panel.id) if each.id in by_code]
        if tests:
            lines.append(LabLine(panel.name(tr)))
        for analyte in tests:
            own = by_code[analyte.id]
            unit = shown_unit(own)
            cells: dict[int, list[LabResult]] = {}
            for each in own:
                cells.setdefault(place[SheetKey(each.collected_on, each.laboratory)], []).append(each)
            lines.append(
                LabLine(
                    labels.get(analyte.id) or analyte.label(tr),
                    unit or "",
                    analyte.id,
                    {at: _cell(found, analyte, unit, sex, tr) for at, found in cells.items()},
                    analyte.name(tr),
                )
            )
    return LabGrid(columns, tuple(lines))


def shown_unit(results: Sequence[LabResult]) -> str | None:
    """The unit of the latest sheet that prints one, as it prints it."""
    return next((each.unit for each in reversed(results) if each.unit), None)


def shown_value(result: LabResult, analyte: Analyte, unit: str | None, tr: Translator) -> str:
    """A result as printed; in another unit converted for showing and marked, else with its own unit."""
    if not result.unit or not unit or result.value is None or result.kind != "quantity":
        return tr.text("no result yet") if result.kind == "pending" else printed_value(analyte, result, tr)
    if _same_unit(analyte, result.unit, unit):
        return printed_value(analyte, result, tr)
    converted = convert(analyte, result.value, result.unit, unit)
    if converted is None:
        return as_printed(result, analyte, tr)
    comparator = _SIGNS_OF_COMPARATORS.get(result.comparator or "", result.comparator or "")
    return f"{ABOUT} {comparator}{amount(_rounded(converted), tr)}"


def words_for(result: LabResult, analyte: Analyte, sex: str | None, tr: Translator) -> str:
    """A result in full: what is printed, what was read, its range and its mark."""
    printed = as_printed(result, analyte, tr)
    parts = [tr.text("printed {value}", value=printed), read_back(result, analyte, tr)]
    if result.range_text:
        parts.append(
            tr.text("range on the sheet {range}", range=printed_range(analyte, result.range_text, tr))
        )
    if said := mark_words(mark(result, analyte, sex), tr):
        parts.append(said)
    if result.method:
        parts.append(tr.text("method {method}", method=result.method))
    if result.note:
        parts.append(result.note)
    return "; ".join(dict.fromkeys(parts))


def mark_words(marked: str | None, tr: Translator) -> str:
    """What a mark says; only ever about the range that stands on the sheet."""
    if marked == "above":
        return tr.text("above the range on the sheet")
    if marked == "below":
        return tr.text("below the range on the sheet")
    return tr.text("outside the range on the sheet") if marked else ""


def _cell(
    found: Sequence[LabResult], analyte: Analyte, unit: str | None, sex: str | None, tr: Translator
) -> LabCell:
    texts: list[str] = []
    marked = False
    for result in found:
        sign = SIGNS.get(mark(result, analyte, sex) or "")
        marked = marked or sign is not None
        texts.append(f"{shown_value(result, analyte, unit, tr)} {sign or ''}".strip())
    return LabCell(" / ".join(texts), partial(_words, found, analyte, sex, tr), marked)


def _words(found: Sequence[LabResult], analyte: Analyte, sex: str | None, tr: Translator) -> str:
    return ". ".join(words_for(result, analyte, sex, tr) for result in found)


def _same_unit(analyte: Analyte, first: str, second: str) -> bool:
    found = analyte.unit(first)
    return unit_key(first) == unit_key(second) or (found is not None and found == analyte.unit(second))


def _rounded(value: float) -> float:
    """Three figures, which is what a converted value can still say."""
    return round(value, max(0, 2 - floor(log10(abs(value))))) if value else value
