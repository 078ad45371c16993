"""The table twin of a year: a row a day, newest first, with what the map draws in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lupusdiary.charts.table import ChartTable, TableRow
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import ReadingValue
from lupusdiary.domain.symptom import Symptom
from lupusdiary.language import Translator


def value_words(symptom: Symptom, value: ReadingValue | None, tr: Translator) -> str:
    """What a day holds, in words; nothing recorded is never a zero."""
    return tr.text("not recorded") if value is None else symptom.show(value, tr)


def year_table(
    symptom: Symptom, values: Mapping[date, ReadingValue], period: Period, tr: Translator
) -> ChartTable:
    """Every day of `period`, also those without a record."""
    days = list(reversed(list(period)))
    return ChartTable(
        (tr.text("Day"), symptom.name(tr)),
        tuple(TableRow(day, (value_words(symptom, values.get(day), tr),)) for day in days),
        tuple(tr.date(day) for day in days),
    )
