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
        ("  ", None),
    ],
)
def test_a_time_is_read(text: str, expected: time | None) -> None:
    assert read_time(text) == expected


@pytest.mark.parametrize("text", ["25:00", "10:70", "오후 14:00", "noon", "10:20:30"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read_time(text)
