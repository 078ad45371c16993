"""Checks that who chooses a wrong answer is told what is wrong with that one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from lupusdiary.education.checks.checked import CheckedArticle
from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.language import Refusal


def wanted_of_feedback(checked: CheckedArticle) -> Iterator[ContentFault]:
    """Wrong options without a feedback of their own; of two options the explanation tells of the wrong."""
    for nth, item in enumerate(checked.article.quiz):
        if len(item.options) == 2:
            continue
        key = "feedback" if item.feedback else "options"
        line = checked.key_line(key, after=checked.key_line("quiz", nth))
        for at, (option, text) in enumerate(zip_longest(item.options, item.feedback, fillvalue="")):
            if option and not text and at != item.answer:
                why = Refusal(
                    "Write in “{feedback}” why “{option}” is not right, and what is.",
                    feedback="feedback",
                    option=option,
                )
                yield checked.fault(line, why)
