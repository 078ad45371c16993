"""The rows of the fact base's vectors, and their medicines as values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lupusdiary.exchange.medicines.medicine_format import MedicineRecords
from tests.exchange.whole_files import read_medicines

_FOLDER = Path(__file__).resolve().parent


def rows(name: str, key: str) -> list[Any]:
    """The rows of a file as parameters of a test, each under its id."""
    listed = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))[key]
    return [pytest.param(row, id=row["id"]) for row in listed]


def records(document: dict[str, Any]) -> MedicineRecords:
    """What the four keys of a document say."""
    return read_medicines(document)[0]
