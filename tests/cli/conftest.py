"""A caller of the command line for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import Caller
from tests.conftest import StandingClock


@pytest.fixture
def call(tmp_path: Path, clock: StandingClock, capsys: pytest.CaptureFixture[str]) -> Caller:
    """Calls verbs in this process at 22 November 2026."""
    return Caller(tmp_path, clock, capsys)


@pytest.fixture
def diary(call: Caller) -> Path:
    """A diary with one day in it."""
    path = call.path("나의 일기.lupusdiary")
    call("record", path, "2026-11-20", "fatigue=6", "note=첫날").fine()
    return path
