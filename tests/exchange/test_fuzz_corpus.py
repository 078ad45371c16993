"""Every damaged file that the fuzzing script and attacks by hand have left is read, or refused in words."""

from __future__ import annotations

from pathlib import Path

from lupusdiary.diary import create_diary
from lupusdiary.language import Refusal, translator
from tests.conftest import StandingClock
from tests.fuzz_imports import corpus, read


def test_what_was_found_hard_to_read_is_read_or_refused(tmp_path: Path, clock: StandingClock) -> None:
    inputs = corpus()
    assert len(inputs) > 50
    said = []
    with create_diary(tmp_path / "d.lupusdiary", None, clock) as diary:
        for name, data in inputs:
            path = tmp_path / name
            path.write_bytes(data)
            try:
                read(path, diary)
            except Refusal as refusal:
                said.append(translator("ko").refusal(refusal).strip())
    assert 0 < len(said) < len(inputs)
    assert all(said)
