"""What changed since the last visit, told in words of direction only."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from lupusdiary.domain.medicines.change_wording import change_text
from lupusdiary.domain.medicines.changes import changes
from lupusdiary.domain.medicines.medicines_now import medicines_on, now_text
from lupusdiary.domain.period import parse_day
from lupusdiary.language import translator
from tests.domain.medicines.vectors import records, rows

LANGUAGES = ("ko", "en")


def _lines(given: dict[str, Any]) -> list[dict[str, Any]]:
    read = records({"medicines": given["medicines"]})
    found = []
    for change in changes(read.medicines, parse_day(given["last_visit"]), parse_day(given["today"])):
        line: dict[str, Any] = {"kind": change.kind}
        if change.day is not None:
            line["day"] = change.day.isoformat()
        line |= {code: change_text(change, translator(code)) for code in LANGUAGES}
        if change.has_fixed_text:
            line["fixed_text"] = True
        found.append(line)
    return found


def _now(given: dict[str, Any], day: date) -> dict[str, list[str]]:
    held = medicines_on(records({"medicines": given["medicines"]}).medicines, day)
    return {code: [now_text(each, translator(code)) for each in held] for code in LANGUAGES}


@pytest.mark.parametrize("row", rows("medicine_changes", "cases"))
def test_a_change_is_told_as_the_vectors_say(row: dict[str, Any]) -> None:
    given, expected = row["input"], row["expect"]
    assert _lines(given) == expected["lines"]
    assert [[line["ko"], line["en"]] for line in _lines(given)] == row["by_hand"]
    assert _now(given, parse_day(given["last_visit"]) - timedelta(days=1)) == expected["before"]
    assert _now(given, parse_day(given["today"])) == expected["after"]
