"""The hospital's numbers that a person shows without her passphrase: all of hers outside the diary."""

from __future__ import annotations

import json

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Contact
from lupusdiary.ui.base.preferences import Preferences

_NUMBERS, _WHOSE = "urgent_numbers", "urgent_numbers_of"


def shows_numbers(preferences: Preferences, diary: Diary) -> bool:
    """Whether she ticked that this diary's numbers are shown."""
    return preferences.word(_WHOSE) == str(diary.id)


def show_numbers(preferences: Preferences, diary: Diary, shown: bool) -> None:
    """Ticks it or takes the tick away; then nothing of them stays."""
    preferences.remember(_WHOSE, str(diary.id) if shown else "")
    pairs = [[each.name, each.number] for each in diary.contacts.all()] if shown else []
    preferences.remember(_NUMBERS, json.dumps(pairs, ensure_ascii=False))


def renew_numbers(preferences: Preferences, diary: Diary) -> None:
    """Those that she shows become what stands in the diary now."""
    if shows_numbers(preferences, diary):
        show_numbers(preferences, diary, True)


def shown_numbers(preferences: Preferences) -> list[Contact]:
    """The numbers that may be seen without a passphrase."""
    try:
        pairs = json.loads(preferences.word(_NUMBERS, "[]"))
        return [Contact(str(name), str(number)) for name, number in pairs if str(number).strip()]
    except (ValueError, TypeError, RecursionError):
        return []
