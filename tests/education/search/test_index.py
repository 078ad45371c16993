"""Whatever a person types finds what she means: inside Korean words, by consonants, with a slip."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.label_key import initials
from lupusdiary.education.content.library import Library
from lupusdiary.education.search.corpus import Corpus
from lupusdiary.education.search.documents import Document
from lupusdiary.education.search.index import SearchHit, SearchIndex
from lupusdiary.language import translator
from tests.education import own_folder

KO, EN = translator("ko"), translator("en")
EXTRA = [
    *(("analyte", each.id, each.name(KO), each.name_en) for each in AnalyteCatalogue().all),
    ("note", "2026-11-02", "2026. 11. 2.", "복부통증이 있어서 쉬었다. C4 물어보기"),
    ("note", "2026-11-03", "2026. 11. 3.", "Straße, İstanbul: long walk"),
]


@pytest.fixture(scope="module")
def korean() -> SearchIndex:
    return SearchIndex(Library(), KO, EXTRA)


@pytest.fixture(scope="module")
def english() -> SearchIndex:
    return SearchIndex(Library(), EN, EXTRA)


def first(index: SearchIndex, query: str, kind: str = "article") -> SearchHit:
    return next(hit for hit in index.find(query) if hit.kind == kind)


@pytest.mark.parametrize(
    ("query", "article"),
    [
        ("루푸스란", "what_is_lupus"),
        ("ㄹㅍㅅㅅㅇ", "lupus_nephritis"),
        ("ㄿㅅㅅㅇ", "lupus_nephritis"),
        ("루푸스신ㅇ", "lupus_nephritis"),
        ("루푸스시", "lupus_nephritis"),
        ("루프스신염", "lupus_nephritis"),
        ("늑대", "why_wolf"),
        ("nephritis", "lupus_nephritis"),
        ("NEPHRITIS", "lupus_nephritis"),
        ("nefritis", "lupus_nephritis"),
        ("nephirtis", "lupus_nephritis"),
        ("콩팥 조직검사", "kidney_biopsy_dialysis"),
    ],
)
def test_an_article_is_found(korean: SearchIndex, query: str, article: str) -> None:
    assert first(korean, query).id == article


def test_an_article_comes_once_with_the_section_that_fits_best(korean: SearchIndex) -> None:
    hits = [hit for hit in korean.find("조직검사") if hit.kind == "article"]
    assert len({hit.id for hit in hits}) == len(hits)
    nephritis = next(hit for hit in hits if hit.id == "lupus_nephritis")
    assert nephritis.anchor == "biopsy"


def test_words_may_stand_in_different_sections(korean: SearchIndex) -> None:
    assert "lupus_nephritis" in [hit.id for hit in korean.find("여과막 혈압")]
    assert korean.find("여과막 zzzzzzzzzzzz") == []


def test_titles_come_in_the_readers_language_whatever_was_typed(
    korean: SearchIndex, english: SearchIndex
) -> None:
    assert first(korean, "kidney filter").title == "루푸스신염과 단백뇨"
    assert first(english, "늑대").title.startswith("Why")


def marked(hit: SearchHit) -> set[str]:
    return {hit.excerpt[start:end] for start, end in hit.marks} | {
        hit.title[start:end] for start, end in hit.title_marks
    }


@pytest.mark.parametrize(("query", "words"), [("항체", "항체"), ("DSDNA", "dsDNA"), ("루프스", "루푸스")])
def test_marks_are_what_was_looked_for(korean: SearchIndex, query: str, words: str) -> None:
    hits = korean.find(query)
    assert hits
    assert set.union(*map(marked, hits)) == {words}


def test_marks_of_consonants_are_the_syllables_that_they_begin(korean: SearchIndex) -> None:
    for words in set.union(*map(marked, korean.find("ㅎㅎㅎㅊ"))):
        assert initials(words) == unicodedata.normalize("NFKC", "ㅎㅎㅎㅊ"), words


def test_a_slip_may_mean_more_than_one_word(korean: SearchIndex) -> None:
    assert "항체" in set.union(*map(marked, korean.find("항처")))


def test_an_excerpt_is_short_and_cut_between_words(korean: SearchIndex) -> None:
    for hit in korean.find("단백질"):
        assert len(hit.excerpt) <= 155
        assert "\n" not in hit.excerpt
        for start, end in hit.marks:
            assert hit.excerpt[start:end] == "단백질"


def test_notes_and_tests_are_found(korean: SearchIndex) -> None:
    assert first(korean, "복부통", "note").id == "2026-11-02"
    assert first(korean, "ㅂㅂㅌㅈ", "note").id == "2026-11-02"
    assert first(korean, "c4", "note").excerpt.endswith("C4 물어보기")
    assert first(korean, "c4", "analyte").id == "c4"
    assert first(korean, "istanbul", "note").id == "2026-11-03"
    strasse = first(korean, "long walk", "note")
    assert [strasse.excerpt[start:end] for start, end in strasse.marks] == ["long", "walk"]


def test_a_word_of_the_glossary_is_found_by_either_name(tmp_path: Path) -> None:
    library = Library([own_folder.write(tmp_path)])
    for query in ("단백뇨", "ㄷㅂㄴ", "proteinuria", "protienuria", "단뱅뇨"):
        hit = first(SearchIndex(library, KO), query, "term")
        assert (hit.id, hit.title) == ("proteinuria_own", "단백뇨 (proteinuria)")
    assert first(SearchIndex(library, EN), "단백뇨", "term").title == "proteinuria (단백뇨)"


def test_other_notes_take_the_place_of_those_before(korean: SearchIndex) -> None:
    other = korean.with_extra([("note", "x", "새", "전혀 다른 메모")])
    assert other.find("복부통증이") == []
    assert first(other, "전혀 다른", "note").id == "x"
    assert first(other, "늑대").id == "why_wolf"


@pytest.mark.parametrize(
    "query", ["", "   ", "\x00", "*", "[", "(.*", "\\", "ㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋ", "z" * 5000]
)
def test_odd_queries_find_nothing_odd(korean: SearchIndex, query: str) -> None:
    for hit in korean.find(query):
        assert query.strip() in hit.excerpt or query.strip() in hit.title


@pytest.mark.parametrize(
    ("query", "kind", "found"),
    [
        ("루ㅍㅅ", "article", "what_is_lupus"),
        ("ㄹ푸ㅅ", "article", "what_is_lupus"),
        ("ㄹㅍㅅ ㅅㅇ", "term", "lupus_nephritis"),
        ("루프스", "article", "what_is_lupus"),
        ("단백료", "term", "proteinuria"),
        ("protienuria", "term", "proteinuria"),
        ("hydroxycloroquine", "term", "hydroxychloroquine"),
        ("콩팥조직검사", "term", "kidney_biopsy"),
        ("신장조직검사", "term", "kidney_biopsy"),
        ("산정 특례", "article", "korea_support"),
        ("산정특례", "article", "korea_support"),
        ("car t", "article", "car_t_what"),
    ],
)
def test_words_come_first_as_people_type_them(
    korean: SearchIndex, english: SearchIndex, query: str, kind: str, found: str
) -> None:
    for index in (korean, english):
        near = [hit.id for hit in index.find(query) if hit.kind == kind][:2]
        assert found in near, (query, near)


def test_words_that_stand_together_come_before_words_that_stand_apart(tmp_path: Path) -> None:
    index = SearchIndex(Library([own_folder.write(tmp_path)]), KO)
    beside = index.with_extra(
        [("note", "apart", "", "검사를 하고 조직을 보았다"), ("note", "together", "", "어제 조직 검사")]
    )
    assert [hit.id for hit in beside.find("조직 검사")] == ["together", "apart"]


def test_every_hit_shows_a_mark(korean: SearchIndex, english: SearchIndex) -> None:
    for index in (korean, english):
        for query in (
            "단백뇨",
            "nephritis",
            "카티",
            "조직검사",
            "ㄹㅍㅅㅅㅇ",
            "hydroxychloroquine",
            "루프스",
        ):
            for hit in index.find(query):
                assert hit.marks or hit.title_marks, (query, hit)


def test_texts_beside_the_index_are_searched_with_slips_too(korean: SearchIndex) -> None:
    notes = Corpus([Document("note", "2026-11-02", None, "2 Nov", "", "오늘 도수치료를 받았다", 0)])
    assert korean.find("도수치료", notes)[0].id == "2026-11-02"
    slip = korean.find("도수차료", notes)[0]
    assert [slip.excerpt[a:b] for a, b in slip.marks] == ["도수치료"]
    assert "note" not in {hit.kind for hit in korean.find("도수치료")}
