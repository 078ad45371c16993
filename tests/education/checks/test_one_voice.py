"""Levels and numbers of danger stand in the table alone: prose takes them from there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lupusdiary.domain.urgency import urgency
from lupusdiary.resources import resource

# The ambulance, the crisis line, the limit of a fever, and what the levels ask for.
NUMBERS = re.compile(r"(?<![\d.,-])(?:119|109)(?![\d.,%]|-\d)|38\.0|(?<![\d.])38 ?(?:°C|도)")
ACTIONS = re.compile(
    "|".join(
        re.escape(words)
        for level in urgency().levels
        for words in level.actions
        # "Tell your team soon" is how one speaks of anything that is new.
        if level.id != "next_visit"
    ),
    re.IGNORECASE,
)
# The names of sources and anchors.
NAMES = re.compile(r"\[\^\w+\]|\{[#A-Za-z]+:?\w*\}|^(?:sources|section) = .*$", re.MULTILINE)
FILES = [
    *sorted(resource("articles").glob("*/*.md")),
    *sorted(resource("sessions").glob("*.toml")),
    *sorted(resource("figures").glob("*.toml")),
    resource("glossary.toml"),
]


def beside_the_table(text: str) -> list[str]:
    prose = NAMES.sub("", text)
    return [found[0] for pattern in (NUMBERS, ACTIONS) for found in pattern.finditer(prose)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_level_and_no_number_of_danger_stands_in_prose(path: Path) -> None:
    assert beside_the_table(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "words",
    [
        "Call 119.",
        "109에 전화하세요",
        "above 38.0 °C",
        "38도 이상",
        "so call your clinic the same day",
        "119",
    ],
)
def test_such_words_would_be_found(words: str) -> None:
    assert beside_the_table(words) != []


@pytest.mark.parametrize(
    "words", ["{number:seizure}", "## Now {#call_119}", "It is so.[^MOHW109]", "1,119 people"]
)
def test_names_are_no_such_words(words: str) -> None:
    assert beside_the_table(words) == []
