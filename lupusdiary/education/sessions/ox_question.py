"""A quiz item for a group: a statement, right (O) or not (X), answered by a show of hands."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from lupusdiary.education.content.article import Article

_TRUE_FALSE = (("True", "False"), ("맞다", "틀리다"))


@dataclass(frozen=True, slots=True)
class OxQuestion:
    """`claim` is the answer that is to be judged; None where the question itself is a statement. `right`
    says whether O is right; `answer` is the right one in words."""

    question: str
    claim: str | None
    right: bool
    answer: str
    explanation: str


def ox_question(article: Article, item: int) -> OxQuestion:
    """An item of an article as a question for O and X: the same claim in both languages, each time."""
    quiz = article.quiz[item]
    answer = quiz.options[quiz.answer]
    if quiz.statement:
        return OxQuestion(quiz.statement, None, quiz.true, answer, quiz.explanation)
    if quiz.options in _TRUE_FALSE:
        return OxQuestion(quiz.question, None, quiz.answer == 0, answer, quiz.explanation)
    # Half of the claims are right, or the group would soon know what to say.
    chance = Random(f"{article.id} {item}")
    wrong = [at for at in range(len(quiz.options)) if at != quiz.answer]
    shown = quiz.answer if chance.random() < 0.5 or not wrong else chance.choice(wrong)
    return OxQuestion(quiz.question, quiz.options[shown], shown == quiz.answer, answer, quiz.explanation)
