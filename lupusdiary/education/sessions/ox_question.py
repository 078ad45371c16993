"""A quiz item for a group: a statement, right (O) or not (X), answered by a show of hands."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from lupusdiary.education.content.article import TRUE_FALSE, Article


@dataclass(frozen=True, slots=True)
class OxQuestion:
    """`claim` is the answer that is to be judged; None where the question itself is a statement. `right`
    says whether O is right; `answer` is the right one in words, `correction` the same where X is right and
    the answer says more than that."""

    question: str
    claim: str | None
    right: bool
    answer: str
    explanation: str
    correction: str = ""


def ox_question(article: Article, item: int) -> OxQuestion:
    """An item of an article as a question for O and X: the same claim in both languages, each time."""
    quiz = article.quiz[item]
    answer = quiz.options[quiz.answer]
    if quiz.statement:
        correction = "" if quiz.true or quiz.options in TRUE_FALSE else answer
        return OxQuestion(quiz.statement, None, quiz.true, answer, quiz.explanation, correction)
    if quiz.options in TRUE_FALSE:
        return OxQuestion(quiz.question, None, quiz.answer == 0, answer, quiz.explanation)
    # A hospital's question that says no statement. Half of the claims are right, or the group would soon know
    # what to say.
    chance = Random(f"{article.id} {item}")
    wrong = [at for at in range(len(quiz.options)) if at != quiz.answer]
    shown = quiz.answer if chance.random() < 0.5 or not wrong else chance.choice(wrong)
    right = shown == quiz.answer
    correction = "" if right else answer
    return OxQuestion(quiz.question, quiz.options[shown], right, answer, quiz.explanation, correction)
