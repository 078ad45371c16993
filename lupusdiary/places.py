"""Where the program keeps things by default: the platform's folders for one user."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_config_path, user_data_path

_NAME = "lupusdiary"


def own_diary() -> Path:
    """The person's own diary when no other is named."""
    return user_data_path(_NAME, appauthor=False) / "diary.lupusdiary"


def backups() -> Path:
    """The folder of the backups, one folder in it for each diary."""
    return user_data_path(_NAME, appauthor=False) / "backups"


def running() -> Path:
    """The folder in which windows say which diary they have open."""
    return user_data_path(_NAME, appauthor=False) / "running"


def demonstrations() -> Path:
    """The folder of the demonstration diaries, apart from the person's own."""
    return user_data_path(_NAME, appauthor=False) / "demonstration"


def preferences() -> Path:
    """What the window remembers for this user."""
    return user_config_path(_NAME, appauthor=False) / "preferences.json"
