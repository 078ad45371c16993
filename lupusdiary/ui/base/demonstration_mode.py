"""The demonstration mode of a laptop that teaches: no real diary can be opened or made on it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from lupusdiary.language import Refusal, mark
from lupusdiary.ui.base.preferences import Preferences

_KEY = "demonstration_mode"
STORY = "mild"

STORIES = (
    ("mild", mark("Skin and joints, newly diagnosed")),
    ("nephritis", mark("Kidneys, many years, CAR-T")),
)


class DemonstrationMode(QObject):
    """On by the setting, or (`for_this_start`) by the start option until the program is closed. Without
    `preferences` the setting is forgotten then as well."""

    changed = Signal()

    def __init__(self, preferences: Preferences | None = None, *, for_this_start: bool = False) -> None:
        super().__init__()
        self._preferences = preferences
        self._set = preferences is not None and preferences.flag(_KEY)
        self.for_this_start = for_this_start

    @property
    def on(self) -> bool:
        """Whether real diaries stay closed."""
        return self.for_this_start or self._set

    def switch(self, on: bool) -> None:
        """Sets the setting; what the start option asked for stays until the program is closed."""
        self._set = on
        if self._preferences is not None:
            self._preferences.remember(_KEY, on)
        self.changed.emit()

    def refuse_real_diaries(self) -> None:
        """Raises `Refusal` while the mode is on."""
        if self.on:
            raise Refusal(
                "This laptop is in demonstration mode: real diaries are neither opened nor made here."
            )
