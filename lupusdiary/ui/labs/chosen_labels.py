"""The names of tests as the person chose them: as her sheets print them, the latest laboratory's first."""

from __future__ import annotations

from collections.abc import Sequence

from lupusdiary.diary import Diary
from lupusdiary.domain.records import LabResult


def chosen_labels(diary: Diary, results: Sequence[LabResult] | None = None) -> dict[str, str]:
    """By test: its label on the sheets; a test without one has none here."""
    labs = diary.labs
    results = labs.all() if results is None else results
    last = results[-1].laboratory if results else None
    return {
        row.analyte: row.label
        for sheet in (*labs.sheets(), labs.sheet(last))
        for row in sheet.rows
        if row.label
    }
