"""What a page is there for is seen without scrolling on a small laptop, with room for a word that grows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget, QTableView, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.ui.timeline.page import TimelinePage
from tests.ui.frame.test_reach import called, cut_words
from tests.ui.frame.test_views_are_whole import shell, story
from tests.ui.places import PAGES, go, quiet
from tests.ui.shell import Shell

__all__ = ["shell", "story"]
# A screen of 1366 x 768 less the bar of the system and the title of the window: it ends at y = 720. What is
# narrower by this keeps the room that a longer word of another version needs.
WIDTH, HEIGHT, SLACK = 1366, 690, 16
# Says what is not seen of a page.
Part = Callable[[QWidget], Iterator[str]]


def whole(*names: str) -> Part:
    """Each widget of these names is seen to its edges, and its words are not cut."""

    def look(page: QWidget) -> Iterator[str]:
        for name in names:
            found = [each for each in page.findChildren(QWidget, name) if each.isVisible()]
            if not found:
                yield f"no {name}"
            for each in found:
                shown = each.visibleRegion().boundingRect()
                if shown != each.rect():
                    yield f"{called(each)} shows {shown.getRect()} of {each.rect().getRect()}"
                yield from filter(None, map(cut_words, [each, *each.findChildren(QLabel)]))

    return look


def level_heads(page: QWidget) -> Iterator[str]:
    """The three headings of what is to be done, and at least one sign below each."""
    seen = [each for each in page.findChildren(QLabel) if not each.visibleRegion().isEmpty()]
    whole_ones = [each for each in seen if each.visibleRegion().boundingRect() == each.rect()]
    for role in ("level", "sign"):
        there = [each for each in whole_ones if each.property("role") == role]
        if len({each.parentWidget() for each in there}) < 3:
            yield f"{role}: {[each.text() for each in there]}"


def numbers(page: QWidget) -> Iterator[str]:
    """Every telephone number that is written large."""
    large = ("giant", "larger", "large")
    shown = [each for each in page.findChildren(QLabel) if each.property("role") in large]
    if len(shown) < 4:
        yield f"only {len(shown)} numbers"
    for each in shown:
        if each.visibleRegion().boundingRect() != each.rect() or cut_words(each):
            yield called(each)


def rows(name: str, least: int) -> Part:
    """A table or list shows so many of its rows whole, or all it has."""

    def look(page: QWidget) -> Iterator[str]:
        table = page.findChild(QWidget, name)
        assert isinstance(table, QTableView | QListWidget)
        view = table.viewport().visibleRegion().boundingRect()
        many = table.model().rowCount()
        last = table.visualRect(table.model().index(min(least, many) - 1, 0))
        if last.bottom() > view.bottom():
            yield f"{name}: row {min(least, many)} ends at {last.bottom()} of {view.bottom()}"

    return look


def lanes(page: QWidget) -> Iterator[str]:
    """Most of the picture, from its months on: the lanes that the preset names first."""
    assert isinstance(page, TimelinePage)
    shown = page.chart.visibleRegion().boundingRect()
    if shown.top() > 0 or shown.height() < 400:
        yield f"{shown.getRect()} of the picture"


def one_line(*names: str) -> Part:
    """The widgets of these names stand in one line."""

    def look(page: QWidget) -> Iterator[str]:
        found = [each for name in names for each in page.findChildren(QWidget, name)]
        if len({each.mapTo(page, each.rect().center()).y() // 4 for each in found}) != 1:
            yield f"{[(called(each), each.mapTo(page, each.rect().center()).y()) for each in found]}"

    return look


def large_paper(page: QWidget) -> Iterator[str]:
    """The preview is what most of the page is there for."""
    paper = page.findChild(QWidget, "preview")
    assert paper is not None
    shown = paper.visibleRegion().boundingRect()
    if shown.height() < 400 or shown.width() < 600:
        yield f"{shown.getRect()} of the preview"


# The work of a page: its view (a button to press first, or none), then what must be seen there.
WORK: dict[str, list[tuple[str, list[Part]]]] = {
    "today": [
        ("", [whole("items_title", "day_before", "choose_day", "note", "flag_dock")]),
        ("more_items", [whole("chooser_done", "own_name", "own_add")]),
    ],
    "calendar": [
        ("", [rows("days", 6), whole("open_day", "shown_item", "search_notes")]),
        ("calendar_view_year", [rows("days", 12), whole("open_read", "shown_item")]),
    ],
    "labs": [
        ("", [rows("lab_table", 8), whole("new_sheet", "choose_rows", "open_sheet")]),
        ("new_sheet", [rows("sheet_table", 8), whole("save_sheet", "paste_sheet")]),
        ("choose_rows", [whole("save_rows", "paste_rows", "search_tests")]),
        ("open_course", [whole("trend_chart", "back_to_table")]),
    ],
    "treatment": [
        ("", [whole("medicine_line", "find_medicine", "open_medicine", "tick_on_today")]),
        ("about_event", [whole("save_event", "event_title", "event_kind")]),
        ("about_flare", [whole("save_flare")]),
    ],
    "timeline": [
        ("", [lanes, whole("preset_kidney", "range_dates", "timeline_before_after", "later")]),
        ("", [one_line("preset_kidney", "range_visit", "range_dates", "as_table", "keep_picture")]),
    ],
    "visit": [
        ("visit_side_before", [whole("new_question", "add_question", "question_rows", "period_visit")]),
        ("visit_side_before", [whole("language_both", "save_pdf", "print_pdf", "preview")]),
        ("visit_side_before", [whole("period_dates", "language_both", "hide_never")]),
        ("visit_side_after", [whole("answer_1", "agreed_line", "add_agreed", "outcome_1")]),
    ],
    "compare": [
        ("", [whole("day_zero", "choose_compared", "save_paper", "print_paper", "paper_both")]),
        ("", [large_paper]),
    ],
    "learn": [("", [whole("search_library", "article_rows", "promise_read")])],
    "urgent": [("", [numbers, level_heads, whole("always_said", "phone_sentence")])],
    "settings": [("", [whole("settings_search", "settings_sections", "size_2.00")])],
}


def test_every_page_says_what_its_work_is() -> None:
    assert set(WORK) == set(PAGES)


def test_the_main_work_of_each_page_is_seen_without_scrolling(qtbot: QtBot, shell: Shell) -> None:
    """Below the banner of a demonstration diary, which one's own does not have."""
    shell.window.resize(WIDTH - SLACK, HEIGHT)
    for name, views in WORK.items():
        for button, parts in views:
            page = go(shell, name)
            if button:
                pressed = page.findChild(QAbstractButton, button)
                assert pressed is not None, button
                if not pressed.isChecked():
                    pressed.click()
                quiet()
            # What a worker draws finds its room when it is there.
            qtbot.waitUntil(partial(seen, page, parts))


def seen(page: QWidget, parts: list[Part]) -> None:
    """The parts of a page are there."""
    assert faults(page, parts) == []


def faults(page: QWidget, parts: list[Part]) -> list[str]:
    """What is not seen of the parts of a page."""
    return [fault for part in parts for fault in part(page)]


def test_what_is_below_the_edge_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    low = QLabel("low", window)
    low.setObjectName("low")
    low.setGeometry(10, 90, 100, 20)
    window.show()
    assert len(faults(window, [whole("low")])) == 1
    assert faults(window, [whole("absent")]) == ["no absent"]
