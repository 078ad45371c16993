"""What a newer version kept under codes that are unknown here neither stops a page nor is printed unasked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from lupusdiary.diary import Diary, create_diary, open_diary
from lupusdiary.domain.period import Period
from lupusdiary.language import translator
from lupusdiary.queries.timeline import timeline_of
from lupusdiary.queries.visit_summary import sensitive_choices, visit_summary_of
from lupusdiary.report.visit_page import write_pdf
from tests.conftest import StandingClock
from tests.storage.diaries import raw

TODAY = date(2026, 11, 22)
PERIOD = Period.ending(TODAY, 10)
EN = translator("en")


@pytest.fixture
def diary(tmp_path: Path, clock: StandingClock) -> Iterator[Diary]:
    path = tmp_path / "diary.lupusdiary"
    with create_diary(path, None, clock) as made:
        made.days.record(TODAY, "fatigue", 4)
    raw(
        path,
        None,
        "INSERT INTO event (day, kind, title) VALUES ('2026-11-20', 'gene_therapy', 'a visit abroad')",
        "INSERT INTO lab_result (collected_on, analyte, value_text, kind)"
        " VALUES ('2026-11-20', 'new_test', '3', 'text')",
    )
    with open_diary(path, None, clock) as opened:
        yield opened


def test_an_unknown_kind_of_event_stands_on_the_timeline_by_its_code(diary: Diary) -> None:
    (event,) = timeline_of(diary, ["fatigue"], PERIOD, EN).events
    assert (event.kind, event.label) == ("gene_therapy", "gene_therapy: a visit abroad")
    assert event.sensitive


def test_an_unknown_kind_of_event_is_printed_only_when_ticked(diary: Diary) -> None:
    assert sensitive_choices(diary, PERIOD) == ["gene_therapy"]
    assert visit_summary_of(diary, PERIOD, languages=(EN,)).events == ()
    ticked = visit_summary_of(diary, PERIOD, languages=(EN,), include_sensitive=frozenset({"gene_therapy"}))
    assert [event.kind for event in ticked.events] == ["gene_therapy"]
    assert write_pdf(ticked, (EN,)).startswith(b"%PDF")


def test_an_unknown_test_does_not_stop_the_page(diary: Diary) -> None:
    assert visit_summary_of(diary, PERIOD, languages=(EN,)).labs == ()
