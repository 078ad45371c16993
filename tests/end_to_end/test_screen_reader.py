"""The window as it stands on the accessibility bus of Linux, where Orca reads it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lupusdiary.diary import create_diary
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.language import translator
from lupusdiary.ui.frame.navigation import FOOT, PAGES
from tests.conftest import StandingClock

_TOOLS = ("dbus-run-session", "xvfb-run", "busctl")


@pytest.mark.long
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_screen_reader_finds_pages_headings_and_choices(
    tmp_path: Path, clock: StandingClock, language: str
) -> None:
    missing = [each for each in _TOOLS if shutil.which(each) is None]
    if missing or not list(Path("/usr").glob("lib*/**/at-spi-bus-launcher")):
        pytest.skip(f"no accessibility bus here: {', '.join(missing) or 'at-spi2-core'} is not installed")
    diary = tmp_path / "diary.lupusdiary"
    create_diary(diary, None, clock).close()
    around = ("xvfb-run", "-a", sys.executable)
    done = subprocess.run(
        ["dbus-run-session", "--", *around, "-m", "tests.end_to_end.at_spi", str(diary), language],
        capture_output=True,
        text=True,
        timeout=600,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    # The daemons of the bus write here too.
    parts = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    tr = translator(language)
    tabs = [each["name"] for each in parts if each["role"] == "page tab"]
    assert len(tabs) == len((*PAGES, *FOOT))
    assert [tabs[0], *tabs[-2:]] == [tr.text(words) for words in ("Today", "If it is urgent", "Settings")]
    lists = [each["name"] for each in parts if each["role"] == "page tab list"]
    assert lists == [tr.text("Pages")]
    assert tr.text("How was today?") in [each["name"] for each in parts if each["role"] == "heading"]
    scores = [each for each in parts if each["role"] == "radio button"]
    place = tr.text("{place} of {count}", place=4, count=11)
    assert any(each["name"] == "3" and each["about"].endswith(place) for each in scores)
    groups = [each["name"] for each in parts if each["role"] in ("grouping", "panel", "group")]
    question = SymptomCatalogue().get("fatigue").question(tr, None)
    assert any(name.startswith(question) for name in groups), groups
    working = {
        "push button",
        "button",
        "check box",
        "radio button",
        "page tab",
        "text",
        "combo box",
        "spin button",
    }
    assert [each for each in parts if each["role"] in working and not each["name"]] == []
