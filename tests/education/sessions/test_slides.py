"""Slides come from the text that is read, and a screen never holds more than can be read from the back."""

from __future__ import annotations

from lupusdiary.education.content.article import line_text, lines_of
from lupusdiary.education.content.article_file import read_article
from lupusdiary.education.content.disclaimers import differs
from lupusdiary.education.content.library import Library
from lupusdiary.education.content.sentences import sentences
from lupusdiary.education.sessions.slides import counterpart, slides
from tests.education.content.test_article_file import BODY, FRONT, PATH


def test_a_section_is_a_slide_of_first_sentences_with_the_whole_text_as_notes() -> None:
    article = read_article(FRONT + BODY, PATH)
    title, what, call, warning, action = slides(article)
    assert (title.kind, title.heading, title.lines) == ("title", "My kidneys", ("What kidneys do.",))
    assert what.lines == ("Kidneys clean the blood.",)
    assert what.figure is not None
    assert what.notes.endswith("Read on in kidneys.")
    assert call.lines == ("swollen legs", "foamy urine", "first", "then")
    assert (warning.kind, warning.lines) == (
        "warning",
        ("Little urine: call today.", "Blood in the urine: call today."),
    )
    assert (warning.part, warning.parts, warning.anchor) == (2, 2, "call")
    assert (action.kind, action.lines) == ("action", ("Ask about your kidneys.",))


def test_some_sections_make_a_shorter_show() -> None:
    article = read_article(FRONT + BODY, PATH)
    assert [slide.anchor for slide in slides(article, ("call",))] == [None, "call", "call"]


def test_a_long_section_goes_on_on_a_second_screen() -> None:
    points = "".join(
        f"- Point {n} says something that takes about one row of the screen.\n" for n in range(15)
    )
    article = read_article(FRONT + "## A {#a}\n\n" + points, PATH)
    screens = [slide for slide in slides(article) if slide.anchor == "a"]
    assert [slide.part for slide in screens] == [1, 2, 3, 4][: len(screens)]
    assert len(screens) > 1
    assert sum(len(slide.lines) for slide in screens) == 15
    assert min(len(slide.lines) for slide in screens) > 1


def test_the_same_place_is_found_in_the_other_language() -> None:
    library = Library()
    korean = slides(library.article("what_is_lupus", "ko"))
    english = slides(library.article("what_is_lupus", "en"))
    for slide in korean:
        found = english[counterpart(english, slide)]
        assert (found.anchor, found.kind) == (slide.anchor, slide.kind)


def test_every_slide_of_the_library_can_be_read_from_the_back_row() -> None:
    library = Library()
    for id in library.ids():
        for language in ("ko", "en"):
            article = library.article(id, language)
            assert article.path is not None
            made = slides(article)
            assert {slide.anchor for slide in made} >= {section.anchor for section in article.sections}
            for slide in made:
                assert slide.lines or slide.figure, (id, language, slide.heading)
                assert len(slide.lines) <= 9
                assert sum(map(len, slide.lines)) <= 9 * 62, (id, language, slide.heading)
                assert slide.differs is differs(article)


def test_every_warning_of_the_library_is_on_a_slide_unchanged() -> None:
    library = Library()
    for article in library.articles("ko"):
        shown = {line for slide in slides(article) if slide.kind == "warning" for line in slide.lines}
        written = {
            line_text(line)
            for section in article.sections
            for block in section.blocks
            if type(block).__name__ == "Warning"
            for line in lines_of(block)
        }
        assert shown == written, article.id


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
