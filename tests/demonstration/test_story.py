"""Two fictional lives: always the same, cut at a day, physiologically sound, called fictional."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from lupusdiary.demonstration import STORIES, story
from lupusdiary.domain.records import DiaryContents
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.exchange import json_format
from lupusdiary.exchange.lists import csv_format
from lupusdiary.language import Refusal
from tests.exchange.whole_files import read_json, read_lists

UNTIL = date(2026, 11, 22)
INFUSION = date(2025, 5, 19)


@pytest.fixture(scope="module", params=STORIES)
def life(request: pytest.FixtureRequest) -> DiaryContents:
    return story(request.param, UNTIL)


def _values(life: DiaryContents, analyte: str, method: str | None = None) -> dict[date, float]:
    return {
        r.collected_on: r.value
        for r in life.labs
        if r.analyte == analyte and r.value is not None and r.unit != "mg/mg" and method in (None, r.method)
    }


def _last_day(life: DiaryContents) -> date:
    return max(
        [
            *(day.day for day in life.days),
            *(r.collected_on for r in life.labs),
            *(e.day for e in life.events),
            *(f.end or f.start for f in life.flares),
            *(v.day for v in life.visits),
        ]
    )


@pytest.mark.parametrize("name", STORIES)
def test_a_story_is_the_same_in_every_process(name: str) -> None:
    program = (
        "import sys; from datetime import date; from lupusdiary.demonstration import story;"
        "from lupusdiary.exchange import json_format;"
        f"sys.stdout.buffer.write(json_format.write(story({name!r}, date(2026, 11, 22))).encode())"
    )
    root = Path(__file__).resolve().parents[2]
    told = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=root, env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}, capture_output=True, check=True,
        ).stdout.decode()
        for seed in ("1", "2")
    ]  # fmt: skip
    assert told[0] == told[1] == json_format.write(story(name, UNTIL))


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize(
    "until", ["2009-01-01", "2011-07-01", "2019-12-31", "2025-01-01", "2025-05-22", "2027-03-01"]
)
def test_a_story_ends_where_it_is_told_to(name: str, until: str) -> None:
    end = date.fromisoformat(until)
    life = story(name, end)
    if life.days or life.labs:
        assert _last_day(life) <= end
    assert read_json(json_format.write(life)) == life
    assert life.demonstration == name


@pytest.mark.parametrize("name", STORIES)
def test_a_longer_story_begins_like_a_shorter_one(name: str) -> None:
    short, long = story(name, date(2025, 9, 1)), story(name, UNTIL)
    assert long.days[: len(short.days)] == short.days
    assert long.labs[: len(short.labs)] == short.labs
    assert long.events[: len(short.events)] == short.events


@pytest.mark.parametrize("name", STORIES)
def test_a_story_goes_on_until_the_day_asked_for(name: str) -> None:
    later = date(2027, 11, 22)
    life = story(name, later)
    assert later - max(day.day for day in life.days) < timedelta(days=10)
    assert later - max(r.collected_on for r in life.labs) < timedelta(weeks=14)
    assert later - max(visit.day for visit in life.visits) < timedelta(weeks=14)


def test_before_the_story_there_is_nothing_but_the_person() -> None:
    life = story("nephritis", date(2000, 1, 1))
    assert (life.days, life.labs, life.events, life.flares, life.visits) == ((), (), (), (), ())
    assert life.profile.name


def test_both_languages_tell_the_same_life() -> None:
    for name in STORIES:
        korean, english = story(name, UNTIL, "ko"), story(name, UNTIL, "en")
        assert [day.readings for day in korean.days] == [day.readings for day in english.days]
        assert [bool(day.note) for day in korean.days] == [bool(day.note) for day in english.days]
        assert [(r.analyte, r.value, r.code) for r in korean.labs] == [
            (r.analyte, r.value, r.code) for r in english.labs
        ]
        assert not any(_hangul(day.note) for day in english.days)
        assert not any(_hangul(event.title) for event in english.events)
        printed = {text for r in english.labs for text in (r.value_text, r.range_text, r.laboratory)}
        assert {text for text in printed if _hangul(text)} == set()
        assert all(_hangul(day.note) for day in korean.days if day.note)


def test_the_person_is_called_fictional() -> None:
    for name in STORIES:
        assert "가상" in (story(name, UNTIL, "ko").profile.name or "")
        assert "fictional" in (story(name, UNTIL, "en").profile.name or "")


def test_an_unknown_story_is_refused() -> None:
    with pytest.raises(Refusal):
        story("happy", UNTIL)


def test_every_value_is_one_that_the_diary_takes(life: DiaryContents) -> None:
    items = SymptomCatalogue(life.symptoms)
    for day in life.days:
        for code, value in day.readings.items():
            assert items.get(code).check(value) == value
    assert not [r for r in life.labs if r.kind == "text"]


def test_both_formats_carry_the_whole_life(life: DiaryContents, tmp_path: Path) -> None:
    assert read_json(json_format.write(life)) == life
    csv_format.write(life, tmp_path)
    assert json_format.write(read_lists(tmp_path)) == json_format.write(life)


def test_the_last_two_years_are_daily_with_gaps(life: DiaryContents) -> None:
    recorded = [day for day in life.days if UNTIL - day.day < timedelta(days=700)]
    assert 0.8 < len(recorded) / 700 < 0.95
    ways = Counter(next(iter(day.how.values()), "on the day") for day in recorded)
    assert set(ways) == {"on the day", "later", "copied"}
    assert ways["on the day"] > 4 * ways["later"] > 4 * ways["copied"] / 2
    steps = [later.day - earlier.day for earlier, later in pairwise(recorded)]
    assert max(steps) > timedelta(days=4)


def test_copied_days_repeat_the_record_before_them(life: DiaryContents) -> None:
    items = SymptomCatalogue(life.symptoms)
    last = None
    copied = 0
    for day in life.days:
        if "copied" in day.how.values() and last is not None:
            copied += 1
            assert day.readings == {c: v for c, v in last.readings.items() if not items.get(c).never_copied}
        last = day if day.readings else last
    assert copied > 10


def test_a_sheet_has_its_oddities(life: DiaryContents) -> None:
    kinds = Counter(result.kind for result in life.labs)
    assert kinds["titre"] == 1
    assert kinds["pending"] == 1
    assert kinds["ordinal"] > 5
    assert kinds["range"] > 5
    assert any(result.comparator == "<" for result in life.labs)
    methods = [result.method for result in life.labs if result.analyte == "anti_dsdna"]
    assert list(dict.fromkeys(methods)) == ["ELISA", "FEIA"]
    assert len({result.laboratory for result in life.labs}) == 2


def test_complement_falls_while_antibodies_and_protein_rise() -> None:
    life = story("nephritis", UNTIL)
    c3, c4, dna, upcr = (_values(life, code) for code in ("c3", "c4", "anti_dsdna", "upcr"))
    dna = _values(life, "anti_dsdna", "ELISA")
    for quiet, flare in (
        ("2014-06-02", "2014-10-06"),
        ("2023-04-11", "2023-09-18"),
        ("2024-10-22", "2025-05-12"),
    ):
        before, then = date.fromisoformat(quiet), date.fromisoformat(flare)
        assert c3[then] < c3[before] - 10
        assert c4[then] < c4[before]
        assert dna[then] > dna[before]
        assert upcr[then] > upcr[before] * 1.4
        assert any(f.start <= then <= (f.end or then) for f in life.flares)


def test_after_the_infusion_it_takes_months() -> None:
    life = story("nephritis", UNTIL)
    upcr, c3, cells, igg = (_values(life, code) for code in ("upcr", "c3", "cd19_abs", "igg"))
    after = [day for day in sorted(upcr) if day > INFUSION]
    assert upcr[after[0]] > 2500
    assert all(later < earlier * 1.15 for earlier, later in _pairs([upcr[day] for day in after]))
    assert upcr[after[-1]] < 300
    assert c3[date(2025, 5, 12)] < 60
    assert c3[date(2025, 11, 25)] > 90
    months = {day: cells[day] for day in cells if day > INFUSION}
    assert all(value == 0 for day, value in months.items() if day < date(2025, 10, 25))
    assert months[max(months)] > 80
    assert min(igg[day] for day in months) < 600


def test_immunosuppressants_stop_before_cells_are_collected() -> None:
    order = [
        event.kind
        for event in story("nephritis", UNTIL).events
        if date(2025, 3, 1) < event.day < date(2025, 6, 1)
    ]
    wanted = ["other", "leukapheresis", "hospital_admission", "lymphodepletion", "cart_infusion"]
    assert [kind for kind in order if kind in wanted][: len(wanted)] == wanted


def test_the_mild_life_has_healthy_kidneys() -> None:
    life = story("mild", UNTIL)
    assert max(_values(life, "upcr").values()) < 150
    assert {r.code for r in life.labs if r.analyte == "urine_protein_dip"} == {"neg"}
    assert min(_values(life, "egfr").values()) > 90
    assert {"eye_exam", "vaccination", "diagnosis"} <= {event.kind for event in life.events}
    assert "cart_infusion" not in {event.kind for event in life.events}


def _pairs(values: list[float]) -> list[tuple[float, float]]:
    return list(pairwise(values))


def _hangul(text: str | None) -> bool:
    return any("가" <= letter <= "힣" for letter in text or "")
