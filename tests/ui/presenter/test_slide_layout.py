"""Few words stand where all rows see them, in even lines, with the caveat large and the progress below."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions.frames import Frame
from lupusdiary.education.sessions.ox_question import OxQuestion
from lupusdiary.language import translator
from lupusdiary.ui.base.palette import LIGHT
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.presenter.stage.slide_painter import Shown, SlidePainter
from lupusdiary.ui.presenter.stage.slide_text import Display
from tests.ui.painted import written

WIDE, HIGH = 1920, 1080
LONG = "루푸스는 심장과 혈관에도 염증을 일으킬 수 있습니다"
FRAME = Frame(0, "section", LONG, ("일찍부터 할 수 있는 일이 많습니다.",))


def painter(mode: str = "") -> SlidePainter:
    Theme()
    return SlidePainter(Display(WIDE, HIGH, 96.0), Library(), translator("ko"), LIGHT, mode)


def test_a_heading_leaves_no_word_alone_on_its_last_line(qtbot: QtBot) -> None:
    heading = [line.box for line in written(painter(), FRAME, Shown()) if line.bold]
    assert len(heading) == 2
    assert heading[1].width() > 0.6 * heading[0].width()


def test_an_explanation_leaves_no_word_alone_on_its_last_line(qtbot: QtBot) -> None:
    told = "이런 병을 자가면역질환이라고 합니다. 루푸스는 감염병도 암도 아닙니다."
    question = OxQuestion("루푸스는 면역계가 자기 몸을 공격하는 병이다.", None, True, "O", told)
    asked = replace(FRAME, kind="quiz", heading="O or X?", question=question)
    lines = [line for line in written(painter(), asked, Shown(revealed=True)) if not line.bold]
    lines = [line for line in lines if line.text.replace("\u2060", "").strip() in told]
    assert len(lines) >= 3
    assert len(lines[-1].text.split()) > 1


def test_few_words_stand_in_the_upper_middle_and_a_list_begins_at_the_top(qtbot: QtBot) -> None:
    few = min(line.box.top() for line in written(painter(), FRAME, Shown()))
    assert 0.15 * HIGH < few < 0.45 * HIGH
    warned = replace(FRAME, kind="warning", heading="Call")
    assert min(line.box.top() for line in written(painter(), warned, Shown())) < 0.12 * HIGH


def test_a_caveat_is_larger_than_the_least_that_can_be_read_and_below_the_words(qtbot: QtBot) -> None:
    lines = written(painter(), replace(FRAME, caveat="혼자 판단하지 마세요."), Shown())
    (caveat,) = [line for line in lines if line.text.startswith("혼자")]
    words = [line for line in lines if "일찍부터" in line.text]
    assert caveat.bold
    assert caveat.points >= 36
    assert caveat.box.top() > max(line.box.bottom() for line in words)


def test_how_far_the_session_is_stands_at_the_foot(qtbot: QtBot) -> None:
    for total, number in ((10, 3), (60, 18)):
        image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
        brush = QPainter(image)
        painter().paint(brush, QRectF(0, 0, WIDE, HIGH), FRAME, Shown(number, total))
        brush.end()
        row = [QColor(image.pixel(x, HIGH - 3)).name() for x in (20, 560, 600, WIDE - 20)]
        done, open_ = QColor(LIGHT.accent).name(), QColor(LIGHT.border).name()
        assert row == [done, done, open_, open_]
