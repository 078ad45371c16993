"""The person's own last results beside an explanation: as printed, without a judgement, and only where they
belong."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from lupusdiary.diary.demonstration_diary import create_demonstration
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions.slides import slides
from lupusdiary.report.handout import write_pdf
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.learn.page import LearnPage
from tests.conftest import StandingClock
from tests.report import pdf_text
from tests.ui.daily import Daily, child
from tests.ui.learning import KIDNEYS, opened, reader, shown, tiles

DAY = date(2026, 3, 3)


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return reader(Daily(qtbot, tmp_path, clock))


def lines(page: LearnPage) -> list[str]:
    values = page.reader.values
    return [tile.accessibleName() for tile in tiles(values)] if values.isVisible() else []


def enter(
    daily: Daily, code: str, text: str, unit: str | None, range_text: str | None, day: date = DAY
) -> None:
    analyte = daily.diary.labs.catalogue().get(code)
    daily.diary.labs.add(lab_result(day, analyte, text, unit, range_text))


@pytest.mark.parametrize(
    ("code", "text", "unit", "range_text", "said"),
    [
        (
            "upcr",
            "320",
            "mg/g",
            "<150",
            "Your last UPCR: 320 mg/g on 3 Mar 2026; your laboratory’s range <150",
        ),
        ("anti_dsdna", "<1.3", "IU/mL", "0-10", "<1.3 IU/mL on 3 Mar 2026; your laboratory’s range 0-10"),
        ("ana", "1:640", None, "<1:80", "1:640 on 3 Mar 2026; your laboratory’s range <1:80"),
        (
            "urine_protein_dip",
            "2+",
            None,
            "음성",
            "2+ on 3 Mar 2026; your laboratory’s range negative (음성)",
        ),
        ("urine_protein_dip", "±", None, None, "± on 3 Mar 2026"),
        ("c3", "62", "mg/dL", None, "Your last C3: 62 mg/dL on 3 Mar 2026"),
        ("c3", "검사중", "mg/dL", None, "Your last C3: no result yet (검사중) on 3 Mar 2026"),
    ],
)
def test_a_result_stands_as_it_was_printed(
    daily: Daily, code: str, text: str, unit: str | None, range_text: str | None, said: str
) -> None:
    enter(daily, code, text, unit, range_text)
    page = shown(daily)
    page.visit(Route("learn", explains=f"analyte:{code}"))
    (line,) = lines(page)
    assert line.endswith(said)
    for word in ("high", "low", "above", "below", "normal", "▲", "▼", "◆", "better", "worse"):
        assert word not in line


def test_every_test_that_the_library_explains_shows_its_own_last_result_first(daily: Daily) -> None:
    catalogue = AnalyteCatalogue()
    used = [each for each in catalogue.all if each.value_type == "quantity" and each.units]
    for at, analyte in enumerate(used):
        unit = analyte.units[0].display
        daily.diary.labs.add(lab_result(DAY + timedelta(days=at % 5), analyte, "1", unit))
    page = shown(daily)
    tr = daily.around.tr
    for analyte in used:
        page.visit(Route("learn", explains=f"analyte:{analyte.id}"))
        assert lines(page)[0].startswith(f"Your last {analyte.label(tr)}: 1 "), analyte.id


def test_rows_count_as_shown_at_once_so_that_none_is_squeezed(daily: Daily) -> None:
    for code, unit in (("crp", "mg/L"), ("esr", "mm/h")):
        enter(daily, code, "1", unit, None)
    values = shown(daily).list.articles.promise.values
    values.show_values(("crp", "esr"))
    rows = tiles(values)
    assert len(rows) == 2
    assert not any(row.isHidden() for row in rows)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_tile_has_the_test_with_its_day_and_below_them_the_value_with_the_range_of_the_sheet(
    daily: Daily, scale: float
) -> None:
    daily.around.theme.set_scale(scale)
    for code, text, unit, said in (
        ("upcr", "320", "mg/g", "<150"),
        ("c3", "62", "mg/dL", "90-180"),
        ("bun", "14", "mg/dL", None),
    ):
        enter(daily, code, text, unit, said)
    page = opened(daily)
    found = tiles(page.reader.values)
    read = []
    for tile in found:
        above, below = tile.findChildren(QLabel)
        assert above.y() + above.height() <= below.y()
        assert below.height() >= below.heightForWidth(below.width())
        plain = [re.sub("<[^>]*>", "", each.text()) for each in (above, below)]
        read.append(tuple(each.replace("\u00a0", " ").replace("\u200b", "").strip() for each in plain))
    assert ("UPCR 3 Mar 2026", "320 mg/g range &lt;150") in read
    assert len({tile.width() for tile in found}) == 1
    if scale == 1.0:
        assert len({tile.height() for tile in found if tile.y() == found[0].y()}) == 1


def test_many_results_are_shown_on_request(daily: Daily) -> None:
    for code, unit in (("crp", "mg/L"), ("esr", "mm/h"), ("bun", "mg/dL"), ("sodium", "mmol/L")):
        enter(daily, code, "1", unit, None)
    for code, unit in (("potassium", "mmol/L"), ("ast", "U/L"), ("alt", "U/L"), ("ldh", "U/L")):
        enter(daily, code, "1", unit, None)
    page = opened(daily, "reading_labs")
    assert len(lines(page)) == 6
    assert page.reader.values.others.text() == "Show 2 more"
    daily.click(page.reader.values.others)
    assert len(lines(page)) == 8
    daily.click(page.reader.values.others)
    assert len(lines(page)) == 6


def test_of_two_results_of_one_day_the_one_entered_last_counts(daily: Daily) -> None:
    enter(daily, "c3", "62", "mg/dL", None)
    enter(daily, "c3", "64", "mg/dL", None)
    enter(daily, "c3", "99", "mg/dL", None, DAY - timedelta(days=1))
    page = opened(daily, "complement_dsdna")
    assert lines(page) == ["Your last C3: 64 mg/dL on 3 Mar 2026"]


def test_a_result_that_is_entered_changed_or_removed_shows_at_once(daily: Daily) -> None:
    page = opened(daily)
    assert lines(page) == []
    enter(daily, "upcr", "320", "mg/g", "<150")
    assert "320" in lines(page)[0]
    daily.diary.history.undo()
    assert lines(page) == []


def test_own_values_never_stand_between_the_explanations(daily: Daily) -> None:
    enter(daily, "upcr", "31987", "mg/g", "<150")
    page = opened(daily)
    assert page.reader.text is not None
    assert not any("31987" in label.text() for label, *_ in page.reader.text._lines)
    assert page.reader.values.geometry().bottom() < page.reader.text.geometry().top()


def test_own_values_are_in_no_copy_on_no_handout_and_on_no_slide(daily: Daily) -> None:
    enter(daily, "upcr", "31987", "mg/g", "<150")
    page = opened(daily)
    daily.click(child(page, QToolButton, "copy_article"))
    assert "31987" not in QGuiApplication.clipboard().text()
    library = Library()
    article = library.article(KIDNEYS, "en")
    assert "31987" not in pdf_text.text(write_pdf([article], library, (daily.around.tr,)))
    assert "31987" not in str(slides(article))


def test_in_a_demonstration_diary_nobody_is_told_that_the_values_are_hers(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock
) -> None:
    daily = reader(Daily(qtbot, tmp_path, clock))
    daily.diary = create_demonstration(tmp_path / "nephritis.lupusdiary", "nephritis", clock, "en")
    page = opened(daily)
    texts = [label.text() for label in page.reader.values.findChildren(QLabel) if label.isVisible()]
    assert texts[0] == "The last results in the demonstration diary, a fictional life"
    said = lines(page)
    assert said
    assert all(line.startswith("Last ") for line in said)
    assert not any("our" in line.split(":")[0] for line in [*texts, *said])
    assert page.reader.values.others.focusPolicy() != Qt.FocusPolicy.NoFocus
