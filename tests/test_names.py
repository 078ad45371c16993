"""One name for one thing: what a word was called before stands in no text that a person reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# The word that is gone, and the one name that stands for it everywhere.
NAMES = {
    "검사실": "검사한 병원",
    "낱말": "용어, 단어",
    "어림값": "대략",
    "건너뜀": "안 먹음",
    "거른 약": "안 먹은 약",
    "거품 소변": "거품뇨",
    "나비발진": "나비모양 발진",
    "뺨발진": "나비모양 발진",
    "눈꺼풀 부음": "부기(부종)",
    "교육 시간": "교육 시작, 환자 교육",
    "드시는 약": "복용 중인 약",
    "나의 하루": "하루",
    "본인이나 의사": "본인 또는 의사",
    "당신": "(none)",
    "결과지 저장": "입력 완료",
    "병원 검사 항목": "검사 항목 고르기",
    "이번 진료에서 여쭤볼 것": "환자 질문",
    "일기장": "일지",
    "병원등록번호": "병원 등록번호",
    "까닭": "이유",
    "‘": "“",
    "38.0 C": "38.0 °C",
    "조용할 때": "안정일 때",
    "활동할 때": "활성일 때",
    "약에 적음": "약 목록에 넣음",
    "집에 가져갈": "꼭 기억할 것",
    "읽은 글의 문제": "오늘의 퀴즈",
    "먹음/적은 날": "계획대로 먹은 날",
    "+/-": "미량(±)",
    "counted by machine": "(none)",
    "assay units": "(none)",
}
# Names of things on the screen and on paper that no former word stands beside.
CHOSEN = (
    *("부기(부종)", "나비모양 발진", "거품뇨", "검사한 병원", "검사 항목 고르기", "확인할 것 {count}개"),
    *("입력 완료", "용어", "오늘의 퀴즈", "교육 시작…", "심한 날(기준 이상)", "안 먹음", "계획대로 먹은 날"),
    *("환산(대략)", "루푸스가 활성일 때", "루푸스가 안정일 때", "지금 바로 병원에 전화", "꼭 기억할 것"),
    *("약 목록에 넣음", "환자 질문", "복용 중인 약", "미량(±)"),
)
# What a person may type, or what a sheet may print, is understood under any name.
_UNDERSTOOD = {"synonyms.json", "search_words.json"}
_READ = re.compile(r"_(?:ko|en)$|^(?:ko|en|display)$")
# An article speaks of laboratories and of words in general, and writes in its own hand.
_GENERAL = {"검사실", "낱말", "까닭", "‘"}
_FINALS = 28
# Words that end like a particle, and verbs (“to swell”, “to gather”, “to get better”).
_NO_PARTICLES = re.compile(r"(?:가|마|노|부|모|나|다|이)을$")


def _messages() -> Iterator[tuple[str, str]]:
    path = ROOT / "translations" / "ko" / "LC_MESSAGES" / "lupusdiary.po"
    for entry in path.read_text(encoding="utf-8").split("\n\n"):
        said = re.split(r"^msgstr(?:\[\d\])? ", entry, flags=re.MULTILINE)[1:]
        yield path.name, "".join(re.findall(r'"(.*)"', "\n".join(said)))


def _facts(found: object, key: str = "") -> Iterator[str]:
    if isinstance(found, dict):
        for name, value in found.items():
            # What lies within what is read is read too, whatever it is called.
            yield from _facts(value, key if _READ.search(key) else name)
    elif isinstance(found, list):
        for value in found:
            yield from _facts(value, key)
    elif isinstance(found, str) and _READ.search(key):
        yield found


def _texts() -> Iterator[tuple[str, str]]:
    yield from _messages()
    for path in sorted((ROOT / "resources" / "clinical").glob("*.json")):
        if path.name not in _UNDERSTOOD:
            for text in _facts(json.loads(path.read_text(encoding="utf-8"))):
                yield path.name, text
    for path in sorted((ROOT / "resources" / "articles" / "ko").glob("*.md")):
        yield path.name, path.read_text(encoding="utf-8")
    for path in (ROOT / "resources" / "glossary.toml", *(ROOT / "resources" / "figures").glob("*.toml")):
        yield path.name, path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("former", "name"), NAMES.items())
def test_a_former_name_stands_nowhere(former: str, name: str) -> None:
    found = {
        where: text[max(0, text.index(former) - 30) : text.index(former) + 30]
        for where, text in _texts()
        if former in text and not (former in _GENERAL and where.endswith((".md", ".json", ".toml")))
    }
    assert found == {}, f"say “{name}”"


def test_the_names_that_stand_for_them_are_used() -> None:
    whole = "\n".join(text for _, text in _texts())
    names = {name for said in NAMES.values() for name in said.split(", ") if name not in ("(none)", "하루")}
    assert [name for name in names if name not in whole] == []


@pytest.mark.parametrize("name", CHOSEN)
def test_a_name_that_was_chosen_stands_where_it_was_chosen_for(name: str) -> None:
    assert any(name in text for _, text in _texts())


def _final(syllable: str) -> int:
    """The final consonant of a Hangul syllable, as its place among 28; 0 is none, 8 is ㄹ."""
    return (ord(syllable) - 0xAC00) % _FINALS


def test_an_object_particle_fits_the_word_before_it() -> None:
    found = [
        (where, text[max(0, hit.start() - 20) : hit.end() + 10])
        for where, text in _texts()
        for hit in re.finditer(r"([가-힣]+)(을|를|으로)(?![가-힣])", text)
        if (hit[2] == "을" and not _final(hit[1][-1]) and not _NO_PARTICLES.search(hit[0]))
        or (hit[2] == "를" and _final(hit[1][-1]))
        or (hit[2] == "으로" and _final(hit[1][-1]) in (0, 8))
    ]
    assert found == []


def test_a_particle_behind_what_is_filled_in_fits_every_word() -> None:
    """“{name}은(는)”: what comes there may end in a vowel or in a consonant. Days end in 일; a bracket stands
    behind a fixed word."""
    found = [
        (where, text)
        for where, text in _messages()
        if re.search(r"\{(?!day\b|days\b)\w+\}[”\"]?(?:을|를|이|가|은|는|과|와|으로)(?![가-힣(])", text)
    ]
    assert found == []


def test_the_file_is_never_called_like_the_program() -> None:
    found = [text for _, text in _messages() if re.search(r"(?<!루푸스 )다이어리", text)]
    assert found == []
