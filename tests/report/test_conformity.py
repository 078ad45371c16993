"""The page for the doctor keeps to PDF/UA-1 and PDF/A-3a, as far as a program can tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from lupusdiary.diary import create_demonstration
from lupusdiary.domain.records import Visit
from lupusdiary.domain.treatment import CART_INFUSION
from lupusdiary.language import Translator, translator
from lupusdiary.queries.before_after import before_after_of
from lupusdiary.report.before_after import write_before_after
from lupusdiary.report.visit_page import write_pdf
from tests.conftest import StandingClock
from tests.report import conformity, summaries

KO, EN = translator("ko"), translator("en")


@pytest.mark.parametrize("languages", [(KO,), (EN,), (KO, EN)], ids=["ko", "en", "both"])
@pytest.mark.parametrize("hide", [False, True], ids=["named", "hidden"])
def test_a_full_page_keeps_to_both(languages: Sequence[Translator], *, hide: bool) -> None:
    pdf = write_pdf(summaries.full(), languages, hide_identity=hide, attach_data=hide)
    assert conformity.faults(pdf) == []


def test_an_empty_page_keeps_to_both() -> None:
    assert conformity.faults(write_pdf(summaries.empty(), [KO])) == []


def test_before_and_after_keeps_to_both(tmp_path: Path, clock: StandingClock) -> None:
    with create_demonstration(tmp_path / "life.lupusdiary", "nephritis", clock) as diary:
        event = next(each for each in diary.events.all() if each.kind == CART_INFUSION)
        codes = ("upcr", "c3", "fatigue", "morning_stiffness")
        found = {tr.code: before_after_of(diary, event, codes, tr) for tr in (KO, EN)}
    assert conformity.faults(write_before_after(found, (KO, EN))) == []


# Of equal length, so that every place in the file stays true.
@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (b"/Marked true", b"/Marked null", "not marked"),
        (b"/DisplayDocTitle true", b"/DisplayDocTitle null", "the title is not shown"),
        (b"<pdfuaid:part>1<", b"<pdfuaid:part>2<", "the metadata do not say <pdfuaid:part>1</pdfuaid:part>"),
        (b"<pdfaid:part>3<", b"<pdfaid:part>4<", "the metadata do not say <pdfaid:part>3</pdfaid:part>"),
        (b"/Scope/Row", b"/Scopf/Row", "a head that says not of what"),
        (b"/Alt", b"/Alx", "a picture without words or place"),
        (b"/S/H1", b"/S/H3", "H3 after H0"),
        (b"/S/TR", b"/S/TD", "TD in TBody"),
        (b"/S/LBody", b"/S/LBodx", "LBodx is no type"),
        (b"/Tabs/S", b"/Tabs/R", "the order of the keyboard"),
        (b"/AFRelationship/Data", b"/AFRelationship/Dato", "what the file inside is to the pages"),
        (b"/ToUnicode", b"/ToUnicodf", "a font without its letters"),
        (b"/GTS_PDFA1", b"/GTS_PDFX1", "no colour profile"),
        (b"/Lang(en", b"/Lanx(en", "no language"),
    ],
)  # fmt: skip
def test_what_breaks_a_rule_is_found(right: bytes, wrong: bytes, said: str) -> None:
    asked = Visit(date(2026, 11, 24), tuple(f"Question {n}?" for n in range(5)))
    # Questions beyond the first three are a list on a later page.
    pdf = write_pdf(summaries.full(next_visit=asked), [EN], attach_data=True)
    assert right in pdf
    assert said in conformity.faults(pdf.replace(right, wrong))


def test_content_that_is_not_marked_is_found() -> None:
    pdf = write_pdf(summaries.full(), [EN])
    assert conformity.faults(pdf) == []
    assert any(
        "belongs to nothing" in each or "structure" in each
        for each in conformity.faults(pdf.replace(b"/Nums[0 ", b"/Nums[9 "))
    )
