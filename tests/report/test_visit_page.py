"""The printed page, read back from the PDF."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdf
import pytest

from lupusdiary.charts.panels import DoseStep
from lupusdiary.domain.day_record import RecordedDays
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.records import Flare, LabResult, TreatmentEvent, Visit
from lupusdiary.language import Bilingual, Translator, translator
from lupusdiary.report.medicine_table import medicine_table
from lupusdiary.report.rows import lab_row
from lupusdiary.report.summary import DatedNote, OwnWords, Person, PrintedMedicine, SteroidCourse
from lupusdiary.report.visit_page import write_pdf
from tests.report import pdf_text, summaries
from tests.report.pdf_text import squeezed

KO = translator("ko")
EN = translator("en")


def english(**changes: object) -> str:
    return pdf_text.text(write_pdf(summaries.full(**changes), [EN]))


def test_english_page_says_who_when_and_how_much_was_recorded() -> None:
    text = english()
    assert "female · born 2 Mar 1981 · 45 years old" in text
    assert summaries.NAME in text
    assert "31 Aug 2026 – 22 Nov 2026" in text
    assert "84 days, since the last visit" in text
    assert "Recorded 61/84 days: tall: on the day 48 · low: later 13 · line: none 23" in text
    assert "(previous 84 days: 42 recorded)" in text


def test_korean_page_extracts_as_korean() -> None:
    text = pdf_text.text(write_pdf(summaries.full(), [KO]))
    for words in (
        "가을부터 아침 뻣뻣함이 길어졌습니다. 약과 관계가 있을까요?",
        "2026. 8. 31. – 2026. 11. 22.",
        "중증 감염: 폐렴, 항생제 5일",
        "체온",
        "37.4 °C 11. 2. 37.1 °C 8. 27. 0/10 0/5",
        "eGFR 91 mL/min/1.73m2 11. 15. 88",
        "C3 104 mg/dL",
        "UPCR",
        "항dsDNA항체 <10 IU/mL",
    ):
        assert words in text


def test_symptom_rows_carry_their_own_statistic_now_and_before() -> None:
    text = english()
    assert "Fatigue 4 4 3–7 ↓ 6 5–7 24/84 14/42" in text
    assert "Joint pain 5.5 5.5 4.8–6.2 ↑ 3 2.2–3 21/84 10/42" in text
    assert "45 min 42.5 min 37.5–48.8 ↑ 15 min 10–20 84/84 0/42" in text
    assert "Butterfly (malar) rash 2/14 “moderate” or worse (severe 14 days) ↑ 14/84 0/42" in text
    assert "Body temperature 36.8 °C 37.4 °C 2 Nov 37.1 °C 27 Aug 0/10 0/5" in text


def test_the_glance_ranks_by_the_difference_and_says_what_is_new() -> None:
    text = english()
    assert "Hair loss “moderate” or worse 14/42 days (previous 0/42) ↑ · Morning stiffness" in text
    assert "Hair loss last 14 days 3/7" in text
    assert "Happened Vaccination 1 (2 Nov 독감) · Serious infection 1 (18 Sep 폐렴, 항생제 5일)" in text
    assert "anything else: –" in text
    assert "nothing else happened" in english(nothing_else=summaries.PERIOD.end)
    assert "nothing else happened up to 20 Nov" in english(nothing_else=date(2026, 11, 20))


def test_every_day_of_fever_is_told() -> None:
    fever = {date(2026, 10, 19): 38.4, date(2026, 10, 20): 38.0, date(2026, 10, 21): 37.9}
    text = english(symptoms=(summaries.symptom("fever", fever, {}),))
    assert "38.0 °C or more on 2 days (38.4 °C 19 Oct, 38.0 °C 20 Oct)" in text


def test_yes_days_are_told_with_their_dates() -> None:
    days = {date(2026, 11, 8): True, date(2026, 11, 9): False}
    rows = (
        summaries.symptom("urine_colour", days, {}),
        summaries.symptom("chills", {date(2026, 11, 8): False}, {}),
    )
    text = english(symptoms=rows)
    assert "1 day (8 Nov) · other yes/no items 0 days" in text
    assert "all yes/no items 0 days" in english(symptoms=rows[1:])


def test_laboratory_rows_show_what_was_printed_with_mark_date_and_own_range() -> None:
    text = english()
    assert "Test Latest 15 Nov Previous 30 Aug Range UPCR 210 mg/g ▲ 260 ▲ <150" in text
    assert "Anti-dsDNA <10 IU/mL 15 Nov 12 ▲ 30 Aug <10 가상병원" in text
    assert "Lymphocytes 1,120 /uL 15 Nov 1,050 30 Aug – 가상병원" in text
    assert "CRP <0.5 mg/L 15 Nov 0.8 30 Aug <5 가상병원" in text


def test_another_laboratory_is_marked_and_another_unit_is_told() -> None:
    sheets = [
        replace(each, unit="g/L") if at == 4 else each for at, each in enumerate(summaries.results("c3"))
    ]
    text = english(chosen_labs=(summaries.laboratory("c3", sheets, elsewhere=True),), labs=())
    assert "C3 ○ 104 mg/dL 101 g/L 30 Aug 90-180" in text


def test_results_in_words_are_told_in_the_language_of_the_page_and_as_printed() -> None:
    found = AnalyteCatalogue().get("urine_protein_dip")
    row = summaries.laboratory(
        "c3", [lab_result(date(2026, 11, 15), found, "음성", None, "음성", laboratory="가상병원")]
    )
    row = replace(row, analyte=found)
    assert "negative (음성)" in english(chosen_labs=(row,))
    korean = pdf_text.text(write_pdf(summaries.full(chosen_labs=(row,)), [KO]))
    assert "음성" in korean
    assert "negative" not in korean


def test_a_result_of_an_earlier_year_has_its_year() -> None:
    old = summaries.results("c3")[:2]
    text = english(labs=(summaries.laboratory("c3", old),))
    assert "C3 78 mg/dL ▼ 2 Jun 2025 62 ▼ 10 Feb 2025 90-180" in text


def test_an_item_without_a_record_is_a_dash_and_never_zero() -> None:
    text = english(
        symptoms=(summaries.symptom("joint_pain", {}, summaries.every(2, [3], summaries.PERIOD.previous())),)
    )
    assert "Joint pain – – 3 3–3 – 0/42" in text
    assert "– not recorded, never 0" in text


def test_a_pending_result_is_said_and_not_a_value() -> None:
    row = summaries.laboratory("c3")
    waiting = LabResult(date(2026, 11, 20), "c3", "검사중", "pending")
    kept = lab_row(row.analyte, [*summaries.results("c3"), waiting], "female", end=summaries.PERIOD.end)
    assert "C3 pending 20 Nov 104 mg/dL 15 Nov 101 30 Aug" in english(labs=(kept,))


def test_a_value_without_its_unit_is_printed_with_a_question_mark() -> None:
    row = summaries.laboratory("c3")
    bare = [replace(each, unit=None) for each in summaries.results("c3")]
    kept = lab_row(row.analyte, bare, "female", end=summaries.PERIOD.end)
    assert "C3 104 unit?" in english(labs=(kept,))
    assert "unit?" not in english(labs=(row,))


def test_the_days_since_the_infusion_are_counted_and_results_differ() -> None:
    text = english()
    assert "CAR-T infusion (day 0), 12 May 2025: 22 Nov 2026 is D+559." in text
    assert "Results differ from person to person." in text
    assert "Results differ" not in english(infusion=None)


def test_flares_are_called_so_by_the_person_or_her_doctor_and_an_open_one_goes_on() -> None:
    text = english(
        flares=(Flare(date(2026, 9, 20), date(2026, 10, 2)), Flare(date(2026, 11, 1), None, "관절"))
    )
    assert "20 Sep Flare until 2 Oct, as the person or her doctor calls it" in text
    assert "1 Nov Flare, as the person or her doctor calls it; it goes on: 관절" in text
    assert "flare since 1 Nov, goes on" in text


def test_the_note_of_an_event_is_printed() -> None:
    event = TreatmentEvent(date(2026, 9, 18), "hospital_admission", "폐렴", "항생제 바꿈")
    assert "18 Sep Hospital admission: 폐렴. 항생제 바꿈" in english(events=(event,))


@pytest.mark.parametrize("tr", [KO, EN], ids=["ko", "en"])
def test_no_number_is_left_out_of_its_grouping(tr: Translator) -> None:
    recorded = RecordedDays(3653, 3300, 65, 0)
    text = pdf_text.text(write_pdf(summaries.full(recorded=recorded), [tr]))
    assert "3,365/3,653" in text


@pytest.mark.parametrize("tr", [KO, EN], ids=["ko", "en"])
def test_a_typical_three_months_fit_on_one_page_with_every_row(tr: Translator) -> None:
    first, second = pdf_text.pages(write_pdf(summaries.full(), [tr]))
    for row in summaries.full_symptoms():
        assert squeezed(row.symptom.name(tr))[:10] in squeezed(first)
    assert tr.text("All laboratory values of the last year") in second


def test_a_long_summary_flows_on_with_its_headings_and_its_foot() -> None:
    many = summaries.full(labs=tuple(summaries.laboratory(code) for code in summaries.SHEETS) * 9)
    pages = pdf_text.pages(write_pdf(many, [EN]))
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in page
        assert "Not a medical device; does not replace diagnosis or treatment." in page
        assert "Demonstration diary – a fictional person" in page
    assert "Range on the sheet" in pages[2]
    for page in pages[1:]:
        assert page.startswith("Visit summary · 김가상 · Sun 22 Nov 2026")


def test_a_persons_own_diary_is_not_called_fictional() -> None:
    assert "fictional" not in english(demonstration=None)


def test_both_languages_are_page_one_twice_and_then_the_rest_each_marked_as_such() -> None:
    pdf = write_pdf(summaries.full(), [KO, EN])
    first, second, third, fourth = pdf_text.pages(pdf)
    assert "한눈에" in first
    assert "At a glance" in second
    assert "지난 1년 검사 모두" in third
    assert "All laboratory values of the last year" in fourth
    assert "모든 값은 3쪽" in first
    assert "every value on page 4" in second
    assert "1 / 4" in first
    assert "2 / 4" in second
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
    spoken = [str(figure["/Alt"]) for figure in figures]
    assert all(words.strip() for words in spoken)
    assert "Recorded 61/84 days" in spoken
    fatigue = next(alt for alt in spoken if alt.startswith("Fatigue, by week: "))
    assert fatigue.count(", ") == 24
    fever = next(alt for alt in spoken if alt.startswith("Body temperature, by week: "))
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
    for private in (summaries.NAME, summaries.NUMBER, "1981", "가상병원"):
        assert private not in text + meta + alts
    assert "만 45세" in text
    assert "님 입원" not in text
    assert "누구인지 알 수 있는 글 3개를 뺐습니다." in text
    for page in pdf_text.pages(hidden):
        assert "○○○ (가림)" in page


def test_the_data_lie_inside_only_when_asked_for_and_are_what_is_printed() -> None:
    plain = write_pdf(summaries.full(), [EN])
    assert pdf_text.attachments(plain) == {}
    hidden = write_pdf(summaries.full(identity=("가상병원",)), [EN], hide_identity=True, attach_data=True)
    assert "The data of this page are inside this file (JSON)." in pdf_text.pages(hidden)[0]
    (content,) = pdf_text.attachments(hidden).values()
    (page,) = json.loads(content)["pages"]
    rows = {row["name"]: row for row in page["symptoms"]["rows"]}
    assert (rows["Fatigue"]["now"], rows["Fatigue"]["counted"]) == ("4", "24/84")
    for private in (summaries.NAME, summaries.NUMBER, "1981", "가상병원"):
        assert private not in content.decode()
    meta = pdf_text.catalogue(hidden)["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in meta


def test_an_empty_period_says_so() -> None:
    assert "Nothing is recorded in this period." in pdf_text.text(write_pdf(summaries.empty(), [EN]))
    assert "Recorded 0/84 days" in pdf_text.text(write_pdf(summaries.empty(), [EN]))


def test_notes_stand_on_the_page_only_when_they_are_handed_in() -> None:
    assert "Notes" not in english()
    assert "Notes 19 Sep 2026 잠을 못 잤다" in english(notes=(DatedNote(date(2026, 9, 19), "잠을 못 잤다"),))


def test_copied_days_are_counted_apart() -> None:
    assert (
        "Recorded 10/84 days: tall: on the day 7 · low: later 1 · hollow: copied 2 · line: none 74"
        in english(recorded=RecordedDays(84, 7, 1, 2))
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


def test_long_periods_are_told_by_so_many_weeks() -> None:
    assert "Pictures by 20 weeks" in english(every=140)
    assert "Pictures by week" in english()


def test_megabytes_of_a_note_are_cut_and_the_page_says_so() -> None:
    pdf = write_pdf(summaries.full(notes=(DatedNote(date(2026, 9, 18), "아프다 " * 300_000),)), [EN])
    text = pdf_text.text(pdf)
    assert "A very long text is printed up to …; the whole of it is in the diary." in text
    assert text.count("아프다") == 5_000
    assert "very long" not in english()


def test_the_steroid_line_is_drawn_and_of_a_year_without_a_dose_only_said() -> None:
    words = Bilingual("지금 5 mg", "now 5 mg")
    steps = (DoseStep(date(2026, 3, 1), 10.0, date(2026, 5, 31)), DoseStep(date(2026, 7, 1), 5.0))
    drawings: list[str] = []
    summary = summaries.full(steroid=SteroidCourse(steps, 5.0, words))
    table = medicine_table(summary, EN, drawings)
    # A gap is a day that is not known: two lines, not one.
    assert drawings[0].count("<polyline") == 2
    assert table["steroid"]["top"] == "10"
    assert table["steroid"]["below_top"] == 0.5
    assert "10 from 1 Mar 2026, 5 from 1 Jul 2026" in table["steroid"]["spoken"]
    none = replace(summary, steroid=SteroidCourse((DoseStep(date(2026, 3, 1), 0.0),), 0.0, words))
    assert medicine_table(none, EN, [])["steroid"]["drawing"] is None
    assert "now 5 mg" in pdf_text.pages(write_pdf(none, [EN]))[0]


def test_what_changed_and_was_skipped_stands_at_a_glance_and_fixed_words_below() -> None:
    def line(text: str) -> OwnWords:
        return OwnWords(Bilingual(text, text), Bilingual(text, text))

    once = Bilingual("10 mg 주 1회(월)", "10 mg once a week (Mon)")
    dash = Bilingual("–", "–")
    fixed = Bilingual("매주 한 번만", "once a week only")
    row = PrintedMedicine(line("Methotrexate"), once, dash, dash, 2, 12, fixed)
    changes = (line("Higher: Soronto 5 → 7.5 mg a day"),)
    page = pdf_text.pages(write_pdf(summaries.full(medicines=(row,), medicine_changes=changes), [EN]))[0]
    assert "Medicines Higher: Soronto 5 → 7.5 mg a day · skipped Methotrexate 2/12" in page
    assert "Methotrexate 10 mg once a week (Mon) – – 2/12" in page
    assert "once a week only" in page
    unchanged = pdf_text.pages(write_pdf(summaries.full(medicines=(row,)), [EN]))[0]
    assert "No change of medicines is recorded since the last visit." in unchanged


def test_a_number_and_its_unit_stand_in_one_line() -> None:
    text = " ".join(f"{'a' * (n % 7 + 1)} {n} mg" for n in range(100, 400))
    pdf = write_pdf(summaries.full(notes=(DatedNote(date(2026, 9, 18), text),)), [EN])
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    lines = [line.strip() for page in pages for line in page.extract_text().split("\n")]
    assert len([line for line in lines if re.search(r"\d{3} mg ", line)]) > 20
    assert [line for line in lines if line.startswith("mg")] == []


def test_a_later_page_holds_only_what_page_one_does_not() -> None:
    def words(text: str) -> OwnWords:
        return OwnWords(Bilingual(text, text), Bilingual(text, text))

    dash, daily = Bilingual("–", "–"), Bilingual("1정 아침", "1 tablet, morning")
    long = "500 mg as needed, at most every six hours and four tablets a day, never with another painkiller"
    medicines = tuple(
        PrintedMedicine(words(f"Medicine {n}"), Bilingual(long, long) if n == 2 else daily, dash, dash, 0, 12)
        for n in range(1, 10)
    )
    questions = tuple(f"Question number {n}?" for n in range(1, 6))
    more = tuple(summaries.symptom(code, summaries.every(1, [3]), {}) for code in ("headache", "mood_low"))
    summary = summaries.full(
        medicines=medicines,
        symptoms=(*summaries.full_symptoms(), *more),
        next_visit=Visit(date(2026, 11, 24), questions),
    )
    first, *rest = pdf_text.pages(write_pdf(summary, [EN]))
    later = " ".join(rest)
    assert squeezed("never with another painkiller") in squeezed(first), "a way of taking is not cut"
    for shown in ("Medicine 2", "Question number 3?", "Joint pain", "Morning stiffness"):
        assert shown in first
        assert shown not in later
    for left in (
        "Medicine 9",
        "4. Question number 4?",
        "5. Question number 5?",
        "Headache",
        "Low mood",
    ):
        assert left in later
