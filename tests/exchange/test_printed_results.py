"""Every result that a laboratory prints leaves in an export and comes back the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.records import DiaryContents, LabResult
from lupusdiary.exchange import json_format
from lupusdiary.exchange.lists import csv_format
from lupusdiary.language import Refusal
from lupusdiary.resources import clinical
from tests.exchange.whole_files import read_json, read_lists

DAY = date(2026, 11, 2)
CATALOGUE = AnalyteCatalogue()
OF_TYPE = {
    "quantity": "c3",
    "quantity_or_range": "urine_rbc",
    "titer": "ana",
    "ordinal": "urine_protein_dip",
    "qualitative": "anti_sm",
}


def results() -> Iterator[LabResult]:
    for row in clinical("labs")["printed_value_patterns"]:
        for value_type in row["applies_to"]:
            analyte = CATALOGUE.get(OF_TYPE[value_type])
            for confirmed in (False, True):
                if row["printed"].strip():
                    yield lab_result(DAY, analyte, row["printed"], confirmed=confirmed)


def test_every_printed_value_comes_back_from_json_and_csv(tmp_path: Path) -> None:
    contents = DiaryContents(labs=tuple(results()))
    assert any(result.kind == "titre" and result.code for result in contents.labs)
    assert read_json(json_format.write(contents)) == contents
    csv_format.write(contents, tmp_path)
    assert read_lists(tmp_path) == contents


@pytest.mark.parametrize(
    ("analyte", "fields"),
    [
        ("urine_protein_dip", {"kind": "ordinal", "code": "banana"}),
        ("anti_sm", {"kind": "ordinal", "code": "2+"}),
        ("ana", {"kind": "titre", "value": 640, "code": "3+"}),
        ("ana", {"kind": "titre", "value": 0}),
        ("ana", {"kind": "titre", "value": -40}),
    ],
)
def test_a_step_or_titre_that_cannot_be_is_refused(analyte: str, fields: dict[str, Any]) -> None:
    row = {"collected_on": "2026-11-02", "analyte": analyte, "value_text": "?", **fields}
    with pytest.raises(Refusal, match="entry 1"):
        read_json(json.dumps({"format": "lupusdiary", "version": 1, "labs": [row]}))


def test_an_empty_name_of_a_story_makes_no_demonstration() -> None:
    text = json.dumps({"format": "lupusdiary", "version": 1, "demonstration": ""})
    assert read_json(text).demonstration is None
