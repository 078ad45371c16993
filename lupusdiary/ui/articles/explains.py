"""Which article explains a thing of the diary, and what that thing is called."""

from __future__ import annotations

from collections.abc import Iterable

from lupusdiary.charts.panels import EventMark
from lupusdiary.diary import Diary
from lupusdiary.domain.medicine import medicines, named_in
from lupusdiary.domain.treatment import EVENT_KINDS, event_kind
from lupusdiary.education.content.library import Library
from lupusdiary.language import Translator


def article_for(library: Library, explains: str) -> str | None:
    """The id of the article for “symptom:fatigue”, “analyte:upcr”, “event:kidney_biopsy” or
    “medicine:rituximab”, if any."""
    kind, _, code = explains.partition(":")
    found = {
        "symptom": library.for_symptom,
        "analyte": library.for_analyte,
        "event": library.for_event,
        "medicine": library.for_medicine,
    }
    return found[kind](code)


def name_of(diary: Diary, explains: str, tr: Translator) -> str:
    """Its name, to search for."""
    kind, _, code = explains.partition(":")
    if kind == "symptom":
        return diary.symptoms.catalogue().get(code).name(tr)
    if kind == "analyte":
        return diary.labs.catalogue().get(code).label(tr)
    if kind == "medicine":
        return medicines()[code].name(tr)
    return event_kind(code).name(tr)


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
