"""The cards on paper: teach-back said or empty, and the safety card for the wallet."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pypdf
import pytest

from lupusdiary.domain.learning import SafetyCard, TeachBack, TeachBackResult
from lupusdiary.domain.records import Contact
from lupusdiary.domain.urgency import CARD_TICKS, urgency
from lupusdiary.education.content.library import Library
from lupusdiary.language import translator
from lupusdiary.report import teach_back_card, wallet_card
from tests.report import pdf_text

BOTH = (translator("ko"), translator("en"))
NUMBERS = "Rheumatology 02-000-0001, at night 02-000-0002"
HOSTILE = "#panic() 😀 שלום \udcff " + "x" * 300


@pytest.mark.parametrize("id", Library().ids())
def test_two_empty_forms_stand_on_one_page_of_every_article(id: str) -> None:
    library = Library()
    for tr in BOTH:
        article = library.article(id, tr.code)
        (page,) = pdf_text.pages(teach_back_card.write_pdf([article], None, [tr], NUMBERS))
        assert page.count(tr.text("Explain again")) == 2 * len(article.teach_back)
        assert page.count("02-000-0001") == 2


def test_what_was_said_is_printed_in_each_language_and_hostile_words_too() -> None:
    library = Library()
    articles = [library.article("lupus_nephritis", tr.code) for tr in BOTH]
    said = TeachBack(
        date(2026, 11, 22),
        "lupus_nephritis",
        (TeachBackResult(True, "a sieve with holes"), TeachBackResult(False, HOSTILE)),
        "Ask for the last UPCR",
    )
    pages = pdf_text.pages(teach_back_card.write_pdf(articles, said, BOTH))
    assert len(pages) == 2
    assert all("a sieve with holes" in page and "Ask for the last UPCR" in page for page in pages)


def test_a_wallet_card_with_every_sign_loses_nothing() -> None:
    card = SafetyCard("Dr. Han", CARD_TICKS, HOSTILE)
    for tr in BOTH:
        text = pdf_text.text(wallet_card.write_pdf(card, [Contact("Ward 7", "02-000-0007")], [tr]))
        plain = text.replace(" ", "")
        for sign in urgency().card.signs:
            assert sign.short(tr).replace(" ", "") in plain
        assert "02-000-0007" in text


def test_cards_are_tagged_and_the_same_each_time() -> None:
    card = SafetyCard("Dr. Han", ("on_steroids",), None)
    pdf = wallet_card.write_pdf(card, [], BOTH)
    assert (
        "<pdfuaid:part>1</pdfuaid:part>"
        in pdf_text.catalogue(pdf)["/Metadata"].get_object().get_data().decode()
    )
    assert pdf == wallet_card.write_pdf(card, [], BOTH)
    assert len(pypdf.PdfReader(BytesIO(pdf)).pages) == 1
