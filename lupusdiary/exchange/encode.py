"""Turns a diary's contents into plain JSON values: numbers, texts, lists; what is not known is left out."""

from __future__ import annotations

from typing import Any

from lupusdiary.domain.day_record import DayRecord, TimedEntry, TrackedSymptom
from lupusdiary.domain.records import DiaryContents, OwnAnalyte, SheetTemplate
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.exchange.learning_format import encode_learning
from lupusdiary.exchange.medicines.medicine_format import MedicineRecords, encode_medicines
from lupusdiary.exchange.plain_values import known, plain
from lupusdiary.exchange.visit_format import encode_visit, encode_waiting

FORMAT = "lupusdiary"
VERSION = 1

Plain = dict[str, Any]


def _timed(entry: TimedEntry) -> Plain:
    return known(entry)


def _day(record: DayRecord) -> Plain:
    found: Plain = {"day": record.day.isoformat()}
    if record.readings:
        found["readings"] = {code: plain(record.readings[code]) for code in sorted(record.readings)}
    if record.how:
        found["how"] = {code: record.how[code] for code in sorted(record.how)}
    if record.entered:
        found["entered"] = {code: record.entered[code] for code in sorted(record.entered)}
    if record.note:
        found["note"] = record.note
    if record.timed:
        found["timed"] = [_timed(entry) for entry in sorted(record.timed, key=lambda entry: entry.at)]
    return found


def _symptom(item: TrackedSymptom) -> Plain:
    found: Plain = {"id": item.symptom, "tracked": item.tracked}
    found |= known(item, leave=("symptom", "tracked", "retired"))
    if item.retired:
        found["retired"] = True
    return found


def default_list() -> tuple[TrackedSymptom, ...]:
    """What is tracked in a diary whose list nobody has changed; contents hold no list then."""
    return tuple(TrackedSymptom(item.id, True) for item in SymptomCatalogue().default_on)


def _sheet(sheet: SheetTemplate) -> Plain:
    return known(sheet, leave=("rows",)) | {"rows": [known(row) for row in sheet.rows]}


def _own(analyte: OwnAnalyte) -> Plain:
    return known(analyte)


def encode(contents: DiaryContents) -> Plain:
    """The whole document of our JSON format, lists sorted by date."""
    visits = sorted(contents.visits, key=lambda visit: visit.day)
    document: Plain = {
        "format": FORMAT,
        "version": VERSION,
        "profile": known(contents.profile),
        "days": [_day(day) for day in sorted(contents.days, key=lambda day: day.day) if not day.is_empty],
        "labs": [known(result) for result in sorted(contents.labs, key=lambda result: result.collected_on)],
        "events": [known(event) for event in sorted(contents.events, key=lambda event: event.day)],
        "flares": [known(flare) for flare in sorted(contents.flares, key=lambda flare: flare.start)],
        "visits": [encode_visit(visit) for visit in visits],
        "symptoms": [_symptom(item) for item in contents.symptoms or default_list()],
        "analytes": [
            *(_own(analyte) for analyte in contents.own_analytes),
            *(_sheet(sheet) for sheet in contents.sheets),
        ],
    }
    if contents.contacts:
        document["contacts"] = [known(contact) for contact in contents.contacts]
    document |= encode_learning(contents)
    document |= encode_medicines(
        MedicineRecords(contents.medicines, contents.taken, contents.allergies, contents.side_effects)
    )
    document |= encode_waiting(contents)
    if contents.day_ends_at:
        document["day_ends_at"] = contents.day_ends_at
    if contents.demonstration:
        document["demonstration"] = contents.demonstration
        if contents.demonstration_language:
            document["demonstration_language"] = contents.demonstration_language
    return document
