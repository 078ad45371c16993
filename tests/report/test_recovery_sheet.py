"""The sheet that opens a diary when the passphrase is forgotten."""

from __future__ import annotations

from datetime import date

from lupusdiary.language import Translator, translator
from lupusdiary.report import recovery_sheet
from lupusdiary.report.recovery_sheet import SheetFor
from tests.report import pdf_text

DAY = date(2026, 11, 22)
KEY = "7K3M-9QXW-0A1B-2C3D-4E5F-6G7H-8J9K-MNPQ-RSTV-WXYZ-0123-4567-89AB-CDEF"


def write_pdf(key: str, name: str, languages: list[Translator]) -> bytes:
    return recovery_sheet.write_pdf(SheetFor(key, name, "7Q3Z", DAY), languages)


def test_the_key_stands_once_on_one_page_in_its_groups() -> None:
    pdf = write_pdf(KEY, "우리 일지.lupusdiary", [translator("ko"), translator("en")])
    (page,) = pdf_text.pages(pdf)
    assert page.count(KEY.replace("-", " ")) == 1
    assert "우리 일지.lupusdiary" in page
    assert page.count("7Q3Z") == 2
    assert "made on Sun 22 Nov 2026" in page
    assert "2026. 11. 22.(일)" in page
    assert "Whoever has the diary file and this sheet can read everything in it." in page


def test_it_is_tagged_and_never_holds_the_key_outside_its_page() -> None:
    pdf = write_pdf(KEY, "diary", [translator("en")])
    root = pdf_text.catalogue(pdf)
    meta = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in meta
    assert root["/Lang"] == "en"
    assert "7K3M" not in meta
    assert pdf == write_pdf(KEY, "diary", [translator("en")])


def test_a_hostile_file_name_yields_a_sheet() -> None:
    name = "#panic() 😀 שלום \udcff" + "x" * 250
    assert "7K3M" in pdf_text.text(write_pdf(KEY, name, [translator("ko")]))
