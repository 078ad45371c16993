"""No row of Today moves another: not by a refusal, not by the sign beside it; names at the side are whole."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.diary.days import Days
from lupusdiary.diary.settings import MEDICINE_TICKS
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.language import Refusal
from lupusdiary.ui.today.intake_tick import IntakeTick
from lupusdiary.ui.today.page import TodayPage
from lupusdiary.ui.widgets.icon_button import IconButton
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child

Key = Qt.Key


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def _shown(daily: Daily, language: str) -> TodayPage:
    """The page once its rows are laid out as they stay."""
    daily.around.ui_language.switch(language)
    daily.diary.days.record(date(2026, 11, 20), "fatigue", 3)
    page = daily.show(TodayPage, 1184, 690)

    daily.qtbot.waitUntil(lambda: _is_whole(page))
    return page


def _in_body(page: TodayPage) -> list[tuple[int, int]]:
    """Where rows stand in what scrolls: the row in use is brought into view, which moves none."""
    body = page.items.parentWidget()
    assert body is not None
    return [(row.mapTo(body, QPoint(0, 0)).y(), row.height()) for row in page.items.rows]


def _is_whole(page: TodayPage) -> bool:
    """Whether each row begins where the one before it ends, and is as high as it wants to be."""
    ends = [place + height for place, height in _places(page)]
    wanted = [row.layout().heightForWidth(row.width()) for row in page.items.rows]  # type: ignore[union-attr]
    return ends[:-1] == [place for place, _ in _places(page)[1:]] and wanted == [
        height for _, height in _places(page)
    ]


def _places(page: TodayPage) -> list[tuple[int, int]]:
    return [(row.mapTo(page, QPoint(0, 0)).y(), row.height()) for row in page.items.rows]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_refused_value_is_explained_beside_it_and_no_row_moves(daily: Daily, language: str) -> None:
    page = _shown(daily, language)
    before = _places(page)
    page.items.row("fever").take_focus()
    daily.type("385")
    daily.press(Key.Key_Return)
    QApplication.processEvents()
    said, field = child(page, QLabel, "error_fever"), page.items.row("fever").answer
    assert said.isVisible()
    assert said.x() > field.mapTo(page.items.row("fever"), QPoint(field.field.width(), 0)).x()  # type: ignore[attr-defined]
    assert said.heightForWidth(said.width()) <= said.height()
    assert _places(page) == before
    # The sign of danger stands beside it as before.
    assert page.items.row("fever").flag is not None
    assert page.items.row("fever").flag.isVisible()  # type: ignore[union-attr]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_row_wants_one_height_whatever_the_width(daily: Daily, language: str) -> None:
    """Rows that want more in the width beside a bar, and less without it, made Qt change the bar for ever."""
    page = _shown(daily, language)
    for row in page.items.rows:
        layout = row.layout()
        assert layout is not None
        wanted = {layout.heightForWidth(row.width() - less) for less in range(0, 15, 2)}
        assert wanted == {row.height()}, row.objectName()
        if row.flag is not None:
            assert QLabel.heightForWidth(row.flag, row.flag.width()) <= row.height(), row.objectName()


def test_no_name_of_a_medicine_is_cut_and_an_amount_without_room_goes_below(daily: Daily) -> None:
    names = ("프레드니솔론", "하이드록시클로로퀸", "미코페놀레이트 모페틸")
    for name in names:
        part = DosePart(200, "mg", 1, "tablet", at=("evening",))
        period = DosePeriod(date(2026, 11, 1), DosePattern("daily"), parts=(part,))
        daily.diary.medicines.add(Medication("", name, periods=(period,)))
    daily.diary.settings.set(MEDICINE_TICKS, "yes")
    page = daily.show(TodayPage, 1184, 690)
    ticks = {tick.words.text(): tick for tick in page.findChildren(IntakeTick)}
    assert set(ticks) == set(names)
    for name, tick in ticks.items():
        longest = max(name.split(), key=len)
        assert tick.words.width() >= tick.words.fontMetrics().horizontalAdvance(longest), name
        assert tick.words.heightForWidth(tick.words.width()) <= tick.words.height(), name


def test_no_line_at_the_foot_begins_with_a_dot(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 740)
    text = child(page, QLabel, "flag_line").text()
    assert "·" in text
    assert " ·" not in text


@pytest.mark.parametrize(("width", "scale"), [(1184, 1.0), (900, 1.0), (1184, 1.5), (1366, 2.0)])
def test_a_refused_choice_moves_no_row_and_is_said_below_them(
    daily: Daily, monkeypatch: pytest.MonkeyPatch, width: int, scale: float
) -> None:
    daily.around.theme.set_scale(scale)
    page = daily.show(TodayPage, width, 690)
    daily.qtbot.waitUntil(lambda: _is_whole(page))
    before, dock = _in_body(page), page.dock.geometry()

    def full(*_: object, **__: object) -> None:
        raise Refusal("There is no room left on the disk. Nothing was lost.")

    monkeypatch.setattr(Days, "record", full)
    for code in ("fatigue", "morning_stiffness", "hair_loss"):
        daily.click(page.items.row(code).findChildren(QPushButton)[1])
        QApplication.processEvents()
        assert _in_body(page) == before
        assert page.dock.geometry() == dock
        said, name = child(page, QLabel, "problem"), page.items.row(code).symptom.name(daily.around.tr)
        assert said.isVisible()
        assert said.text() == f"{name}: There is no room left on the disk. Nothing was lost."
        assert said.heightForWidth(said.width()) <= said.height()
        assert child(page, IconButton, f"refused_{code}").isVisible()
    monkeypatch.undo()
    for code in ("fatigue", "morning_stiffness", "hair_loss"):
        daily.click(page.items.row(code).findChildren(QPushButton)[1])
    QApplication.processEvents()
    assert not child(page, QLabel, "problem").isVisible()
    assert not page.findChild(IconButton, "refused_fatigue").isVisible()
    assert _in_body(page) == before


def test_what_the_page_refuses_moves_nothing_either(daily: Daily) -> None:
    page = _shown(daily, "en")
    before = _places(page)
    page.show_day(daily.today + timedelta(days=1))
    QApplication.processEvents()
    assert child(page, QLabel, "problem").isVisible()
    assert _places(page) == before


def test_an_amount_goes_below_its_name_when_the_text_grows_and_comes_back(daily: Daily) -> None:
    part = DosePart(200, "mg", 1, "tablet", at=("evening",))
    period = DosePeriod(date(2026, 11, 1), DosePattern("daily"), parts=(part,))
    daily.diary.medicines.add(Medication("", "할록신정", periods=(period,)))
    daily.diary.settings.set(MEDICINE_TICKS, "yes")
    page = daily.show(TodayPage, 1184, 690)
    tick = page.findChild(IntakeTick)
    amount = child(page, QLabel, "said_med_1_evening")
    width = tick.width()
    assert amount.y() == tick.words.y()
    for points, beside in ((24, False), (12, True)):
        tick.setStyleSheet(f"* {{ font-size: {points}pt; }}")
        tick.resize(width, tick.height())
        QApplication.processEvents()
        assert tick.width() == width
        assert (amount.y() == tick.words.y()) == beside
