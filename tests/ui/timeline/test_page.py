"""The timeline as a person uses it: chips, wheel, keys, pointer, table, saving."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.charts.table import table
from lupusdiary.diary import Diary, create_diary
from lupusdiary.diary.medicines.heard import Hearing
from lupusdiary.domain.day_record import DayRecord
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import DiaryContents, TreatmentEvent, Visit
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.preferences import Preferences
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.base.ui_language import UiLanguage
from lupusdiary.ui.timeline.page import TimelinePage
from tests.conftest import StandingClock
from tests.ui.shell import Person

TODAY = date(2026, 11, 22)
KIDNEYS = ["upcr", "anti_dsdna", "leg_swelling"]


def back(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture
def around(qapp: QApplication, tmp_path: Path, person: Person) -> UiContext:
    return UiContext(UiLanguage("en"), Theme("light"), person, Preferences(tmp_path / "preferences.json"))


@pytest.fixture
def diary(tmp_path: Path, clock: StandingClock) -> Iterator[Diary]:
    with create_diary(tmp_path / "diary.lupusdiary", None, clock) as made:
        yield made


@pytest.fixture
def kept(diary: Diary) -> Diary:
    """Two years: daily scores with gaps, sheets every two months, a visit, an infusion."""
    catalogue = diary.labs.catalogue()
    sheets = [
        lab_result(back(n), catalogue.get("upcr"), str(200 + n), "mg/g", "<150") for n in range(700, 0, -60)
    ]
    sheets.append(lab_result(back(9), catalogue.get("anti_dsdna"), "<1.3", "IU/mL", "<10"))
    diary.merge(
        DiaryContents(
            days=tuple(
                DayRecord(back(n), {"leg_swelling": n % 4, "joint_pain": n % 11})
                for n in range(730, -1, -1)
                if n % 7 != 3 and (n < 100 or n % 5 == 0)
            ),
            labs=tuple(sheets),
            events=(TreatmentEvent(back(300), "cart_infusion"),),
            visits=(Visit(back(40)),),
        )
    )
    return diary


Opened = tuple[TimelinePage, list[Route]]


@pytest.fixture
def open_page(qtbot: QtBot, around: UiContext) -> Iterator[Callable[[Diary], Opened]]:
    made: list[TimelinePage] = []

    def open_it(diary: Diary) -> Opened:
        page = TimelinePage(diary, around)
        made.append(page)
        routes: list[Route] = []
        page.go.connect(routes.append)
        page.retranslate()
        page.restyle()
        page.resize(1100, 900)
        page.show()
        qtbot.waitUntil(lambda: page.chart.ready)
        page.grab()
        return page, routes

    yield open_it
    for page in made:
        page.close()


def chip(page: QWidget, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def press(qtbot: QtBot, page: TimelinePage, key: Qt.Key, shifted: bool = False) -> None:
    page.chart.setFocus()
    modifier = Qt.KeyboardModifier.ShiftModifier if shifted else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(page.chart, key, modifier)


def test_a_preset_draws_what_is_recorded_and_names_the_rest(
    kept: Diary, open_page: Callable[[Diary], Opened]
) -> None:
    page, _ = open_page(kept)
    assert chip(page, "preset_kidney").isChecked()
    assert [p.code for p in page.chart.shown.panels] == KIDNEYS
    assert "UPCR: 6 results" in page.sentences.words
    assert "Not recorded yet: 24h protein, Dipstick protein, C3, Foamy urine." in page.sentences.words
    chip(page, "preset_joints").click()
    assert [p.code for p in page.chart.shown.panels] == ["joint_pain"]


@pytest.mark.parametrize(
    ("name", "start"),
    [("visit", 40), ("quarter", 90), ("year", 364), ("all", 730)],
)
def test_a_range_shows_its_days(
    kept: Diary, open_page: Callable[[Diary], Opened], name: str, start: int
) -> None:
    page, _ = open_page(kept)
    chip(page, f"range_{name}").click()
    assert page.chart.shown.period == Period(back(start), TODAY)
    assert page.readout.text() == page.language.span(back(start), TODAY)


def test_any_two_days_are_shown_in_whichever_order_they_are_given(
    kept: Diary, open_page: Callable[[Diary], Opened]
) -> None:
    page, _ = open_page(kept)
    assert page.dates.isHidden()
    chip(page, "range_dates").click()
    assert page.dates.isVisible()
    page.dates.first.set_day(back(10))
    page.dates.last.set_day(back(200))
    chip(page, "show_dates").click()
    assert page.chart.shown.period == Period(back(200), back(10))


def test_a_range_that_is_reached_by_hand_is_lit_as_well(
    kept: Diary, open_page: Callable[[Diary], Opened]
) -> None:
    page, _ = open_page(kept)
    page._moved(Period(back(50), TODAY))
    assert not any(chip(page, f"range_{name}").isChecked() for name in ("quarter", "year", "all"))
    page._moved(Period(back(90), TODAY))
    assert chip(page, "range_quarter").isChecked()


def test_keys_zoom_and_move(kept: Diary, qtbot: QtBot, open_page: Callable[[Diary], Opened]) -> None:
    page, _ = open_page(kept)
    before = page.chart.shown.period
    press(qtbot, page, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: page.chart.shown.period.days < before.days)
    assert not chip(page, "range_year").isChecked()
    press(qtbot, page, Qt.Key.Key_Minus)
    qtbot.waitUntil(lambda: page.chart.shown.period.days == before.days)
    # It is lit when it is the range, however that was reached.
    assert chip(page, "range_year").isChecked() == (page.chart.shown.period == before)
    press(qtbot, page, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: page.chart.shown.period.start == back(730))
    press(qtbot, page, Qt.Key.Key_Right, shifted=True)
    qtbot.waitUntil(lambda: page.chart.shown.period.start == back(730) + timedelta(days=91))
    press(qtbot, page, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: page.chart.shown.period.end == TODAY)


@pytest.mark.parametrize("button", ["zoom_in", "zoom_out", "earlier"])
def test_a_button_does_what_wheel_and_drag_do(
    kept: Diary, qtbot: QtBot, open_page: Callable[[Diary], Opened], button: str
) -> None:
    page, _ = open_page(kept)
    before = page.chart.shown.period
    page.foot.moves[button].click()
    qtbot.waitUntil(lambda: page.chart.shown.period != before)
    after = page.chart.shown.period
    assert {"zoom_in": after.days < before.days, "zoom_out": after.days > before.days}.get(
        button, after.end < before.end and after.days == before.days
    )


def test_the_wheel_zooms_around_the_pointer_and_scrolls_where_the_page_must(
    kept: Diary, qtbot: QtBot, open_page: Callable[[Diary], Opened]
) -> None:
    page, _ = open_page(kept)
    drawn = page.chart.drawn
    assert drawn is not None
    at = QPointF(drawn.left + (drawn.right - drawn.left) * 0.25, 200)
    held = page.chart.span.first + page.chart.span.days * 0.25

    def turn() -> bool:
        event = QWheelEvent(
            at, page.chart.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        page.chart.wheelEvent(event)
        return event.isAccepted()

    page.chart.wheel_zooms = True
    assert turn()
    assert page.chart.span.days < 365
    assert page.chart.span.place(held) == pytest.approx(0.25)
    shown = page.chart.span
    page.chart.wheel_zooms = False
    assert not turn()
    assert page.chart.span == shown


def test_dragging_moves_time_with_the_hand(
    kept: Diary, qtbot: QtBot, open_page: Callable[[Diary], Opened]
) -> None:
    page, routes = open_page(kept)
    drawn = page.chart.drawn
    assert drawn is not None
    a_day = (drawn.right - drawn.left) / 365
    start = QPoint(int(drawn.left) + 100, 150)
    qtbot.mousePress(page.chart, Qt.MouseButton.LeftButton, pos=start)
    for step in (20, 60, round(a_day * 100)):
        qtbot.mouseMove(page.chart, start + QPoint(step, 0))
    page.grab()
    qtbot.mouseRelease(page.chart, Qt.MouseButton.LeftButton, pos=start + QPoint(round(a_day * 100), 0))
    assert abs((page.chart.shown.period.end - back(100)).days) <= 1
    assert routes == []


def test_the_pointer_tells_the_day_and_its_values(
    kept: Diary, qtbot: QtBot, open_page: Callable[[Diary], Opened]
) -> None:
    page, _ = open_page(kept)
    chip(page, "range_quarter").click()
    page.grab()
    x = page.chart.x_of(back(9))
    qtbot.mouseMove(page.chart, QPoint(round(x), 150))
    found = page.chart.hit
    assert found is not None
    assert found.day == back(9)
    told = dict(zip([p.code for p in page.chart.shown.panels], found.values, strict=True))
    assert told["anti_dsdna"] == "below 1.3 IU/mL"
    assert told["leg_swelling"] == "mild"
    assert page.readout.text() == f"{page.language.date(back(9))} (D+291)"
    assert "Anti-dsDNA below 1.3 IU/mL" in page.chart.accessibleName()
    page.grab()


@pytest.mark.parametrize(("code", "expected"), [("anti_dsdna", "labs"), ("leg_swelling", "today")])
def test_a_click_opens_the_sheet_or_the_day(
    kept: Diary, qtbot: QtBot, open_page: Callable[[Diary], Opened], code: str, expected: str
) -> None:
    page, routes = open_page(kept)
    chip(page, "range_quarter").click()
    page.grab()
    drawn = page.chart.drawn
    assert drawn is not None
    box = drawn.picture.layout.lane_of(KIDNEYS.index(code))
    assert box is not None
    y = drawn.y((box.top + box.bottom) / 2)
    at = QPoint(round(page.chart.x_of(back(9))), round(y))
    qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=at)
    assert routes == [Route(expected, day=back(9))]


def blank(page: TimelinePage) -> tuple[QPoint, QColor]:
    """A place beside the names, where nothing is ever drawn, and its colour now."""
    drawn = page.chart.drawn
    assert drawn is not None
    place = QPoint(5, round(drawn.y(drawn.picture.layout.events)))
    return place, page.chart.grab().toImage().pixelColor(place)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_focus_with_the_pointer_or_the_arrows_frames_the_chart_and_never_fills_it(
    kept: Diary, qtbot: QtBot, around: UiContext, open_page: Callable[[Diary], Opened], theme: str
) -> None:
    page, _ = open_page(kept)
    around.theme.set_name(theme)
    page.restyle()
    _, ground = blank(page)
    assert ground == QColor(around.theme.colours.surface)
    for pointed in (False, True):
        press(qtbot, page, Qt.Key.Key_Left if pointed else Qt.Key.Key_Escape)
        with qtbot.waitExposed(page):
            page.activateWindow()
        page.chart.setFocus()
        assert page.chart.hasFocus()
        assert (page.chart.hit is not None) == pointed
        assert blank(page)[1] == ground
        edge = page.chart.grab().toImage().pixelColor(1, page.chart.height() // 2)
        assert edge == QColor(around.theme.colours.focus)


def test_a_day_s_values_stand_in_the_margin_and_cover_no_curve(
    kept: Diary, qtbot: QtBot, open_page: Callable[[Diary], Opened]
) -> None:
    page, _ = open_page(kept)
    drawn = page.chart.drawn
    assert drawn is not None
    margin = drawn.margin
    assert margin is not None
    before = page.chart.grab().toImage()
    page.chart.point(back(20))
    after = page.chart.grab().toImage()
    x = round(page.chart.x_of(back(20)))
    columns = [c for c in range(round(drawn.left), round(drawn.right)) if abs(c - x) > 3]
    rows = range(0, before.height(), 3)
    assert all(before.pixel(c, r) == after.pixel(c, r) for c in columns[::2] for r in rows)
    changed = {
        r
        for r in rows
        for c in range(round(margin.left()), round(margin.right()), 3)
        if before.pixel(c, r) != after.pixel(c, r)
    }
    lane = drawn.value_line(KIDNEYS.index("leg_swelling"))
    assert lane is not None
    assert changed & set(range(round(lane.top()), round(lane.bottom())))


def test_where_the_page_is_scrolled_the_months_and_the_day_stay_in_sight(
    kept: Diary, around: UiContext, open_page: Callable[[Diary], Opened]
) -> None:
    page, _ = open_page(kept)
    page.resize(1000, 380)
    page.grab()
    drawn = page.chart.drawn
    assert drawn is not None
    assert drawn.margin is not None
    months = QRect(0, 0, round(drawn.margin.left()) - 10, round(drawn.y(drawn.picture.layout.marks_top)) - 2)
    page._scroll.verticalScrollBar().setValue(page.chart.mapTo(page._scroll.widget(), QPoint(0, 90)).y())
    page.grab()
    top = page.chart.visibleRegion().boundingRect().top()
    assert top > 50
    seen = page.chart.grab().toImage()
    assert seen.copy(months.translated(0, top)) == seen.copy(months)
    page.chart.point(back(20))
    head = QPoint(round(drawn.margin.left()) + 3, top + 3)
    assert page.chart.grab().toImage().pixelColor(head) == QColor(around.theme.colours.accent_soft)


def test_the_values_stay_while_the_pointer_is_in_the_margin_and_a_click_there_opens_the_day(
    kept: Diary, qtbot: QtBot, open_page: Callable[[Diary], Opened]
) -> None:
    page, routes = open_page(kept)
    chip(page, "range_quarter").click()
    page.grab()
    drawn = page.chart.drawn
    assert drawn is not None
    assert drawn.margin is not None
    qtbot.mouseMove(page.chart, QPoint(round(page.chart.x_of(back(4))), 150))
    head = drawn.margin.topLeft().toPoint() + QPoint(20, 12)
    qtbot.mouseMove(page.chart, head)
    assert page.chart.hit is not None
    assert page.chart.hit.day == back(4)
    qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=head)
    assert routes == [Route("today", day=back(4))]


def test_a_click_on_an_empty_place_of_the_chart_opens_nothing(
    diary: Diary, qtbot: QtBot, open_page: Callable[[Diary], Opened]
) -> None:
    for days in (80, 2):
        diary.days.record(back(days), "leg_swelling", 1)
    page, routes = open_page(diary)
    chip(page, "range_quarter").click()
    page.grab()
    qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=QPoint(round(page.chart.x_of(back(40))), 60))
    assert routes == []
    qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=QPoint(round(page.chart.x_of(back(2))), 60))
    assert routes == [Route("today", day=back(2))]


@pytest.mark.parametrize("turns", [3, -3])
def test_the_day_under_the_pointer_stays_there_while_the_wheel_zooms_and_when_it_rests(
    kept: Diary, qtbot: QtBot, open_page: Callable[[Diary], Opened], turns: int
) -> None:
    page, _ = open_page(kept)
    page.chart.wheel_zooms = True
    page.chart.show_period(Period(back(450), back(220)))
    x = page.chart.x_of(back(330))
    for _ in range(abs(turns)):
        at = QPointF(x, 200)
        event = QWheelEvent(
            at, page.chart.mapToGlobal(at), QPoint(), QPoint(0, 120 if turns > 0 else -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        page.chart.wheelEvent(event)
    page.chart.settle()
    a_day = (page.chart.drawn.right - page.chart.drawn.left) / page.chart.span.days  # type: ignore[union-attr]
    assert page.chart.x_of(back(330)) == pytest.approx(x, abs=a_day + 1)


def test_the_arrows_stop_at_recorded_days_and_enter_opens_one(
    kept: Diary, qtbot: QtBot, open_page: Callable[[Diary], Opened]
) -> None:
    page, routes = open_page(kept)
    chip(page, "range_quarter").click()
    page.grab()
    press(qtbot, page, Qt.Key.Key_Left)
    assert page.chart.hit is not None
    assert page.chart.hit.day == TODAY
    for _ in range(3):
        press(qtbot, page, Qt.Key.Key_Left)
    assert page.chart.hit.day == back(4)
    press(qtbot, page, Qt.Key.Key_Return)
    assert routes == [Route("today", day=back(4))]
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.chart.hit is None


def test_the_crosshair_takes_time_along_when_it_leaves_the_picture(
    kept: Diary, qtbot: QtBot, open_page: Callable[[Diary], Opened]
) -> None:
    page, _ = open_page(kept)
    chip(page, "range_quarter").click()
    for _ in range(100):
        press(qtbot, page, Qt.Key.Key_Left)
    assert page.chart.hit is not None
    assert page.chart.hit.day < back(90)
    assert page.chart.hit.day in page.chart.shown.period


def test_the_table_shows_the_numbers_of_the_picture(
    kept: Diary, open_page: Callable[[Diary], Opened]
) -> None:
    page, routes = open_page(kept)
    page.header.as_table.click()
    assert page.numbers.isVisible()
    assert page.chart.isHidden() or not page.chart.isVisible()
    twin = table(page.chart.shown, page.language)
    model = page.numbers.values
    assert model.rowCount() == len(twin.rows)
    row = next(n for n in range(model.rowCount()) if model.day(n) == back(9))
    assert model.index(row, KIDNEYS.index("anti_dsdna")).data() == "below 1.3 IU/mL"
    page.numbers.activated.emit(model.index(row, KIDNEYS.index("anti_dsdna")))
    page.numbers.activated.emit(model.index(row, KIDNEYS.index("leg_swelling")))
    assert routes == [Route("labs", day=back(9)), Route("today", day=back(9))]


def test_anything_recorded_can_be_chosen(kept: Diary, open_page: Callable[[Diary], Opened]) -> None:
    page, _ = open_page(kept)
    chip(page, "preset_chosen").click()
    assert page.chooser.isVisible()
    assert page.chooser.box("upcr").isChecked()
    page.chooser.box("upcr").click()
    page.chooser.box("joint_pain").click()
    assert {p.code for p in page.chart.shown.panels} == {"anti_dsdna", "leg_swelling", "joint_pain"}
    chip(page, "chooser_done").click()
    assert page.chooser.isHidden()


def test_a_route_chooses_its_series(kept: Diary, open_page: Callable[[Diary], Opened]) -> None:
    page, _ = open_page(kept)
    page.visit(Route("timeline", series=("upcr",)))
    assert [p.code for p in page.chart.shown.panels] == ["upcr"]
    assert chip(page, "preset_chosen").isChecked()


def test_a_write_is_seen_at_once(kept: Diary, open_page: Callable[[Diary], Opened]) -> None:
    page, _ = open_page(kept)
    unsubscribe = kept.subscribe(page.notice)
    kept.labs.add(lab_result(TODAY, kept.labs.catalogue().get("c3"), "92", "mg/dL"))
    unsubscribe()
    assert "c3" in [p.code for p in page.chart.shown.panels]


def test_language_and_theme_are_switched_while_it_is_open(
    kept: Diary, around: UiContext, open_page: Callable[[Diary], Opened]
) -> None:
    page, _ = open_page(kept)
    light = page.chart.grab().toImage()
    assert light.pixelColor(3, 3).lightness() > 200
    around.theme.set_name("dark")
    page.restyle()
    assert page.chart.grab().toImage().pixelColor(3, 3).lightness() < 80
    around.ui_language.switch("ko")
    page.retranslate()
    assert page.chart.shown.panels[-1].name == "다리·눈꺼풀 부기(부종)"


def test_larger_text_makes_the_picture_higher(
    kept: Diary, around: UiContext, open_page: Callable[[Diary], Opened]
) -> None:
    page, _ = open_page(kept)
    before = page.chart.minimumHeight()
    around.theme.set_scale(2.0)
    page.restyle()
    assert page.chart.minimumHeight() > before * 1.7


@pytest.mark.parametrize("name", ["mine.png", "mine.svg", "no ending"])
def test_the_picture_is_saved_where_the_person_says(
    kept: Diary, person: Person, tmp_path: Path, open_page: Callable[[Diary], Opened], name: str
) -> None:
    page, _ = open_page(kept)
    person.save_to = tmp_path / name
    page.header.save_requested.emit()
    written = tmp_path / (name if "." in name else f"{name}.png")
    assert written.read_bytes()[:5] in (b"\x89PNG\r", b"<?xml")
    assert page.readout.text() == f"Saved as “{written.name}”."


def test_a_place_that_cannot_be_written_is_told(
    kept: Diary, person: Person, tmp_path: Path, open_page: Callable[[Diary], Opened]
) -> None:
    page, _ = open_page(kept)
    person.save_to = tmp_path / "nowhere" / "mine.png"
    page.header.save_requested.emit()
    assert "could not be written" in person.told[0]


def test_picture_and_table_are_copied(kept: Diary, open_page: Callable[[Diary], Opened]) -> None:
    page, _ = open_page(kept)
    page.header.table_copy_requested.emit()
    assert QGuiApplication.clipboard().text().startswith("Day\tUPCR (mg/g)")
    page.header.picture_copy_requested.emit()
    assert QGuiApplication.clipboard().image().width() > 1000


def test_an_empty_diary_says_what_belongs_here(diary: Diary, open_page: Callable[[Diary], Opened]) -> None:
    page, routes = open_page(diary)
    assert page.empty.isVisible()
    chip(page, "begin").click()
    assert routes == [Route("today", day=TODAY)]


def test_a_preset_without_any_record_offers_what_there_is(
    diary: Diary, open_page: Callable[[Diary], Opened]
) -> None:
    diary.days.record(TODAY, "fatigue", 4)
    page, _ = open_page(diary)
    assert "Not recorded yet: UPCR" in page.empty.sentence.text()
    chip(page, "begin").click()
    assert [p.code for p in page.chart.shown.panels] == ["fatigue"]
    assert not page.empty.isVisible()


def test_every_control_has_a_name_and_takes_the_keyboard(
    kept: Diary, open_page: Callable[[Diary], Opened]
) -> None:
    page, _ = open_page(kept)
    for button in page.header.findChildren(QPushButton):
        assert button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    for move in page.foot.moves.values():
        assert move.accessibleName()
        assert move.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert page.chart.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert "UPCR" in page.chart.accessibleDescription()


def test_the_keyboard_goes_through_the_head_from_left_to_right(
    kept: Diary, open_page: Callable[[Diary], Opened]
) -> None:
    page, _ = open_page(kept)
    header = page.header
    order = [chip(page, "preset_kidney"), chip(page, "preset_joints")]
    assert order[0].nextInFocusChain() is order[1]
    assert chip(page, "range_dates").nextInFocusChain() is header.as_table
    assert header.as_table.nextInFocusChain() is header.keep


def test_an_event_of_the_picture_leads_to_what_came_before_and_after_it(
    kept: Diary, open_page: Callable[[Diary], Opened]
) -> None:
    later = kept.events.add(TreatmentEvent(back(20), "kidney_biopsy", "left & right"))
    page, routes = open_page(kept)
    button = page.findChild(QPushButton, "timeline_before_after")
    assert button is not None
    assert button.isVisible()
    menu = button.menu()
    newest, infusion = menu.actions()
    assert "left && right, " in newest.text()
    assert "CAR-T" in infusion.text()
    newest.trigger()
    assert routes == [Route("compare", event=later.id)]
    page.choose_range("quarter")
    assert [action.objectName() for action in button.menu().actions()] == [f"compare_{later.id}"]
    kept.events.remove(later.id)
    page.refresh()
    assert not button.isVisible(), "no event in the picture"


def test_a_dose_that_is_heard_is_drawn_at_once(kept: Diary, open_page: Callable[[Diary], Opened]) -> None:
    page, _ = open_page(kept)
    kept.subscribe(page.notice)
    assert page.chart.shown.medicines == ()
    kept.medicines.hear("소론도 7.5mg", Hearing(back(10), back(9)))
    (bar,) = page.chart.shown.medicines
    assert bar.heard


def test_the_margin_says_what_it_is_for_only_where_no_events_are_named_in_it(
    kept: Diary, open_page: Callable[[Diary], Opened]
) -> None:
    page, _ = open_page(kept)
    page.resize(1200, 700)
    page.grab()
    assert page.chart.drawn is not None
    assert page.chart.drawn.free_margin == page.chart.drawn.margin
    assert page.chart.drawn.margin is not None
    for day in range(40):
        kept.events.add(TreatmentEvent(back(60 + day // 4), "vaccination", f"A long name of an event, {day}"))
    page.refresh()
    page.grab()
    assert page.chart.drawn is not None
    assert page.chart.drawn.margin is not None
    assert page.chart.drawn.free_margin is None


def test_many_events_stand_by_their_kinds_in_the_menu_of_before_and_after(
    kept: Diary, open_page: Callable[[Diary], Opened]
) -> None:
    for week in range(12):
        kept.events.add(TreatmentEvent(back(20 + 7 * week), "rtx_infusion", f"dose {week}"))
    biopsy = kept.events.add(TreatmentEvent(back(15), "kidney_biopsy", "second"))
    page, routes = open_page(kept)
    button = page.findChild(QPushButton, "timeline_before_after")
    assert button is not None
    actions = button.menu().actions()
    assert len(actions) <= 4
    assert actions[0].objectName() == f"compare_{biopsy.id}", "the newest first, one of a kind by itself"
    (doses,) = [action.menu() for action in actions if action.menu() and "(12)" in action.text()]
    assert ["dose 0" in each.text() for each in doses.actions()] == [True, *[False] * 11]
    doses.actions()[0].trigger()
    assert routes[-1].page == "compare"
    # Each picture fills the menu anew.
    before = len(page.findChildren(QMenu))
    page.retranslate()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(page.findChildren(QMenu)) == before


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_single_button_of_the_head_stands_in_a_line_of_its_own(
    qtbot: QtBot, around: UiContext, diary: Diary, language: str
) -> None:
    around.ui_language.switch(language)
    page = TimelinePage(diary, around)
    qtbot.addWidget(page)
    page.retranslate()
    page.restyle()
    for width in range(880, 1200, 40):
        page.resize(width, 500)
        with qtbot.waitExposed(page):
            page.show()
        QApplication.processEvents()
        line = page.header.line
        parts = [item.geometry() for at in range(line.count()) if (item := line.itemAt(at)) is not None]
        lines = {part.center().y() // 10: 0 for part in parts}
        for part in parts:
            lines[part.center().y() // 10] += part.width()
        assert min(lines.values()) > 100, (width, lines)
