"""Finds which column of our lists a heading means: its name, in capitals, in Korean, or with a typo."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from rapidfuzz import process
from rapidfuzz.distance import OSA

# Beside the names of the columns themselves, which are what an English list has.
_KOREAN: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "day": ("날짜", "일자", "기록일", "date", "datum"),
        "symptom": ("증상", "항목", "증상명", "item"),
        "value": ("점수", "값", "수치", "기록", "score", "wert"),
        "note": ("메모", "비고", "노트", "notes", "comment", "notiz"),
        "at": ("시각", "시간", "time", "uhrzeit"),
        "fever": ("체온", "열", "temperature"),
        "entered": ("입력한값", "입력값"),
        "collected_on": ("채혈일", "검사일", "검사일자", "채취일", "채혈일자", "날짜", "일자", "date",
                         "collected", "collection_date", "datum"),
        "analyte": ("검사명", "검사항목", "항목명", "항목", "검사", "test", "test_name"),
        "value_text": ("결과", "결과값", "결과치", "검사결과", "result", "ergebnis"),
        "unit": ("단위", "units", "einheit"),
        "range_text": ("참고치", "참고범위", "참고값", "정상범위", "정상치", "기준치", "range", "reference",
                       "reference_range", "normal_range"),
        "laboratory": ("검사한병원", "검사기관", "병원", "lab", "hospital"),
        "method": ("검사방법", "방법"),
        "kind": ("종류", "구분", "type"),
        "title": ("제목", "내용"),
        "start": ("시작", "시작일", "날짜"),
        "end": ("끝", "종료", "종료일"),
        "name": ("이름", "성명"),
        "number": ("전화", "전화번호", "연락처", "phone"),
        "birth_date": ("생년월일", "생일", "date_of_birth", "birthday"),
        "sex": ("성별",),
        "hospital_number": ("등록번호", "병록번호", "환자번호", "patient_number"),
        "visit": ("진료", "진료번호"),
        "question": ("질문", "궁금한점"),
        "tracked": ("기록함", "매일기록"),
    }
)  # fmt: skip
_SHORTEST_WITH_SLIP = 5
_SLIP = 0.8


def heading_key(heading: str) -> str:
    """A heading for comparing: one form of Hangul, small letters, words joined by _."""
    words = unicodedata.normalize("NFKC", heading).strip().lower().replace("-", " ").replace("_", " ")
    joined = "_".join(words.split())
    return joined if joined.isascii() else joined.replace("_", "")


def columns_of(header: Sequence[str], columns: Collection[str]) -> dict[int, str]:
    """Which of a list's `columns` each heading means, by its place; none twice."""
    words = {name: name for name in columns}
    for name in columns:
        for word in _KOREAN.get(name, ()):
            words.setdefault(word, name)
    found: dict[int, str] = {}
    keys = [heading_key(heading) for heading in header]
    for look in (words.get, lambda key: _with_slip(key, words)):
        for place, key in enumerate(keys):
            meant = look(key)
            if place not in found and meant is not None and meant not in found.values():
                found[place] = meant
    return found


def _with_slip(key: str, words: Mapping[str, str]) -> str | None:
    if len(key) < _SHORTEST_WITH_SLIP:
        return None
    hit = process.extractOne(key, list(words), scorer=OSA.normalized_similarity, score_cutoff=_SLIP)
    return None if hit is None else words[hit[0]]
