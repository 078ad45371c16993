"""What the README tells a developer is true: each file that it names is there and does what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "lupusdiary"
PAGE = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## For developers\n")[2]
DRAWING, WALK = PAGE.partition("**One score,")[::2]
WALK = WALK.partition("\n\n")[0]


def test_the_drawing_holds_every_room_and_no_other() -> None:
    drawn = {
        name
        for line in re.findall(r"^(?:[a-z_]+ {2,}.*)$", DRAWING, flags=re.MULTILINE)
        for name in re.findall(r"(?:^|\| )\s*([a-z_]+) {2,}", line)
    }
    rooms = {
        path.stem for path in HOUSE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert drawn == rooms - {"__init__", "__main__", "app"}
    assert "app builds the window" in DRAWING


def test_every_file_on_the_walk_is_there() -> None:
    named = re.findall(r"`([a-z_/]+\.py)`", WALK)
    assert len(named) > 10
    assert [name for name in named if not (HOUSE / name).is_file()] == []


@pytest.mark.parametrize(
    ("file", "word"),
    [
        ("ui/today/item_row.py", "answered"),
        ("ui/today/page.py", "days.record"),
        ("diary/days.py", "def record("),
        ("storage/change_log.py", "image"),
        ("ui/frame/diary_view.py", "notice("),
        ("queries/timeline.py", "def timeline_of("),
        ("ui/chart/canvas.py", "class ChartCanvas"),
        ("queries/visit_summary.py", "def visit_summary_of("),
        ("report/visit_page.py", "summary"),
        ("report/typesetting.py", "typst"),
    ],
)
def test_each_stop_of_the_walk_does_what_it_is_said_to_do(file: str, word: str) -> None:
    assert f"`{file}`" in WALK
    text = (HOUSE / file).read_text(encoding="utf-8")
    assert text.count(word) > 0, word


def test_the_commands_that_it_names_are_there() -> None:
    verbs = set(re.findall(r"python3 dev\.py (\w+)", PAGE))
    script = (ROOT / "dev.py").read_text(encoding="utf-8")
    assert verbs
    assert [verb for verb in verbs if f'"{verb}"' not in script] == []
