"""Turns the parsed document of our JSON format into a diary's contents, or refuses it as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.records import (
    Contact,
    DiaryContents,
    Flare,
    OwnAnalyte,
    Profile,
    SheetTemplate,
    TrackedSymptom,
    TreatmentEvent,
)
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.treatment import event_kind
from lupusdiary.exchange.decode_days import DayReader, symptom_item
from lupusdiary.exchange.decode_labs import LabReader, analyte_item
from lupusdiary.exchange.encode import FORMAT, VERSION, default_list
from lupusdiary.exchange.entry import Entry, placed, time_of
from lupusdiary.exchange.learning_format import decode_learning
from lupusdiary.exchange.medicine_format import decode_medicines
from lupusdiary.exchange.visit_format import decode_check_up, decode_open_question, decode_visit
from lupusdiary.language import Refusal


@dataclass(frozen=True, slots=True)
class KnownHere:
    """The own items and analytes that the receiving diary has already; an import may use their codes."""

    symptoms: Sequence[TrackedSymptom] = ()
    analytes: Sequence[OwnAnalyte] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read, and the names of the fields that this version does not know and left out."""

    contents: DiaryContents
    ignored: tuple[str, ...] = ()


def decode(document: object, here: KnownHere | None = None, *, spelled: bool = False) -> Imported:
    """The contents of a whole document; raises `Refusal` that says where the first fault is."""
    here = here or KnownHere()
    ignored: set[str] = set()
    if not isinstance(document, dict):
        raise Refusal("This is not a diary export: the file holds no object with named fields.")
    top = Entry(document, "", ignored)
    _version(top)
    with placed("profile"):
        person = Entry(top.mapping("profile"), "profile", ignored)
        profile = _profile(person)
        person.close()
    symptoms = _unlike(tuple(top.each("symptoms", symptom_item)))
    analytes = tuple(top.each("analytes", analyte_item))
    own = tuple(item for item in analytes if isinstance(item, OwnAnalyte))
    known_analytes = AnalyteCatalogue([*here.analytes, *own])
    sheets = tuple(item for item in analytes if isinstance(item, SheetTemplate))
    for sheet in sheets:
        with placed("analytes"):
            for row in sheet.rows:
                known_analytes.get(row.analyte)
    days = DayReader(SymptomCatalogue([*here.symptoms, *symptoms]), spelled=spelled)
    labs = LabReader(known_analytes, profile.sex)
    learnt, card = decode_learning(top, ignored)
    medicines = decode_medicines(top)
    contents = DiaryContents(
        profile=profile,
        days=tuple(sorted(top.each("days", days.read), key=lambda day: day.day)),
        labs=tuple(sorted(top.each("labs", labs.read), key=lambda result: result.collected_on)),
        events=tuple(sorted(top.each("events", _event), key=lambda event: event.day)),
        flares=tuple(sorted(top.each("flares", _flare), key=lambda flare: flare.start)),
        visits=tuple(sorted(top.each("visits", decode_visit), key=lambda visit: visit.day)),
        symptoms=() if symptoms == default_list() else symptoms,
        own_analytes=own,
        sheets=sheets,
        contacts=tuple(top.each("contacts", _contact)),
        learning=learnt,
        safety_card=card,
        demonstration=top.string("demonstration") or None,
        day_ends_at=_day_end(top),
        medicines=medicines.medicines,
        taken=medicines.taken,
        allergies=medicines.allergies,
        side_effects=medicines.side_effects,
        open_questions=tuple(top.each("open_questions", decode_open_question)),
        check_ups=tuple(top.each("check_ups", decode_check_up)),
    )
    top.close()
    return Imported(contents, tuple(sorted(ignored)))


def _day_end(top: Entry) -> str | None:
    text = top.string("day_ends_at")
    return None if text is None else f"{time_of(text):%H:%M}"


def _version(top: Entry) -> None:
    if top.get("format") != FORMAT:
        raise Refusal("This is not a diary export: it does not say “format”: “lupusdiary”.")
    version = top.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise Refusal("The version of this diary export is not a number that is known here.")
    if version > VERSION:
        raise Refusal(
            "This diary export was made by a newer version of lupusdiary (format {version}). "
            "Update lupusdiary to read it.",
            version=version,
        )


def _profile(entry: Entry) -> Profile:
    return Profile(
        entry.string("name"),
        entry.day("birth_date"),
        entry.choice("sex", ("female", "male")),
        entry.string("hospital_number"),
    )


def _unlike(symptoms: tuple[TrackedSymptom, ...]) -> tuple[TrackedSymptom, ...]:
    codes = [item.symptom for item in symptoms]
    for code in codes:
        if codes.count(code) > 1:
            raise Refusal("symptoms: “{code}” is there twice.", code=code)
    return symptoms


def _event(entry: Entry) -> TreatmentEvent:
    day, kind = entry.must_day("day"), event_kind(entry.must("kind"))
    return TreatmentEvent(
        day,
        kind.id,
        entry.string("title"),
        entry.string("note"),
        ingredient=entry.string("ingredient"),
        dose_mg=entry.number("dose_mg"),
        days=entry.number("days"),
    )


def _flare(entry: Entry) -> Flare:
    start, end = entry.must_day("start"), entry.day("end")
    if end is not None and end < start:
        raise Refusal("the flare ends before it starts.")
    return Flare(start, end, entry.string("note"))


def _contact(entry: Entry) -> Contact:
    return Contact(entry.must("name"), entry.must("number"))
