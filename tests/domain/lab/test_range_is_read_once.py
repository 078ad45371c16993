"""A printed range is read once and kept, not again at each showing."""

from __future__ import annotations

from datetime import date

import pytest

from lupusdiary.domain.lab import parse_range
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.lab.reference_range import BELOW, mark


def test_showing_a_result_again_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    whole = parse_range._single

    def counted(text: str, analyte: object) -> parse_range.ParsedRange:
        read.append(text)
        return whole(text, analyte)  # type: ignore[arg-type]

    monkeypatch.setattr(parse_range, "_single", counted)
    analyte = AnalyteCatalogue().get("c3")
    analyte.ranges_read.clear()
    result = lab_result(date(2026, 11, 20), analyte, "62", "mg/dL", "90-181")
    assert [mark(result, analyte, None) for _ in range(50)] == [BELOW] * 50
    assert read == ["90-181"]


def test_what_is_kept_has_an_end() -> None:
    analyte = AnalyteCatalogue().get("c3")
    for high in range(100, 900):
        assert parse_range.parse_range(f"90-{high}", analyte).high == high
    assert len(analyte.ranges_read) <= 200
