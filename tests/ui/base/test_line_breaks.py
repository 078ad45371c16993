"""A name goes on in the next line between its parts; nothing is seen of the places where it may."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.line_breaks import breakable, breaks, unbroken, wrapped
from lupusdiary.ui.base.theme import FAMILY
from lupusdiary.ui.presenter.stage.slide_text import whole_words

NAMES = (
    "UPCR(요단백/크레아티닌비)",
    "요단백/크레아티닌비(단회뇨)",
    "약물 안전·일반화학",
    "Protein/creatinine ratio",
)


def lines(text: str, room: int) -> list[str]:
    """The text in the lines that Qt makes of it."""
    layout = QTextLayout(text, font())
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        found.append(
            text[line.textStart() : line.textStart() + line.textLength()].replace("\u200b", "").strip()
        )
    layout.endLayout()
    return found


def font() -> QFont:
    return QFont(FAMILY, 12)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("room", [130, 180])
def test_a_name_breaks_between_its_parts(qtbot: QtBot, name: str, room: int) -> None:
    metrics = QFontMetrics(font())
    shown, way = breaks(name, room, metrics)
    assert way == Qt.TextFlag.TextWordWrap
    assert shown.replace("\u200b", "") == name
    for above in lines(shown, room)[:-1]:
        rest = name.split(above, 1)[1]
        assert above[-1] in "/·" or rest[0] in "( ", f"{above} | {rest}"


def test_what_has_room_keeps_its_text_and_what_has_none_breaks_anywhere(qtbot: QtBot) -> None:
    metrics = QFontMetrics(font())
    assert breaks(NAMES[0], 999, metrics) == (NAMES[0], Qt.TextFlag.TextWordWrap)
    assert breaks("가" * 40, 90, metrics) == ("가" * 40, Qt.TextFlag.TextWrapAnywhere)
    shown, _ = wrapped(NAMES[0] * 4, QRect(0, 0, 130, 44), metrics)
    assert shown.endswith("…")


@pytest.mark.parametrize("text", ["C3", "mL/min/1.73m2", "0-1 /HPF", "(음성)", "2026/11/10"])
def test_a_value_a_unit_and_a_date_have_no_place_to_break(text: str) -> None:
    assert "\u200b" not in breakable(text).replace("mL/\u200bmin", "mL/min")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("재발 · 2026. 10. 19.부터", "재발~· 2026.~10.~19.부터"),
        ("2011. 7. 10. – 2012. 3. 1.", "2011.~7.~10. – 2012.~3.~1."),
        ("on 18 Nov 2026: 5 mg a day", "on 18~Nov~2026: 5~mg a day"),
        ("필요시 500 mg(하루 최대 4정)", "필요시 500~mg(하루 최대 4정)"),
        ("2. UPCR · 5 min", "2. UPCR~· 5~min"),
        ("38.0 °C 5 magnets, May I", "38.0~°C 5 magnets, May I"),
    ],
)
def test_no_line_ends_inside_a_date_or_before_a_unit(text: str, wanted: str) -> None:
    assert unbroken(text) == wanted.replace("~", "\u00a0")


@pytest.mark.parametrize("keep", [unbroken, whole_words])
def test_no_line_ends_inside_car_t(qtbot: QtBot, keep: Callable[[str], str]) -> None:
    text = "열이 나면 CAR-T 치료 병원에 전화하세요"
    assert any(line.endswith("-") for room in range(80, 260, 4) for line in lines(text, room))
    for room in range(80, 260, 4):
        assert not any(line.strip("\u2060").endswith("-") for line in lines(keep(text), room)), room
