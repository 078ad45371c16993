"""Wrong options that are told nothing of their own are found, by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from lupusdiary.education.checks import content_check
from lupusdiary.education.checks.check_feedback import wanted_of_feedback
from lupusdiary.education.checks.checked import CheckedArticle
from lupusdiary.education.content.article_file import read_article
from lupusdiary.education.content.library import Library
from lupusdiary.education.content.text_file import read_text
from lupusdiary.language import LANGUAGES
from lupusdiary.resources import resource
from tests.education import own_folder

TWO, THREE = 'options = ["At 9", "At 10"]', 'options = ["At 9", "At 10", "At 11"]'


def wanted(text: str) -> list[tuple[int, str]]:
    path = Path("en/our_clinic.md")
    checked = CheckedArticle(read_article(text, path), path, tuple(text.split("\n")))
    return [(fault.line, str(fault.why)) for fault in wanted_of_feedback(checked)]


def test_each_wrong_option_of_three_has_a_feedback() -> None:
    bare = own_folder.article("en").replace(TWO, THREE)
    line = own_folder.line_of(bare, THREE)
    assert wanted(bare) == [
        (line, "Write in “feedback” why “At 10” is not right, and what is."),
        (line, "Write in “feedback” why “At 11” is not right, and what is."),
    ]
    half = bare.replace(THREE, f'{THREE}\nfeedback = ["", "We open before that.", ""]')
    assert wanted(half) == [(line + 1, "Write in “feedback” why “At 11” is not right, and what is.")]
    assert wanted(half.replace('that.", ""]', 'that.", "We open before that."]')) == []


def test_of_two_options_the_explanation_is_enough() -> None:
    assert TWO in own_folder.article("en")
    assert wanted(own_folder.article("en")) == []


def test_a_wrong_option_of_our_own_articles_that_is_told_nothing_is_a_finding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = resource("articles", "en", "sun.md")
    bare = "\n".join(line for line in read_text(file).split("\n") if not line.startswith("feedback = "))
    monkeypatch.setattr(
        content_check, "read_text", lambda path, *more: bare if path == file else read_text(path, *more)
    )
    found = [fault for fault in content_check.check(resource("articles")) if fault.path == file]
    assert len(found) == 2
    assert all(fault.why.message.startswith("Write in “{feedback}” why") for fault in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_articles_say_each_wrong_option_something_else(language: str) -> None:
    library = Library()
    for file in sorted(resource("articles", language).glob("*.md")):
        for item in library.article(file.stem, language).quiz:
            told = [text for text in item.feedback if text]
            assert len(set(told)) == len(told), item.question
            assert not item.feedback or not item.feedback[item.answer], item.question
