"""Files as other hands and programs leave them: read alike, or refused in a sentence that helps."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import zipfile
from contextlib import suppress
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.domain.day_record import BloodPressure, DayRecord, TrackedSymptom
from lupusdiary.domain.records import DiaryContents, LabResult
from lupusdiary.exchange.files import examine_file
from lupusdiary.exchange.lists import csv_format
from lupusdiary.exchange.lists.csv_guard import guard, unguard
from lupusdiary.language import Refusal, translator
from tests.exchange.full_contents import full_life
from tests.exchange.whole_files import read_file

DAY = date(2026, 11, 20)


def _file(folder: Path, text: str | bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def _readings(path: Path) -> list[tuple[date, dict[str, object]]]:
    return [(day.day, dict(day.readings)) for day in read_file(path).contents.days]


@pytest.mark.parametrize(
    "written",
    ["2026-11-20", "2026. 11. 20.", "2026/11/20", "20.11.2026", "11/20/2026", "20/11/2026", "2026-11-20 0:00",
     "2026-11-20 오전 12:00:00", "11/20/2026 12:00:00 AM", "2026년 11월 20일", "20 Nov 2026", "Nov 20, 2026",
     "2026-11-20T00:00:00", "2026. 11. 20.(금)", "２０２６．１１．２０", "20261120",
     "2026년 11월 20일 금요일"],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(tmp_path: Path, written: str) -> None:
    path = _file(tmp_path, f'day,symptom,value\n"{written}",fatigue,6\n')
    assert _readings(path) == [(DAY, {"fatigue": 6})]


def test_other_days_of_the_file_tell_which_number_is_the_month(tmp_path: Path) -> None:
    american = _file(tmp_path, "day,symptom,value\n11/03/2026,fatigue,6\n11/20/2026,fatigue,5\n")
    assert [day for day, _ in _readings(american)] == [date(2026, 11, 3), DAY]
    alone = _file(tmp_path, "day,symptom,value\n11/03/2026,fatigue,6\n")
    with pytest.raises(Refusal, match="2026-03-11 or as 2026-11-03"):
        read_file(alone)


@pytest.mark.parametrize(
    ("written", "at"),
    [("8:30:00 AM", time(8, 30)), ("8:30 PM", time(20, 30)), ("오전 8:30", time(8, 30)),
     ("오후 8:30:00", time(20, 30)), ("12:05 AM", time(0, 5)), ("오후 12:05", time(12, 5)),
     ("08:30", time(8, 30)), ("오후 8시 5분 0초", time(20, 5)), ("20:30:15", time(20, 30, 15))],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(tmp_path: Path, written: str, at: time) -> None:
    path = _file(tmp_path, f"day,at,fever\n2026-11-20,{written},37.5\n")
    assert [entry.at for entry in read_file(path).contents.days[0].timed] == [at]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp949", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("first", ["", "sep=;\r\n"])
def test_semicolons_commas_headings_and_codings(tmp_path: Path, coding: str, first: str) -> None:
    rows = ("날짜;증상;점수", "2026-11-20;피로;6,0", "2026-11-20;체온;36,5", "2026-11-20;Joint Pain;3")
    path = _file(tmp_path, (first + "".join(f"{row}\r\n" for row in rows)).encode(coding))
    assert _readings(path) == [(DAY, {"fatigue": 6, "fever": 36.5, "joint_pain": 3})]
    said = [str(each) for each in examine_file(path).said]
    assert any("증상" in each for each in said)
    named = "CP949" if coding == "cp949" else "UTF-16" if coding.startswith("utf-16") else None
    assert [each for each in said if each.startswith("list.csv")] == (
        [f"list.csv is read as {named}."] if named else []
    )


@pytest.mark.parametrize(
    ("symptom", "written", "value"),
    [("fatigue", "６", 6), ("chills", "WAHR", True), ("chills", "참", True), ("chills", "거짓", False),
     ("fatigue", "6.00", 6), ("bp", "120/80", BloodPressure(120, 80))],
)  # fmt: skip
def test_a_value_is_read_as_people_write_it(
    tmp_path: Path, symptom: str, written: str, value: object
) -> None:
    path = _file(tmp_path, f'Datum;Symptom;Wert\n20.11.2026;{symptom};"{written}"\n')
    assert _readings(path) == [(DAY, {symptom: value})]


def test_a_temperature_in_another_unit_stands_beside_the_reading(tmp_path: Path) -> None:
    life = DiaryContents(days=(DayRecord(DAY, {"fever": 37.0}, entered={"fever": "98.6 [degF]"}),))
    csv_format.write(life, tmp_path / "out")
    assert read_file(tmp_path / "out").contents == life
    path = _file(tmp_path, "day,symptom,value\n2026-11-20,fever,98.6 °F\n")
    assert read_file(path).contents == life


def test_headings_with_capitals_and_slips_are_read_and_said(tmp_path: Path) -> None:
    path = _file(tmp_path, "Day,Sympton,Value\n2026-11-20,fatigue,6\n")
    assert _readings(path) == [(DAY, {"fatigue": 6})]
    assert [str(each) for each in examine_file(path).said] == ["“Sympton” is read as “symptom”."]


def test_a_sheet_with_korean_headings_and_printed_labels_is_read(tmp_path: Path) -> None:
    path = _file(tmp_path, "검사일;검사명;결과;단위;참고치\n2026-11-20;C3;62,5;mg/dL;90-180\n")
    [result] = read_file(path).contents.labs
    assert (result.analyte, result.value_text, result.value) == ("c3", "62,5", 62.5)


def test_every_wrong_row_is_told_with_file_line_day_and_item(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        "day,symptom,value,how\n2026-11-20,fatigue,6,\n2026-11-20,joint_pain,11,\n2026-11-32,fever,37,\n"
        "2026-11-21,fatigue,much,\n2026-11-20,fatigue,7,\n",
    )
    found = examine_file(path)
    assert [(day.day, dict(day.readings)) for day in found.contents.days] == [
        (DAY, {"fatigue": 6}), (date(2026, 11, 21), {}),
    ]  # fmt: skip
    lines = sorted(fault.words(translator("en")) for fault in found.faults)
    assert [line.partition(": ")[0] for line in lines] == [
        "list.csv, line 3, 2026-11-20, joint_pain",
        "list.csv, line 4, 2026-11-32",
        "list.csv, line 5, 2026-11-21, fatigue",
        "list.csv, line 6, 2026-11-20, fatigue",
    ]
    with pytest.raises(Refusal, match=r"list\.csv, line"):
        read_file(path)


CHANGED_CELLS = (
    *("11:40", "11:40:00", "오전 1:40", "11:40 AM", "05/09/26", "05.09.26", "2026-05-09 00:00:00", "9.5."),
    *("2026. 5. 9.", "09. Mai", "5월 9일", "Jan-40", "1.2E+04", "#NAME?", "########", "#DIV/0!", "Err:508"),
)


@pytest.mark.parametrize("cell", CHANGED_CELLS)
@pytest.mark.parametrize("column", ["value_text", "range_text"])
def test_what_a_spreadsheet_program_made_of_a_cell_is_told(tmp_path: Path, cell: str, column: str) -> None:
    value, range_text = (cell, "") if column == "value_text" else ("5", cell)
    head = "collected_on,analyte,value_text,unit,range_text"
    path = _file(tmp_path, f"{head}\n2026-11-20,urine_rbc,{value},,{range_text}\n")
    with pytest.raises(Refusal, match="spreadsheet program") as refused:
        read_file(path)
    assert cell in str(refused.value)


RANGE = {"range_text": "90-180", "range_high": 180}
CONTRADICTIONS = [
    {"value_text": "62", "kind": "quantity", "value": 6200, "unit": "mg/dL"},
    {"value_text": "<62", "kind": "quantity", "value": 62, "unit": "mg/dL"},
    {"value_text": "11:40:00", "kind": "quantity", "value": 640},
    {"value_text": "62", "kind": "pending"},
    {
        "value_text": "62",
        "kind": "quantity",
        "value": 62,
        "range_text": "90-180",
        "range_low": 9,
        "range_high": 180,
    },
    {"value_text": "음성", "analyte": "anti_sm", "kind": "ordinal", "code": "pos"},
    {"value_text": "1:640", "analyte": "ana", "kind": "titre", "value": 40},
]


@pytest.mark.parametrize("fields", CONTRADICTIONS)
def test_what_is_printed_and_understood_may_not_contradict(tmp_path: Path, fields: dict[str, object]) -> None:
    lab = {"collected_on": "2026-11-20", "analyte": "c3", **fields}
    document = {"format": "lupusdiary", "version": 1, "labs": [lab]}
    path = _file(tmp_path, json.dumps(document), "in.json")
    [fault] = examine_file(path).faults
    assert (fault.place.entry, fault.place.day) == (1, "2026-11-20")
    lab |= {"kind": "text"}
    for field in ("value", "code", "comparator"):
        lab.pop(field, None)
    lab.pop("range_low", None), lab.pop("range_high", None)
    _file(tmp_path, json.dumps(document), "in.json")
    # Text that is readable only since today is no contradiction.
    assert read_file(path).contents.labs[0].kind == "text"


@given(st.text(alphabet="0123456789 .,:/-+()%eEamp오전후년월일'=@\t", max_size=12))
def test_any_printed_text_comes_through_a_guarded_cell(text: str) -> None:
    assert unguard(guard(text)) == text


CHANGED = "1:640|5-9|2+|0101|3.20|1/2|+5|=1+2|2026. 11. 2.|5%|오전 8:30|May 5|1e5"


@pytest.mark.parametrize("text", CHANGED.split("|"))
def test_what_a_spreadsheet_would_change_has_an_apostrophe(text: str) -> None:
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", ["52", "3.2", "-1", "<1.3", "-", "++", "음성", "10^3/uL", "c3", "<1:80", ""])
def test_what_comes_back_by_itself_has_none(text: str) -> None:
    assert guard(text) == text


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no spreadsheet program is installed")
def test_what_is_written_survives_a_spreadsheet_program(tmp_path: Path) -> None:
    written = tmp_path / "written"
    csv_format.write(full_life(), written)
    home = tmp_path / "home"
    for kind, of in (("xlsx", "csv"), ("csv", "xlsx")):
        source = written if kind == "xlsx" else tmp_path / "xlsx"
        read = ["--infilter=CSV:44,34,76,1"] if of == "csv" else []
        files = [str(path) for path in sorted(source.glob(f"*.{of}"))]
        subprocess.run(
            ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", *read, "--convert-to",
             kind if kind == "xlsx" else "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir",
             str(tmp_path / kind), *files],
            check=True, capture_output=True, env={**os.environ, "LC_ALL": "ko_KR.UTF-8"},
        )  # fmt: skip
    assert len(list((tmp_path / "csv").iterdir())) == len(list(written.iterdir()))
    assert read_file(tmp_path / "csv").contents == full_life()


def test_a_single_list_finds_its_neighbours(tmp_path: Path) -> None:
    own = TrackedSymptom("own_hands", True, "손 저림", "severity")
    unused = TrackedSymptom("own_feet", True, "발 저림", "severity")
    life = DiaryContents(days=(DayRecord(DAY, {"own_hands": 2}),), symptoms=(own, unused))
    csv_format.write(life, tmp_path)
    found = read_file(tmp_path / "readings.csv").contents
    assert found.days == life.days
    assert found.symptoms == (own,)
    assert found.labs == ()


def test_two_exports_in_one_packed_folder_are_not_mixed(tmp_path: Path) -> None:
    csv_format.write(full_life(), tmp_path / "out")
    packed = tmp_path / "out.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for year in ("2025", "2026"):
            archive.write(tmp_path / "out" / "diary.csv", f"{year}/diary.csv")
        archive.write(tmp_path / "out" / "readings.csv", "2025/readings.csv")
    with pytest.raises(Refusal, match="twice"):
        examine_file(packed)


def test_a_packed_folder_is_read_and_its_true_size_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    csv_format.write(full_life(), tmp_path / "out")
    packed = tmp_path / "out.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in (tmp_path / "out").iterdir():
            archive.write(path, f"나의 일기/{path.name}")
        archive.writestr("../../evil.csv", "day,note\n2026-11-20,a\n")
    assert read_file(packed).contents == full_life()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "out.zip"]
    monkeypatch.setattr("lupusdiary.exchange.files.LARGEST", 500)
    with pytest.raises(Refusal, match="too large"):
        read_file(packed)


def _zip(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


FOREIGN = {
    "daylio.csv": (b"full_date,date,weekday,time,mood,activities,note\n2026-11-18,a,b,c,d,e,f\n", "Daylio"),
    "flaredown.csv": (b"Date,Lupus,Fatigue,Tags,Foods,Note\n2026-11-18,2,3,a,b,c\n", "Flaredown"),
    "track.csv": (b"FeatureName,Timestamp,Value,Note\nMood,2026-11-18T08:00,3,\n", "Track & Graph"),
    "Habits.csv": (b"Position,Name,Question,Description,NumRepetitions,Color\n1,a,b,c,1,x\n", "Loop"),
    "scale.csv": (b"dateTime,weight,fat,water,muscle\n2026-11-18 08:00,60,20,50,40\n", "openScale"),
    "openscale.csv": (b"biceps,bmr,calories,dateTime,weight\n0,0,0,2026-11-20 08:00,61\n", "openScale"),
    "openscale_2.csv": (b'"dateTime","weight","bmi","comment"\n"20.11.2026 08:00",61.2,22,""\n', "openScale"),
    "Checkmarks.csv": (b"Date,Medication ,Walk ,\n2026-11-20,2,0,\n", "Loop"),
    "Scores.csv": (b"Date,Medication,Walk\n2026-11-20,0.5,0\n", "Loop"),
    "bearable.csv": (b"date,category,rating/amount,detail,notes\na,Symptom,2,Fatigue,\n", "Bearable"),
    "fhir.ndjson": (b'{"resourceType":"Observation"}\n{"resourceType":"Patient"}\n', "FHIR"),
    "fhir_3.ndjson": (b'{"id":"1","resourceType":"Patient"}\n{"id":"2","resourceType":"Patient"}\n', "FHIR"),
    "fhir_4.json": (b'[{"resourceType":"Observation"}]', "FHIR"),
    "fhir_2.json": (b'{\n  "resourceType": "Bundle",\n  "entry": [\n', "FHIR"),
    "damaged.xlsx": (b"PK\x03\x04" + bytes(60), "Excel"),
    "unknown.csv": (b"Date,Fatigue,Fever\n2026-11-20,6,37.5\n", "columns day, symptom and value"),
    "loop.zip": (_zip("Habits.csv", "Checkmarks.csv"), "Loop"),
    "backup.daylio": (_zip("backup.daylio"), "Daylio"),
    "lab.xlsx": (_zip("[Content_Types].xml", "xl/workbook.xml"), "Excel"),
    "lab.ods": (_zip("mimetype", "content.xml"), "OpenDocument"),
    "lab.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Excel"),
    "sheet.pdf": (b"%PDF-1.7\n", "PDF"),
    "sheet.csv": (b"%PDF-1.7\n", "PDF"),
    "sheet.png": (b"\x89PNG\r\n\x1a\n", "picture"),
    "sheet.jpg": (b"\xff\xd8\xff\xe0", "picture"),
    "fhir.json": (b'{"resourceType":"Bundle"}', "FHIR"),
    "fhir.xml": (b'<?xml version="1.0"?><Bundle xmlns="http://hl7.org/fhir"/>', "FHIR"),
    "cda.xml": (b'<?xml version="1.0"?><ClinicalDocument/>', "CDA"),
    "export.xml": (b"<?xml?><!DOCTYPE HealthData [<!ENTITY a 'b'>]><HealthData/>", "Apple Health"),
    "oru.hl7": (b"MSH|^~\\&|LIS\rPID|1\r", "HL7"),
    "oru.csv": (b"MSH|^~\\&|LIS\rPID|1\r", "HL7"),
    "pasted.txt": ("검사명   결과   단위   참고치\nC3   62   mg/dL   90-180\n".encode(), "sheet as text"),
    "other.zip": (_zip("a.txt"), "Unpack"),
    "other.json": (b"hello", "not JSON"),
    "other.txt": (b"hello\nyou\n", "neither"),
    "a.lupusdiary": (b"anything", "is a diary"),
    "renamed.json": (b"SQLite format 3\x00" + bytes(100), "is a diary"),
    "protected.csv": (bytes(range(256)) * 4, "is a diary"),
}  # fmt: skip


@pytest.mark.parametrize("name", FOREIGN)
def test_files_of_other_programs_are_named_with_one_next_step(tmp_path: Path, name: str) -> None:
    content, says = FOREIGN[name]
    path = _file(tmp_path, content, name)
    with pytest.raises(Refusal, match=says):
        read_file(path)
    with pytest.raises(Refusal) as refused:
        read_file(path)
    assert translator("ko").refusal(refused.value) != str(refused.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_no_file_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    for path in (tmp_path / "pipe.json", Path("/dev/zero"), tmp_path / "none.csv"):
        with pytest.raises(Refusal):
            read_file(path)
    csv_format.write(full_life(), tmp_path / "out")
    os.mkfifo(tmp_path / "out" / "pipe.csv")
    (tmp_path / "out" / "zero.csv").symlink_to("/dev/zero")
    assert read_file(tmp_path / "out").contents == full_life()


def test_what_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    for name in ("huge.csv", "huge.json"):
        path = tmp_path / name
        with path.open("wb") as file:
            file.truncate(700_000_000)
        with pytest.raises(Refusal, match="too large"):
            read_file(path)
    many = _file(tmp_path, b"[" + b"[]," * 3_000_001 + b"1]", "many.json")
    with pytest.raises(Refusal, match="more values"):
        read_file(many)
    wide = _file(tmp_path, "day,symptom,value" + ",a" * 400 + "\n")
    with pytest.raises(Refusal, match="more lines or columns"):
        read_file(wide)
    deep = '{"format":"lupusdiary","version":1,"later":' + "[" * 60 + "]" * 60 + "}"
    with pytest.raises(Refusal, match="nested"):
        read_file(_file(tmp_path, deep, "deep.json"))


@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.json", "a.txt", "a.zip"]))
def test_no_bytes_are_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    path = _file(tmp_path_factory.getbasetemp(), data, name)
    with suppress(Refusal):
        read_file(path)


HEADERS = [
    "day,symptom,value,how", "day,at,fever,note", "collected_on,analyte,value_text,unit,kind,value",
    "날짜;증상;점수", "start,end,note", "id,tracked,name,scale", "visit,day,question",
]  # fmt: skip


@given(
    st.sampled_from(HEADERS),
    st.lists(st.text(alphabet="0123456789-/.:,;\"'=피로fatigue c3ana오전\n\t+<", max_size=40), max_size=6),
    st.sampled_from(["utf-8", "utf-16"]),
)
def test_no_list_is_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, header: str, lines: list[str], coding: str
) -> None:
    path = _file(tmp_path_factory.getbasetemp(), "\n".join([header, *lines]).encode(coding), "fuzz.csv")
    with suppress(Refusal):
        found = examine_file(path)
        assert all(fault.words(translator("ko")) for fault in found.faults)


def test_the_type_of_a_result_is_kept(tmp_path: Path) -> None:
    life = DiaryContents(labs=(LabResult(DAY, "c3", "11:40:00", "text"),))
    csv_format.write(life, tmp_path)
    assert read_file(tmp_path).contents == life
