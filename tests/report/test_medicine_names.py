"""A name on paper goes on in the next line between its words and at a bracket, never inside a word."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pypdf
import pytest

from lupusdiary.charts.panels import DoseStep
from lupusdiary.language import Bilingual, translator
from lupusdiary.report.summary import OwnWords, PrintedMedicine, SteroidCourse
from lupusdiary.report.visit_page import write_pdf
from tests.report import summaries

# Twenty-one syllables, and with its ingredient behind a bracket.
LONG = "하이드록시클로로퀸황산염마이크로나이즈드정"
NAMES = (
    LONG,
    "유한메토트렉세이트정이점오밀리(메토트렉세이트나트륨수화물)",
    "셀셉트캡슐 250밀리그램",
    "Tacrolimus",
)
STEROID = SteroidCourse((DoseStep(date(2026, 3, 1), 10.0),), 10.0, Bilingual("지금 10 mg", "now 10 mg"))


def row(name: str) -> PrintedMedicine:
    how, dash = Bilingual("1정 아침, 저녁", "1 tablet morning, evening"), Bilingual("–", "–")
    return PrintedMedicine(OwnWords(Bilingual(name, name), Bilingual(name, name)), how, dash, dash)


def lines(names: tuple[str, ...], steroid: SteroidCourse | None) -> list[str]:
    summary = summaries.full(medicines=tuple(map(row, names)), steroid=steroid)
    pages = pypdf.PdfReader(BytesIO(write_pdf(summary, [translator("ko")]))).pages
    return [line for page in pages for line in page.extract_text().split("\n")]


def whole(name: str, printed: list[str]) -> bool:
    """Whether every word of a name, and what stands in its brackets, is in one line."""
    parts = name.replace("(", " (").split()
    return all(any(part in line for line in printed) for part in parts)


def test_no_name_is_broken_inside_a_word() -> None:
    printed = lines(NAMES, None)
    assert [name for name in NAMES if not whole(name, printed)] == []


@pytest.mark.parametrize("syllables", [12, 14, 16])
def test_beside_the_picture_of_steroids_long_names_are_whole_too(syllables: int) -> None:
    name = LONG[:syllables]
    assert whole(name, lines((name,), STEROID))


def test_a_name_that_no_line_can_hold_is_printed_all_the_same() -> None:
    endless = "가나다라마바사아자차카타파하" * 8
    printed = "".join("".join(lines((endless,), None)).split())
    assert endless in printed
