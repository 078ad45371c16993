"""What stands above a teach-back, and what of it was left open today."""

from __future__ import annotations

from lupusdiary.diary import Diary
from lupusdiary.domain.learning import TeachBack
from lupusdiary.education.content.article import Article
from lupusdiary.language import Translator


def introduction(diary: Diary, tr: Translator, *, keeps: bool) -> str:
    """How a talk goes, and whether anything of it is kept."""
    if keeps:
        return tr.text(
            "It is about how well we have explained, not a test. One message at a time: ask, listen, and "
            "tick; or explain it again in other words and ask again."
        )
    if diary.demonstration is not None:
        return tr.text(
            "This is a demonstration diary: go through it to practise, nothing of it is kept. For a real "
            "talk, print the empty form, two to a page, and fill it in by hand."
        )
    return tr.text(
        "This diary can only be read, so nothing is kept here. Print the empty form, two to a page, and "
        "fill it in by hand."
    )


def unfinished(diary: Diary, article: Article) -> TeachBack | None:
    """What was kept today of a talk about this article in which something was not decided yet."""
    today, number = diary.today(), len(article.teach_back)
    for each in reversed(diary.learning.teach_backs()):
        if (each.day, each.article) == (today, article.id):
            decided = [result.said for result in each.results if result.said is not None]
            return each if len(decided) < number else None
    return None
