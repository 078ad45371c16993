"""Ready questions stand below every article, ask in both languages, and print in the page's language."""

from __future__ import annotations

from lupusdiary.education.content.library import Library
from lupusdiary.education.content.ready_questions import in_language, ready_questions
from lupusdiary.language import translator

KO, EN = translator("ko"), translator("en")


def test_every_article_has_some_and_each_asks_once_in_both_languages() -> None:
    every = [ready for id in Library().ids() for ready in ready_questions(id)]
    assert all(ready_questions(id) for id in Library().ids())
    for words in ([ready.ko for ready in every], [ready.en for ready in every]):
        assert len(set(words)) == len(words)
        assert all(each.endswith("?") for each in words)


def test_an_article_of_a_hospital_has_none() -> None:
    assert ready_questions("our_clinic") == ()


def test_a_ready_one_is_printed_in_the_pages_language_and_a_typed_one_as_typed() -> None:
    first = ready_questions("lupus_nephritis")[0]
    assert in_language(first.ko, EN) == first.en
    assert in_language(first.en, KO) == first.ko
    assert in_language(first.ko, KO) == first.ko
    assert in_language("혈압은요?", EN) == "혈압은요?"
