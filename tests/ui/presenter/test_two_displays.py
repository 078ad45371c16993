"""A laptop with a projector: each window stands on its display. Two virtual screens, real key events."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
LAPTOP = (0, 0, 1366, 768)
PROJECTOR = (1366, 0, 1920, 1080)


def screens(path: Path) -> str:
    """The offscreen platform with both displays."""
    config = {
        "synchronousWindowSystemEvents": True,
        "windowFrameMargins": False,
        "screens": [
            {"name": name, "x": x, "y": y, "width": width, "height": height}
            | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0}
            for name, (x, y, width, height) in (("laptop", LAPTOP), ("projector", PROJECTOR))
        ],
    }
    path.write_text(json.dumps(config), encoding="utf-8")
    return f"offscreen:configfile={path}"


def test_slides_are_on_the_projector_and_notes_on_the_laptop(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": screens(tmp_path / "screens.json")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.two_displays", str(tmp_path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "displays": 2,
        "stage": list(PROJECTOR),
        "full": True,
        "view": "projector/laptop",
        "view_visible": True,
        "at": 2,
        "same": True,
        "next": True,
        "notes": True,
        "clock": "21:04",
        "elapsed": "0 of 20 minutes",
        "mirrored": True,
        "slide_again": True,
        "hands_visible": True,
        "hands": [14, 5],
        "revealed": True,
        "unplugged": ["laptop", True, False],
        "notes_over_slide": True,
        "plugged": ["projector", True, False],
        "still_there": True,
        "closed": True,
        "live": "projector",
        "slide_hidden": True,
        "notes_stay": True,
        "live_unplugged": "laptop",
        "live_plugged": "projector",
        "back": "laptop",
    }
