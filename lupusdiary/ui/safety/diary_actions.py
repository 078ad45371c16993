"""The ways between diaries that the modules beside this one are given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from lupusdiary.diary import Diary
from lupusdiary.language import Refusal


class DiaryActions(NamedTuple):
    """What the controller does with diaries: opening the one at a path, showing an open one (`passing`: it is
    not remembered as hers), closing what is shown, saying a refusal, and whether it may be left."""

    enter: Callable[[Path], None]
    show: Callable[[Diary], None]
    show_passing: Callable[[Diary], None]
    leave: Callable[[], None]
    tell: Callable[[Refusal], None]
    may_go: Callable[[], bool]
