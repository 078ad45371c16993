"""The wallet card says the words of the table of danger; a teach-back is a card, or two forms to fill in."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

from lupusdiary.domain.learning import SafetyCard, TeachBack, TeachBackResult
from lupusdiary.domain.records import Contact, Profile
from lupusdiary.domain.urgency import CARD_TICKS, urgency
from lupusdiary.education.content.library import Library
from lupusdiary.language import translator
from lupusdiary.report import teach_back_card, wallet_card
from tests.report import pdf_text
from tests.report.pdf_text import squeezed

EN, KO = translator("en"), translator("ko")
LIBRARY = Library()
CARD = SafetyCard("엄마 010-0000-0000", ("on_steroids", "birth_year"), "스테로이드 #1 <b> 😀")
NUMBERS = [Contact("류마티스내과 외래", "02-000-0001"), Contact("야간 당직", "02-000-0002")]
SAID = TeachBack(
    date(2026, 11, 22),
    "what_is_lupus",
    (TeachBackResult(True, "몸이 나를 공격해요"), TeachBackResult(False), TeachBackResult(True)),
    "궁금한 점 적어 오기",
)


def test_the_card_holds_whom_to_call_and_the_fixed_words_of_each_sign() -> None:
    for tr in (KO, EN):
        shown = squeezed(pdf_text.text(wallet_card.write_pdf(CARD, NUMBERS, [tr])))
        for words in ("엄마 010-0000-0000", "02-000-0001", "야간 당직", "스테로이드 #1 <b>"):
            assert squeezed(words) in shown
        chosen = urgency().card.chosen(CARD.ticks)
        assert {"adrenal_crisis", "fever_on_treatment", "stroke"} <= {sign.id for sign in chosen}
        for sign in urgency().card.signs:
            assert (squeezed(sign.short(tr)) in shown) is (sign in chosen), sign.id
            assert shown.count(squeezed(sign.short(tr))) <= 1


def test_nothing_of_the_person_is_printed_that_is_not_ticked() -> None:
    person = Profile(name="김하늘", birth_date=date(1984, 3, 1), hospital_number="12345678")
    shown = pdf_text.text(wallet_card.write_pdf(CARD, NUMBERS, [KO], person, date(2026, 11, 28)))
    assert "1984" in shown
    assert "03" not in shown.replace("02-000-0003", "")
    assert "김하늘" not in shown
    assert "12345678" not in shown
    assert "임신" not in shown
    whole = replace(CARD, ticks=CARD_TICKS)
    shown = pdf_text.text(wallet_card.write_pdf(whole, NUMBERS, [KO], person, date(2026, 11, 28)))
    for words in ("김하늘", "12345678", "임신", "2026. 11. 28."):
        assert words in shown


def test_medicines_allergies_car_t_and_the_steroid_line_stand_on_it() -> None:
    card = SafetyCard(
        ticks=("on_steroids", "after_car_t"),
        medicines="프레드니솔론 5 mg",
        allergies="설파제",
        car_t="가상 CAR-T 2025. 3. 1.",
    )
    for tr in (KO, EN):
        shown = squeezed(pdf_text.text(wallet_card.write_pdf(card, NUMBERS, [tr])))
        for words in ("프레드니솔론5mg", "설파제", "가상CAR-T2025.3.1."):
            assert words in shown
        assert squeezed(tr.pick(*urgency().card_lines["steroid_line"])) in shown
        assert squeezed(tr.text("Clinic (signature)")) in shown


def test_both_languages_stand_on_one_tagged_sheet() -> None:
    pdf = wallet_card.write_pdf(replace(CARD, ticks=CARD_TICKS, notes=None), NUMBERS, [KO, EN])
    assert len(pdf_text.pages(pdf)) == 1
    assert (
        "<pdfuaid:part>1</pdfuaid:part>"
        in pdf_text.catalogue(pdf)["/Metadata"].get_object().get_data().decode()
    )


def test_a_card_with_every_sign_and_long_notes_loses_nothing() -> None:
    card = SafetyCard("엄마", CARD_TICKS, "긴 메모입니다. " * 120)
    shown = squeezed(pdf_text.text(wallet_card.write_pdf(card, NUMBERS * 6, [KO])))
    assert shown.count("긴메모입니다.") == 120
    for sign in urgency().card.signs:
        assert squeezed(sign.short(KO)) in shown, sign.id


MM = 72 / 25.4
WORDY = SafetyCard("Mother " * 60, CARD_TICKS, "Never stop steroids suddenly. " * 60)


def panels(pdf: bytes) -> list[list[tuple[float, float]]]:
    """The fold and cut lines of each page: the rows from top to bottom as (bottom, top)."""
    found = []
    for drawn in pdf_text.lines(pdf):
        across = sorted({round(line[1], 0) for line in drawn if line[2] - line[0] > 80 * MM}, reverse=True)
        found.append([(low, high) for high, low in itertools.pairwise(across) if high - low > 40 * MM])
    return found


def test_the_card_is_cut_and_folded_to_the_size_of_a_bank_card() -> None:
    for card, contacts, languages in (
        (SafetyCard(), [], [KO]),
        (CARD, NUMBERS, [KO, EN]),
        (WORDY, NUMBERS * 5, [EN]),
    ):
        pdf = wallet_card.write_pdf(card, contacts, languages)
        for page, rows in zip(pdf_text.lines(pdf), panels(pdf), strict=True):
            upright = sorted({round(line[0], 0) for line in page if line[3] - line[1] > 40 * MM})
            assert len(upright) == 3
            for left, right in itertools.pairwise(upright):
                assert abs((right - left) / MM - 85.6) < 0.4
            assert rows
            for low, high in rows:
                assert abs((high - low) / MM - 54) < 0.4


def test_no_line_of_text_lies_on_a_fold() -> None:
    for card, contacts in ((CARD, NUMBERS), (WORDY, NUMBERS * 5)):
        for tr in (KO, EN):
            pdf = wallet_card.write_pdf(card, contacts, [tr])
            for texts, rows in zip(pdf_text.places(pdf), panels(pdf), strict=True):
                for text, _, y in texts:
                    if y < rows[0][1]:
                        assert any(low + 3 * MM < y < high - 3 * MM for low, high in rows), text


def test_an_empty_card_has_lines_to_write_on() -> None:
    drawn = pdf_text.lines(wallet_card.write_pdf(SafetyCard(), [], [EN]))[0]
    to_write_on = [line for line in drawn if 70 * MM < line[2] - line[0] < 84 * MM]
    assert len(to_write_on) == 3


def test_nothing_on_the_card_is_smaller_than_can_be_read() -> None:
    assert min(pdf_text.sizes(wallet_card.write_pdf(WORDY, NUMBERS, [KO, EN]))) >= 8.5


def test_a_text_is_cut_between_sentences_and_loses_nothing() -> None:
    assert wallet_card.pieces("a\n\n b ") == ["a", "b"]
    text = "One sentence here. " * 30
    assert all(each.endswith(".") for each in wallet_card.pieces(text))
    assert " ".join(wallet_card.pieces(text)) == text.strip()
    assert "".join(wallet_card.pieces("가" * 1000)) == "가" * 1000


def test_the_card_of_a_teach_back_keeps_her_own_words() -> None:
    article = LIBRARY.article("what_is_lupus", "ko")
    shown = squeezed(pdf_text.text(teach_back_card.write_pdf([article], SAID, [KO])))
    for message in article.teach_back:
        assert squeezed(message.message) in shown
    assert squeezed("몸이 나를 공격해요") in shown
    assert squeezed("궁금한 점 적어 오기") in shown
    in_large = squeezed(pdf_text.sizes(teach_back_card.write_pdf([article], SAID, [KO]))[14.0])
    for words in ("몸이 나를 공격해요", "내 계획 한 가지", "궁금한 점 적어 오기"):
        assert squeezed(words) in in_large


def test_her_own_words_are_never_cut_short_however_long() -> None:
    article = LIBRARY.article("what_is_lupus", "en")
    long = replace(SAID, results=(TeachBackResult(True, "말 " * 900),) * 3, action="#panic() 할 일 " * 60)
    shown = squeezed(pdf_text.text(teach_back_card.write_pdf([article], long, [EN])))
    assert shown.count("말") == 2700
    assert shown.count("#panic()") == 60


def test_empty_forms_come_two_to_a_page_and_say_nothing_of_anybody() -> None:
    for id in LIBRARY.ids():
        for tr in (KO, EN):
            article = LIBRARY.article(id, tr.code)
            pages = pdf_text.pages(teach_back_card.write_pdf([article], None, [tr]))
            assert len(pages) == 1, (id, tr.code)
            assert squeezed(pages[0]).count(squeezed(article.teach_back[0].ask)) == 2
