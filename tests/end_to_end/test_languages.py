"""The language is switched while the window is open: no word of the other one stays on any page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

import messages
from lupusdiary.app import page_factories
from lupusdiary.demonstration import story
from lupusdiary.diary import create_diary
from lupusdiary.domain.records import DiaryContents, Profile, SheetRow, SheetTemplate, Visit
from lupusdiary.ui.frame.about import About
from lupusdiary.ui.frame.help import Help
from tests.conftest import StandingClock
from tests.end_to_end.session import Session, seen_texts

HANGUL = re.compile("[가-힣ㄱ-ㅎ]")
FIELD = re.compile(r"\\\{\w+\\\}")
# Each language's own name, the word for “language” beside it, and a printed value as an example.
KOREAN_IN_ENGLISH = re.compile("한국어|언어|음성")
# The name of a standard, a place in the file system or the notice of a licence may stand in English.
ENGLISH_IN_KOREAN = re.compile("LOINC|English|Qt for Python")


PAGES = tuple(page_factories())
# What a page shows after one more click, and the click that leads back.
DEEPER = {
    "today": (("more_items", "chooser_done"),),
    "labs": (("new_sheet", "discard_sheet"),),
    "timeline": (("as_table", "as_table"), ("preset_chosen", "preset_kidney"), ("range_dates", "range_all")),
    "visit": (("period_dates", "period_visit"),),
}


def wordless(contents: DiaryContents) -> DiaryContents:
    """A life without anybody's own words and without printed ones, which no language changes."""
    own = {symptom.symptom for symptom in contents.symptoms if symptom.name}
    return replace(
        contents,
        demonstration=None,
        profile=Profile(),
        days=tuple(
            replace(
                day,
                note=None,
                timed=(),
                readings={code: value for code, value in day.readings.items() if code not in own},
                how={code: how for code, how in day.how.items() if code not in {"note", *own}},
            )
            for day in contents.days
        ),
        labs=tuple(
            replace(lab, laboratory=None, method=None, note=None)
            for lab in contents.labs
            if not HANGUL.search(f"{lab.value_text} {lab.range_text}")
        ),
        events=tuple(replace(event, title=None, note=None) for event in contents.events),
        flares=tuple(replace(flare, note=None) for flare in contents.flares),
        visits=tuple(Visit(visit.day) for visit in contents.visits),
        symptoms=tuple(symptom for symptom in contents.symptoms if symptom.symptom not in own),
        sheets=(SheetTemplate(None, tuple(SheetRow(row.analyte) for row in contents.sheets[0].rows)),),
        own_analytes=(),
        contacts=(),
        medicines=(),
        taken=(),
        allergies=(),
        side_effects=(),
        open_questions=(),
        check_ups=(),
        visit_pages=(),
    )


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Session:
    own = tmp_path / "data" / "diary.lupusdiary"
    own.parent.mkdir()
    with create_diary(own, None, clock) as diary:
        diary.merge(wordless(story("mild", diary.today())))
    return Session(qtbot, tmp_path, clock)


@pytest.fixture(scope="module")
def english() -> re.Pattern[str]:
    """Matches every message of the program as it reads in English, its fields filled in anyhow."""
    ids = [
        each for m in messages.extract() if m.id for each in (m.id if isinstance(m.id, tuple) else (m.id,))
    ]
    worded = [each for each in ids if re.search("[a-z]{2}", re.sub(r"\{\w+\}", "", each))]
    patterns = sorted((FIELD.sub(".+", re.escape(each.replace("&", ""))) for each in worded), key=len)
    return re.compile("|".join(patterns))


def everything(session: Session, pages: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Page, place and text of all that can be read, on every page and in the windows of text."""
    for page in pages:
        shown = session.go(page)
        yield from ((page, where, text) for where, text in seen_texts(shown))
        for there, back in DEEPER.get(page, ()):
            session.click(there)
            session.settle()
            yield from ((f"{page}, {there}", where, text) for where, text in seen_texts(shown))
            session.click(back)
    assert session.window.view is not None
    for part in (session.window.view.rail, session.window.menuBar(), *session.window.findChildren(QMenu)):
        yield from (("menus", where, text) for where, text in seen_texts(part))
    for kind in (Help, About):
        dialog: QWidget = kind(session.window, session.window.context)
        yield from ((kind.__name__, where, text) for where, text in seen_texts(dialog))
        dialog.deleteLater()


def not_korean(
    session: Session, english: re.Pattern[str], pages: Iterable[str] = PAGES
) -> set[tuple[str, str, str]]:
    return {
        (page, where, text)
        for page, where, text in everything(session, pages)
        if english.fullmatch(text.replace("&", "").strip()) and not HANGUL.search(text)
        and not ENGLISH_IN_KOREAN.search(text)
    }  # fmt: skip


def not_english(session: Session, pages: Iterable[str] = PAGES) -> set[tuple[str, str, str]]:
    return {
        (page, where, text)
        for page, where, text in everything(session, pages)
        if HANGUL.search(KOREAN_IN_ENGLISH.sub("", text))
    }


def test_the_language_moves_with_every_text_of_every_page_there_and_back(
    session: Session, english: re.Pattern[str]
) -> None:
    assert not_english(session) == set()
    session.click("language_ko")
    assert not_korean(session, english) == set()
    session.go("settings")
    session.click("language_en")
    assert not_english(session) == set()


def test_a_left_over_text_would_be_noticed(session: Session, english: re.Pattern[str]) -> None:
    few = ("labs", "urgent", "settings")
    assert {page for page, *_ in not_korean(session, english, few)} >= {*few, "menus", "Help", "About"}
    session.go("settings")
    session.click("language_ko")
    assert {page for page, *_ in not_english(session, few)} >= {*few, "menus", "Help", "About"}
