"""The unit of a result, also where the sheet prints none and the person said once which it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lupusdiary.domain.records import UNKNOWN_UNIT, LabResult

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary


def unit_of(diary: Diary, results: Sequence[LabResult]) -> Callable[[LabResult], str | None]:
    """Says the unit of each of `results`: what was printed, else the answer kept with its laboratory."""
    answers = {
        (laboratory, row.analyte): row.unit_answer
        for laboratory in {result.laboratory for result in results if result.unit is None}
        for row in diary.labs.sheet(laboratory).rows
        if row.unit_answer and row.unit_answer != UNKNOWN_UNIT
    }
    return lambda result: result.unit or answers.get((result.laboratory, result.analyte))
