"""The year as a table of numbers, beside the picture that it says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lupusdiary.charts.table import ChartTable, TableRow
from lupusdiary.domain.period import Period
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.language import Translator
from lupusdiary.queries.calendar_days import CalendarDay
from lupusdiary.ui.calendar.shade import value_words


def year_table(
    symptom: Symptom, infos: Mapping[date, CalendarDay], period: Period, tr: Translator
) -> ChartTable:
    """Every day of `period`, also those without a record."""
    days = list(reversed(list(period)))
    values = {day: info.value for day, info in infos.items()}
    return ChartTable(
        (tr.text("Day"), symptom.name(tr)),
        tuple(TableRow(day, (value_words(symptom, values.get(day), tr),)) for day in days),
        tuple(tr.date(day) for day in days),
    )
