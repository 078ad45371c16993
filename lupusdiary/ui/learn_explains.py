"""Which article explains a thing of the diary, and what that thing is called."""

from __future__ import annotations

from lupusdiary.diary import Diary
from lupusdiary.domain.medicine import medicines
from lupusdiary.domain.treatment import event_kind
from lupusdiary.education.library import Library
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
