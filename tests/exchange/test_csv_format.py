"""Our CSV: complete, safe in a spreadsheet, and readable after a spreadsheet has saved it."""

from __future__ import annotations

import csv
import json
import time
import unicodedata
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lupusdiary.domain.day_record import DayRecord
from lupusdiary.domain.records import DiaryContents
from lupusdiary.exchange import json_format
from lupusdiary.exchange.encode import encode
from lupusdiary.exchange.lists import csv_format
from lupusdiary.exchange.lists.csv_guard import guard, unguard
from lupusdiary.exchange.lists.csv_tables import TABLES, tables
from lupusdiary.exchange.lists.csv_text import lines, rows_of
from lupusdiary.exchange.text_encoding import text_of_bytes
from lupusdiary.language import Refusal
from tests.exchange.full_contents import full_life, learnt_life
from tests.exchange.whole_files import read_file, read_lists


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_folder_comes_back_equal(tmp_path: Path) -> None:
    csv_format.write(full_life(), tmp_path / "out")
    assert json_format.write(read_lists(tmp_path / "out")) == json_format.write(full_life())


def test_what_was_learnt_comes_back_from_lists_that_a_person_can_read(tmp_path: Path) -> None:
    life = learnt_life()
    csv_format.write(life, tmp_path)
    assert read_lists(tmp_path) == life
    assert [row["key"] for row in _rows(tmp_path / "other.csv")] == ["safety_card"]
    assert _rows(tmp_path / "articles.csv")[1]["note"] == "'=내 메모\n둘째 줄"
    assert [row["right"] for row in _rows(tmp_path / "quiz_answers.csv")] == ["false", "true"]
    told = _rows(tmp_path / "teach_backs.csv")
    assert [(row["teach_back"], row["message"], row["said"]) for row in told] == [
        ("1", "1", "true"), ("1", "2", "false"), ("1", "3", "true"), ("2", "", ""),
    ]  # fmt: skip
    assert told[0]["words"] == "면역이 나를 공격해요"
    assert [row["action"] for row in told] == ["궁금한 점 적기", "", "", ""]
    alone = read_lists(tmp_path / "teach_backs.csv").learning
    assert alone == replace(life.learning, articles=(), answers=())


def test_an_export_that_carried_what_was_learnt_as_json_is_still_read(tmp_path: Path) -> None:
    life = learnt_life()
    csv_format.write(life, tmp_path)
    for name in ("articles", "quiz_answers", "teach_backs"):
        (tmp_path / f"{name}.csv").unlink()
    document = encode(life)
    older = [[key, json.dumps(document[key])] for key in ("learning", "safety_card")]
    (tmp_path / "other.csv").write_bytes(lines(["key", "json"], older))
    assert read_lists(tmp_path) == life


def test_every_list_is_a_file_with_a_byte_order_mark(tmp_path: Path) -> None:
    written = csv_format.write(full_life(), tmp_path)
    assert sorted(path.stem for path in written) == sorted(TABLES)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in written)
    for path in written:
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.endswith(b"\r\n")
        assert path.read_text("utf-8-sig").splitlines()[0].split(",") == list(TABLES[path.stem].columns)


def test_values_stand_as_they_were_printed(tmp_path: Path) -> None:
    csv_format.write(full_life(), tmp_path)
    labs = _rows(tmp_path / "labs.csv")
    assert [row["value_text"] for row in labs[:6]] == ["52", "<1.3", "'1:640", "'2+", "-", "'5-9"]
    assert labs[0]["value"] == "52"
    assert labs[6]["value"] == ""
    readings = {row["symptom"]: row["value"] for row in _rows(tmp_path / "readings.csv")}
    assert readings["chills"] == "true"
    assert readings["nasal_ulcer"] == "false"
    assert readings["bp"] == "120/80"


def test_no_cell_is_computed_by_a_spreadsheet(tmp_path: Path) -> None:
    for path in csv_format.write(full_life(), tmp_path):
        for row in _rows(path):
            for cell in row.values():
                assert not cell.startswith(("=", "@", "\t"))
    assert _rows(tmp_path / "profile.csv")[0]["name"] == "'=김가상"
    assert _rows(tmp_path / "contacts.csv")[0]["number"] == "'+82-2-000-0000"


@given(st.text(alphabet="=+-@'\t\r\n1.5ab,;\"가"))
def test_every_text_comes_through_a_cell(text: str) -> None:
    assert unguard(guard(text)) == text
    if text:
        file = text_of_bytes("a.csv", lambda: BytesIO(lines(["x", "a"], [["x", text]])))
        assert [row.cells[1:] for row in rows_of(file)][1:] == [[guard(text)]]


_UNSEEN = st.text(alphabet=" \t\r\n\x0b\x1c\x85\u00a0\u00ad\u200b\u2028\u202e\u3000\ufeff", max_size=3)
_SIGNS = st.text(alphabet="=+-@＝＋－＠﹢﹣⁺₊'", max_size=3)


@example("\xad", "⁺", "５")
@given(
    _UNSEEN, _SIGNS, st.sampled_from(["", "1+1", "cmd|' /C calc'!A1", "SUM(A1)", "가", '"x"', "\n=1", "５"])
)
def test_no_text_of_any_writing_is_computed(unseen: str, signs: str, rest: str) -> None:
    text = unseen + signs + rest
    cell = guard(text)
    assert unguard(cell) == text
    seen = unicodedata.normalize(
        "NFKC", cell.lstrip(" \x0b\x1c\x85\u00a0\u00ad\u200b\u2028\u202e\u3000\ufeff")
    )
    assert not cell.startswith(("\t", "\r", "\n"))
    # Nothing but + and - is what a dipstick shows, and no formula.
    assert seen[:1] not in ("=", "@", "+", "-") or not seen.strip("+-\t\r\n \x0b\x1c\x85\u2028")


@pytest.mark.parametrize("piece", ["jan", "mar", "decem", "am", "1.", "e1", "오전", "\ufdfa"])
def test_a_cell_is_looked_at_in_no_time(piece: str) -> None:
    begun = time.process_time()
    for number in range(1, 60):
        guard((piece * number)[:59] + "!")
    assert time.process_time() - begun < 0.5


def test_one_file_is_enough(tmp_path: Path) -> None:
    csv_format.write(full_life(), tmp_path)
    events = DiaryContents(events=full_life().events)
    assert read_lists(tmp_path / "events.csv") == replace(events, demonstration="mild")
    (tmp_path / "diary.csv").unlink()
    assert read_lists(tmp_path / "events.csv") == events
    assert read_lists(tmp_path / "questions.csv").visits[1].questions == ("같은 날 다른 진료",)
    (tmp_path / "labs.csv").rename(tmp_path / "나의 결과 (1).csv")
    own = tmp_path / "나의 결과 (1).csv"
    own.write_bytes(b"\r\n".join(line for line in own.read_bytes().split(b"\r\n") if b"own_c1q" not in line))
    assert len(read_lists(own).labs) == len(full_life().labs) - 1


def test_a_list_typed_by_hand_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "collected_on,analyte,value_text,unit\n2026/3/1,c3,52,mg/dL\n2026. 3. 2.,ana,1:640,\n", "utf-8"
    )
    labs = read_lists(path).labs
    assert [(r.collected_on, r.kind, r.value) for r in labs] == [
        (date(2026, 3, 1), "quantity", 52),
        (date(2026, 3, 2), "titre", 640),
    ]


@pytest.mark.parametrize(
    ("encoding", "delimiter", "end"),
    [("utf-8", ",", "\n"), ("utf-8-sig", ";", "\r\n"), ("utf-16", "\t", "\r\n"), ("cp949", ",", "\r\n")],
)
def test_a_file_saved_by_a_spreadsheet_is_read(
    tmp_path: Path, encoding: str, delimiter: str, end: str
) -> None:
    csv_format.write(full_life(), tmp_path)
    for path in tmp_path.iterdir():
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [
                [cell.replace("true", "TRUE").replace("false", "FALSE") for cell in row]
                for row in csv.reader(file)
            ]
        with path.open("w", encoding=encoding, newline="") as file:
            writer = csv.writer(file, delimiter=delimiter, lineterminator=end)
            writer.writerows([row[::-1] for row in rows])
            writer.writerow([""] * len(rows[0]))
    assert read_lists(tmp_path) == full_life()


def test_yes_and_no_are_read_as_a_person_writes_them(tmp_path: Path) -> None:
    path = tmp_path / "readings.csv"
    path.write_text("day,symptom,value,how\n2026-03-01,chills,1,\n2026-03-01,nasal_ulcer,no,\n", "utf-8")
    assert read_lists(path).days[0].readings == {"chills": True, "nasal_ulcer": False}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "a,b\n1,2\n",
        "day,symptom,value,how\n2026-03-01,fatigue,much,\n",
        "day,symptom,value,how\n2026-03-01,fatigue,6,\n2026-03-01,fatigue,7,\n",
        "day,symptom,value,how\n2026-13-01,fatigue,6,\n",
        "day,symptom,value,how\n,fatigue,6,\n",
        "day,symptom,value,how\n3/1/2026,fatigue,6,\n",
        "day,symptom,value,how\n2026-03-01,happiness,6,\n",
        "id,tracked,name,scale,retired\nfatigue,perhaps,,,\n",
        "collected_on,analyte,value_text,kind,value\n2026-03-01,c3,52,quantity,many\n",
        "name,birth_date,sex,hospital_number\na,,,\nb,,,\n",
        "format,version,demonstration\nlupusdiary,2,\n",
        'day,note,how\n2026-03-01,"open\n',
        "day,note\n2026-03-01,a\n2026-03-01,b\n",
        "article,progress,bookmarked\nfatigue,much,true\n",
        "article,progress,bookmarked\nfatigue,2,true\n",
        "day,article,item,right\n2026-03-01,fatigue,0,perhaps\n",
        "day,article,item,right\n2026-03-01,fatigue,0.5,true\n",
        "day,article,item,right\n2026-03-01,fatigue,-1,true\n",
        "teach_back,day,article,message,said\n1,2026-03-01,fatigue,1,\n",
        "teach_back,day,article,action\n1,2026-03-01,fatigue,a\n1,2026-03-01,fatigue,b\n",
    ],
)
def test_what_is_wrong_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(Refusal):
        read_lists(path)


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"\x81", bytes(range(256)), b"day,note\n2026-03-01,a\0b\n"]
)
def test_what_is_not_text_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    with pytest.raises(Refusal):
        read_lists(path)


def test_a_folder_without_lists_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv", tmp_path / "none.json"):
        with pytest.raises(Refusal):
            read_file(path)


def test_other_files_of_the_folder_are_named_and_left_out(tmp_path: Path) -> None:
    csv_format.write(full_life(), tmp_path)
    (tmp_path / "shopping.csv").write_text("thing,price\nbread,3\n", "utf-8")
    found = read_file(tmp_path)
    assert found.ignored == ("shopping.csv",)
    assert found.contents == full_life()


def test_what_has_no_list_of_its_own_is_carried_as_json(tmp_path: Path) -> None:
    later = {"articles": [{"article": "=c3", "progress": 0.5}], "words": "말, “따옴표”"}
    rows = tables({**encode(full_life()), "later": later})
    assert rows["other"] == [{"key": "later", "json": json.dumps(later, ensure_ascii=False)}]
    csv_format.write(full_life(), tmp_path)
    (tmp_path / "other.csv").write_bytes(lines(["key", "json"], [list(rows["other"][0].values())]))
    assert read_file(tmp_path).ignored == ("later",)
    for wrong in ("days", "format"):
        (tmp_path / "other.csv").write_bytes(lines(["key", "json"], [[wrong, "[]"]]))
        with pytest.raises(Refusal):
            read_file(tmp_path)
    (tmp_path / "other.csv").write_bytes(lines(["key", "json"], [["later", "[" * 20_000]]))
    with pytest.raises(Refusal):
        read_file(tmp_path)


def test_a_long_note_comes_back(tmp_path: Path) -> None:
    life = DiaryContents(days=(DayRecord(date(2026, 3, 1), note="가" * 300_000),))
    csv_format.write(life, tmp_path)
    before = csv.field_size_limit()
    assert read_lists(tmp_path) == life
    assert csv.field_size_limit() == before


def test_writing_again_replaces_our_own_files(tmp_path: Path) -> None:
    csv_format.write(full_life(), tmp_path)
    less = replace(full_life(), contacts=(), events=())
    csv_format.write(less, tmp_path)
    assert read_lists(tmp_path) == less


def test_a_file_that_is_not_ours_is_never_replaced(tmp_path: Path) -> None:
    theirs = tmp_path / "labs.csv"
    theirs.write_text("my own list\n", "utf-8")
    with pytest.raises(Refusal):
        csv_format.write(full_life(), tmp_path)
    assert theirs.read_text("utf-8") == "my own list\n"
    assert list(tmp_path.iterdir()) == [theirs]


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "out"
    place.write_text("kept", "utf-8")
    with pytest.raises(Refusal):
        csv_format.write(full_life(), place)
    assert place.read_text("utf-8") == "kept"
