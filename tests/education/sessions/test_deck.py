"""A session as a row of screens: from the text that is read, the same places in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions.deck import counterpart, deck, missing, session_of
from lupusdiary.education.sessions.frames import Frame
from lupusdiary.education.sessions.ox_question import ox_question
from lupusdiary.education.sessions.session import ArticleStep, EducationSession, QuizStep
from lupusdiary.education.sessions.session_file import ready_sessions
from lupusdiary.language import translator
from tests.education import own_folder

KO, EN = translator("ko"), translator("en")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.mark.parametrize("session", ready_sessions(), ids=lambda session: session.id)
def test_each_place_of_a_session_is_in_both_languages(session: EducationSession, library: Library) -> None:
    korean, english = deck(session, library, KO), deck(session, library, EN)
    assert {frame.place for frame in korean} == {frame.place for frame in english}
    for frame in korean:
        assert english[counterpart(english, frame)].place == frame.place


@pytest.mark.parametrize("session", ready_sessions(), ids=lambda session: session.id)
def test_a_session_opens_with_its_aim_and_ends_with_what_to_take_home(
    session: EducationSession, library: Library
) -> None:
    for tr in (KO, EN):
        first, *_, last = deck(session, library, tr)
        assert (first.kind, first.lines) == ("aim", (session.aim(tr),))
        assert last.kind == "take_home"
        assert len(session.remember(tr)) == 3
        assert last.lines[:3] == session.remember(tr)
        assert session.action(tr) in last.lines[3]
        assert "119" in last.caveat


def test_an_article_alone_ends_with_its_three_messages(library: Library) -> None:
    article = library.article("lupus_nephritis", "en")
    last = deck(session_of(article, library.article("lupus_nephritis", "ko"), 5), library, EN)[-1]
    assert last.lines[:3] == tuple(each.message for each in article.teach_back)
    assert article.action in last.lines[3]


def test_what_the_last_screen_asks_for_is_asked_once(library: Library) -> None:
    korean, english = (library.article("sun", code) for code in ("ko", "en"))
    alone = deck(session_of(english, korean, 5), library, EN)
    assert [f.kind for f in alone].count("action") == 0
    steps = (ArticleStep("sun"), ArticleStep("fatigue"))
    frames = deck(EducationSession("s", "가", "a", 5, steps=steps), library, EN)
    asked = [f.lines[0] for f in frames if f.kind == "action"]
    assert asked == [library.article("fatigue", "en").action]


def test_the_minutes_of_a_step_stand_in_its_notes(library: Library) -> None:
    steps = (ArticleStep("what_is_lupus", ("what",), 7),)
    frames = deck(EducationSession("s", "가", "a", 5, steps=steps), library, EN)
    assert all(f.notes.startswith("7 minutes for this step") for f in frames if f.kind == "section")


def test_wherever_car_t_is_taught_it_is_said_that_people_differ(library: Library) -> None:
    session = next(each for each in ready_sessions() if each.id == "before_car_t")
    frames = deck(session, library, EN)
    taught = [f for f in frames if f.kind == "timeline" or (f.article or "").startswith("car_t")]
    assert taught
    assert all("predict" in frame.caution for frame in taught)
    mild = next(each for each in ready_sessions() if each.id == "first_visit")
    assert not any(frame.caution for frame in deck(mild, library, EN))


def test_the_notes_hold_the_whole_text_of_a_section(library: Library) -> None:
    article = library.article("lupus_nephritis", "en")
    session = EducationSession("s", "가", "a", 5, steps=(ArticleStep("lupus_nephritis"),))
    shown = [f for f in deck(session, library, EN) if f.kind == "section"]
    said = {slide.section for slide in article.slides}
    assert {f.slide.anchor for f in shown if f.slide} == said
    assert all(len(f.notes) >= sum(len(line) for line in f.lines) for f in shown)


def test_what_does_not_fit_goes_on_the_next_screen_and_nothing_is_lost(library: Library) -> None:
    session = EducationSession("s", "가", "a", 5, steps=(ArticleStep("lupus_nephritis"),))

    def fits(frame: Frame) -> bool:
        return len(frame.lines) <= 2

    whole, split = deck(session, library, EN), deck(session, library, EN, fits)
    assert len(split) > len(whole)
    assert all(len(frame.lines) <= 2 for frame in split)
    assert [line for f in whole for line in f.lines] == [line for f in split for line in f.lines]


def test_lines_that_go_on_are_counted_on(library: Library) -> None:
    def fits(frame: Frame) -> bool:
        return len(frame.lines) <= 2

    article = library.article("lupus_nephritis", "en")
    frames = deck(session_of(article, library.article("lupus_nephritis", "ko"), 5), library, EN, fits)
    assert [(f.piece, f.first) for f in frames if f.kind == "take_home"] == [(1, 1), (2, 3)]


def test_where_only_what_to_do_is_left_for_the_last_screen_its_heading_does_not_count_three(
    library: Library,
) -> None:
    def fits(frame: Frame) -> bool:
        return len(frame.lines) <= 3

    article = library.article("lupus_nephritis", "en")
    frames = deck(session_of(article, library.article("lupus_nephritis", "ko"), 5), library, EN, fits)
    *_, three, last = frames
    assert len(three.lines) == 3
    assert three.heading == "Three things to take home"
    assert last.lines[0].startswith("To do: ")
    assert last.heading == "One thing to do next"


def test_the_presenter_is_told_of_an_article_that_does_not_say_its_slides(tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path)
    own_folder.without_slides(folder)
    own = Library([folder])
    steps = (ArticleStep("our_clinic"),)
    title = deck(EducationSession("s", "가", "a", 5, steps=steps), own, EN)[0]
    assert title.notes.startswith("This article does not say its slides")
    own_folder.write(tmp_path / "said")
    title = deck(EducationSession("s", "가", "a", 5, steps=steps), Library([tmp_path / "said"]), EN)[0]
    assert title.notes.startswith("Our clinic")


def test_an_article_that_comes_again_goes_on_without_its_title(library: Library) -> None:
    steps = (ArticleStep("what_is_lupus", ("what",)), ArticleStep("what_is_lupus", ("urgent",)))
    frames = deck(EducationSession("s", "가", "a", 5, steps=steps), library, EN)
    assert [f.kind for f in frames].count("title") == 1


def test_what_the_library_does_not_have_is_named_with_its_step(library: Library) -> None:
    steps = (ArticleStep("what_is_lupus", ("nowhere",)), QuizStep("unknown_article"))
    faults = [str(each) for each in missing(EducationSession("s", "가", "a", 5, steps=steps), library)]
    assert len(faults) == 2
    assert "1" in faults[0]
    assert "nowhere" in faults[0]
    assert "2" in faults[1]
    assert "unknown_article" in faults[1]


def test_a_question_for_o_and_x_asks_the_same_in_both_languages(library: Library) -> None:
    asked = 0
    answers = []
    for id in library.ids():
        korean, english = library.article(id, "ko"), library.article(id, "en")
        for item in range(len(english.quiz)):
            ko, en = ox_question(korean, item), ox_question(english, item)
            assert ko.right == en.right, (id, item)
            # A statement is asked, never an answer that is to be judged.
            assert ko.claim is None, (id, item)
            assert en.claim is None, (id, item)
            assert bool(ko.correction) == bool(en.correction), (id, item)
            assert not (en.right and en.correction), (id, item)
            answers.append(en.right)
            asked += 1
    assert asked > 100
    assert 0.4 < sum(answers) / asked < 0.6


def test_a_hospitals_question_without_a_statement_shows_an_answer_to_judge(tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path)
    own_folder.change(folder, "en/our_clinic.md", 'statement = "We open at 9."\n', "")
    own_folder.change(folder, "ko/our_clinic.md", 'statement = "9시에 문을 연다."\n', "")
    own = Library([folder])
    english, korean = (ox_question(own.article("our_clinic", code), 0) for code in ("en", "ko"))
    assert english.claim in ("At 9", "At 10")
    assert (english.claim == "At 9") is english.right is korean.right
    assert english.correction == ("" if english.right else "At 9")
