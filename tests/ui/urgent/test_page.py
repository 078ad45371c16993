"""If it is urgent: no sign that counts is behind a press, the numbers are large, the sentence is her own."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.domain.medicines.allergy import Allergy
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DAILY, DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.records import Contact
from lupusdiary.domain.urgency import urgency
from lupusdiary.language import translator
from lupusdiary.resources import resource
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.urgent import tiles
from lupusdiary.ui.urgent.page import UrgentPage
from tests.conftest import StandingClock
from tests.report import pdf_text
from tests.ui.daily import Daily, child
from tests.ui.learning import person, reader


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return reader(Daily(qtbot, tmp_path, clock))


def take_steroid(daily: Daily, milligrams: float = 7.5, name: str = "소론도정") -> None:
    part = DosePart(unit="mg", amount=milligrams)
    period = DosePeriod(date(2026, 11, 1), DosePattern(DAILY), parts=(part,))
    daily.diary.medicines.add(Medication("", name, "prednisolone", "oral", periods=(period,)))


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_sign_and_both_sentences_are_there_without_a_press_and_fever_is_first(
    daily: Daily, language: str
) -> None:
    daily.around.ui_language.switch(language)
    page = daily.show(UrgentPage, 1093, 900)
    tr, shown = translator(language), texts(page)
    for sign in urgency().signs:
        assert sign.short(tr) in shown, sign.id
    now = [s for s in urgency().signs if s.level.id == "call_hospital_now"]
    first = min(now, key=lambda sign: shown.index(sign.short(tr)))
    assert first.id == "fever_on_treatment"
    for id in ("no_answer", "in_doubt"):
        assert any(tr.pick(*urgency().sentence(id)) in text for text in shown)
    assert any(tr.pick("미코페놀레이트", "mycophenolate") in text for text in shown)
    daily.around.ui_language.switch("en")


def test_public_numbers_are_larger_than_every_other_text(daily: Daily) -> None:
    page = daily.show(UrgentPage, 1093, 900)
    large = {label.text(): label.fontInfo().pointSizeF() for label in page.findChildren(QLabel)}
    for number in ("119", "109"):
        assert large[number] >= 2 * max(size for text, size in large.items() if text not in ("119", "109"))


def test_a_number_is_entered_changed_and_removed(daily: Daily) -> None:
    page = daily.show(UrgentPage, 1093, 900)
    daily.click(child(page, QPushButton, "first_number"))
    daily.type("Ward 7")
    daily.press(Qt.Key.Key_Tab)
    daily.type("02-000-0007")
    daily.press(Qt.Key.Key_Return)
    assert [(each.name, each.number) for each in daily.diary.contacts.all()] == [("Ward 7", "02-000-0007")]
    assert "02-000-0007" in texts(page)
    daily.click(child(page, QToolButton, "change_contact"))
    child(page, QLineEdit, "contact_number").setText("02-000-0008")
    daily.click(child(page, QPushButton, "add_contact"))
    assert [each.number for each in daily.diary.contacts.all()] == ["02-000-0008"]
    daily.click(child(page, QToolButton, "change_contact"))
    daily.click(child(page, QPushButton, "remove_contact"))
    assert daily.diary.contacts.all() == []
    assert child(page, QPushButton, "first_number").isVisible()


def test_the_hospitals_own_limit_stands_with_the_fever_and_a_higher_one_is_refused(daily: Daily) -> None:
    page = daily.show(UrgentPage, 1093, 900)
    daily.click(child(page, QPushButton, "enter_numbers"))
    limit = child(page, QLineEdit, "own_fever_limit")
    limit.setFocus()
    daily.type("38.5")
    daily.press(Qt.Key.Key_Tab)
    assert "below 38.0" in page.form.problem.text()
    limit.setFocus()
    limit.selectAll()
    daily.type("37,5")
    daily.press(Qt.Key.Key_Tab)
    assert not page.form.problem.isVisible()
    fevers = sum(sign.is_fever for sign in urgency().signs)
    assert texts(page).count("My hospital’s own limit: 37.5 °C") == fevers > 1


def test_the_sentence_for_the_telephone_has_the_korean_beneath_and_is_absent_without_medicines(
    daily: Daily,
) -> None:
    page = daily.show(UrgentPage, 1093, 900)
    assert not page.phone.isVisible()
    take_steroid(daily)
    assert page.phone.isVisible()
    assert page.phone.sentence.text().startswith("“I have lupus.")
    assert page.phone.korean.text().startswith("“루푸스 환자입니다.")
    daily.around.ui_language.switch("ko")
    page.retranslate()
    assert page.phone.sentence.text().startswith("“루푸스 환자입니다.")
    assert not page.phone.korean.isVisible()
    daily.around.ui_language.switch("en")


def test_the_card_takes_the_lists_of_the_diary_and_a_reprint_is_offered_when_they_changed(
    daily: Daily, tmp_path: Path
) -> None:
    take_steroid(daily)
    daily.diary.allergies.add(Allergy("sulfa", reactions=("rash",)))
    daily.diary.contacts.add(Contact("Ward 7", "02-000-0007"))
    page = daily.show(UrgentPage, 1093, 900)
    assert "Last printed" not in page.strip.state.text()
    daily.click(page.strip.print)
    daily.qtbot.waitUntil(lambda: page.paper.save_print.save.isEnabled())
    person(daily).save_to = tmp_path / "card.pdf"
    daily.click(page.paper.save_print.save)
    text = "".join(pdf_text.text((tmp_path / "card.pdf").read_bytes()).split())
    for words in ("소론도정", "7.5mg", "sulfa(rash)", "Itakesteroidseveryday"):
        assert words in text
    assert "Nothing on it has changed" in page.strip.state.text()
    daily.diary.contacts.add(Contact("Night", "02-000-0009"))
    assert "Other lines" in page.strip.state.text()
    take_steroid(daily, 5, "프레드니손정")
    assert "medicines or allergies have changed" in page.strip.state.text()


def test_the_form_of_the_card_says_what_comes_from_the_lists(daily: Daily) -> None:
    take_steroid(daily)
    page = daily.show(UrgentPage, 1093, 900)
    daily.click(child(page, QPushButton, "safety_card"))
    assert "소론도정" in page.safety_card.listed["medicines"].text()
    assert page.safety_card.listed["medicines"].isVisible()
    assert page.safety_card.listed["steroid"].isVisible()
    assert not page.safety_card.listed["allergies"].isVisible()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_is_wider_than_a_small_window_with_large_text(daily: Daily, language: str) -> None:
    daily.around.theme.set_scale(2.0)
    daily.around.ui_language.switch(language)
    for number in range(3):
        daily.diary.contacts.add(Contact(f"Ward {number} of the hospital", f"02-000-000{number}"))
    take_steroid(daily)
    page = daily.show(UrgentPage, 802, 500)
    assert page.minimumSizeHint().width() <= 802
    for tile in page.tiles._tiles:
        assert tile.geometry().right() <= page.tiles.width()
    daily.around.theme.set_scale(1.0)
    daily.around.ui_language.switch("en")


def test_a_number_of_her_hospital_is_as_large_as_its_tile_allows(daily: Daily) -> None:
    daily.diary.contacts.add(Contact("Ward", "02-000-0007"))
    daily.diary.contacts.add(Contact("Night", "+82 (0)2 0000 0000, ext. 12345678"))
    page = daily.show(UrgentPage, 1093, 900)
    size = {label.text(): label.fontInfo().pointSizeF() for label in page.findChildren(QLabel)}
    short, long = size["02-000-0007"], size["+82 (0)2 0000 0000, ext. 12345678"]
    assert short > long
    assert size["119"] > short


def test_the_two_sizes_of_a_hospitals_numbers_are_those_of_the_style_sheet() -> None:
    sheet = resource("window.qss").read_text(encoding="utf-8")
    sizes = dict(re.findall(r'QLabel\[role="(larger|large)"\] \{ font-size: \$\{pt(\d+)\}', sheet))
    assert (int(sizes["larger"]), int(sizes["large"])) == (tiles._LARGER, tiles._LARGE)


def test_the_page_begins_with_the_numbers_wherever_it_was_left(daily: Daily) -> None:
    page = daily.show(UrgentPage, 1093, 614)
    bar = page._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    page.visit(Route("urgent"))
    assert bar.value() == 0


def test_the_card_is_seen_in_small_with_what_stands_on_it_where_there_is_room(daily: Daily) -> None:
    daily.diary.contacts.add(Contact("Night desk", "000-0000-0002"))
    take_steroid(daily)
    daily.diary.allergies.add(Allergy("Penicillin", reactions=("rash",)))
    page = daily.show(UrgentPage, 1093, 900)
    picture = page.strip.picture
    assert picture.isVisible()
    told = " | ".join(picture.lines)
    for words in ("119", "Night desk 000-0000-0002", "Penicillin (rash)", "소론도정"):
        assert words in told
    page.resize(700, 900)
    assert not picture.isVisible()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_signs_begin_high_and_what_to_say_stays_in_sight_below_them(daily: Daily, language: str) -> None:
    daily.around.ui_language.switch(language)
    for name, number in (("류마티스내과", "02-000-0001"), ("야간 당직", "02-000-0002")):
        daily.diary.contacts.add(Contact(name, number))
    take_steroid(daily)
    page = daily.show(UrgentPage, 1184, 688)
    head = next(each for each in page.findChildren(QLabel) if each.property("role") == "level")
    assert head.mapTo(page, QPoint(0, 0)).y() <= 290
    sentence = page.phone.mapTo(page, QPoint(0, page.phone.height())).y()
    assert 0 <= page.height() - sentence <= 14
    bar = page._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page.phone.mapTo(page, QPoint(0, page.phone.height())).y() == sentence
    # In a low window it would take the signs their room.
    page.resize(900, 320)
    QApplication.processEvents()
    assert page._area.isAncestorOf(page.phone)
    daily.around.ui_language.switch("en")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_in_a_small_window_with_numbers_and_medicines_the_signs_still_begin_in_sight(
    daily: Daily, language: str
) -> None:
    daily.around.ui_language.switch(language)
    for name, number in (("Gasang University Hospital, clinic", "02-000-0001"), ("Night", "02-000-0002")):
        daily.diary.contacts.add(Contact(name, number))
    for name in ("소론도정", "Methylprednisolone tablets", "Prednisolone, the second box"):
        take_steroid(daily, 5, name)
    # What a window of 1093x614 leaves beside the rail and below the banner.
    page = daily.show(UrgentPage, 911, 507)
    QApplication.processEvents()
    shown = {each.text(): each for each in page.findChildren(QLabel) if each.isVisible()}
    tr = translator(language)
    foot = page._area.mapTo(page, QPoint(0, page._area.height())).y()
    for id in ("chest_pain_severe", "fever_on_treatment"):
        words = next(sign.short(tr) for sign in urgency().signs if sign.id == id)
        assert shown[words].mapTo(page, QPoint(0, 0)).y() + 20 <= foot, id
    # The words beside the title leave the button its place in their line.
    assert abs(page.add.geometry().center().y() - page._title.geometry().center().y()) <= 4
    assert page.add.geometry().right() <= page.tiles.geometry().right()
    daily.around.ui_language.switch("en")


def test_the_names_above_all_numbers_stand_in_one_line(daily: Daily) -> None:
    daily.diary.contacts.add(Contact("Ward", "02-000-0007"))
    page = daily.show(UrgentPage, 1184, 688)
    names = [each.findChildren(QLabel)[0] for each in page.tiles._tiles]
    assert names[0].text() == "Ward"
    tops = [each.mapTo(page, QPoint(0, 0)).y() for each in names]
    # The border of her own is a pixel wider.
    assert max(tops) - min(tops) <= 1


def test_the_form_for_a_number_moves_nothing(daily: Daily) -> None:
    daily.diary.contacts.add(Contact("Ward", "02-000-0007"))
    page = daily.show(UrgentPage, 1093, 688)
    before = [each.mapTo(page, QPoint(0, 0)) for each in (*page.tiles._tiles, page.signs)]
    daily.click(child(page, QToolButton, "change_contact"))
    QApplication.processEvents()
    assert child(page, QLineEdit, "contact_number").isVisible()
    assert [each.mapTo(page, QPoint(0, 0)) for each in (*page.tiles._tiles, page.signs)] == before
    daily.press(Qt.Key.Key_Escape)
    assert not child(page, QLineEdit, "contact_number").isVisible()
