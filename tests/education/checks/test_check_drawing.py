"""A drawing of a hospital is readable from the back row, or the check says how large its words must be."""

from __future__ import annotations

from pathlib import Path

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
