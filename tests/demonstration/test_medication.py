"""Both stories tell their medicines: what was taken when, and what the stops were for."""

from __future__ import annotations

from datetime import date

import pytest

from lupusdiary.demonstration import STORIES, story
from lupusdiary.domain.medicines.intake import refuse_rows
from lupusdiary.domain.medicines.medicines_now import medicines_on
from lupusdiary.domain.records import DiaryContents

UNTIL = date(2026, 11, 28)


def _held(life: DiaryContents, day: date) -> set[str | None]:
    return {each.medicine.ingredient for each in medicines_on(life.medicines, day)}


def test_immunosuppressants_follow_one_another_and_stop_before_the_infusion() -> None:
    life = story("nephritis", UNTIL)
    assert "mycophenolate_mofetil" not in _held(life, date(2011, 11, 21))
    assert {"mycophenolate_mofetil", "prednisolone"} <= _held(life, date(2013, 1, 1))
    assert "mycophenolate_mofetil" not in _held(life, date(2014, 11, 10))
    assert {"mycophenolate_mofetil", "tacrolimus", "belimumab"} <= _held(life, date(2021, 6, 1))
    infusion = next(event.day for event in life.events if event.kind == "cart_infusion")
    assert not _held(life, infusion) & {"mycophenolate_mofetil", "tacrolimus", "cyclophosphamide"}
    assert "prednisolone" not in _held(life, date(2025, 8, 19))
    assert next((e.dose_mg, e.days) for e in life.events if e.kind == "gc_pulse") == (1000, 3)


def test_the_mild_life_goes_on_with_hydroxychloroquine() -> None:
    life = story("mild", UNTIL, "en")
    assert _held(life, UNTIL) == {"hydroxychloroquine", None}
    assert "prednisolone" in _held(life, date(2024, 6, 1))


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("until", [date(2012, 1, 1), date(2024, 5, 1), date(2025, 7, 1), UNTIL])
def test_nothing_of_them_lies_after_the_day_and_all_of_it_can_stand(name: str, until: date) -> None:
    life = story(name, until)
    assert all(period.start <= until for medicine in life.medicines for period in medicine.periods)
    assert all(row.day <= until for row in life.taken)
    for medicine in life.medicines:
        medicine.refuse_untold(until)
    for medicine in life.medicines:
        own = [row for row in life.taken if row.medicine == medicine.code]
        for day in {row.day for row in own}:
            refuse_rows(medicine, day, [row for row in own if row.day == day], until)
    assert all(allergy.first_on is None or allergy.first_on <= until for allergy in life.allergies)
