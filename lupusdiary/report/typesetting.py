"""Templates of resources/typst and data become a PDF in this process: tagged, archivable, reproducible."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lupusdiary.report.printable import Printable, alphabets
from lupusdiary.report.row_headers import with_row_headers
from lupusdiary.resources import resource

if TYPE_CHECKING:
    import typst

# Tagged for screen readers (PDF/UA-1), and self-contained for archives (PDF/A-3a), which wants a date.
_TAGGED: list[typst.PDFStandard] = ["ua-1"]
_ARCHIVABLE: list[typst.PDFStandard] = ["ua-1", "a-3a"]
_FIRST_FAMILY = "Pretendard"
# Typst keeps what it worked out for a print until so many more are made: 12 to 20 MiB each, own words too.
_PRINTS_KEPT = 10
_prints = count()
_NO_DATE = date(2000, 1, 1)


def typeset(
    template: str, data: Mapping[str, Any], dated: date | None = None, attachment: str | None = None
) -> bytes:
    """The PDF of a template and its data. Every string below `data["parts"]` is made printable first, and
    `data["replaced"]` and `data["shortened"]` tell the template whether something had to give way.
    `attachment` is a JSON text that the template puts inside of the file as it is.

    The data travel as JSON, never as markup. `dated` is the date inside the file, if any: no clock is read.
    """
    import typst

    faces = _fonts(resource("fonts")).fonts()
    families = sorted({f.family for f in faces}, key=lambda name: (name != _FIRST_FAMILY, name))
    one_each = {f.family: Path(f.path) for f in reversed(faces) if f.path}
    files = tuple(one_each[family] for family in families)
    try:
        return _compile(template, data, dated, families, Printable(partial(alphabets, files)), attachment)
    except typst.TypstError:
        # A font has the letter but cannot shape it: the page matters more than the letter.
        return _compile(template, data, dated, families, Printable(partial(alphabets, files[:1])), attachment)


def _compile(
    template: str,
    data: Mapping[str, Any],
    dated: date | None,
    families: list[str],
    printable: Printable,
    attachment: str | None,
) -> bytes:
    import typst

    printed = {**data, "parts": printable.all(data["parts"])}
    printed |= {
        "replaced": printable.replaced,
        "shortened": printable.shortened,
        "families": families,
        "dated": [dated.year, dated.month, dated.day] if dated else None,
    }
    day = dated or _NO_DATE
    inputs = {"data": json.dumps(printed, ensure_ascii=False)}
    if attachment is not None:
        inputs["attachment"] = attachment
    _let_earlier_go()
    made = typst.compile(
        resource("typst", template),
        root=resource("typst"),
        font_paths=_fonts(resource("fonts")),
        ignore_system_fonts=True,
        sys_inputs=inputs,
        pdf_standards=_ARCHIVABLE if dated else _TAGGED,
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
    )
    return with_row_headers(made)


def _let_earlier_go() -> None:
    """Ages what is kept of the print before, so that it goes with the one that follows, which may still use
    its templates. The first of a process, a verb's only one, has none before it."""
    import typst

    if next(_prints) == 0:
        return
    for _ in range(_PRINTS_KEPT - 1):
        typst.compile(b"", font_paths=_fonts(resource("fonts")), ignore_system_fonts=True)


@cache
def _fonts(folder: Path) -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
