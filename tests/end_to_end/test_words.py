"""The program records, shows and prints; it never says how somebody is doing.

What the fact base calls `diary_must_not`: no remission, no getting better or worse, and a flare only where
the person recorded one. Her own words, the fact base's fixed texts and the articles may say what they say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import messages
from lupusdiary.app import page_factories
from lupusdiary.exchange import json_format
from lupusdiary.resources import resource
from tests.conftest import StandingClock
from tests.end_to_end.session import Session, seen_texts
from tests.report import pdf_text

CLAIM = re.compile(
    r"improv|deteriorat|\bbetter\b|\bworse|\bremission|\brelaps|\bexacerbat|\bstabilis|\bunder control\b"
    r"|악화|증악|호전|관해|나아졌|나아지|나빠|좋아졌|좋아지|개선|안정되|정상화",
    re.IGNORECASE,
)
FLARE = re.compile(r"flare|재발|플레어", re.IGNORECASE)
# About the sessions of a nurse, not about anybody's illness.
CLAIMS_ALLOWED = {"Thank you. This sheet is for improving the sessions only."}
# The step of a scale from which days are counted, as the page says of each item.
STEPS_ALLOWED = {"“moderate” or worse", "words: “moderate” or worse"}
# A flare is a record that a person makes, opens, ends and removes, or the sentence that none is worked out.
FLARES_ALLOWED = {
    "Flares {count}",
    "Flare since {day}, as you or your doctor call it",
    # Counted from the day that the person or her doctor named.
    "day {count} of a flare",
    "A flare begins on this day",
    "A flare since {day}, as you or your doctor call it",
    "A flare, as you or your doctor call it: {span}",
    "Add flare",
    "Do you or your doctor call this a flare?",
    "First day of the flare",
    "Flare",
    "Flare begins",
    "Flare ends",
    "Flare until {date}, as the person or her doctor calls it",
    "Flare, as I or my doctor called it",
    "Flare, as the person or her doctor calls it",
    "Flare, as the person or her doctor calls it; it goes on",
    "Flare, as you or your doctor call it",
    "It shows what you enter. It does not judge values, does not warn of a flare and gives no advice "
    "on medicines. Please talk to your doctor or nurse about what you see here.",
    "Laboratory results: {labs}. Events: {events}. Flares: {flares}. Visits: {visits}.",
    "Last day of the flare",
    "Only you or your doctor decide what was a flare. The diary never works it out.",
    "Remove this flare",
    "The flare ends before it starts.",
    "Treatment, events and flares",
    "a flare",
    "flare since {date}, goes on",
    "flare {start} to {end}",
    "the flare ends before it starts.",
    "within a flare, as you or your doctor call it",
}


def said(message: object) -> list[str]:
    """The text of a message, or its singular and plural."""
    return list(message) if isinstance(message, tuple) else [str(message)]


def strings(value: object) -> Iterator[str]:
    """Every string in a JSON value."""
    if isinstance(value, dict):
        value = [*value.values()]
    if isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, str):
        yield value


def test_no_message_says_how_somebody_is_doing() -> None:
    english = [text for m in messages.extract() if m.id for text in said(m.id)]
    korean = {
        said(m.id)[0]: text
        for po in messages.catalogues()
        for m in messages.read(po)
        if m.id
        for text in said(m.string)
    }
    assert {text for text in english if CLAIM.search(text)} <= CLAIMS_ALLOWED | STEPS_ALLOWED
    assert {id: text for id, text in korean.items() if CLAIM.search(text) and id not in CLAIMS_ALLOWED} == {}


def test_a_flare_is_only_what_somebody_recorded_and_has_one_korean_word() -> None:
    english = {text for m in messages.extract() if m.id for text in said(m.id) if FLARE.search(text)}
    assert english <= FLARES_ALLOWED
    for po in messages.catalogues():
        for message in messages.read(po):
            for text in said(message.string) if message.id else ():
                if text and FLARE.search(" ".join(said(message.id))):
                    assert "재발" in text, message.id
                assert "플레어" not in text, message.id


@pytest.fixture(scope="module")
def fixed() -> list[str]:
    """The fixed texts of the fact base that hold one of the words."""
    files = [*resource("clinical").glob("*.json")]
    found = {text for file in files for text in strings(json.loads(file.read_text(encoding="utf-8")))}
    return sorted((text for text in found | STEPS_ALLOWED if CLAIM.search(text)), key=len, reverse=True)


@pytest.mark.parametrize("story", ["mild", "nephritis"])
def test_no_page_and_no_print_of_a_whole_life_says_how_she_is_doing(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, story: str, fixed: list[str]
) -> None:
    session = Session(qtbot, tmp_path, clock)
    session.choose(f"demonstration_{story}")
    assert session.window.view is not None
    told = strings(json.loads(json_format.write(session.window.view.diary.contents())))
    own = sorted({text for text in told if CLAIM.search(text)}, key=len, reverse=True)

    def claims(text: str) -> bool:
        text = " ".join(text.split())
        for allowed in (*own, *fixed):
            text = text.replace(" ".join(allowed.split()), "")
        return bool(CLAIM.search(text))

    for language in ("ko", "en"):
        session.choose(f"language_{language}")
        for page in page_factories():
            # The articles explain the words; what stands around them is checked as messages above.
            if page == "learn":
                continue
            shown = session.go(page)
            if page == "timeline":
                session.click("range_all")
                session.click("preset_kidney")
            found = {(where, text) for where, text in seen_texts(session.window) if claims(text)}
            assert found == set(), (page, language)
            if page == "visit":
                session.click(f"language_{language}")
                session.settle()
                assert not claims(pdf_text.text(shown.preview.pdf))  # type: ignore[attr-defined]


def test_a_claim_would_be_noticed() -> None:
    for words in (
        "Your kidneys are getting worse",
        "Improving since May",
        "신장 기능 악화",
        "관해",
    ):
        assert CLAIM.search(words)
