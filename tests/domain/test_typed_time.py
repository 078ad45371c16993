"""Times of day as people type them."""

from __future__ import annotations

from datetime import time

import pytest

from lupusdiary.domain.typed_time import read_time
from lupusdiary.language import Refusal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:30", time(14, 30)),
        ("1430", time(14, 30)),
        ("9:05", time(9, 5)),
        ("9시", time(9)),
        ("9시 5분", time(9, 5)),
        ("오후 2:30", time(14, 30)),
        ("오전 12:10", time(0, 10)),
        ("2 pm", time(14)),
        ("１０：２０", time(10, 20)),
        ("10", time(10)),
        ("오후 2시 반", time(14, 30)),
        ("7시반", time(7, 30)),
        ("새벽 2시", time(2)),
        ("아침 8시", time(8)),
        ("낮 12시", time(12)),
        ("낮 1시", time(13)),
        ("낮 11시", time(11)),
        ("저녁 7시 20분", time(19, 20)),
        ("밤 11시", time(23)),
        ("밤 12시", time(0)),
        ("밤 1시", time(1)),
        ("정오", time(12)),
        ("자정", time(0)),
        ("  ", None),
    ],
)
def test_a_time_is_read(text: str, expected: time | None) -> None:
    assert read_time(text) == expected


@pytest.mark.parametrize("text", ["25:00", "10:70", "오후 14:00", "noon", "아침 12시", "밤 13시", "10:20:30"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read_time(text)
