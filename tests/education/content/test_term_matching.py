"""Which words of a sentence the glossary explains."""

from __future__ import annotations

import pytest

from lupusdiary.education.content.glossary import Glossary, GlossaryTerm
from lupusdiary.education.content.term_matching import TermWords
from lupusdiary.language import translator


def _term(id: str, ko: str, en: str) -> GlossaryTerm:
    return GlossaryTerm(id, ko, en, "뜻입니다.", "What it means.")


GLOSSARY = Glossary(
    [
        _term("complement", "보체(C3, C4)", "complement (C3, C4)"),
        _term("b_cell", "B세포", "B cell"),
        _term("antibody", "항체", "antibody"),
        _term("anti_dsdna", "항dsDNA항체", "anti-dsDNA antibody"),
        _term("ana", "항핵항체(ANA)", "antinuclear antibody (ANA)"),
        _term("igg", "면역글로불린 G(IgG)", "immunoglobulin G (IgG)"),
        _term("rosacea", "주사(피부 질환)", "rosacea"),
    ]
)


def found(text: str, language: str = "en", names: dict[str, str] | None = None) -> list[tuple[str, str]]:
    words = TermWords(GLOSSARY, translator(language))
    return [(text[each.start : each.end], each.term) for each in words.find(text, names)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An anti-dsDNA antibody.", [("anti-dsDNA antibody", "anti_dsdna")]),
        ("Anti-dsDNA: an antibody.", [("Anti-dsDNA", "anti_dsdna"), ("antibody", "antibody")]),
        ("C3 and C4, complement.", [("complement", "complement")]),
        ("It works together with C4.", [("C4", "complement")]),
        ("C30 and AC3 are no words.", []),
        ("B cells, then B-cell counts.", [("B cells", "b_cell")]),
        ("The banana of Ana.", []),
        ("ANA", [("ANA", "ana")]),
    ],
)
def test_english_words_stand_alone_and_the_longest_wins(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("항체가 있습니다.", [("항체", "antibody")]),
        ("자가항체입니다.", []),
        ("C3와 함께", [("C3", "complement")]),
        ("항dsDNA항체는 항체입니다.", [("항dsDNA항체", "anti_dsdna"), ("항체", "antibody")]),
        ("주사를 맞았습니다.", []),
    ],
)
def test_korean_words_take_endings_but_nothing_before_them(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text, "ko") == expected


def test_each_term_is_found_once() -> None:
    assert found("antibody, antibody, antibodies") == [("antibody", "antibody")]


def test_the_name_of_a_test_comes_before_other_words_of_its_term() -> None:
    assert found("C4: works together with C3.", names={"C4": "complement"}) == [("C4", "complement")]
    assert found("C5: no such word.", names={"C5": "unheard_of"}) == []


def test_a_name_means_the_term_with_which_it_begins() -> None:
    words = TermWords(GLOSSARY, translator("en"))
    assert words.term_of("igg", "Immunoglobulins") == "igg"
    assert words.term_of("c4", "C4") == "complement"
    assert words.term_of("b2gpi_igg", "anti-b2GPI IgG") is None
