"""A screen reader hears of each cell its column and its row."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pypdf

from lupusdiary.language import translator
from lupusdiary.report.row_headers import with_row_headers
from lupusdiary.report.visit_page import write_pdf
from tests.report import pdf_text, summaries

EN = translator("en")


def rows(pdf: bytes) -> list[list[Any]]:
    """The cells of each row of each body below a row of heads."""
    found = []
    for table in (tag for tag in pdf_text.tags(pdf) if tag["/S"] == "/Table"):
        parts = [each.get_object() for each in table["/K"]]
        if any(part["/S"] == "/THead" for part in parts):
            for body in (part for part in parts if part["/S"] == "/TBody"):
                found += [[cell.get_object() for cell in row.get_object()["/K"]] for row in body["/K"]]
    return found


def of_table(cell: Any) -> Any:
    return next(each for each in cell["/A"] if each["/O"] == "/Table")


def test_each_row_has_a_head_and_its_cells_name_no_other_heads() -> None:
    pdf = write_pdf(summaries.full(), [EN], attach_data=True)
    found = rows(pdf)
    assert len(found) > 20
    for first, *others in found:
        assert (first["/S"], of_table(first)["/Scope"]) == ("/TH", "/Row")
        assert {cell["/S"] for cell in others} == {"/TD"}
        assert not any("/Headers" in of_table(cell) for cell in others if "/A" in cell and _has_table(cell))


def _has_table(cell: Any) -> bool:
    return any(each["/O"] == "/Table" for each in cell["/A"])


def test_the_file_stays_whole_and_says_the_same() -> None:
    pdf = write_pdf(summaries.full(), [EN], attach_data=True)
    reader = pypdf.PdfReader(BytesIO(pdf), strict=True)
    for number in range(1, int(reader.trailer["/Size"])):
        assert reader.get_object(number) is not None
    assert "visit_summary.json" in pdf_text.attachments(pdf)
    # The table of places is true: marking it again finds every object and changes none.
    assert with_row_headers(pdf) == pdf


def test_a_file_that_is_built_otherwise_comes_back_as_it_was() -> None:
    for other in (b"", b"%PDF-1.7\nstartxref\n9\n%%EOF", b"no pdf at all"):
        assert with_row_headers(other) == other
