"""What the program remembers for this computer's user; the diary itself remembers what matters."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

from lupusdiary.language import Refusal
from lupusdiary.ui.base.small_json import is_kept, read_small_json
from lupusdiary.whole_file import write_whole

# How long a 0 is waited for after a 1, in milliseconds.
TEN_WAIT, TEN_WAIT_MS = "ten_wait_ms", 1500
# Whether this computer remembers which diaries were open, and which were.
REMEMBERS_DIARIES = "remember_diaries"
LAST_DIARY, RECENT_DIARIES = "diary", "recent_diaries"
# The folder in which the person saved or opened something last.
SAVED_IN = "saved_in"
_LARGEST = 1e9


class Preferences:
    """A small JSON file of texts and numbers. Unreadable: as if empty, and never a reason not to start."""

    def __init__(self, path: Path) -> None:
        self._path = path
        found = read_small_json(path)
        # What a newer version remembers is kept for it.
        self._values: dict[str, Any] = (
            {key: value for key, value in found.items() if is_kept(key) and is_kept(value)}
            if isinstance(found, dict)
            else {}
        )

    @property
    def folder(self) -> Path:
        """Where it lies; what else belongs to this computer's user lies beside it."""
        return self._path.parent

    def word(self, key: str, default: str = "") -> str:
        """A remembered text."""
        value = self._values.get(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: float) -> float:
        """A remembered number."""
        value = self._values.get(key, default)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return float(value) if is_number and abs(value) <= _LARGEST else default

    def flag(self, key: str, default: bool = False) -> bool:
        """A remembered yes or no."""
        value = self._values.get(key, default)
        return value if isinstance(value, bool) else default

    def remember(self, key: str, value: str | float | bool) -> None:
        """Keeps a value; a place that cannot be written is no reason to stop."""
        if self._values.get(key) == value or not is_kept(value):
            return
        self._values[key] = value
        with contextlib.suppress(OSError, Refusal):
            # Into a pipe or a device in its place nothing is written: it may never come back.
            if self._path.exists() and not self._path.is_file():
                return
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, json.dumps(self._values, ensure_ascii=False, indent=1).encode())
