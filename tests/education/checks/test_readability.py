"""How easy a text is to read, measured in both languages."""

from __future__ import annotations

from pathlib import Path

from lupusdiary.education.checks.readability import grade, korean, syllables, unexplained
from lupusdiary.education.content.glossary import Glossary, GlossaryTerm
from lupusdiary.education.content.library import Library
from tests.education import own_folder


def test_easy_english_has_a_low_grade_and_hard_english_a_high_one() -> None:
    easy = grade(["The cat sat on the mat.", "It was warm in the sun."])
    hard = grade(
        ["Immunosuppressive medications necessitate individualised multidisciplinary considerations."]
    )
    assert easy < 3
    assert hard > 15
    assert [syllables(word) for word in ("lupus", "kidney", "called", "people", "diagnosis", "the")] == [
        2,
        2,
        1,
        2,
        4,
        1,
    ]


def test_korean_sentences_are_measured_in_words() -> None:
    found = korean(["하나 둘 셋입니다.", "하나 둘 셋 넷 다섯입니다."])
    assert (found.mean, found.longest, found.longest_sentence) == (4, 5, "하나 둘 셋 넷 다섯입니다.")


def test_unexplained_words_are_those_that_nobody_marked(tmp_path: Path) -> None:
    article = Library([own_folder.write(tmp_path / "own")]).article("our_clinic", "ko")
    words = Glossary(
        [
            GlossaryTerm("proteinuria_own", "단백뇨", "proteinuria", "…", "…"),
            GlossaryTerm("nurse", "간호사", "nurse", "…", "…"),
            GlossaryTerm("clinic", "우리 병원", "clinic", "…", "…"),
        ]
    )
    assert unexplained(article, words) == ["간호사"]
