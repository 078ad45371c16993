"""Every reader of text from outside: whatever it is given, it reads it or refuses it in a sentence."""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lupusdiary.diary import Secret
from lupusdiary.diary.check_in import parse_end
from lupusdiary.diary.validation import entered_name, entered_text
from lupusdiary.domain import hangul, passphrase, two_set, typed_day, typed_time, typed_unit
from lupusdiary.domain.lab import (
    contradiction,
    lab_result,
    parse_quantity,
    parse_range,
    parse_step,
    parse_titre,
)
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.parse_value import parse_value
from lupusdiary.domain.lab.printed_label import named_test
from lupusdiary.domain.lab.units import unit_key
from lupusdiary.domain.medicine import named_in
from lupusdiary.domain.medicines.quick_entry.dispensed import DispensedRow, read_row
from lupusdiary.domain.medicines.quick_entry.parse_line import parse_line
from lupusdiary.domain.medicines.quick_entry.parse_taper import parse_taper
from lupusdiary.domain.period import parse_day
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.domain.treatment import parse_kind
from lupusdiary.education.content.article_file import read_article, read_front, read_with_faults
from lupusdiary.education.content.content_fault import ContentFaults
from lupusdiary.education.content.drawing import read_drawing
from lupusdiary.education.content.front_matter import read_front_matter
from lupusdiary.education.content.glossary import read_glossary
from lupusdiary.education.content.library import Library
from lupusdiary.education.content.markdown_body import read_body
from lupusdiary.education.content.sources import read_sources
from lupusdiary.education.content.text_file import read_text, read_toml
from lupusdiary.education.search.danger import place_in, sign_in
from lupusdiary.education.search.index import SearchIndex
from lupusdiary.education.sessions.session_file import read_session
from lupusdiary.exchange import json_text
from lupusdiary.exchange.files import examine_file
from lupusdiary.exchange.lists import csv_import
from lupusdiary.exchange.medicines.dispensed_list import list_in_file, pasted_list
from lupusdiary.exchange.pasted_results import read_pasted
from lupusdiary.language import LANGUAGES, Refusal, translator
from lupusdiary.resources import resource
from lupusdiary.storage.backups.schedule import BackupName
from lupusdiary.storage.keys import read_recovery_key, write_recovery_key
from lupusdiary.ui.base.preferences import Preferences
from lupusdiary.ui.base.small_json import read_small_json
from lupusdiary.ui.presenter.playlists import PlaylistDrafts, open_playlist

ROOT = Path(__file__).resolve().parent.parent / "lupusdiary"
NOW = datetime(2026, 11, 22, 21, 4, tzinfo=UTC)
TODAY = NOW.date()
ANALYTES = AnalyteCatalogue()
ITEMS = SymptomCatalogue().all
# One of each kind of test, and one that comes in several units.
TESTS = [ANALYTES.get(code) for code in ("c3", "upcr", "ana", "urine_protein_dip", "anti_sm", "urine_rbc")]
ARTICLE = read_text(resource("articles", "ko", "butterfly_rash.md"))
SESSION = read_text(resource("sessions", "1_first_visit.toml"))
SEARCH = SearchIndex(Library(), translator("ko"))


def of_every_test(read: Callable[..., object]) -> Callable[[str], object]:
    return lambda text: [read(text, test) for test in TESTS]


def scored(text: str, item: Symptom) -> object:
    return refused_or(lambda: item.scale.parse(text, item.names))


def find(text: str) -> list[object]:
    return list(ANALYTES.match_label(text))


# A word, a line, a paste: read as text. By the module and the name of what reads it.
OF_TEXT: dict[str, Callable[[str], object]] = {
    "diary/check_in.py parse_end": parse_end,
    "diary/validation.py entered_name": entered_name,
    "diary/validation.py entered_text": entered_text,
    "domain/hangul.py finder": lambda text: hangul.finder(text) and hangul.typed(text),
    "domain/lab/contradiction.py made_by_spreadsheet": contradiction.made_by_spreadsheet,
    "domain/lab/lab_result.py parse_with_unit": lambda text: [
        lab_result.parse_with_unit(value, unit, test)
        for test in TESTS
        for value, unit in ((text, None), (text, "mg/dL"), ("5.2", text))
    ],
    "domain/lab/parse_quantity.py parse_quantity": of_every_test(parse_quantity.parse_quantity),
    "domain/lab/parse_range.py parse_range": of_every_test(parse_range.parse_range),
    "domain/lab/parse_step.py parse_qualitative": of_every_test(parse_step.parse_qualitative),
    "domain/lab/parse_step.py parse_step": of_every_test(parse_step.parse_step),
    "domain/lab/parse_titre.py parse_titre": of_every_test(parse_titre.parse_titre),
    "domain/lab/parse_value.py parse_value": of_every_test(parse_value),
    "domain/lab/printed_label.py named_test": lambda text: named_test(text, find),  # type: ignore[arg-type]
    "domain/lab/units.py unit_key": unit_key,
    "domain/lab/catalogue.py search": ANALYTES.search,
    "domain/medicine.py named_in": named_in,
    "domain/medicines/quick_entry/dispensed.py read_row": lambda text: [
        read_row(DispensedRow(text, TODAY)),
        read_row(DispensedRow("소론도정 5mg", TODAY, text, text, text, text, text)),
    ],
    "domain/medicines/quick_entry/parse_line.py parse_line": parse_line,
    "domain/medicines/quick_entry/parse_taper.py parse_taper": parse_taper,
    "domain/passphrase.py strength": passphrase.strength,
    "domain/period.py parse_day": parse_day,
    "domain/scale.py parse": lambda text: [scored(text, item) for item in ITEMS],
    "domain/treatment.py parse_kind": parse_kind,
    "domain/two_set.py other_ways": two_set.other_ways,
    "domain/typed_day.py read_day": lambda text: typed_day.read_day(text, TODAY),
    "domain/typed_time.py read_time": typed_time.read_time,
    "domain/typed_unit.py parse_typed": lambda text: [
        typed_unit.parse_typed(item, text) for item in ("fever", "weight", "fatigue")
    ],
    "education/content/article_file.py read_article": lambda text: read_article(text, Path("ko/a.md")),
    "education/content/article_file.py read_front": lambda text: read_front(text, Path("ko/a.md")),
    "education/content/article_file.py read_with_faults": lambda text: read_with_faults(
        text, Path("ko/a.md")
    ),
    "education/content/front_matter.py read_front_matter": lambda text: read_front_matter(
        text, ContentFaults(Path("a"))
    ),
    "education/content/markdown_body.py read_body": lambda text: read_body(
        text, 1, ContentFaults(Path("a")), "ko"
    ),
    "education/content/text_file.py read_toml": lambda text: read_toml(text, Path("a")),
    "education/search/danger.py place_in": place_in,
    "education/search/danger.py sign_in": sign_in,
    "education/search/index.py find": SEARCH.find,
    "education/sessions/session_file.py read_session": lambda text: read_session(text, Path("a.toml")),
    "exchange/json_text.py parse": json_text.parse,
    "exchange/medicines/dispensed_list.py pasted_list": pasted_list,
    "storage/backups/schedule.py of": BackupName.of,
    "storage/keys.py passphrase": lambda text: Secret.passphrase(text).other_ways(),
    "storage/keys.py read_recovery_key": read_recovery_key,
    "exchange/pasted_results.py read_pasted": lambda text: read_pasted(text, ANALYTES.match_label),
}
# Read from a file, whatever stands in it. The name of the file says what it should be.
OF_FILES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "education/content/drawing.py read_drawing": ("a.svg", read_drawing),
    "education/content/glossary.py read_glossary": ("glossary.toml", read_glossary),
    "education/content/sources.py read_sources": ("sources.toml", read_sources),
    "education/content/text_file.py read_text": ("a.md", read_text),
    "exchange/files.py examine_file": ("a.json", examine_file),
    "exchange/lists/csv_import.py examine": ("a.csv", csv_import.examine),
    "exchange/medicines/dispensed_list.py list_in_file": ("a.xlsx", list_in_file),
    "ui/presenter/playlists.py open_playlist": ("a.toml", lambda path: open_playlist(path, SEARCH_LIBRARY)),
    "ui/presenter/playlists.py all": (
        "playlist_drafts.json",
        lambda path: PlaylistDrafts(path.parent, lambda: NOW).all("a"),
    ),
    "ui/base/small_json.py read_small_json": ("small.json", read_small_json),
    "ui/base/preferences.py word": ("preferences.json", lambda path: [
        Preferences(path).word("a"), Preferences(path).number("b", 1), Preferences(path).flag("c")
    ]),
}  # fmt: skip
SEARCH_LIBRARY = Library()
# Readers of what a reader above has read or the program itself has written.
INSIDE = {
    "exchange/lists/csv_import.py examine_files",
    "storage/versions.py read_steps",
    "storage/past_sqlite.py read_head",
    "ui/base/article_folder.py read_library",
}


def refused_or(read: Callable[[], object]) -> object:
    try:
        return read()
    except Refusal as refusal:
        said = [translator(language).refusal(refusal) for language in LANGUAGES]
    assert all(sentence.strip() for sentence in said)
    return None


WORDS = st.sampled_from(
    [
        *(
            "1",
            "0",
            "9" * 40,
            "-",
            "+",
            "±",
            "<",
            "≥",
            ">",
            "~",
            ":",
            "/",
            ".",
            ",",
            " ",
            "\t",
            "\n",
            "(",
            ")",
            "|",
        ),
        *(
            "mg",
            "mg/dL",
            "10^3/uL",
            "㎎",
            "정",
            "T",
            "회",
            "일",
            "주",
            "mL",
            "1:640",
            "2+",
            "neg",
            "음성",
            "5-9",
            "%",
        ),
        *(
            "아침",
            "저녁",
            "하루",
            "3번",
            "격일",
            "금요일",
            "오전",
            "pm",
            "2026",
            "11월",
            "22",
            "31",
            "02-30",
            "어제",
        ),
        *(
            "소론도정",
            "prednisolone",
            "MTX",
            "다리가 부어요",
            "ㅅㅌㄹㅇㄷ",
            "38도",
            "bid",
            "qd",
            "->",
            "→",
            "감량",
        ),
        *(
            '"',
            "'",
            "=",
            "{",
            "}",
            "[",
            "]",
            "---",
            "[[step]]",
            "## A {#a}",
            "[^x]",
            "null",
            "1e999",
            "NaN",
            "true",
        ),
        *("\0", "\ufeff", "\u200b", "\u202e", "٣", "Ⅳ", "½", "ᄀ", "가", "é", "😀", "\ud800"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(WORDS, max_size=14).map("".join), st.lists(WORDS, max_size=9).map(" ".join)
)


@st.composite
def damaged(draw: st.DrawFn, whole: str) -> str:
    """A whole text with a few places replaced."""
    text = whole
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(TEXTS) + text[at + draw(st.integers(0, 40)) :]
    return text


# What a reader of long texts meets nearly whole.
NEARLY = {
    "read_article": ARTICLE,
    "read_front": ARTICLE,
    "read_with_faults": ARTICLE,
    "read_front_matter": ARTICLE.split("+++")[1],
    "read_body": ARTICLE,
    "read_session": SESSION,
    "open_playlist": SESSION,
    "read_glossary": read_text(resource("own_example", "glossary.toml")),
    "read_sources": read_text(resource("articles", "sources.toml")),
    "read_drawing": read_text(resource("figures", "b_cell.svg")),
    "read_recovery_key": write_recovery_key(bytes(range(32))),
}


@pytest.mark.parametrize("name", OF_TEXT)
@settings(max_examples=60)
@given(data=st.data())
def test_a_text_is_read_or_refused(name: str, data: st.DataObject) -> None:
    whole = NEARLY.get(name.split()[-1])
    text = data.draw(TEXTS if whole is None else st.one_of(TEXTS, damaged(whole)))
    refused_or(lambda: OF_TEXT[name](text))


@pytest.mark.parametrize("name", OF_FILES)
@settings(max_examples=40)
@given(data=st.data())
def test_a_file_is_read_or_refused(name: str, data: st.DataObject) -> None:
    whole = NEARLY.get(name.split()[-1])
    texts = TEXTS if whole is None else st.one_of(TEXTS, damaged(whole))
    encoded = texts.map(lambda text: text.encode("utf-8", "surrogatepass"))
    content = data.draw(
        st.one_of(
            encoded, texts.map(lambda text: text.encode("utf-16", "surrogatepass")), st.binary(max_size=200)
        )
    )
    called, read = OF_FILES[name]
    with TemporaryDirectory() as folder:
        path = Path(folder) / called
        path.write_bytes(content)
        refused_or(lambda: read(path))


def test_every_reader_of_text_and_files_is_among_them() -> None:
    """By its name: what begins with parse, read, examine or list_in and takes a text or a path."""
    found = set()
    for file in sorted(ROOT.rglob("*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.args.args and node.args.args[0].annotation:
                kind = ast.unparse(node.args.args[0].annotation)
                begins = node.name.startswith(("parse_", "read_", "examine", "list_in_")) or node.name in {
                    "parse",
                    "read",
                }
                if kind in {"str", "Path"} and begins:
                    found.add(f"{file.relative_to(ROOT).as_posix()} {node.name}")
    assert sorted(found - set(OF_TEXT) - set(OF_FILES) - INSIDE) == []
