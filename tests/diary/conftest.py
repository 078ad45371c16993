"""Diaries for the tests of the verbs: most tests run on a plain and on a protected one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lupusdiary.diary import Diary, Secret, create_diary
from lupusdiary.domain.change import Change
from tests.conftest import StandingClock
from tests.protection import KINDS, secret_of


@pytest.fixture(params=KINDS)
def secret(request: pytest.FixtureRequest) -> Secret | None:
    return secret_of(request.param)


@pytest.fixture
def diary(tmp_path: Path, secret: Secret | None, clock: StandingClock) -> Iterator[Diary]:
    made = create_diary(tmp_path / "diary.lupusdiary", secret, clock)
    yield made
    made.close()


@pytest.fixture
def heard(diary: Diary) -> list[Change]:
    """The notices of the diary."""
    changes: list[Change] = []
    diary.subscribe(changes.append)
    return changes
