"""What an import of its own export would refuse is named by the check of a diary."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.diary import create_diary, open_diary, rehearsal_diary
from lupusdiary.diary.importing.merge import NotMerged
from lupusdiary.exchange import json_format
from lupusdiary.exchange.decode import decode
from lupusdiary.language import LANGUAGES, Refusal, translator
from tests.conftest import StandingClock
from tests.exchange.full_contents import full_life, learnt_life

# Table, column, a value that nobody can have entered, and a word of what the check says of it.
CRAFTED = [
    ("event", "title", "z" * 3000, "too long"),
    ("event", "dose_mg", -1, "not an amount"),
    ("event", "dose_mg", 1e300, "dose_mg"),
    ("event", "days", 1.5, "how many days"),
    ("flare", "start_day", "9999-12-31", "9999-12-31"),
    ("visit", "department", "z" * 300, "too long"),
    ("contact", "number", " ", "telephone"),
    ("demonstration", "language", "fr", "demonstration_language"),
    ("medicine", "route", "by air", "route"),
    ("medicine", "kind", "stolen", "kind"),
    ("dose_period", "weeks", 0, "weeks"),
    ("dose_period", "meal", "midnight", "meal"),
    ("dose_period", "reason", "none", "reason"),
    ("intake", "state", "lost", "state"),
    ("intake", "day", "1800-01-01", "1800-01-01"),
    ("dose_part", "turn", -1, "turn"),
    ("allergy", "told_by", "a friend", "told_by"),
    ("side_effect", "what", " ", "noticed"),
    ("open_question", "text", "\t", "question is empty"),
    ("check_up", "kind", "teeth", "kind"),
    ("visit_agreement", "state", "gone", "state"),
    ("visit_page", "data", "1:640", "JSON"),
    ("article_progress", "article", "", "name is empty"),
    ("quiz_answer", "item", 10**15, "quiz has no question"),
    ("safety_card", "notes", "w" * 150_000, "too long"),
]


def crafted(path: Path, clock: StandingClock, table: str, column: str, value: object) -> None:
    """A whole life in which one value is changed past the program."""
    life = learnt_life() if table in {"article_progress", "quiz_answer", "safety_card"} else full_life()
    with create_diary(path, None, clock) as diary:
        diary.merge(life)
    connection = sqlite.connect(str(path))
    connection.execute(
        f"UPDATE {table} SET {column} = ? WHERE rowid = (SELECT min(rowid) FROM {table})", (value,)
    )
    connection.commit()
    connection.close()


def comes_in_again(text: str, clock: StandingClock) -> bool:
    try:
        imported = decode(json.loads(text))
        with rehearsal_diary(clock) as empty:
            empty.merge(imported.contents, whole=True)
    except (NotMerged, Refusal):
        return False
    return not imported.faults


@pytest.mark.parametrize(("table", "column", "value", "word"), CRAFTED)
def test_what_an_import_would_refuse_is_named_by_the_check(
    tmp_path: Path, clock: StandingClock, table: str, column: str, value: object, word: str
) -> None:
    path = tmp_path / "d.lupusdiary"
    crafted(path, clock, table, column, value)
    with open_diary(path, None, clock) as diary:
        assert not comes_in_again(json_format.write(diary.contents()), clock)
        found = diary.check()
    said = [translator("en").refusal(sentence) for sentence in found.sentences]
    assert found.ok is False
    assert said[:2] == ["The diary may be damaged.", "Some entries hold what nobody can have entered."]
    assert word in said[2]
    for language in LANGUAGES:
        assert all(translator(language).refusal(sentence).strip() for sentence in found.sentences)


def test_a_whole_life_comes_in_again_also_after_the_clock_was_set_back(
    tmp_path: Path, clock: StandingClock
) -> None:
    path = tmp_path / "d.lupusdiary"
    with create_diary(path, None, clock) as diary:
        diary.merge(full_life())
        diary.days.record(diary.today(), "fatigue", 3)
        assert diary.check().ok
        clock.move(days=-300)
        assert diary.check().ok
        assert diary.today() + timedelta(days=300) == diary.days.last()


@pytest.mark.parametrize("name", ["", " ", "\r\n"])
def test_a_plan_without_a_name_is_refused_in_a_sentence(clock: StandingClock, name: str) -> None:
    document = json.loads(json_format.write(full_life()))
    medicine = next(each for each in document["medicines"] if each.get("plans"))
    medicine["plans"][0]["plan"] = name
    medicine["periods"] = [each for each in medicine["periods"] if "plan" not in each]
    with rehearsal_diary(clock) as empty:
        done = empty.merge(decode(document).contents)
    assert any(refusal.fields.get("field") == "plan" for refusal in done.refused)
