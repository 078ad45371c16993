"""Our JSON: the document of the issue, read back whole, and refused whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.domain.day_record import DayRecord, TrackedSymptom
from lupusdiary.domain.records import DiaryContents
from lupusdiary.exchange import json_format
from lupusdiary.exchange.decode import KnownHere, decode
from lupusdiary.language import Refusal, Translator
from tests.exchange.full_contents import OWN_ANALYTE, OWN_ITEM, full_life, learnt_life
from tests.exchange.whole_files import read_json

EMPTY = {"format": "lupusdiary", "version": 1}


def _refused(document: object) -> str:
    text = document if isinstance(document, str) else json.dumps(document)
    with pytest.raises(Refusal) as refused:
        read_json(text)
    for language in ("ko", "en"):
        sentence = Translator(language).refusal(refused.value)
        assert "\n" not in sentence
        assert "{" not in sentence
        assert len(sentence) < 400
    return str(refused.value)


def test_what_is_written_is_read_back_equal() -> None:
    text = json_format.write(full_life())
    assert read_json(text) == full_life()
    assert json_format.write(read_json(text)) == text


def test_the_document_has_the_keys_of_the_issue() -> None:
    document = json.loads(json_format.write(full_life()))
    assert list(document) == [
        "format", "version", "profile", "days", "labs", "events", "flares", "visits", "symptoms",
        "analytes", "contacts", "medicines", "taken", "allergies", "side_effects", "open_questions",
        "check_ups", "visit_pages", "demonstration",
    ]  # fmt: skip
    assert document["profile"] == {
        "name": "=김가상",
        "birth_date": "1982-10-05",
        "sex": "female",
        "hospital_number": "0012345",
    }
    first = document["days"][0]
    assert first["readings"]["fever"] == 37.9
    assert first["readings"]["chills"] is True
    assert first["readings"]["nasal_ulcer"] is False
    assert first["how"] == {"fatigue": "later", "note": "copied"}
    assert first["timed"][2] == {"at": "14:30", "fever": 38, "note": "-오한"}
    assert document["days"][1]["readings"] == {"bp": "120/80"}
    assert document["labs"][0] == {
        "collected_on": "2026-03-01", "analyte": "c3", "value_text": "52", "kind": "quantity", "value": 52,
        "unit": "mg/dL", "range_text": "90-180", "range_low": 90, "range_high": 180,
        "laboratory": "가상, “큰” 병원", "method": "nephelometry", "note": "=note",
    }  # fmt: skip
    assert document["labs"][1]["comparator"] == "<"
    assert (document["labs"][2]["kind"], document["labs"][2]["value"]) == ("titre", 640)
    assert (document["labs"][3]["kind"], document["labs"][3]["code"]) == ("ordinal", "2+")
    assert (document["labs"][5]["low"], document["labs"][5]["high"]) == (5, 9)
    assert document["labs"][6]["kind"] == "pending"
    assert "value" not in document["labs"][6]
    assert document["symptoms"][2:] == [
        {"id": "own_hands", "tracked": True, "name": "손 저림, 아침", "scale": "severity"},
        {"id": "own_old", "tracked": False, "name": "예전 항목", "scale": "count", "retired": True},
    ]
    assert document["analytes"][2] == {"rows": [{"analyte": "own_c1q"}]}


def test_nothing_unknown_is_written() -> None:
    text = json_format.write(full_life())
    assert "null" not in text
    assert text.endswith("}\n")
    whole = json.loads(text)["days"][0]["readings"]["fatigue"]
    assert whole == 6
    assert isinstance(whole, int)
    assert "contacts" not in json.loads(json_format.write(DiaryContents()))


def test_lists_are_sorted_by_date_and_ties_keep_their_order() -> None:
    life = full_life()
    turned = DiaryContents(days=life.days[::-1], labs=life.labs[-1:] + life.labs[:-1], events=life.events)
    document = json.loads(json_format.write(turned))
    assert [day["day"] for day in document["days"]] == ["2026-03-01", "2026-03-02", "2026-03-05"]
    assert [result["analyte"] for result in document["labs"]] == [result.analyte for result in life.labs]
    assert [event["kind"] for event in document["events"]] == [event.kind for event in life.events]


def test_a_day_without_anything_is_absent() -> None:
    empty = DiaryContents(days=(DayRecord(date(2026, 3, 1)),))
    assert json.loads(json_format.write(empty))["days"] == []


def test_a_result_without_a_kind_is_read_from_its_printed_text() -> None:
    printed = {"collected_on": "2026-03-01", "analyte": "anti_dsdna", "value_text": "<1.3", "unit": "IU/mL"}
    result = read_json(json.dumps({**EMPTY, "labs": [printed]})).labs[0]
    assert (result.kind, result.comparator, result.value) == ("quantity", "<", 1.3)


def test_own_codes_of_the_receiving_diary_are_known() -> None:
    document = {
        **EMPTY,
        "days": [{"day": "2026-03-01", "readings": {"own_hands": 2}}],
        "labs": [{"collected_on": "2026-03-01", "analyte": "own_c1q", "value_text": "5"}],
    }
    assert "own_hands" in _refused(document)
    here = KnownHere([OWN_ITEM], [OWN_ANALYTE])
    assert read_json(json.dumps(document), here).days[0].readings == {"own_hands": 2}


def test_fields_that_are_not_known_are_named() -> None:
    document = {**EMPTY, "photos": [], "days": [{"day": "2026-03-01", "note": "a", "mood": 1}]}
    assert decode(document).ignored == ("days.mood", "photos")


def _with(name: str, *entries: object) -> dict[str, Any]:
    return {**EMPTY, name: list(entries)}


def _day(**fields: object) -> dict[str, Any]:
    return _with("days", {"day": "2026-03-01", **fields})


def _lab(**fields: object) -> dict[str, Any]:
    return _with("labs", {"collected_on": "2026-03-01", "analyte": "c3", "value_text": "52", **fields})


WRONG: dict[str, object] = {
    "not json": "{",
    "not an object": [],
    "a text": '"lupusdiary"',
    "empty": "",
    "no format": {"version": 1},
    "another format": {"format": "other", "version": 1},
    "no version": {"format": "lupusdiary"},
    "true as version": {"format": "lupusdiary", "version": True},
    "days is an object": {**EMPTY, "days": {}},
    "profile is a list": {**EMPTY, "profile": []},
    "profile with unknown sex": {**EMPTY, "profile": {"sex": "x"}},
    "name is a number": {**EMPTY, "profile": {"name": 5}},
    "null": {**EMPTY, "profile": {"name": None}},
    "a day that is a number": _with("days", 5),
    "a day without a date": _with("days", {"note": "a"}),
    "an impossible date": _with("days", {"day": "2026-02-30"}),
    "another way of writing a date": _with("days", {"day": "20260301"}),
    "a date with a time": _with("days", {"day": "2026-03-01T00:00"}),
    "the same day twice": _with("days", {"day": "2026-03-01"}, {"day": "2026-03-01"}),
    "unknown item": _day(readings={"happiness": 5}),
    "a score as text": _day(readings={"fatigue": "6"}),
    "a score as true": _day(readings={"fatigue": True}),
    "a score with decimals": _day(readings={"fatigue": 6.5}),
    "a score beyond the scale": _day(readings={"fatigue": 11}),
    "a score below the scale": _day(readings={"fatigue": -1}),
    "yes or no as a number": _day(readings={"chills": 1}),
    "blood pressure as a number": _day(readings={"bp": 120}),
    "blood pressure the wrong way round": _day(readings={"bp": "80/120"}),
    "readings as a list": _day(readings=[]),
    "how of nothing": _day(how={"fatigue": "later"}),
    "an unknown how": _day(readings={"fatigue": 6}, how={"fatigue": "guessed"}),
    "how as a list": _day(readings={"fatigue": 6}, how={"fatigue": ["later"]}),
    "note as a number": _day(note=5),
    "note with NUL": _day(note="a\0b"),
    "timed without a time": _day(timed=[{"fever": 37.5}]),
    "an impossible time": _day(timed=[{"at": "24:30", "note": "a"}]),
    "timed without anything": _day(timed=[{"at": "14:30"}]),
    "unknown analyte": _lab(analyte="c33"),
    "a unit like a sentence": _lab(unit="bananas " * 6),
    "no value": _with("labs", {"collected_on": "2026-03-01", "analyte": "c3", "kind": "quantity"}),
    "unknown kind": _lab(kind="number"),
    "a quantity without a value": _lab(kind="quantity"),
    "a quantity with text as value": _lab(kind="quantity", value="52"),
    "a quantity with a code": _lab(kind="quantity", value=52, code="1+"),
    "a text with a value": _lab(kind="text", value=52),
    "a value without a kind": _lab(value=52),
    "an unknown comparator": _lab(kind="quantity", value=52, comparator="~"),
    "a range upside down": _lab(kind="range", low=9, high=5),
    "unknown event": _with("events", {"day": "2026-03-01", "kind": "party"}),
    "a visit among the events": _with("events", {"day": "2026-03-01", "kind": "outpatient_visit"}),
    "a flare that ends first": _with("flares", {"start": "2026-03-02", "end": "2026-03-01"}),
    "questions as text": _with("visits", {"day": "2026-03-01", "questions": "why?"}),
    "a question as a number": _with("visits", {"day": "2026-03-01", "questions": [1]}),
    "an item that nobody knows": _with("symptoms", {"id": "happiness", "tracked": True}),
    "an item twice": _with(
        "symptoms", {"id": "fatigue", "tracked": True}, {"id": "fatigue", "tracked": False}
    ),
    "tracked as a number": _with("symptoms", {"id": "fatigue", "tracked": 1}),
    "a catalogue item with a scale": _with("symptoms", {"id": "fatigue", "tracked": True, "scale": "count"}),
    "an own item with an unknown scale": _with(
        "symptoms", {"id": "own_1", "tracked": True, "name": "a", "scale": "weight"}
    ),
    "an own analyte of the catalogue": _with("analytes", {"analyte": "c3", "name": "C3"}),
    "a sheet with an unknown analyte": _with("analytes", {"rows": [{"analyte": "c33"}]}),
    "demonstration as a number": {**EMPTY, "demonstration": 5},
    "a key twice": '{"format":"lupusdiary","version":1,"days":[],"days":[]}',
    "not a number": '{"format":"lupusdiary","version":1,"labs":[{"value":NaN}]}',
    "infinity": '{"format":"lupusdiary","version":1,"labs":[{"value":-Infinity}]}',
    "a huge exponent": json.dumps(_lab(kind="quantity", value=77)).replace("77", "1e400"),
    "a number of 5000 digits": '{"format":"lupusdiary","version":' + "1" * 5000 + "}",
    "half a character": '{"format":"lupusdiary","version":1,"profile":{"name":"\\ud800"}}',
    "20,000 brackets": "[" * 20_000,
    "20,000 brackets inside": '{"format":"lupusdiary","version":1,"days":'
    + "[" * 20_000
    + "]" * 20_000
    + "}",
    "20,000 braces": '{"a":' * 20_000 + "1" + "}" * 20_000,
}


@pytest.mark.parametrize("document", WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_refused_in_one_sentence(document: object) -> None:
    assert _refused(document)


def test_a_refusal_says_where() -> None:
    days = [{"day": "2026-03-01"}, {"day": "2026-03-02"}, {"day": "2026-03-03", "timed": [{"note": "a"}]}]
    assert _refused(_with("days", *days)) == "days, entry 3: timed, entry 1: “at” is missing."


def test_a_newer_export_says_so() -> None:
    assert "newer version" in _refused({"format": "lupusdiary", "version": 2})


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda children: st.lists(children) | st.dictionaries(st.text(), children),
        max_leaves=12,
    ),
    st.sampled_from(
        ["profile", "days", "labs", "events", "flares", "visits", "symptoms", "analytes", "contacts"]
    ),
)
def test_no_value_in_any_place_is_an_error_of_ours(value: object, place: str) -> None:
    with suppress(Refusal):
        read_json(json.dumps({**EMPTY, place: value}))


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=("Cs",)), min_size=1))
def test_any_note_comes_back(note: str) -> None:
    life = DiaryContents(
        days=(DayRecord(date(2026, 3, 1), note=note),), symptoms=(TrackedSymptom("fatigue", True),)
    )
    assert read_json(json_format.write(life)) == life


def test_fields_are_wrong_one_by_one() -> None:
    """Each field of a full document, replaced by each wrong type: refused or read, never an error of ours."""
    document = json.loads(json_format.write(full_life()))
    tried = 0
    sentences = set()
    for spoil in _spoilt(document):
        tried += 1
        try:
            read_json(json.dumps(document))
        except Refusal as refused:
            sentences.add(Translator("ko").refusal(refused))
        spoil()
    assert tried > 400
    assert len(sentences) > 100
    assert read_json(json.dumps(document)) == full_life()


def _spoilt(node: Any) -> Any:
    """Spoils one place after the other; what is yielded puts it right again."""
    places = list(node.items()) if isinstance(node, dict) else list(enumerate(node))
    for key, value in places:
        for wrong in (None, True, -1, 1e308, "x", [], {}, [1], {"a": 1}):
            node[key] = wrong
            yield _restorer(node, key, value)
        if isinstance(value, dict | list):
            yield from _spoilt(value)


def _restorer(node: Any, key: Any, value: Any) -> Callable[[], None]:
    def restore() -> None:
        node[key] = value

    return restore


def test_what_was_learnt_travels_with_the_diary() -> None:
    life = learnt_life()
    document = json.loads(json_format.write(life))
    assert document["learning"]["articles"][0] == {
        "article": "lupus_nephritis",
        "progress": 1.0,
        "anchor": "tests",
        "finished": True,
        "bookmarked": True,
    }
    assert document["safety_card"]["ticks"] == ["on_steroids", "after_car_t"]
    assert read_json(json_format.write(life)) == life
    document["safety_card"]["signs"] = ["chest_pain"]
    assert read_json(json.dumps(document)).safety_card == life.safety_card


@pytest.mark.parametrize(
    ("learning", "says"),
    [
        ({"answers": [{"day": "2026-03-01", "article": "a", "item": 0.5, "right": True}]}, "whole number"),
        ({"teach_backs": [{"day": "2026-03-01", "article": "a", "results": [{}]}]}, "“said” is missing"),
        ({"articles": [{"progress": 1}]}, "“article” is missing"),
        ({"articles": [{"article": "a", "progress": 1e9}]}, "between 0 and 1"),
        ({"articles": [{"article": "a", "progress": -0.1}]}, "between 0 and 1"),
        ({"answers": [{"day": "2026-03-01", "article": "a", "item": -1, "right": True}]}, "no question"),
        ({"answers": [{"day": "2026-03-01", "article": "a", "item": 10**12, "right": True}]}, "no question"),
        (
            {"teach_backs": [{"day": "2026-03-01", "article": "a", "results": [{"said": True}] * 21}]},
            "at most",
        ),
        ({"teach_backs": [{"day": "2026-03-01", "article": "a", "action": 1}]}, "must be text"),
    ],
)
def test_learning_that_cannot_be_read_is_named(learning: object, says: str) -> None:
    document = {"format": "lupusdiary", "version": 1, "learning": learning}
    with pytest.raises(Refusal, match="^learning: .*" + says):
        read_json(json.dumps(document))
