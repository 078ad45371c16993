from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings

from lupusdiary.diary import Diary, create_diary, open_diary
from lupusdiary.domain.records import DiaryContents
from lupusdiary.exchange import json_format
from tests.conftest import StandingClock
from tests.diary.strategies import contents
from tests.exchange.whole_files import read_json

# The clock stands, so it may be the same one for every example.
SAME_CLOCK = settings(
    max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@cache
def _empty_file() -> bytes:
    """A new diary as bytes: making one for each example takes long."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        create_diary(path, None, lambda: datetime(2026, 11, 22, tzinfo=UTC)).close()
        return path.read_bytes()


@contextmanager
def new_diary(clock: StandingClock) -> Iterator[Diary]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        path.write_bytes(_empty_file())
        with open_diary(path, None, clock) as diary:
            yield diary


def test_a_new_diary_holds_nothing(diary: Diary) -> None:
    assert diary.contents() == DiaryContents()


@SAME_CLOCK
@given(life=contents())
def test_what_goes_into_a_new_diary_comes_out_of_it(life: DiaryContents, clock: StandingClock) -> None:
    with new_diary(clock) as diary:
        merged = diary.merge(life)
        assert merged.refused == ()
        assert merged.kept == 0
        assert diary.contents() == life
        again = diary.merge(life)
        assert (again.new, again.kept, again.refused) == (0, 0, ())
        assert again.equal == merged.new + merged.equal
        assert diary.contents() == life
        diary.history.undo()
        assert diary.contents() == DiaryContents()
        assert not diary.history.can_undo


@SAME_CLOCK
@given(life=contents())
def test_export_import_export_is_equal(life: DiaryContents, clock: StandingClock) -> None:
    with new_diary(clock) as first, new_diary(clock) as second:
        first.merge(life)
        exported = json_format.write(first.contents())
        second.merge(read_json(exported))
        assert json_format.write(second.contents()) == exported
