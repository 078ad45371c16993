"""The kinds of event: the catalogue's, three of the house, and never a visit."""

from __future__ import annotations

import json

import pytest

from lupusdiary.domain.treatment import EVENT_KINDS, VISIT_KIND, event_kind, parse_kind
from lupusdiary.language import Refusal, Translator
from lupusdiary.resources import resource


def test_every_kind_of_the_catalogue_is_known_but_the_visit() -> None:
    listed = json.loads(resource("clinical", "treatment_events.json").read_text(encoding="utf-8"))
    codes = [entry["id"] for entry in listed["treatment_events"] if entry["id"] != "outpatient_visit"]
    assert list(EVENT_KINDS) == [*codes, "diagnosis", "complication", "other"]
    assert VISIT_KIND not in EVENT_KINDS


def test_a_kind_has_a_name_in_both_languages() -> None:
    biopsy = parse_kind(" kidney_biopsy ")
    assert biopsy.name(Translator("en")) == "Kidney biopsy"
    assert biopsy.name(Translator("ko")) == "신장(콩팥) 조직검사"
    assert all(kind.name_ko and kind.name_en for kind in EVENT_KINDS.values())


def test_a_pregnancy_is_sensitive_and_an_infusion_is_not() -> None:
    assert event_kind("pregnancy").sensitive
    assert not event_kind("cart_infusion").sensitive


@pytest.mark.parametrize("text", ["", "biopsy", "KIDNEY_BIOPSY", "outpatient_visit", "x" * 500])
def test_what_is_not_a_kind_is_refused_in_one_short_sentence(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_kind(text)
    assert str(refused.value).count("\n") == 0
    assert len(str(refused.value)) < 100
