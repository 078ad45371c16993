"""No verb replaces a diary, whatever it is called; `restore` alone does, and keeps it first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import Caller

VERBS = {
    "sample": ["sample", "{place}"],
    "export": ["export", "{diary}", "--format", "json", "--out", "{place}"],
    "lists": ["export", "{diary}", "--format", "csv", "--out", "{place}"],
    "report": ["report", "{diary}", "--out", "{place}"],
    "chart": ["chart", "{diary}", "--series", "fatigue", "--out", "{place}"],
    "backup": ["backup", "{diary}", "--to", "{place}"],
    "content": ["content", "example", "{place}"],
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("ending", [".lupusdiary", ".json", ".pdf", ".png"])
def test_no_verb_replaces_another_diary(call: Caller, diary: Path, verb: str, ending: str) -> None:
    call("record", call.path("b.lupusdiary"), "2026-11-20", "fatigue=3").fine()
    place = call.path("b.lupusdiary").rename(call.path(f"b{ending}"))
    before = place.read_bytes(), sorted(call.folder.iterdir())
    call(*(word.format(diary=diary, place=place) for word in VERBS[verb])).refused()
    assert (place.read_bytes(), sorted(call.folder.iterdir())) == before
