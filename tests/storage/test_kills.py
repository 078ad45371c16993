"""kill -9 at random moments: every acknowledged write is there, nothing half-made is left behind.

`--long` kills more than 200 times; the ordinary form 21 times.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.killing import KINDS

ROOT = Path(__file__).resolve().parents[2]
FEW, MANY = 3, 30

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kill_at_any_moment_leaves_the_old_state_or_the_new_one(
    kind: str, pytestconfig: pytest.Config
) -> None:
    times = MANY if pytestconfig.getoption("--long", default=False) else FEW
    program = [sys.executable, "-m", "tests.storage.killing", kind, str(times), "7"]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["faults"] == []
    assert found["kills"] == times
    # A kill that comes after the work has ended proves nothing.
    assert found["hit"] >= times // 3
