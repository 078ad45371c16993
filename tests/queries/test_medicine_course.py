"""The rows of the table of medicines: marks, course, and names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.period import Period
from lupusdiary.language import translator
from lupusdiary.queries.medicine_course import course_blocks, marks

TODAY = date(2026, 11, 22)
TWICE = DosePart(200, "mg", 1, "tablet", at=("morning", "evening"))
FIRST = DosePeriod(date(2026, 11, 16), DosePattern("daily"), parts=(TWICE,))
HCQ = Medication("m1", "할록신정", "hydroxychloroquine", "oral", periods=(FIRST,))


def _row(back: int, state: str, intake: str | None = None) -> Intake:
    return Intake(TODAY - timedelta(days=back), "m1", state, intake)


def test_each_day_is_taken_partly_skipped_unrecorded_or_not_due() -> None:
    rows = [_row(0, "taken"), _row(1, "taken", "morning"), _row(1, "skipped", "evening"), _row(2, "skipped")]
    assert marks(HCQ, rows, Period.ending(TODAY, 8)) == (
        *("not_due", "unrecorded", "unrecorded", "unrecorded", "unrecorded"),
        *("skipped", "partly", "taken"),
    )


def test_the_course_shows_what_was_is_and_is_planned() -> None:
    def step(start: date, end: date | None, amount: float) -> DosePeriod:
        return DosePeriod(start, DosePattern("daily"), end=end, parts=(DosePart(5, "mg", amount),))

    course = replace(
        HCQ,
        periods=(
            step(date(2026, 10, 1), date(2026, 11, 19), 3),
            step(date(2026, 11, 20), date(2026, 12, 1), 2),
            step(date(2026, 12, 2), None, 1),
        ),
    )
    blocks = course_blocks(course, TODAY, translator("en"))
    assert [(each.words, each.state, each.end) for each in blocks] == [
        ("15 mg", "past", date(2026, 11, 19)),
        ("10 mg", "now", date(2026, 12, 1)),
        ("5 mg", "planned", None),
    ]
    assert course_blocks(HCQ, TODAY, translator("en")) == (), "nothing ever changed"
