"""Whatever a diary holds, page 1 is one whole page that a scanner keeps, and says what the diary says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from io import BytesIO

import numpy
import pypdf
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from lupusdiary.diary.diary import rehearsal_diary
from lupusdiary.domain.day_record import BloodPressure
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import DiaryContents
from lupusdiary.language import translator
from lupusdiary.queries.visit_summary import default_period, visit_summary_of
from lupusdiary.report.summary import VisitSummary
from lupusdiary.report.visit_page import write_pdf
from tests.conftest import StandingClock
from tests.report.forty import CASES, Case

DPI = 200
POINTS = 72
# What may be printed on, in points from the edges of A4.
SIDE, TOP, FOOT = 36, 25, 25
LEVELS = {"nrs": 7, "severity": 2, "yes_no": 1, "duration_min": 30, "temperature": 38.0}


@dataclass(frozen=True, slots=True)
class Printed:
    """One case on paper."""

    case: Case
    summary: VisitSummary
    period: Period
    pdf: bytes
    pages: tuple[str, ...]


@pytest.fixture(scope="module")
def _known() -> dict[str, Printed]:
    return {}


@pytest.fixture(params=CASES, ids=list(CASES))
def printed(request: pytest.FixtureRequest, clock: StandingClock, _known: dict[str, Printed]) -> Printed:
    name = request.param
    if name not in _known:
        case = CASES[name]
        languages = tuple(translator(code) for code in case.languages)
        diary = rehearsal_diary(clock)
        diary.merge(case.contents)
        period = default_period(diary)
        summary = case.more(visit_summary_of(diary, period, languages=languages, include_notes=case.notes))
        diary.close()
        pdf = write_pdf(summary, languages, hide_identity=case.hide)
        pages = tuple(_flat(page.extract_text()) for page in pypdf.PdfReader(BytesIO(pdf)).pages)
        _known[name] = Printed(case, summary, period, pdf, pages)
    return _known[name]


def test_there_are_forty_of_them() -> None:
    assert len(CASES) >= 40


def test_page_one_is_one_page_in_each_language(printed: Printed) -> None:
    pages = printed.pages
    headings = {"ko": "한눈에", "en": "At a glance"}
    for at, code in enumerate(printed.case.languages):
        assert headings[code] in pages[at]
        for words in ("Laboratory values", "Medicines now", "Questions for this visit"):
            assert translator(code).text(words) in pages[at]
    for page in pages[len(printed.case.languages) :]:
        assert not any(heading in page for heading in headings.values())


@pytest.mark.parametrize("printed", [next(iter(CASES))], indirect=True)
def test_a_first_page_that_runs_over_is_found(printed: Printed) -> None:
    words = translator(printed.case.languages[0]).text("Laboratory values")
    head, _, tail = printed.pages[0].rpartition(words)
    spilt = replace(printed, pages=(head, words + tail, *printed.pages[1:]))
    with pytest.raises(AssertionError):
        test_page_one_is_one_page_in_each_language(spilt)


def test_nothing_is_cut_and_no_words_lie_over_others(printed: Printed, qapp: object) -> None:
    for page in range(len(printed.case.languages)):
        boxes = _boxes(printed.pdf, page)
        paper = QRectF(SIDE, TOP, 595 - 2 * SIDE, 842 - TOP - FOOT)
        assert len(boxes) > 20
        assert [box for box in boxes if not paper.contains(box)] == []
        over = [(b, o) for at, b in enumerate(boxes) for o in boxes[at + 1 :] if _covered(b, o)]
        assert over == []


def test_a_scan_in_one_bit_keeps_the_ink(printed: Printed, qapp: object) -> None:
    for page in range(len(printed.case.languages)):
        grey = _rendered(printed.pdf, page)
        ink, black = 255.0 - grey, grey < 128
        assert black.sum() * 255 >= 0.98 * ink.sum()
        near = numpy.zeros_like(black)
        for down in (-1, 0, 1):
            for right in (-1, 0, 1):
                near |= numpy.roll(black, (down, right), (0, 1))
        # No line and no letter is gone: all ink lies beside ink that is kept.
        drawn = ink > 64
        assert (drawn & near).sum() >= 0.98 * drawn.sum()


def test_every_number_of_an_item_is_the_diarys(printed: Printed) -> None:
    text = printed.pages[0]
    tr = translator(printed.case.languages[0])
    checked = 0
    for place, row in enumerate(printed.summary.symptoms[:10]):
        name = row.symptom.name(tr)
        if not row.is_recorded or len(name) > 14 or row.symptom.own:
            continue
        now = _values(printed.case.contents, row.symptom.id, printed.period)
        before = _values(printed.case.contents, row.symptom.id, printed.period.previous())
        kind = row.symptom.scale.type
        counted = f"{_counted(kind, now)} {_counted(kind, before)}"
        found = re.search(re.escape(_flat(name)) + r" (.{0,90}?) " + re.escape(counted) + r"(?!\d)", text)
        if found is None and place >= 6 and f" {_flat(name)} " not in text:
            # A crowded page has no room for all ten; which are missing is counted.
            continue
        assert found, (name, counted)
        for values in (now, before):
            for number in _said(row.symptom.summary_statistic, values):
                assert number in found[1], (name, number, found[1])
        checked += 1
    recorded = {day.day for day in printed.case.contents.days if day.day in printed.period}
    assert f"{tr.number(len(recorded))}/{tr.number(printed.period.days)}" in text
    assert checked or not any(row.is_recorded and not row.symptom.own for row in printed.summary.symptoms)


def test_every_result_is_the_newest_that_a_sheet_printed(printed: Printed) -> None:
    tr = translator(printed.case.languages[0])
    checked = 0
    text = _squeezed(printed.pages[0]).partition(_squeezed(tr.text("Laboratory values")))[2]
    for row in printed.summary.chosen_labs[:6]:
        own = [r for r in printed.case.contents.labs if r.analyte == row.analyte.id and r.kind == "quantity"]
        label = _squeezed(row.analyte.label(tr))
        if not own or len(label) > 14:
            continue
        last = max(result.collected_on for result in own)
        values = {result.value_text for result in own if result.collected_on == last}
        expected = "|".join(re.escape(value) for value in values)
        # Where the whole name has no room, what stands in its brackets goes first.
        named = f"{re.escape(label)}|{re.escape(label.partition('(')[0])}"
        assert re.search(rf"(?:{named})(?:{expected})(?![\d.])", text), (label, values)
        checked += 1
    assert checked or not any(
        len(_squeezed(r.analyte.label(tr))) <= 14 for r in printed.summary.chosen_labs[:6]
    )


def test_what_has_no_room_is_counted_and_complete_later(printed: Printed) -> None:
    tr = translator(printed.case.languages[0])
    pages = printed.pages
    later = " ".join(pages[len(printed.case.languages) :])
    if len(printed.summary.medicines) > 8 and not printed.case.hide:
        said = re.search(r"(\d+) of 25, rest on page (\d+)|25개 중 (\d+)개, 나머지 (\d+)쪽", pages[0])
        assert said
        shown, page = (int(each) for each in said.groups() if each)
        assert 4 <= shown <= 8
        assert _flat(printed.summary.medicines[24].name.text.korean)[:30] in later
        assert page > len(printed.case.languages)
    visit = printed.summary.next_visit
    if visit and len(visit.questions) > 3 and not printed.case.hide:
        assert tr.text("{shown} of {count}, rest on page {page}", shown=3, count=40, page="")[:6] in pages[0]
        assert f" 40. {_flat(visit.questions[-1])[:12]}" in later


def _values(contents: DiaryContents, code: str, period: Period) -> list[float]:
    found = [day.readings.get(code) for day in contents.days if day.day in period]
    return sorted(float(v) for v in found if v is not None and not isinstance(v, BloodPressure))


def _counted(kind: str, values: list[float]) -> str:
    if not values:
        return "–"
    level = LEVELS.get(kind)
    days = "–" if level is None else f"{sum(value >= level for value in values):,}"
    return f"{days}/{len(values):,}"


def _said(statistic: str, values: list[float]) -> list[str]:
    """The numbers that a statistic prints of these values (in order of size) besides its counted days."""
    if not values or statistic.startswith("days_") or statistic == "last_with_date":
        return []
    if statistic == "total":
        return [f"{sum(values):,.0f}"]
    if statistic == "max_with_date_and_days_ge_38":
        return [f"{values[-1]:.1f}"]
    if statistic == "max_with_date":
        return [f"{values[-1]:.0f}"]
    middle, low_to_high = _middle(values).split(" ")
    return [middle, low_to_high]


def _middle(values: list[float]) -> str:
    """Median and quartiles, linear between neighbours."""
    if not values:
        return "–"

    def at(share: float) -> str:
        place = share * (len(values) - 1)
        low = int(place)
        high = min(low + 1, len(values) - 1)
        return f"{round(values[low] + (place - low) * (values[high] - values[low]), 1):g}"

    return f"{at(0.5)} {at(0.25)}–{at(0.75)}"


def _flat(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def _squeezed(text: str) -> str:
    """Without spaces: a name in a narrow column breaks inside of a word of Korean."""
    return "".join(text.split())


def _document(pdf: bytes) -> tuple[QPdfDocument, QBuffer]:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return document, buffer


def _rendered(pdf: bytes, page: int) -> numpy.ndarray:
    document, _buffer = _document(pdf)
    size = document.pagePointSize(page)
    pixels = QSize(round(size.width() * DPI / POINTS), round(size.height() * DPI / POINTS))
    image = document.render(page, pixels)
    white = QImage(pixels, QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    painter = QPainter(white)
    painter.drawImage(0, 0, image)
    painter.end()
    grey = white.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = numpy.frombuffer(bytes(grey.constBits()), numpy.uint8)
    return rows.reshape(grey.height(), grey.bytesPerLine())[:, : grey.width()]


def _boxes(pdf: bytes, page: int) -> list[QRectF]:
    """The box of each run of text of a page, in points from the upper left corner."""
    document, _buffer = _document(pdf)
    return [
        run.boundingRect() for run in document.getAllText(page).bounds() if not run.boundingRect().isEmpty()
    ]


def _covered(box: QRectF, other: QRectF) -> bool:
    """Whether two runs share more than the rims of their boxes."""
    both = box.intersected(other)
    least = min(box.height(), other.height())
    return both.height() > 0.35 * least and both.width() > 1.0
