"""Sessions are read, written and carried to another laptop; those of the program fit their articles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lupusdiary.charts.presets import PRESETS
from lupusdiary.demonstration import STORIES
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions import session_file as sessions
from lupusdiary.education.sessions.session import (
    ArticleStep,
    ControlStep,
    EducationSession,
    QuizStep,
    TeachBackStep,
    TimelineStep,
)
from lupusdiary.education.sessions.session_file import read_session, ready_sessions, write_session

PATH = Path("own.lupussession")
READY = ready_sessions()
OWN = EducationSession(
    "own_playlist",
    "우리 “교실” \\ 1",
    'Our "class"',
    15,
    steps=(
        ArticleStep("what_is_lupus", ("what", "cause"), 5),
        QuizStep("what_is_lupus"),
        TimelineStep("보세요", "View", ("upcr",), "year", 3),
        ControlStep("누르세요", "Press", "today", "row_fatigue"),
        TeachBackStep("our_clinic", 2),
    ),
)


def test_the_sessions_of_the_program_are_there_in_their_order() -> None:
    assert [session.id for session in READY] == [
        "first_visit",
        "kidneys_and_laboratory",
        "steroids_and_bones",
        "before_car_t",
        "how_to_use",
    ]
    assert READY[0].minutes == 20


@pytest.mark.parametrize("session", READY, ids=lambda session: session.id)
def test_a_session_takes_as_long_as_its_steps(session: EducationSession) -> None:
    assert sum(step.minutes or 0 for step in session.steps) == session.minutes
    assert session.title_ko != session.title_en
    assert session.aim_ko
    assert session.aim_en


@pytest.mark.parametrize("session", READY, ids=lambda session: session.id)
def test_a_session_shows_what_there_is(session: EducationSession) -> None:
    library = Library()
    known = set(library.ids())
    for step in session.steps:
        if isinstance(step, ArticleStep) and step.article in known:
            anchors = {section.anchor for section in library.article(step.article, "ko").sections}
            assert set(step.sections) <= anchors, step
        if isinstance(step, TimelineStep):
            shown = [code for name in step.series for code in PRESETS.get(name, (name,))]
            assert shown
            for code in shown:
                assert code in SymptomCatalogue() or code in AnalyteCatalogue(), code
    assert session.story in STORIES


def test_a_playlist_reads_back_as_it_was_written() -> None:
    assert read_session(write_session(OWN), PATH) == OWN
    for session in READY:
        assert read_session(write_session(session), PATH) == session
    assert OWN.articles == ("what_is_lupus", "our_clinic")


def test_one_language_is_enough_for_a_playlist() -> None:
    read = read_session(write_session(replace(OWN, title_en="", aim_ko="")), PATH)
    assert read.title_en == read.title_ko == OWN.title_ko


@pytest.mark.parametrize(
    ("before", "after", "line", "says"),
    [
        ('kind = "quiz"', 'kind = "film"', 13, "The kind of a step is one of"),
        ('range = "year"', 'range = "today"', 17, "“range” is one of"),
        ("minutes = 15", "minutes = true", 1, "“minutes” must be a whole number"),
        ("minutes = 15", "minutes = 100000", 1, "“minutes” must be a whole number"),
        ('id = "own_playlist"', 'id = "../x"', 1, "“id” is missing"),
        ('control = "row_fatigue"', 'control = "a b"', 25, "“control” is missing"),
        ('sections = ["what", "cause"]', "sections = [1]", 7, "“sections” must be a list of texts"),
        ('article = "what_is_lupus"', "article = 7", 7, "“article” is missing"),
        ("[[step]]", "[step]", 13, "is there twice"),
    ],
)
def test_a_fault_names_its_line(before: str, after: str, line: int, says: str) -> None:
    with pytest.raises(ContentFault, match=says) as caught:
        read_session(write_session(OWN).replace(before, after), PATH)
    if after != "[step]":
        assert caught.value.line == line


def test_an_empty_or_huge_playlist_is_refused() -> None:
    with pytest.raises(ContentFault, match="at least one step"):
        read_session(write_session(replace(OWN, steps=())), PATH)
    with pytest.raises(ContentFault, match="at least one step"):
        read_session(write_session(replace(OWN, steps=OWN.steps * 41)), PATH)
    assert sessions.SUFFIX == ".lupussession"


def test_the_steps_of_each_ready_session_fill_its_minutes() -> None:
    for session in ready_sessions():
        assert sum(step.minutes or 0 for step in session.steps) == session.minutes, session.id
    (first,) = (each for each in ready_sessions() if each.id == "first_visit")
    assert (first.minutes, first.story) == (20, "mild")
