"""The one table of danger: a sign has one level, and its words say that level and no other."""

from __future__ import annotations

import re

import pytest

from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.urgency import CONDITIONS, Sign, grouped, urgency
from lupusdiary.language import Refusal, translator

TABLE = urgency()
BOTH = (translator("ko"), translator("en"))
# Whom a full text may name besides its own level: "in danger now, call 119".
HIGHER = {"suicidal_thoughts": {"119"}}


@pytest.mark.parametrize("sign", TABLE.signs, ids=lambda sign: str(sign.id))
def test_the_full_text_says_what_its_level_says_and_no_other_number(sign: Sign) -> None:
    for tr in BOTH:
        full = sign.full(tr)
        assert sign.call(tr) in full
        named = set(re.findall(r"(?<![\d.])1(?:19|09)(?!\d)", full))
        assert named - HIGHER.get(sign.id, set()) == ({sign.level.number} if sign.level.number else set())
        assert "119" not in sign.short(tr)
        if sign.limits and sign.degrees:
            limit = tr.pick(*sign.limits)
            assert limit.startswith(tr.pick(*sign.degrees))
            assert limit in sign.short(tr).replace("이상일", "이상")
            assert limit in full
        else:
            assert "38" not in full


def test_the_levels_are_in_order_and_three_have_a_number() -> None:
    assert [level.id for level in TABLE.levels] == [
        "call_119", "call_109", "call_hospital_now", "same_day", "next_visit",
    ]  # fmt: skip
    assert [level.number for level in TABLE.levels] == ["119", "109", "", "", ""]


def test_signs_are_grouped_by_what_is_to_be_done_and_none_is_lost() -> None:
    groups = grouped(TABLE.signs)
    assert [group.level.rank for group in groups] == sorted(group.level.rank for group in groups)
    assert sorted(sign.id for group in groups for sign in group.signs) == sorted(s.id for s in TABLE.signs)
    for group in groups:
        assert {sign.calls for sign in group.signs} == {group.calls}
    assert len({group.calls for group in groups}) == len(groups)


def test_a_warning_of_an_item_begins_with_its_most_urgent_sign_and_ends_with_the_ambulance() -> None:
    items = SymptomCatalogue()
    for tr in BOTH:
        assert items.get("fever").signs[0].id == "sepsis"
        for item in items.all:
            full = item.red_flag(tr)
            assert (full is None) is (not item.signs)
            assert full is None or "119" in full
    chest_pain = items.get("chest_pain").signs[0]
    assert (chest_pain.short(BOTH[1]), chest_pain.call(BOTH[1])) == (
        "Severe, sudden or pressing chest pain",
        "call 119",
    )
    assert items.get("global").red_flag(BOTH[0]) is None


def test_the_card_has_the_signs_of_what_is_ticked_and_of_nothing_else() -> None:
    always = {sign.id for sign in TABLE.card.chosen(())}
    assert always == {
        "chest_pain_severe", "breathless_severe", "stroke", "seizure", "confusion", "bleeding_heavy",
        "leg_clot",
    }  # fmt: skip
    assert {sign.id for sign in TABLE.card.chosen(["on_steroids"])} - always == {
        "adrenal_crisis", "fever_on_treatment", "steroid_not_kept",
    }  # fmt: skip
    assert {tick for ticks in TABLE.card.only_if.values() for tick in ticks} == set(CONDITIONS)
    assert len(TABLE.card.chosen(CONDITIONS)) == len(TABLE.card.signs)


def test_what_the_table_does_not_hold_is_refused() -> None:
    assert "seizure" in TABLE
    assert "nothing" not in TABLE
    for ask in (TABLE.sign, TABLE.sentence):
        with pytest.raises(Refusal, match="nothing"):
            ask("nothing")
