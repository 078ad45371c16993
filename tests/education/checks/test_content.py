"""The program's own content: the same in both languages, sourced, linked, readable, drawn."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lupusdiary.education.checks.content_check import check
from lupusdiary.education.checks.readability import HARDEST_GRADE, grade, spoken_sentences
from lupusdiary.education.checks.source_share import source_share
from lupusdiary.education.content.article import Paragraph, Warning, line_text, lines_of
from lupusdiary.education.content.drawing import COLOURS
from lupusdiary.education.content.figures import drawing, filled
from lupusdiary.education.content.library import Library
from lupusdiary.education.content.sentences import sentences
from lupusdiary.language import LANGUAGES, translator
from lupusdiary.resources import resource

LIBRARY = Library()
IDS = LIBRARY.ids()
# Everything that a person should be able to learn here.
OUTLINE = [
    "what_is_lupus",
    "why_wolf",
    "butterfly_rash",
    "thousand_faces",
    "early_signs",
    "organ_involvement",
    "lupus_nephritis",
    "complement_dsdna",
    "reading_labs",
    "flares_triggers",
    "fatigue",
    "joints",
    "sun",
    "medicines",
    "steroids_bone",
    "hcq_eye",
    "immunosuppressants",
    "infection_vaccine",
    "pregnancy",
    "mental_health",
    "car_t_what",
    "car_t_studies",
    "car_t_safety",
    "car_t_longterm",
    "clinical_trials",
    "prognosis",
    "emergency",
    "visit_prep",
    "korea_support",
    "self_management",
    "heart_vessels",
    "antiphospholipid",
    "skin_sjogren",
    "breastfeeding_family",
    "steroid_visible",
    "vaccines",
    "kidney_biopsy_dialysis",
    "children_transition",
    "work_school_rights",
    "food_travel",
    "family_carers",
    "surgery_dentist_screening",
]
# In percent, of strong sources.
LEAST_SHARE = 70
CAR_T = [id for id in IDS if LIBRARY.card(id, "en").front.category == "car_t"]


def _sentences(id: str, language: str) -> list[str]:
    return [spoken.text for spoken in spoken_sentences(LIBRARY.article(id, language))]


def test_the_library_is_complete_and_in_its_order() -> None:
    assert IDS == OUTLINE


def test_the_content_check_finds_nothing() -> None:
    assert [str(fault) for fault in check(resource("articles"))] == []


def test_each_source_says_of_what_kind_it_is() -> None:
    assert [key for key, source in LIBRARY.sources.items() if not source.kind] == []
    assert not LIBRARY.sources["OK"].is_strong
    assert LIBRARY.sources["EULAR2023"].is_strong


@pytest.mark.parametrize("id", IDS)
def test_most_of_it_rests_on_guidelines_studies_labels_and_agencies(id: str) -> None:
    for language in LANGUAGES:
        share = source_share(LIBRARY.article(id, language), LIBRARY.sources)
        assert share.percent >= LEAST_SHARE, (language, share)


@pytest.mark.parametrize("id", IDS)
def test_english_is_written_for_about_grade_6_to_8(id: str) -> None:
    assert 5 <= grade(_sentences(id, "en")) <= HARDEST_GRADE


@pytest.mark.parametrize("id", IDS)
def test_korean_speaks_politely_throughout(id: str) -> None:
    for section in LIBRARY.article(id, "ko").sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                for sentence in sentences(line_text(block.spans)):
                    assert re.search(r"(니다|세요|까요|니까)[.?!:]?[”’\")]*$", sentence), sentence


def test_a_warning_box_names_the_same_numbers_in_both_languages() -> None:
    """Whom to call, and the one limit of a fever, stand in the same places of a box in both languages."""
    named: dict[str, list[tuple[str, list[list[str]]]]] = {}
    for language in LANGUAGES:
        named[language] = [
            (
                article.id,
                [re.findall(r"(?<!\d)(?:119|109|38\.0)(?!\d)", line_text(line)) for line in lines_of(block)],
            )
            for article in LIBRARY.articles(language)
            for section in article.sections
            for block in section.blocks
            if isinstance(block, Warning)
        ]
    assert any("119" in line for _, box in named["ko"] for line in box)
    assert named["ko"] == named["en"]


@pytest.mark.parametrize("id", CAR_T)
def test_car_t_is_never_shown_as_standard_or_sure(id: str) -> None:
    english, korean = (" ".join(_sentences(id, language)) for language in ("en", "ko"))
    assert re.search(r"not (yet )?(a )?standard", english)
    assert "표준 치료" in korean
    assert "14 outpatient visits" not in english
    assert not re.search(r"14(번|회)의? 외래", korean)


def test_the_glossary_is_large_enough_and_plain() -> None:
    assert len(LIBRARY.glossary) >= 100
    for term in LIBRARY.glossary:
        assert re.search(r"[가-힣]", term.ko), term.id
        assert len(term.definition_ko) <= 160, term.id
        assert term.definition_en.endswith("."), term.id


@pytest.mark.parametrize("id", sorted(LIBRARY.figure_files))
def test_every_figure_speaks_both_languages(id: str) -> None:
    shown = drawing(LIBRARY, id)
    assert set(shown.labels["ko"]) == set(shown.labels["en"])
    for language in ("ko", "en"):
        svg = filled(shown, language, dict.fromkeys(COLOURS, "#000000"))
        assert "${" not in svg
    assert shown.alt(translator("ko")) != shown.alt(translator("en"))
    # Colours come from the palette alone, so that the figure fits the dark.
    assert not re.findall(r'(?:fill|stroke|stop-color)="(?!\$\{|none|url\(#)[^"]+"', shown.svg)
    assert Path(LIBRARY.figure_files[id]).with_suffix(".toml").is_file()
