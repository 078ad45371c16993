"""The safety card behind the urgent page: written, kept, printed for the wallet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.domain.learning import SafetyCard
from lupusdiary.domain.records import Contact
from lupusdiary.domain.urgency import urgency
from lupusdiary.ui.urgent.page import UrgentPage
from tests.conftest import StandingClock
from tests.report import pdf_text
from tests.ui.daily import Daily, child
from tests.ui.learning import person, reader


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return reader(Daily(qtbot, tmp_path, clock))


def card(daily: Daily) -> UrgentPage:
    page = daily.show(UrgentPage, 1093, 900)
    daily.click(child(page, QPushButton, "safety_card"))
    return page


def test_every_field_is_kept_by_itself_and_undone_step_by_step(daily: Daily) -> None:
    page = card(daily)
    daily.type("Ward 7")
    daily.press(Qt.Key.Key_Tab)
    box = page.safety_card.ticks["on_steroids"]
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(12, box.height() // 2))
    page.safety_card.notes.setFocus()
    daily.type("allergic to penicillin")
    daily.press(Qt.Key.Key_Tab)
    child(page, QLineEdit, "card_medicines").setFocus()
    daily.type("Prednisolone 5 mg")
    page.leave()
    whole = SafetyCard("Ward 7", ("on_steroids",), "allergic to penicillin", "Prednisolone 5 mg")
    assert daily.diary.safety_card.get() == whole
    daily.diary.history.undo()
    assert daily.diary.safety_card.get() == replace(whole, medicines=None)
    daily.diary.history.undo()
    assert daily.diary.safety_card.get() == SafetyCard("Ward 7", ("on_steroids",), None)
    assert page.safety_card.notes.toPlainText() == ""
    daily.diary.history.undo()
    assert not box.isChecked()


def test_the_wallet_card_is_printed_in_both_languages_with_the_fixed_words(
    daily: Daily, tmp_path: Path
) -> None:
    daily.diary.contacts.add(Contact("Ward 7", "02-000-0007"))
    daily.diary.safety_card.set(SafetyCard("Dr. Han", ("on_steroids",), "allergic to penicillin"))
    page = card(daily)
    daily.click(page.safety_card.print)
    daily.qtbot.waitUntil(lambda: page.paper.save_print.save.isEnabled())
    daily.click(page.paper.chips["both"])
    daily.qtbot.waitUntil(lambda: page.paper.save_print.save.isEnabled())
    person(daily).save_to = tmp_path / "card.pdf"
    daily.click(page.paper.save_print.save)
    assert "not encrypted" in page.paper.save_print.saved.text()
    text = pdf_text.text((tmp_path / "card.pdf").read_bytes())
    flags = urgency().sign("adrenal_crisis").shorts
    plain = text.replace(" ", "")
    for words in ("Dr. Han", "02-000-0007", "allergic to penicillin", *flags):
        assert words.replace(" ", "") in plain
    daily.click(page.paper.back)
    assert page.safety_card.isVisible()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_form_fits_a_small_window_with_large_text(daily: Daily, language: str) -> None:
    daily.around.theme.set_scale(2.0)
    daily.around.ui_language.switch(language)
    # As wide as the page is beside the rail of a window of 1093.
    page = daily.show(UrgentPage, 802, 500)
    daily.click(child(page, QPushButton, "safety_card"))
    assert page.safety_card._column.minimumSizeHint().width() <= page.width()
    daily.around.theme.set_scale(1.0)
    daily.around.ui_language.switch("en")


def test_the_numbers_on_paper_are_those_of_the_page_and_a_card_in_one_language_is_in_that_one(
    daily: Daily, tmp_path: Path
) -> None:
    page = card(daily)
    for chip, words in (("en", "My safety card"), ("ko", "내 안전 카드")):
        daily.diary.contacts.add(Contact(f"Ward {chip}", "02-000-0007"))
        daily.click(page.safety_card.print)
        daily.qtbot.waitUntil(lambda: page.paper.save_print.save.isEnabled())
        daily.click(page.paper.chips[chip])
        daily.qtbot.waitUntil(lambda: page.paper.save_print.save.isEnabled())
        person(daily).save_to = tmp_path / f"{chip}.pdf"
        daily.click(page.paper.save_print.save)
        text = pdf_text.text((tmp_path / f"{chip}.pdf").read_bytes())
        assert words.replace(" ", "") in text.replace(" ", "")
        assert f"Ward{chip}" in text.replace(" ", "")
        daily.click(page.paper.back)
    assert "My safety card" not in text
    assert "Ward en" in text, "every number of the page is on the card"


def test_a_card_that_was_emptied_is_empty_again(daily: Daily) -> None:
    page = card(daily)
    page.safety_card.whom.setFocus()
    daily.type("x")
    for box in page.safety_card.ticks.values():
        for _ in range(2):
            box.setFocus()
            daily.press(Qt.Key.Key_Space)
    page.safety_card.whom.setFocus()
    daily.press(Qt.Key.Key_Backspace)
    page.leave()
    assert daily.diary.safety_card.get() == SafetyCard()
