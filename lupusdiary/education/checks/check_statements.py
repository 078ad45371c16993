"""Checks what O and X are asked: a statement that is right or not, without a “not” that turns it round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lupusdiary.education.checks.checked import CheckedArticle
from lupusdiary.education.content.article import TRUE_FALSE, QuizItem
from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.language import Refusal

# 없애다 (take away), 아니프롤루맙 (a medicine) and 안전 (safe) deny nothing.
_DENIES = {
    "en": re.compile(r"\b(?:not|no|never|none|nobody|nothing|cannot|without)\b|n[’']t\b", re.IGNORECASE),
    "ko": re.compile(r"않|아니(?!프)|아닌|없(?!애)|못(?=[ 한하해합했])|(?<![가-힣])안 "),
}


def wanted_of_statements(checked: CheckedArticle) -> Iterator[ContentFault]:
    """Questions that say no statement, and statements that deny something."""
    article = checked.article
    for nth, item in enumerate(article.quiz):
        head = checked.key_line("quiz", nth)
        said = _statement(item)
        if not said:
            why = Refusal(
                "Write as “{statement}” what a group is to judge with O or X, and as “{true}” whether it is "
                "right.",
                statement="statement",
                true="true",
            )
            yield checked.fault(head, why)
        elif found := _DENIES[article.language].search(said):
            why = Refusal(
                "Say the statement without “{word}”: with it, O and X are easily mixed up.",
                word=found[0].strip(),
            )
            yield checked.fault(checked.line(said[:20], head), why)


def _statement(item: QuizItem) -> str:
    """What is judged: the statement, or a question that is one."""
    return item.statement or (item.question if item.options in TRUE_FALSE else "")
