"""The content check names the file, the line and what to do; and finds nothing where nothing is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lupusdiary.education.content_check import check
from lupusdiary.education.glossary import Glossary, GlossaryTerm
from lupusdiary.education.library import Library
from lupusdiary.education.numbers import difference, numbers_in
from lupusdiary.education.readability import grade, korean, syllables, unexplained
from lupusdiary.language import translator
from tests.education import own_folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return own_folder.write(tmp_path / "hospital")


def change(own: Path, file: str, before: str, after: str) -> int:
    """Changes a file of the folder and says the line of the change."""
    path = own / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    return text[: text.index(before)].count("\n") + 1


def test_a_good_folder_is_good(own: Path) -> None:
    assert [str(fault) for fault in check(own)] == []


EN, KO = "en/our_clinic.md", "ko/our_clinic.md"
NURSE, NURSE_KO = "A nurse will answer you.", "간호사가 전화를 받습니다."
HARD = "Immunosuppressive medications necessitate individualised multidisciplinary considerations. " * 4


@pytest.mark.parametrize(
    ("file", "before", "after", "says"),
    [
        (EN, "(term:proteinuria_own)", "(term:gone)", "The glossary does not hold “gone”"),
        (EN, "(term:proteinuria_own)", "(article:gone)", "no article “gone”"),
        (EN, "(figure:clinic_way", "(figure:gone", "There is no figure “gone”"),
        (EN, "from 9 to 17", "from 9 to 18", "equally often in both languages: 17, 18"),
        (EN, '"At 9", "At 10"', '"At 9", "At 11"', "both languages: 10, 11"),
        (EN, "{#open}", "{#closed}", "the same sections"),
        (EN, '"Nobody"]\nanswer = 0', '"Nobody"]\nanswer = 1', "right answers"),
        (EN, '"upcr"', '"urpc"', "“urpc” is not known among the analytes"),
        (EN, "[^HOSPITAL]", "", "Give a source for this"),
        (EN, "[^HOSPITAL]", "[^OTHER]", "List the source “OTHER”"),
        (KO, "[^HOSPITAL]", "[^HOSPITAL][^OK]", "List the source “OK”"),
        (EN, NURSE, HARD, "reads like school grade"),
        (KO, NURSE_KO, "간호사가 당신의 전화를 받습니다.", "without “당신”"),
        (KO, NURSE_KO, "간호사가 " + "아주 " * 28 + "빨리 받습니다.", "make two of it"),
        ("figures/clinic_way.toml", "alt_ko", "alt_xx", "“alt_ko” is missing"),
        ("figures/clinic_way.svg", "<text", "<script", "cannot be read here"),
        ("glossary.toml", '"our_clinic"', '"gone"', "no article “gone”"),
        ("sources.toml", "text_ko", "text_xx", "Write a source as [HOSPITAL]"),
        (EN, "+++\nid", "id", "Begin the file with a line"),
    ],
)
def test_each_fault_is_found_with_its_file(own: Path, file: str, before: str, after: str, says: str) -> None:
    change(own, file, before, after)
    found = [fault for fault in check(own) if says in str(fault)]
    assert found, [str(fault) for fault in check(own)]
    assert re.match(re.escape(str(own)) + r"/.+\.(md|toml|svg):\d+: .", str(found[0]))
    if "both languages" not in says and "OTHER" not in after:
        assert found[0].path == own / file


def test_the_line_is_the_one_to_change(own: Path) -> None:
    line = change(own, "en/our_clinic.md", "[protein](term:proteinuria_own)", "[protein](term:gone)")
    assert [fault.line for fault in check(own) if "“gone”" in str(fault)] == [line]
    line = change(own, "en/our_clinic.md", '"upcr"', '"urpc"')
    assert [fault.line for fault in check(own) if "urpc" in str(fault)] == [line]


def test_an_article_in_one_language_asks_for_the_other(own: Path) -> None:
    (own / "ko" / "our_clinic.md").unlink()
    assert "Write this article in the other language too: ko/our_clinic.md" in str(check(own)[0])


def test_a_folder_without_articles_is_said_to_be_one(tmp_path: Path) -> None:
    assert "The folder holds no articles" in str(check(tmp_path)[0])


def test_own_articles_may_lead_to_those_of_the_program(own: Path) -> None:
    for language in ("ko", "en"):
        change(own, f"{language}/our_clinic.md", "[^HOSPITAL]\n", "[^HOSPITAL] [+](article:what_is_lupus)\n")
    assert check(own) == []


def test_every_finding_can_be_said_in_korean(own: Path) -> None:
    change(own, "en/our_clinic.md", "(figure:clinic_way", "(figure:gone")
    for fault in check(own):
        said = translator("ko").refusal(fault)
        assert said.startswith(f"{fault.path}:{fault.line}: ")


def test_numbers_are_compared_as_people_read_them() -> None:
    assert numbers_in("35,000 won, C3 52 and 0.5") == numbers_in(
        "3만 5천이 아니라 35000원, 52와 0.5"
    ) - numbers_in("30000 5")
    assert difference(numbers_in("1 2 2"), numbers_in("2 1")) == ["2"]
    assert numbers_in("CD19, 1/2a, 2019") == {"1": 1, "2": 1, "2019": 1}


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


def test_unexplained_words_are_those_that_nobody_marked(own: Path) -> None:
    article = Library([own]).article("our_clinic", "ko")
    words = Glossary(
        [
            GlossaryTerm("proteinuria_own", "단백뇨", "proteinuria", "…", "…"),
            GlossaryTerm("nurse", "간호사", "nurse", "…", "…"),
            GlossaryTerm("clinic", "우리 병원", "clinic", "…", "…"),
        ]
    )
    assert unexplained(article, words) == ["간호사"]
