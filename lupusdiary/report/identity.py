"""Leaving out who the person is: her details, and her name and number where they stand in her own words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lupusdiary.report.summary import DatedNote, Person, VisitSummary

_HIDDEN = "○○○"
# A shorter name is also part of ordinary words.
_SHORTEST = 3


def without_identity(summary: VisitSummary) -> VisitSummary:
    """The same summary without name, birth date, age, sex and hospital number."""
    words = [summary.person.name, summary.person.hospital_number]
    hide = _masking([word.strip() for word in words if word and len(word.strip()) >= _SHORTEST])
    visit = summary.next_visit
    return replace(
        summary,
        person=Person(),
        events=tuple(
            replace(e, title=hide(e.title) if e.title else None, note=hide(e.note) if e.note else None)
            for e in summary.events
        ),
        flares=tuple(replace(f, note=hide(f.note) if f.note else None) for f in summary.flares),
        visits=tuple(replace(v, note=hide(v.note) if v.note else None) for v in summary.visits),
        next_visit=replace(visit, questions=tuple(map(hide, visit.questions))) if visit else None,
        notes=tuple(DatedNote(note.day, hide(note.text)) for note in summary.notes),
        timelines={
            language: replace(
                timeline, events=tuple(replace(e, label=hide(e.label)) for e in timeline.events)
            )
            for language, timeline in summary.timelines.items()
        },
    )


def _masking(words: list[str]) -> Callable[[str], str]:
    if not words:
        return lambda text: text
    # Korean joins particles to a name; elsewhere only the whole word is meant.
    patterns = [re.escape(w) if re.search("[가-힣]", w) else rf"(?<!\w){re.escape(w)}(?!\w)" for w in words]
    pattern = re.compile("|".join(patterns), re.IGNORECASE)
    return lambda text: pattern.sub(_HIDDEN, text)
