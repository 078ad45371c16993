"""The example that a nurse copies: nothing to correct, found like any article, and explained."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from lupusdiary.education.checks.content_check import check
from lupusdiary.education.checks.example import folder_name, guide, write_example
from lupusdiary.education.content.article import Front
from lupusdiary.education.content.drawing import COLOURS
from lupusdiary.education.content.figures import figure_svg
from lupusdiary.education.content.library import Library
from lupusdiary.language import Refusal, translator
from lupusdiary.resources import resource


@pytest.fixture
def example(tmp_path: Path) -> Path:
    folder = tmp_path / folder_name(translator("ko"))
    write_example(folder)
    return folder


def test_the_example_has_nothing_to_correct_and_holds_one_of_each(example: Path) -> None:
    assert [str(fault) for fault in check(example)] == []
    library = Library([resource("articles"), example])
    assert library.ids()[-1] == "our_clinic"
    for language in ("ko", "en"):
        article = library.article("our_clinic", language)
        assert len(article.quiz) == 2
        assert len(article.teach_back) == 3
        assert "${" not in figure_svg(library, "our_way", language, dict.fromkeys(COLOURS, "#000"))
    assert "our_education_nurse" in library.glossary
    assert {path.name for path in example.glob("*.txt")} == {"글 쓰는 법.txt", "How to write.txt"}


def test_the_example_says_of_itself_that_it_is_one(example: Path) -> None:
    library = Library([example])
    assert library.card("our_clinic", "ko").front.title.startswith("예시")
    assert library.card("our_clinic", "en").front.title.startswith("Example")
    assert library.card("our_clinic", "en").front.review == ""


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_guide_names_every_field_and_mark(language: str) -> None:
    parts = guide(language)
    words = "\n".join("\n".join(paragraphs) for _, paragraphs in parts)
    assert len(parts) == 7
    # What stands beside each other in the example needs no word: the medicines are like the tests.
    for field in {each.name for each in fields(Front)} - {"medicines"}:
        assert re.search(rf"\b{field}\b", words), field
    for mark in ("## ", "{#", "[^KEY]", "(term:id)", "(article:id)", "(figure:", "> [!WARNING]", "UTF-8"):
        assert mark in words, mark


def test_nothing_that_is_there_is_written_over(example: Path) -> None:
    (example / "sources.toml").write_text("mine", encoding="utf-8")
    with pytest.raises(Refusal, match="nothing was changed"):
        write_example(example)
    assert (example / "sources.toml").read_text(encoding="utf-8") == "mine"
