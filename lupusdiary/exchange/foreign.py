"""Recognises files of other programs by what stands in them, and says the one next step for each."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from lupusdiary.exchange.archive import opened
from lupusdiary.language import Message, Refusal, mark
from lupusdiary.whole_file import may_be_diary

_LIST = mark(
    "“{name}” comes from {program}. Copy what you want to keep into a list with the columns day, symptom and "
    "value, and import that list."
)
_LABS = mark("“{name}” is {kind}. Enter its results on the page Labs, with the day of the sample.")
_SHEET = mark("“{name}” is {kind}. Save its sheet there as “CSV UTF-8”, and import the file that this makes.")
_DIARY = mark("“{name}” is a diary. Open it, export it as JSON, and import that file here.")
_PICTURE = mark("“{name}” is {kind}. Look at it beside the diary and enter what you want to keep.")
_UNPACK = mark("“{name}” is {kind}. Unpack it, and import one of the files in it.")

# What only that program has in its first line, in small letters; all of it must be there.
_LISTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("Daylio", frozenset({"full_date", "weekday", "mood", "activities"})),
    ("Flaredown", frozenset({"date", "tags", "foods"})),
    ("Flaredown", frozenset({"user_id", "checkin_date", "trackable_type"})),
    ("Track & Graph", frozenset({"featurename", "timestamp", "value"})),
    ("Loop", frozenset({"position", "name", "question", "color"})),
    ("openScale", frozenset({"datetime", "weight", "fat", "water", "muscle"})),
    ("openScale", frozenset({"weight", "fat", "water", "muscle", "lbm"})),
    ("openScale", frozenset({"datetime", "weight", "bmi"})),
    ("openScale", frozenset({"datetime", "weight", "bmr"})),
    ("Bearable", frozenset({"date formatted", "weekday", "time of day", "category", "rating/amount"})),
    ("Bearable", frozenset({"date", "category", "rating/amount", "detail"})),
    ("Apple Health", frozenset({"sourcename", "sourceversion", "startdate", "enddate"})),
    ("Samsung Health", frozenset({"com.samsung.health"})),
)
_JSON_PROGRAMS = (("Daylio", {"dayEntries", "moods"}), ("openScale", {"measurements", "users"}))
# Its lists have a column a habit: only their names tell them from others.
_OF_LOOP = ("checkmarks", "scores")
_SPREADSHEETS = {
    "xl/workbook.xml": mark("an Excel workbook"),
    "content.xml": mark("an OpenDocument file"),
}
# What a damaged one was is said by its name.
_NAMED = {".xlsx": "xl/workbook.xml", ".xlsm": "xl/workbook.xml", ".ods": "content.xml"}
_HEAD = 4096
_FHIR = re.compile(r'\[?\s*\{(?:(?!"format")[^{}])*"resourceType"')


def refuse_foreign_list(name: str, header: Sequence[str]) -> None:
    """Raises `Refusal` when the first line of a list is that of another program."""
    words = {cell.strip().lower() for cell in header}
    if header and header[0].strip().lower() == "date" and name.lower().startswith(_OF_LOOP):
        raise Refusal(_LIST, name=name, program="Loop")
    for program, needed in _LISTS:
        if needed <= words or any(word.startswith(tuple(needed)) for word in words if len(needed) == 1):
            raise Refusal(_LIST, name=name, program=program)
    if words & {"loinc", "loinc code", "observation"}:
        raise Refusal(_LABS, name=name, kind=mark("a list of another laboratory program"))


def refuse_foreign(path: Path) -> None:
    """Raises `Refusal` when the file is of another kind than our exports: by its content, not by its name."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    name = path.name
    if path.suffix.lower() == ".lupusdiary" or may_be_diary(path):
        raise Refusal(_DIARY, name=name)
    if head.startswith(b"%PDF-"):
        raise Refusal(_LABS, name=name, kind=mark("a PDF"))
    if head.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\x00", b"MM\x00*")):
        raise Refusal(_PICTURE, name=name, kind=mark("a picture"))
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refusal(_SHEET, name=name, kind=mark("an older Excel workbook or Hangul document"))
    if head.startswith(b"PK\x03\x04"):
        raise _archive(path)
    if head.startswith((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")):
        raise Refusal(_UNPACK, name=name, kind=mark("a packed file"))
    text = head.decode("utf-8-sig", errors="replace").lstrip()
    if text.startswith(("MSH|", "FHS|", "BHS|")):
        raise Refusal(_LABS, name=name, kind=mark("an HL7 message"))
    # A list of resources, one a line, is no JSON document; of one, the id may stand before its type.
    if _FHIR.match(text):
        raise Refusal(_LABS, name=name, kind=mark("a FHIR file"))
    if text.startswith("<"):
        raise Refusal(_xml(text), name=name, kind=_xml_kind(text), program="Apple Health")
    if re.match(r"BEGIN:V(CALENDAR|CARD)", text):
        raise Refusal(_PICTURE, name=name, kind=mark("a calendar or an address"))


def _xml(text: str) -> Message:
    if "HealthData" in text:
        return _LIST
    return _LABS if "ClinicalDocument" in text or "fhir" in text else _PICTURE


def _xml_kind(text: str) -> Message:
    if "ClinicalDocument" in text:
        return mark("a clinical document (CDA)")
    return mark("a FHIR file") if "fhir" in text else mark("a page or an XML file")


def _archive(path: Path) -> Refusal:
    """What a packed file is, by the names in it; nothing of it is unpacked."""
    try:
        with opened(path) as archive:
            names = set(archive.namelist()[:10_000])
    except (Refusal, OSError):
        names = {_NAMED.get(path.suffix.lower(), "")}
    for member, kind in _SPREADSHEETS.items():
        if member in names:
            return Refusal(_SHEET, name=path.name, kind=kind)
    if "word/document.xml" in names:
        return Refusal(_PICTURE, name=path.name, kind=mark("a Word document"))
    if "Habits.csv" in names or "Checkmarks.csv" in names:
        return Refusal(_LIST, name=path.name, program="Loop")
    if "backup.daylio" in names or path.suffix.lower() == ".daylio":
        return Refusal(_LIST, name=path.name, program="Daylio")
    if "Contents/section0.xml" in names:
        return Refusal(_PICTURE, name=path.name, kind=mark("a Hangul document"))
    return Refusal(_UNPACK, name=path.name, kind=mark("a packed file"))


def refuse_foreign_document(name: str, document: object) -> None:
    """Raises `Refusal` when a parsed JSON document is that of another program."""
    if not isinstance(document, dict) or "format" in document:
        return
    if "resourceType" in document:
        raise Refusal(_LABS, name=name, kind=mark("a FHIR file"))
    for program, needed in _JSON_PROGRAMS:
        if needed <= document.keys():
            raise Refusal(_LIST, name=name, program=program)


def refuse_foreign_text(name: str, text: str) -> None:
    """Raises `Refusal` for text that is a laboratory sheet, and for one that is neither JSON nor a list."""
    first = text.lstrip("\ufeff \t\r\n").partition("\n")[0]
    columns = [cell for cell in re.split(r"\s{2,}|\t", first.strip()) if cell]
    sheet = {"검사명", "검사항목", "결과", "참고치", "test", "result", "reference range"}
    if len({cell.lower() for cell in columns} & sheet) >= 2:
        raise Refusal(_LABS, name=name, kind=mark("a laboratory sheet as text"))
    try:
        json.loads(first[:200])
    except ValueError:
        if not first.startswith(("{", "[", '"')):
            raise Refusal("“{name}” is neither a JSON export nor a list of a diary.", name=name) from None
