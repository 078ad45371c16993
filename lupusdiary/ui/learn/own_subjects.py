"""Which articles explain what is in the diary: a fixed map from items, tests and medicines, and no advice."""

from __future__ import annotations

from collections import Counter

from lupusdiary.diary import Diary
from lupusdiary.domain.medicines.medicines_now import medicines_on
from lupusdiary.education.content.library import Library
from lupusdiary.queries.timeline import codes_with_records

_MOST = 4


def own_subjects(diary: Diary, library: Library) -> list[str]:
    """The ids of a few articles, first the one that explains most of what is recorded; ties in the order of
    the library."""
    found: Counter[str] = Counter()
    for code in codes_with_records(diary):
        id = library.for_symptom(code) or library.for_analyte(code)
        if id is not None:
            found[id] += 1
    for held in medicines_on(diary.medicines.all(), diary.today()):
        id = library.for_medicine(held.medicine.ingredient) if held.medicine.ingredient else None
        if id is not None:
            found[id] += 1
    order = {id: at for at, id in enumerate(library.ids())}
    ranked = sorted(found, key=lambda id: (-found[id], order.get(id, len(order))))
    return [id for id in ranked if id in order][:_MOST]
