"""After how long without a key a protected diary locks, as this computer's user wants it."""

from __future__ import annotations

from lupusdiary.ui.base.preferences import Preferences

# Minutes: at home, on a computer that others use too; 0 never.
AT_HOME, SHARED, NEVER = 30, 5, 0
_MINUTES = "lock_minutes"


def lock_minutes(preferences: Preferences) -> int:
    """The minutes; 0 for never."""
    minutes = int(preferences.number(_MINUTES, AT_HOME))
    return minutes if minutes in (AT_HOME, SHARED, NEVER) else AT_HOME


def set_lock_minutes(preferences: Preferences, minutes: int) -> None:
    """Sets them."""
    preferences.remember(_MINUTES, minutes)
