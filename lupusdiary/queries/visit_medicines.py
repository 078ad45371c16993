"""The medicines of page 1: what is taken now, what was taken at the last visit, and what changed between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lupusdiary.domain.period import Period
from lupusdiary.language import Bilingual, translator
from lupusdiary.queries.medicines import medicines_now
from lupusdiary.report.summary import MedicineRow

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary

_NOTHING = "–"
_KO, _EN = translator("ko"), translator("en")


def medicine_rows(diary: Diary, period: Period) -> tuple[MedicineRow, ...]:
    """A row a medicine that holds on the last day of the period, beside how it was taken on the first."""
    korean = medicines_now(diary, period.end, _KO, counted=period)
    english = medicines_now(diary, period.end, _EN, counted=period)
    before = {
        was.code: Bilingual(was.dose, other.dose)
        for was, other in zip(
            medicines_now(diary, period.start, _KO, counted=period),
            medicines_now(diary, period.start, _EN, counted=period),
            strict=True,
        )
    }
    same = Bilingual(_KO.context("dose", "same"), _EN.context("dose", "same"))
    rows = []
    for line, other in zip(korean, english, strict=True):
        dose, was = Bilingual(line.dose, other.dose), before.get(line.code)
        earlier = Bilingual(_NOTHING, _NOTHING) if was is None else same if was == dose else was
        rows.append(MedicineRow(line.label, dose, Bilingual("", ""), earlier))
    return tuple(rows)


def medicine_changes(rows: tuple[MedicineRow, ...]) -> tuple[Bilingual, ...]:
    """What is taken otherwise than on the first day of the period, or began after it."""
    same = _KO.context("dose", "same")
    changed = [row for row in rows if row.at_last_visit.korean != same]
    return tuple(
        Bilingual(
            f"{row.name} {row.at_last_visit.korean} → {row.how.korean}",
            f"{row.name} {row.at_last_visit.english} → {row.how.english}",
        )
        for row in changed
    )


def allergy_texts(diary: Diary) -> tuple[str, ...]:
    """What is not tolerated, with how it showed and since when."""
    found = []
    for allergy in diary.allergies.all():
        more = [*allergy.reactions, *([str(allergy.first_on.year)] if allergy.first_on else [])]
        found.append(f"{allergy.name} ({' '.join(more)})" if more else allergy.name)
    return tuple(found)
