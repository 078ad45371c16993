"""Diary files for the tests of the storage: each test runs on a plain and on a protected one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lupusdiary.diary import Secret
from lupusdiary.storage.diary_file import Clock, DiaryFile
from lupusdiary.storage.opening import create_file
from tests.protection import KINDS, secret_of


@pytest.fixture(params=KINDS)
def secret(request: pytest.FixtureRequest) -> Secret | None:
    return secret_of(request.param)


@pytest.fixture
def file(tmp_path: Path, secret: Secret | None, clock: Clock) -> Iterator[DiaryFile]:
    made = create_file(tmp_path / "file.lupusdiary", secret, clock)
    yield made
    made.close()
