"""Turns the parsed document of our JSON format into a diary's contents, or refuses it as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from lupusdiary.domain.day_record import TrackedSymptom
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.learning import SafetyCard
from lupusdiary.domain.records import (
    Contact,
    DiaryContents,
    Flare,
    OwnAnalyte,
    Profile,
    SheetTemplate,
    TreatmentEvent,
)
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.treatment import event_kind
from lupusdiary.exchange.decode_days import DayReader, symptom_item
from lupusdiary.exchange.decode_labs import LabReader, analyte_item
from lupusdiary.exchange.encode import FORMAT, VERSION, default_list
from lupusdiary.exchange.entry import Entry, time_of
from lupusdiary.exchange.fault import Fault, Faults, Place
from lupusdiary.exchange.gather import Gathered, Origins, Places
from lupusdiary.exchange.learning_format import decode_card, decode_learning
from lupusdiary.exchange.medicines.medicine_format import gather_medicines
from lupusdiary.exchange.visit_format import (
    decode_check_up,
    decode_open_question,
    decode_visit,
    decode_visit_page,
)
from lupusdiary.language import LANGUAGES, Refusal


@dataclass(frozen=True, slots=True)
class KnownHere:
    """The own items and analytes that the receiving diary has already; an import may use their codes."""

    symptoms: Sequence[TrackedSymptom] = ()
    analytes: Sequence[OwnAnalyte] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read, and the names of the fields that this version does not know and left out.

    `faults` are the rows that could not be read, and are not among the contents. `places` says where each
    row of the contents stands in the file; `said` is what else the person should know of how it was read.
    """

    contents: DiaryContents
    ignored: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    places: Places = field(default_factory=Places)
    said: tuple[Refusal, ...] = ()


def decode(
    document: object,
    here: KnownHere | None = None,
    *,
    spelled: bool = False,
    origins: Origins | None = None,
    faults: Faults | None = None,
) -> Imported:
    """What a whole document says, without the rows that are wrong: those are its faults.

    `spelled`: values are written as a person writes them, as in CSV. `origins` and `faults` are what reading
    lists found already. Raises `Refusal` for what is no diary export at all.
    """
    here, faults = here or KnownHere(), faults or Faults()
    ignored: set[str] = set()
    if not isinstance(document, dict):
        raise Refusal("This is not a diary export: the file holds no object with named fields.")
    top = Entry(document, "", ignored)
    _version(top)
    lists = Gathered(top, ignored, faults, Places(origins or {}))
    profile = lists.one("profile", _profile) or Profile()
    symptoms = lists.sorted("symptoms", _unlike())
    analytes = lists.sorted("analytes", analyte_item)
    own = tuple(item for item in analytes if isinstance(item, OwnAnalyte))
    known_analytes = AnalyteCatalogue([*here.analytes, *own])
    sheets = tuple(item for item in analytes if isinstance(item, SheetTemplate))
    _check_sheets(sheets, known_analytes, faults)
    days = DayReader(SymptomCatalogue([*here.symptoms, *symptoms]), lists, spelled=spelled)
    labs = LabReader(known_analytes, profile.sex, spelled=spelled)
    medicines = gather_medicines(lists)
    contents = DiaryContents(
        profile=profile,
        days=days.all(),
        labs=lists.sorted("labs", labs.read, attrgetter("collected_on")),
        events=lists.sorted("events", _event, attrgetter("day")),
        flares=lists.sorted("flares", _flare, attrgetter("start")),
        visits=lists.sorted("visits", decode_visit, attrgetter("day")),
        symptoms=() if symptoms == default_list() else symptoms,
        own_analytes=own,
        sheets=sheets,
        contacts=lists.sorted("contacts", _contact),
        learning=decode_learning(lists),
        safety_card=lists.one("safety_card", decode_card) or SafetyCard(),
        demonstration=top.string("demonstration") or None,
        demonstration_language=top.choice("demonstration_language", LANGUAGES),
        day_ends_at=_day_end(top),
        medicines=medicines.medicines,
        taken=medicines.taken,
        allergies=medicines.allergies,
        side_effects=medicines.side_effects,
        open_questions=lists.sorted("open_questions", decode_open_question),
        check_ups=lists.sorted("check_ups", decode_check_up),
        visit_pages=lists.sorted("visit_pages", decode_visit_page, attrgetter("day")),
    )
    top.close()
    return Imported(contents, tuple(sorted(ignored)), tuple(faults.found), lists.places)


def _check_sheets(sheets: Sequence[SheetTemplate], known: AnalyteCatalogue, faults: Faults) -> None:
    """Every test of a sheet must be known: it would have no row."""
    for sheet in sheets:
        for row in sheet.rows:
            try:
                known.get(row.analyte)
            except Refusal as why:
                faults.add(Place("analytes", item=row.analyte[:40]), why)


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


def _unlike() -> Callable[[Entry], TrackedSymptom]:
    seen: set[str] = set()

    def read(entry: Entry) -> TrackedSymptom:
        item = symptom_item(entry)
        if item.symptom in seen:
            raise Refusal("“{code}” is there twice.", code=item.symptom[:40])
        seen.add(item.symptom)
        return item

    return read


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
