"""Queries read the same diaries that the verbs are tested on."""

from __future__ import annotations

from tests.diary.conftest import diary as diary
from tests.diary.conftest import secret as secret
