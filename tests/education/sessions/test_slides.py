"""Slides say what an article wrote for them, and a screen never holds more than can be read from the back."""

from __future__ import annotations

import pytest

from lupusdiary.domain.urgency import grouped, urgency
from lupusdiary.education.checks.numbers import numbers_in
from lupusdiary.education.content.article import Warning, blocks_of
from lupusdiary.education.content.article_file import read_article
from lupusdiary.education.content.disclaimers import differs
from lupusdiary.education.content.library import Library
from lupusdiary.education.content.sentences import sentences
from lupusdiary.education.sessions.session import ArticleStep
from lupusdiary.education.sessions.session_file import ready_sessions
from lupusdiary.education.sessions.slides import slides
from lupusdiary.language import LANGUAGES, translator
from tests.education.content.test_article_file import BODY, FRONT, PATH

SAID = """
[[slides]]
section = "what"
says = "Kidneys clean 180 litres a day."
more = "They let go of protein when they are ill."
caveat = "A number of the textbook."
ask = "What does a sieve do?"

[[slides]]
section = "what"
says = "They keep what the body needs."
+++
"""


def test_a_section_shows_the_lines_that_it_says_with_figure_caveat_question_and_whole_text() -> None:
    article = read_article(FRONT.removesuffix("+++\n") + SAID + BODY, PATH)
    title, first, second, warning, action = slides(article)
    assert (title.kind, title.heading, title.lines) == ("title", "My kidneys", ())
    assert (first.heading, first.lines) == (
        "Kidneys clean 180 litres a day.",
        ("They let go of protein when they are ill.",),
    )
    assert first.caveat == "A number of the textbook."
    assert first.figure is not None
    assert first.ask == "What does a sieve do?"
    assert first.notes.endswith("Read on in kidneys.")
    assert (second.heading, second.lines, second.caveat) == ("They keep what the body needs.", (), "")
    assert (warning.kind, warning.lines) == (
        "warning",
        ("Little urine: call today.", "Blood in the urine: call today."),
    )
    assert (action.kind, action.lines) == ("action", ("Ask about your kidneys.",))


def test_a_hospitals_article_without_lines_shows_its_messages_and_never_a_first_sentence() -> None:
    message = '\n[[teach_back]]\nmessage = "Kidneys filter."\nask = "What do they do?"\n+++\n'
    article = read_article(FRONT.removesuffix("+++\n") + message + BODY, PATH)
    shown = slides(article)
    assert [slide.heading for slide in shown] == [
        "My kidneys", "Kidneys filter.", "The filter", "When to call", "My kidneys",
    ]  # fmt: skip
    said = [" ".join((slide.heading, *slide.lines)) for slide in shown]
    assert not any("Kidneys clean" in each or "What kidneys do" in each for each in said)


def test_some_sections_make_a_shorter_show() -> None:
    article = read_article(FRONT.removesuffix("+++\n") + SAID + BODY, PATH)
    assert [slide.anchor for slide in slides(article, ("call",))] == [None, "call"]


def test_every_slide_of_the_library_says_one_thing_or_the_signs_of_one_box() -> None:
    library = Library()
    for id in library.ids():
        for language in ("ko", "en"):
            article = library.article(id, language)
            assert article.path is not None
            made = slides(article)
            for slide in made:
                assert slide.heading
                assert slide.kind == "warning" or len(slide.lines) <= 1, (id, slide.heading)
                assert slide.differs is differs(article)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_article_says_its_slides_at_most_two_thoughts_each_and_a_caveat_beside_a_number(
    language: str,
) -> None:
    numbers = {level.number for level in urgency().levels}
    for article in Library().articles(language):
        assert 5 <= len(article.slides) <= 10, article.id
        for said in article.slides:
            where = (article.id, said.says)
            assert len(sentences(said.says)) == 1, where
            assert len(sentences(said.more)) <= 1, where
            assert not said.says.endswith("."), where
            if numbers_in(f"{said.says} {said.more}").keys() - numbers:
                assert said.caveat, where


def test_the_sections_of_every_session_say_their_lines() -> None:
    library = Library()
    for session in ready_sessions():
        for step in session.steps:
            if isinstance(step, ArticleStep):
                for language in ("ko", "en"):
                    article = library.article(step.article, language)
                    shown = {slide.anchor for slide in slides(article, step.sections)}
                    wanted = set(step.sections) or {section.anchor for section in article.sections}
                    assert shown >= wanted, (session.id, article.id)


def test_every_sign_of_a_box_is_on_a_slide_below_what_is_to_be_done() -> None:
    library = Library()
    for language in ("ko", "en"):
        tr = translator(language)
        for article in library.articles(language):
            shown = {(s.heading, line) for s in slides(article) if s.kind == "warning" for line in s.lines}
            for block in blocks_of(article):
                if isinstance(block, Warning):
                    for group in grouped(urgency().sign(id) for id in block.ids if id in urgency()):
                        for sign in group.signs:
                            assert (group.heading(tr), sign.short(tr)) in shown, (article.id, sign.id)


def test_sentences_end_where_a_reader_ends_them() -> None:
    assert sentences("One. Two? Three! ‘Four.’ Five 0.5 g.") == [
        "One.",
        "Two?",
        "Three!",
        "‘Four.’",
        "Five 0.5 g.",
    ]
    assert sentences("2026. 11. 22.에 갔습니다. 끝입니다.") == ["2026. 11. 22.에 갔습니다.", "끝입니다."]
    assert sentences("  ") == []
