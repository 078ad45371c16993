"""What pages look like in the middle of their work: something typed, read, opened or pointed at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

_LIST = (
    "조제일자\t조제기관\t약품명\t1회 투약량\t1일 투여횟수\t총 투약일수\t용법\n"
    "2026-11-10\t가상약국\t소론도정(프레드니솔론)_(5mg/1정)\t1.5\t1\t28\t아침 식후\n"
    "2026-11-10\t가상약국\t할록신정200mg\t1\t2\t28\t\n"
    "2026-11-10\t가상약국\t메토트렉세이트정 2.5mg\t4\t1\t4\t매주 월요일\n"
    "2026-11-10\t가상약국\t마이렙트정500mg\t2-0-2\t\t28\t"
)


def _press(*names: str) -> Callable[[QWidget], None]:
    def act(page: QWidget) -> None:
        for name in names:
            found = [each for each in page.findChildren(QAbstractButton, name) if each.isVisible()]
            found[0].click()

    return act


def _type(text: str) -> Callable[[QWidget], None]:
    def act(page: QWidget) -> None:
        line = page.findChild(QLineEdit, "medicine_line")
        assert line is not None
        line.setText(text)
        line.textEdited.emit(text)

    return act


def _paste_list(page: QWidget) -> None:
    _press("import_list")(page)
    text = page.findChild(QPlainTextEdit, "list_text")
    assert text is not None
    text.setPlainText(_LIST)
    _press("list_read")(page)


def _point(page: QWidget) -> None:
    chart = page.findChild(QWidget, "chart")
    assert chart is not None
    chart.setFocus()
    for _ in range(4):
        QTest.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)


def _to(name: str) -> Callable[[QWidget], None]:
    def act(page: QWidget) -> None:
        found = page.findChild(QWidget, name)
        assert found is not None
        above: QObject | None = found
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parent()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(found)

    return act


def calm(page: QWidget) -> None:
    """Throws away what was typed, so that the next picture begins without it."""
    for name in ("list_cancel", "drop_draft"):
        for each in page.findChildren(QAbstractButton, name):
            if each.isVisible():
                each.click()
    line = page.findChild(QLineEdit, "medicine_line")
    if line is not None and line.text():
        _type("")(page)


# A name for the picture: the page, and what is done there.
STATES: dict[str, tuple[str, Callable[[QWidget], None]]] = {
    "medicine_line": ("treatment", _type("프레드니솔론 5mg 3-0-2 28일")),
    "medicine_name": ("treatment", _type("소론")),
    "medicine_list": ("treatment", _paste_list),
    "medicine_open": ("treatment", _press("open_medicine")),
    "medicine_past": ("treatment", _press("view_past")),
    "events": ("treatment", _press("about_event")),
    "flares": ("treatment", _press("about_flare")),
    "medicine_stop": ("treatment", _press("open_medicine", "stop_medicine")),
    "medicine_plan": ("treatment", _press("open_medicine", "plan_medicine")),
    "pointed": ("timeline", _point),
    "timeline_table": ("timeline", _press("as_table")),
    "timeline_choose": ("timeline", _press("preset_chosen")),
    "timeline_dates": ("timeline", _press("range_dates")),
    "timeline_all": ("timeline", _press("range_all")),
    "timeline_five": ("timeline", _press("range_five")),
    "compare_choose": ("compare", _press("choose_compared")),
    "visit_after": ("visit", _press("visit_side_after")),
    "visit_wide": ("visit", _press("wide_preview")),
    "wallet_card": ("urgent", _to("card_strip")),
}
