"""What a person has read, answered and said in her own words stays in her diary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from lupusdiary.diary import Diary, create_demonstration
from lupusdiary.domain.change import Change
from lupusdiary.domain.learning import ArticleState, QuizAnswer, SafetyCard, TeachBack, TeachBackResult
from lupusdiary.domain.records import DiaryContents
from lupusdiary.language import Refusal
from tests.conftest import StandingClock
from tests.exchange.full_contents import learnt_life

ARTICLE = "what_is_lupus"
TODAY = date(2026, 11, 22)
SPOKEN = TeachBack(
    TODAY, ARTICLE, (TeachBackResult(True, "내 몸을 공격해요"), TeachBackResult(False)), "적어 오기"
)


def test_an_article_that_was_never_opened_is_at_its_beginning(diary: Diary) -> None:
    assert diary.learning.state(ARTICLE) == ArticleState(ARTICLE)
    assert diary.learning.states() == {}


def test_progress_goes_back_and_forth_but_finished_stays(diary: Diary, heard: list[Change]) -> None:
    diary.learning.set_progress(ARTICLE, "cause", 0.4)
    diary.learning.set_progress(ARTICLE, "aim", 1.2)
    diary.learning.set_progress(ARTICLE, "what", 0.1)
    assert diary.learning.state(ARTICLE) == ArticleState(ARTICLE, 0.1, "what", finished=True)
    assert [change.nouns for change in heard] == [frozenset({"learning"})] * 3


def test_reading_on_is_no_undo_step(diary: Diary) -> None:
    diary.days.record(TODAY, "fatigue", 3)
    diary.learning.set_progress(ARTICLE, "cause", 0.4)
    diary.learning.bookmark(ARTICLE, True)
    diary.learning.set_progress(ARTICLE, "aim", 0.8)
    diary.history.undo()
    assert diary.learning.state(ARTICLE) == ArticleState(ARTICLE, 0.8, "aim")
    diary.history.undo()
    assert diary.days.day(TODAY).is_empty
    assert diary.learning.state(ARTICLE).progress == 0.8
    assert not diary.history.can_undo


def test_reading_on_after_an_undo_never_meets_the_undone_step(diary: Diary) -> None:
    life = DiaryContents(learning=learnt_life().learning)
    diary.merge(life)
    diary.learning.set_progress(ARTICLE, "aim", 0.9)
    diary.history.undo()
    assert diary.learning.state(ARTICLE) == ArticleState(ARTICLE)
    diary.learning.set_progress(ARTICLE, "aim", 0.3)
    assert diary.history.redo() is None
    assert diary.learning.state(ARTICLE).progress == 0.3


def test_the_same_progress_again_is_no_change(diary: Diary, heard: list[Change]) -> None:
    diary.learning.set_progress(ARTICLE, "aim", 0.8)
    diary.learning.set_progress(ARTICLE, "aim", 0.8)
    assert len(heard) == 1


def test_a_bookmark_and_a_note_are_kept_and_undone(diary: Diary) -> None:
    diary.learning.bookmark(ARTICLE, True)
    diary.learning.set_note(ARTICLE, "다시 읽기")
    assert diary.learning.state(ARTICLE) == ArticleState(ARTICLE, bookmarked=True, note="다시 읽기")
    diary.learning.set_note(ARTICLE, "  ")
    assert diary.learning.state(ARTICLE).note is None
    diary.history.undo()
    assert diary.learning.state(ARTICLE).note == "다시 읽기"
    assert diary.history.undo_name is not None


def test_answers_are_kept_with_their_day(diary: Diary, clock: StandingClock) -> None:
    diary.learning.answer(ARTICLE, 1, False)
    clock.move(days=1)
    diary.learning.answer(ARTICLE, 1, True)
    assert diary.learning.answers() == [
        QuizAnswer(TODAY, ARTICLE, 1, False),
        QuizAnswer(TODAY + timedelta(days=1), ARTICLE, 1, True),
    ]
    with pytest.raises(Refusal):
        diary.learning.answer(ARTICLE, -1, True)


def test_a_teach_back_is_kept_once_and_can_be_removed(diary: Diary) -> None:
    kept = diary.learning.add_teach_back(SPOKEN)
    assert diary.learning.add_teach_back(SPOKEN).id == kept.id
    assert diary.learning.teach_backs() == [SPOKEN]
    diary.learning.remove_teach_back(kept.id)
    assert diary.learning.teach_backs() == []
    diary.history.undo()
    assert diary.learning.teach_backs() == [SPOKEN]
    with pytest.raises(Refusal):
        diary.learning.add_teach_back(replace(SPOKEN, day=TODAY + timedelta(days=1)))
    with pytest.raises(Refusal):
        diary.learning.remove_teach_back(12345)


def test_what_was_explained_again_is_said_later_and_stays_one_teach_back(diary: Diary) -> None:
    kept = diary.learning.add_teach_back(SPOKEN)
    said = TeachBackResult(True, "체가 샙니다")
    later = replace(kept, results=(kept.results[0], said, said), action="소변검사 물어보기")
    diary.learning.change_teach_back(later)
    assert diary.learning.teach_backs() == [later]
    assert diary.learning.teach_backs()[0].id == kept.id
    shorter = replace(later, results=(said,))
    diary.learning.change_teach_back(shorter)
    diary.learning.change_teach_back(shorter)
    assert diary.learning.teach_backs() == [shorter]
    diary.history.undo()
    diary.history.undo()
    assert diary.learning.teach_backs() == [SPOKEN]
    for wrong in (replace(SPOKEN, id=12345), replace(SPOKEN, id=None), replace(kept, day=date.max)):
        with pytest.raises(Refusal):
            diary.learning.change_teach_back(wrong)
    assert diary.learning.teach_backs() == [SPOKEN]


def test_the_safety_card_is_one_step_and_holds_only_known_ticks(diary: Diary, heard: list[Change]) -> None:
    card = SafetyCard(
        whom="보호자 010-0000-0000",
        ticks=("on_steroids", "name"),
        notes="스테로이드 복용 중",
        medicines="프레드니솔론 5 mg",
        allergies="설파제",
        car_t="2025. 3. 1.",
    )
    diary.safety_card.set(card)
    diary.safety_card.set(card)
    assert diary.safety_card.get() == card
    assert [change.nouns for change in heard] == [frozenset({"safety_card", "settings"})]
    with pytest.raises(Refusal, match="hair_loss"):
        diary.safety_card.set(SafetyCard(ticks=("hair_loss",)))
    diary.history.undo()
    assert diary.safety_card.get() == SafetyCard()
    diary.history.redo()
    assert diary.safety_card.get() == card


def test_what_is_here_stays_when_more_is_imported(diary: Diary) -> None:
    diary.learning.set_note(ARTICLE, "내 메모")
    diary.safety_card.set(SafetyCard("엄마"))
    life = learnt_life()
    merged = diary.merge(DiaryContents(learning=life.learning, safety_card=life.safety_card))
    assert merged.refused == ()
    assert merged.kept == 2
    assert diary.learning.state(ARTICLE) == ArticleState(ARTICLE, note="내 메모")
    assert diary.learning.state("lupus_nephritis").finished
    assert diary.safety_card.get() == replace(life.safety_card, whom="엄마")


def test_impossible_learning_is_refused_for_itself(diary: Diary) -> None:
    learnt = learnt_life().learning
    bad = replace(
        learnt,
        articles=(ArticleState("x", 2.0), *learnt.articles),
        answers=(QuizAnswer(TODAY + timedelta(days=5), "x", 0, True), *learnt.answers),
        teach_backs=(TeachBack(TODAY, "x", (TeachBackResult(True),) * 21), *learnt.teach_backs),
    )
    merged = diary.merge(DiaryContents(learning=bad, safety_card=SafetyCard(ticks=("gone",))))
    assert len(merged.refused) == 4
    assert diary.contents().learning == learnt


def test_a_reset_of_the_demonstration_forgets_what_was_learnt(tmp_path: Path, clock: StandingClock) -> None:
    with create_demonstration(tmp_path / "show", "mild", clock, until=TODAY) as diary:
        original = diary.contents()
        diary.learning.set_progress(ARTICLE, "aim", 1.0)
        diary.reset_demonstration()
        assert diary.contents() == original
        diary.learning.set_progress(ARTICLE, "aim", 1.0)
        diary.learning.bookmark(ARTICLE, True)
        diary.learning.answer(ARTICLE, 0, False)
        diary.learning.add_teach_back(SPOKEN)
        diary.safety_card.set(SafetyCard("엄마"))
        diary.reset_demonstration()
        assert diary.contents() == original
        diary.learning.set_progress(ARTICLE, "what", 0.2)
        diary.history.undo()
        assert diary.learning.state(ARTICLE).bookmarked
        assert diary.learning.teach_backs() == [SPOKEN]
