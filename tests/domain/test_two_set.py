"""The same keys with 한/영 on and off are read as each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.domain.two_set import hangul_of, keys_of, other_ways

SYLLABLES = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)


@pytest.mark.parametrize(
    ("hangul", "keys"),
    [
        ("나비와 늑대 2026", "skqldhk smreo 2026"),
        ("안녕하세요", "dkssudgktpdy"),
        ("꽃밭", "Rhcqkx"),
        ("닭이 읽다", "ekfrdl dlfrek"),
        ("없었어", "djqtdjTdj"),
        ("값을 깎다", "rkqtdmf RkRek"),
        ("의사", "dmltk"),
        ("ㅋㅋㅋ", "zzz"),
        ("뷁", "qnpfr"),
        ("쌍쌍", "TkdTkd"),
        ("얘기", "dOrl"),
    ],
)
def test_known_words_both_ways(hangul: str, keys: str) -> None:
    assert keys_of(hangul) == keys
    assert hangul_of(keys) == hangul


@given(st.text(SYLLABLES, max_size=20))
def test_every_syllable_comes_back_from_its_keys(text: str) -> None:
    assert hangul_of(keys_of(text)) == text


@given(st.text(max_size=30))
def test_any_text_has_a_way_to_and_fro(text: str) -> None:
    assert keys_of(hangul_of(keys_of(text))).lower() == keys_of(text).lower()


def test_a_text_without_letters_has_no_other_way() -> None:
    assert other_ways("2026!") == []


def test_what_was_typed_either_way_finds_the_other() -> None:
    assert other_ways("나비와 늑대 2026") == ["skqldhk smreo 2026"]
    assert other_ways("skqldhk smreo 2026") == ["나비와 늑대 2026"]
