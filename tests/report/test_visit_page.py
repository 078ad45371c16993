"""The printed page, read back from the PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lupusdiary.domain.records import LabResult, RecordedDays, TreatmentEvent, Visit
from lupusdiary.language import translator
from lupusdiary.report.rows import lab_row
from lupusdiary.report.summary import DatedNote, Person
from lupusdiary.report.visit_page import write_pdf
from tests.report import pdf_text, summaries

KO = translator("ko")
EN = translator("en")


def english(**changes: object) -> str:
    return pdf_text.text(write_pdf(summaries.full(**changes), [EN]))


def test_english_page_says_who_when_and_how_much_was_recorded() -> None:
    text = english()
    assert "female · 45 years old · born 2 Mar 1981" in text
    assert summaries.NAME in text
    assert "31 Aug 2026 – 22 Nov 2026" in text
    assert "84 days, since the last visit" in text
    assert "Recorded 61 of 84 days: 48 on the day, 13 later" in text
    assert "Previous period 8 Jun 2026 – 30 Aug 2026: 42 of 84 days" in text


def test_korean_page_extracts_as_korean() -> None:
    text = pdf_text.text(write_pdf(summaries.full(), [KO]))
    for words in (
        "가을부터 아침 뻣뻣함이 길어졌습니다. 약과 관계가 있을까요?",
        "2026. 8. 31. – 2026. 11. 22.",
        "중증 감염: 폐렴, 항생제 5일",
        "체온",
        "37.4 °C ↑ 11. 2. 37.1 °C",
        "eGFR 91 mL/min/1.73m2",
        "C3 104 mg/dL",
        "UPCR",
        "Anti-dsDNA <10 IU/mL",
    ):
        assert words in text


def test_symptom_rows_carry_their_own_statistic_now_and_before() -> None:
    text = english()
    assert "Fatigue 0–10 median 4 ↓ 6 24 (before: 14) 84/84" in text
    assert "Joint pain 0–10 median 5.5 ↑ 3 21 (before: 10) 84/84" in text
    assert "Morning stiffness (minutes) median 42.5 min ↑ 15 min 84/84" in text
    assert "Butterfly (malar) rash “severe” 14 days ↑ 0 days 84/84" in text
    assert "Body temperature highest 37.4 °C ↑ 2 Nov 37.1 °C 10/84" in text


def test_laboratory_rows_show_what_was_printed_with_mark_date_and_own_range() -> None:
    text = english()
    assert "UPCR 210 mg/g ▲ 15 Nov 260 mg/g ▲ 30 Aug <150" in text
    assert "Anti-dsDNA <10 IU/mL 15 Nov 12 IU/mL ▲ 30 Aug <10" in text
    assert "Lymphocytes 1,120 /uL 15 Nov 1,050 /uL 30 Aug –" in text
    assert "CRP <0.5 mg/L 15 Nov 0.8 mg/L 30 Aug <5" in text


def test_a_result_of_an_earlier_year_has_its_year() -> None:
    old = summaries.results("c3")[:2]
    text = english(labs=(summaries.laboratory("c3", old),))
    assert "C3 78 mg/dL ▼ 2 Jun 2025 62 mg/dL ▼ 10 Feb 2025 90-180" in text


def test_an_item_without_a_record_is_a_dash_and_never_zero() -> None:
    text = english(
        symptoms=(summaries.symptom("joint_pain", {}, summaries.every(2, [3], summaries.PERIOD.previous())),)
    )
    assert "Joint pain 0–10 median – 3 – (before: 0) 0/84" in text
    assert "– not recorded (this is not 0)" in text


def test_a_pending_result_is_said_and_not_a_value() -> None:
    row = summaries.laboratory("c3")
    waiting = LabResult(date(2026, 11, 20), "c3", "검사중", "pending")
    kept = lab_row(row.analyte, [*summaries.results("c3"), waiting], "female", None, summaries.TWO_YEARS)
    assert "C3 pending 20 Nov 104 mg/dL 15 Nov 101 mg/dL 30 Aug" in english(labs=(kept,))


def test_the_days_since_the_infusion_are_counted_and_results_differ() -> None:
    text = english()
    assert "CAR-T infusion (day 0), 12 May 2025: 22 Nov 2026 is D+559." in text
    assert "Results differ from person to person." in text
    assert "Results differ" not in english(infusion=None)


def test_flares_are_called_so_by_the_person_or_her_doctor() -> None:
    assert "20 Sep Flare until 2 Oct, as the person or her doctor calls it" in english()


@pytest.mark.parametrize("tr", [KO, EN], ids=["ko", "en"])
def test_a_typical_three_months_fit_on_one_page(tr: object) -> None:
    assert len(pdf_text.pages(write_pdf(summaries.full(), [tr]))) == 1  # type: ignore[list-item]


def test_a_long_summary_flows_on_with_its_headings_and_its_foot() -> None:
    many = summaries.full(labs=tuple(summaries.laboratory(code) for code in summaries.SHEETS) * 9)
    pages = pdf_text.pages(write_pdf(many, [EN]))
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in page
        assert "Not a medical device; does not replace diagnosis or treatment." in page
        assert "Demonstration diary – a fictional person" in page
    assert "Range on the sheet" in pages[1]
    assert pages[1].startswith("Visit summary · 김가상 · 31 Aug 2026 – 22 Nov 2026")


def test_a_persons_own_diary_is_not_called_fictional() -> None:
    assert "fictional" not in english(demonstration=None)


def test_both_languages_are_korean_pages_then_english_pages_each_marked_as_such() -> None:
    pdf = write_pdf(summaries.full(), [KO, EN])
    first, second = pdf_text.pages(pdf)
    assert "의료기기가 아니며" in first
    assert "Not a medical device" in second
    assert "1 / 2" in first
    assert pdf_text.catalogue(pdf)["/Lang"].startswith("ko")
    assert {tag["/Lang"] for tag in pdf_text.tags(pdf) if "/Lang" in tag} == {"en-GB"}


def test_the_pdf_is_tagged_titled_and_says_what_it_keeps_to() -> None:
    pdf = write_pdf(summaries.full(), [KO])
    root = pdf_text.catalogue(pdf)
    meta = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in meta
    assert "<pdfaid:part>3</pdfaid:part>" in meta
    assert "외래 진료 요약" in meta or "Visit summary" in meta
    assert root["/MarkInfo"]["/Marked"]
    kinds = [tag["/S"] for tag in pdf_text.tags(pdf)]
    assert kinds.count("/Table") >= 2
    assert kinds.count("/TH") >= 12
    assert kinds.count("/H1") == 1


def test_every_drawing_has_words() -> None:
    figures = [tag for tag in pdf_text.tags(write_pdf(summaries.full(), [EN])) if tag["/S"] == "/Figure"]
    assert len(figures) == 22
    assert all(str(figure["/Alt"]).strip() for figure in figures)
    spoken = [str(figure["/Alt"]) for figure in figures]
    assert "UPCR, last 2 years: 980, 610, 420, 310, 260, 210" in spoken
    fever = next(alt for alt in spoken if alt.startswith("Body temperature, By week: "))
    assert "–" in fever


def test_every_font_travels_in_the_file() -> None:
    found = pdf_text.fonts(write_pdf(summaries.full(), [KO]))
    assert found
    for font in found:
        inner = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(inner)


def test_the_same_summary_gives_the_same_bytes() -> None:
    assert write_pdf(summaries.full(), [KO, EN]) == write_pdf(summaries.full(), [KO, EN])


def test_hidden_identity_is_nowhere_in_the_file() -> None:
    summary = summaries.full(
        events=(TreatmentEvent(date(2026, 9, 18), "hospital_admission", "김가상님 입원 (LD-00417)"),),
        next_visit=Visit(date(2026, 11, 24), ("김가상은 언제 오나요?",)),
        notes=(DatedNote(date(2026, 9, 19), "김가상 메모"),),
        labs=tuple(summaries.laboratory(code) for code in summaries.SHEETS) * 4,
    )
    shown = write_pdf(summary, [KO])
    assert summaries.NAME in pdf_text.text(shown)
    hidden = write_pdf(summary, [KO], hide_identity=True)
    text = pdf_text.text(hidden)
    meta = pdf_text.catalogue(hidden)["/Metadata"].get_object().get_data().decode()
    alts = " ".join(str(tag.get("/Alt", "")) for tag in pdf_text.tags(hidden))
    for private in (summaries.NAME, summaries.NUMBER, "1981", "45세", "여성"):
        assert private not in text + meta + alts
    assert "님 입원" in text


def test_an_empty_period_says_so() -> None:
    assert "Nothing is recorded in this period." in pdf_text.text(write_pdf(summaries.empty(), [EN]))
    assert "Recorded 0 of 84 days" in pdf_text.text(write_pdf(summaries.empty(), [EN]))


def test_notes_stand_on_the_page_only_when_they_are_handed_in() -> None:
    assert "Notes" not in english()
    assert "Notes 19 Sep 2026 잠을 못 잤다" in english(notes=(DatedNote(date(2026, 9, 19), "잠을 못 잤다"),))


def test_copied_days_are_counted_apart() -> None:
    assert "Recorded 10 of 84 days: 7 on the day, 1 later, 2 copied" in english(
        recorded=RecordedDays(84, 7, 1, 2)
    )


HOSTILE = {
    "emoji": "약 먹음 😀👩‍👩‍👧‍👦🇰🇷👍🏽",
    "hanja": "漢字 診斷 𠀀",
    "old hangul": "ᄒᆞᆫ글 나랏〮말ᄊᆞ미",
    "right to left": "שלום مرحبا",
    "markup": "#panic() $x$ *b* _i_ @ref \\ <label> `code` [a] {b} // /* == - +",
    "controls": "a\x00b\x07c\ufeffd\u202ee\u2028f",
    "half characters": "\ud800 \udfff",
    "private": "\ue000\U0010ffff\ufdd0",
    "marks": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
    "hindi thai": "नमस्ते สวัสดี",
    "long run": "x" * 3000,
    "long hangul": "가" * 3000,
    "lines": "하나\r\n둘\n\n\n셋\t넷",
    "quotes": "\"'“”\u0022}",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_text_yields_a_page(text: str) -> None:
    summary = summaries.full(
        person=Person(text, date(1981, 3, 2), 45, "female", text),
        events=(TreatmentEvent(date(2026, 9, 18), "other", text),),
        next_visit=Visit(date(2026, 11, 24), (text, "끝")),
        notes=(DatedNote(date(2026, 9, 18), text),),
    )
    pdf = write_pdf(summary, [KO, EN])
    assert pdf.startswith(b"%PDF")
    assert "요약" in pdf_text.text(pdf)


def test_markup_is_text_and_not_obeyed() -> None:
    title = "#panic() $x$ *b* _i_ @ref \\ <label>"
    assert title in english(events=(TreatmentEvent(date(2026, 9, 18), "other", title),))


def test_what_no_font_has_is_marked_and_explained() -> None:
    text = english(events=(TreatmentEvent(date(2026, 9, 18), "other", "שלום"),))
    assert "18 Sep □□□□" in text
    assert "□ stands for a character that could not be printed." in text
    assert "□" not in english()


def test_hanja_and_emoji_are_printed() -> None:
    text = english(events=(TreatmentEvent(date(2026, 9, 18), "other", "漢字 😀"),))
    assert "漢字 😀" in text
    assert "□" not in text


def test_a_title_of_ten_thousand_letters_is_kept_whole() -> None:
    title = "가나다라마바사아자차" * 1000
    pdf = write_pdf(summaries.full(events=(TreatmentEvent(date(2026, 9, 18), "other", title),)), [KO])
    inside = pdf_text.text(pdf).replace(" ", "").replace("\u200b", "")
    assert inside.count("가나다라마바사아자차") >= 900
    assert len(pdf_text.pages(pdf)) > 2


def test_ten_years_are_told_by_the_month() -> None:
    start = summaries.PERIOD.end - timedelta(days=3650)
    long = replace(summaries.full(), period=replace(summaries.PERIOD, start=start), every="months")
    assert "By month" in pdf_text.text(write_pdf(long, [EN]))


def test_megabytes_of_a_note_are_cut_and_the_page_says_so() -> None:
    pdf = write_pdf(summaries.full(notes=(DatedNote(date(2026, 9, 18), "아프다 " * 300_000),)), [EN])
    text = pdf_text.text(pdf)
    assert "A very long text is printed up to …; the whole of it stands in the diary." in text
    assert text.count("아프다") == 5_000
    assert "very long" not in english()
