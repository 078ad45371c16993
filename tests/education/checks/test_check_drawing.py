"""A drawing of a hospital is readable from the back row, or the check says how large its words must be."""

from __future__ import annotations

from pathlib import Path

import pytest

from lupusdiary.education.checks.check_drawing import small_words
from lupusdiary.education.checks.content_check import check
from lupusdiary.resources import resource
from tests.education import own_folder


def test_the_programs_own_drawings_can_be_read() -> None:
    drawings = sorted(resource("figures").glob("*.svg"))
    assert drawings
    assert [list(small_words(each)) for each in drawings] == [[]] * len(drawings)


def test_small_words_are_found_by_line_with_the_size_that_they_need(tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path)
    assert check(folder) == []
    (drawing,) = (folder / "figures").glob("*.svg")
    text = drawing.read_text(encoding="utf-8")
    drawing.write_text(
        text.replace("</svg>", '<text x="1" y="20" font-size="1">a</text>\n</svg>'), encoding="utf-8"
    )
    (fault,) = check(folder)
    assert (fault.path, fault.line) == (drawing, text.count("\n", 0, text.index("</svg>")) + 1)
    needed = int(str(fault.why.fields["size"]))
    drawing.write_text(
        text.replace("</svg>", f'<text x="1" y="20" font-size="{needed}">a</text>\n</svg>'), encoding="utf-8"
    )
    assert check(folder) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # Nothing says a size: SVG takes 16, which is small in this drawing.
        ('<text x="1" y="20">a</text>', True),
        ('<g font-size="40"><text x="1" y="20">a</text></g>', False),
        ('<g font-size="40"><text x="1" y="20"><tspan font-size="9">a</tspan></text></g>', True),
        ('<text x="1" y="20" style="fill:red;font-size:9px">a</text>', True),
        ('<text x="1" y="20" style="font-size: 40px">a</text>', False),
        ('<g transform="translate(1 2) scale(0.2)"><text x="1" y="20" font-size="40">a</text></g>', True),
        ('<g transform="scale(5)"><text x="1" y="20" font-size="9">a</text></g>', False),
        ('<g font-size="40"><text x="1" y="20" font-size="0.5em">a</text></g>', True),
        ('<g font-size="40"><text x="1" y="20" font-size="100%">a</text></g>', False),
        ('<text x="1" y="20"> <tspan font-size="40">a</tspan> </text><title>a</title>', False),
        ('<rect width="5" height="5" font-size="1"/>', False),
    ],
)
def test_the_size_that_is_seen_counts_wherever_it_is_said(tmp_path: Path, words: str, found: bool) -> None:
    path = tmp_path / "drawing.svg"
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400">'
    path.write_text(f"{head}\n{words}\n</svg>\n", encoding="utf-8")
    assert [fault.line for fault in small_words(path)] == [2] * found
