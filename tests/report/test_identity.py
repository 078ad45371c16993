"""Who the person is stays off the page where she wishes so."""

from __future__ import annotations

from datetime import date

import pytest

from lupusdiary.charts.panels import EventMark, Timeline
from lupusdiary.domain.records import TreatmentEvent
from lupusdiary.report.identity import without_identity
from lupusdiary.report.summary import Person
from tests.report import summaries

DAY = date(2026, 9, 18)


@pytest.mark.parametrize(
    ("name", "title", "shown"),
    [
        ("김가상", "김가상은 입원", "○○○은 입원"),
        ("Ann Lee", "ann lee admitted", "○○○ admitted"),
        ("Ann", "Annual check of Ann", "Annual check of ○○○"),
        ("이상", "이상 없음", "이상 없음"),
        (None, "admitted", "admitted"),
    ],
)
def test_the_name_goes_from_her_own_words_and_other_words_stay(
    name: str | None, title: str, shown: str
) -> None:
    summary = summaries.full(
        person=Person(name, DAY, 40, "female", None),
        events=(TreatmentEvent(DAY, "other", title),),
        timelines={"en": Timeline(summaries.PERIOD, events=(EventMark(DAY, "other", title),))},
    )
    hidden = without_identity(summary)
    assert hidden.person.is_empty
    assert hidden.events[0].title == shown
    assert hidden.timelines["en"].events[0].label == shown
