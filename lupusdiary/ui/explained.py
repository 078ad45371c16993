"""What of an event has an article: its kind, and the medicines that its words name."""

from __future__ import annotations

from collections.abc import Iterable

from lupusdiary.charts.panels import EventMark
from lupusdiary.domain.medicine import named_in
from lupusdiary.domain.treatment import EVENT_KINDS
from lupusdiary.language import Translator

# An event of any other kind says by its words alone what it is.
_SAYS_NOTHING = "other"


def kind_of(kind: str, tr: Translator) -> list[tuple[str, str]]:
    """The kind as a pair of what explains it and its name; nothing if the kind says nothing."""
    if kind == _SAYS_NOTHING or kind not in EVENT_KINDS:
        return []
    return [(f"event:{kind}", EVENT_KINDS[kind].name(tr))]


def medicines_of(text: str, tr: Translator) -> list[tuple[str, str]]:
    """The medicines that the words name, each as such a pair."""
    return [(f"medicine:{each.id}", each.name(tr)) for each in named_in(text)]


def of_events(events: Iterable[EventMark], tr: Translator) -> list[tuple[str, str]]:
    """All of it for the events of a picture, the newest first, each thing once."""
    found: dict[str, str] = {}
    for event in sorted(events, key=lambda each: each.day, reverse=True):
        for explains, name in [*kind_of(event.kind, tr), *medicines_of(event.label, tr)]:
            found.setdefault(explains, name)
    return list(found.items())
