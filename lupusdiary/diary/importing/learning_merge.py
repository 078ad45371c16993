"""Brings what was learnt elsewhere into a diary. What is there stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace

from lupusdiary.diary.importing.merge_count import MergeCount
from lupusdiary.diary.nouns.repositories import Repositories
from lupusdiary.diary.validation import day_that_came_somewhere
from lupusdiary.domain.learning import ArticleState, QuizAnswer, SafetyCard, TeachBack
from lupusdiary.domain.records import DiaryContents


class LearningMerge:
    """Articles, answers, teach-backs and the safety card of other contents."""

    def __init__(self, repositories: Repositories, count: MergeCount) -> None:
        self._repositories = repositories
        self._count = count

    def run(self, contents: DiaryContents) -> None:
        """Brings them in."""
        learning, learnt = self._repositories.learning, contents.learning
        self._articles(learnt.articles)
        self._count.bring_in(
            learning.answers(),
            learnt.answers,
            self._checked_answer,
            learning.put_answer,
            name="learning: answers",
        )
        self._count.bring_in(
            learning.teach_backs(),
            learnt.teach_backs,
            self._checked_teach_back,
            learning.put_teach_back,
            name="learning: teach_backs",
        )
        self._card(contents.safety_card)

    def _articles(self, there: Iterable[ArticleState]) -> None:
        here = self._repositories.learning.states()
        for number, raw in enumerate(there):
            with self._count.one("learning: articles", number):
                state = self._repositories.learning.checked_state(raw)
                ours = here.get(state.article, ArticleState(state.article))
                if ours == ArticleState(state.article) != state:
                    self._repositories.learning.put_state(state)
                    here[state.article] = state
                    self._count.new += 1
                else:
                    self._count.same(equal=ours == state)

    def _card(self, card: SafetyCard) -> None:
        with self._count.one("safety_card", 0):
            card = self._repositories.safety_card.checked(card)
            merged = self._repositories.safety_card.get()
            for field in fields(SafetyCard):
                ours, theirs = getattr(merged, field.name), getattr(card, field.name)
                if not theirs:
                    continue
                if ours:
                    self._count.same(equal=ours == theirs)
                else:
                    merged = replace(merged, **{field.name: theirs})
                    self._count.new += 1
            self._repositories.safety_card.set(merged)

    def _checked_answer(self, answer: QuizAnswer) -> QuizAnswer:
        day_that_came_somewhere(answer.day, self._repositories.clock().date())
        return self._repositories.learning.checked_answer(answer)

    def _checked_teach_back(self, teach_back: TeachBack) -> TeachBack:
        day_that_came_somewhere(teach_back.day, self._repositories.clock().date())
        return self._repositories.learning.checked_teach_back(teach_back)
