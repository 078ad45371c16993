"""kill -9 while the window is typed in: what the window had heard of as written is there, the diary whole."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.cli.calling import ROOT

FEW, MANY = 5, 60

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")


def test_what_was_acknowledged_is_there_after_a_kill(pytestconfig: pytest.Config) -> None:
    times = MANY if pytestconfig.getoption("--long", default=False) else FEW
    words = [sys.executable, "-m", "tests.end_to_end.window_killing", str(times), "11"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["faults"] == []
    assert found["kills"] == times
    # A kill that comes after the typing has ended proves nothing.
    assert found["hit"] >= times // 2
