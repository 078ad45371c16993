"""A handout is one or two pages that can be read, in either language, with its sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from lupusdiary.education.content.article import Warning, line_text, lines_of
from lupusdiary.education.content.disclaimers import differs
from lupusdiary.education.content.library import Library
from lupusdiary.language import Translator, translator
from lupusdiary.report.handout import write_pdf
from tests.education import own_folder
from tests.report import pdf_text
from tests.report.pdf_text import squeezed

LIBRARY = Library()
TWO = [translator("ko"), translator("en")]


def _in_sizes(pdf: bytes) -> tuple[str, dict[float, str]]:
    """What stands in 14 points, and the text of every size."""
    found = pdf_text.sizes(pdf)
    return squeezed(found[14.0]), found


@pytest.mark.parametrize("id", LIBRARY.ids())
@pytest.mark.parametrize("code", ["ko", "en"])
def test_every_article_fits_two_pages_with_its_warnings_unchanged(id: str, code: str) -> None:
    article = LIBRARY.article(id, code)
    pdf = write_pdf([article], LIBRARY, [translator(code)])
    pages = pdf_text.pages(pdf)
    assert len(pages) <= 2
    shown = squeezed(" ".join(pages))
    whole, small = _in_sizes(pdf)
    # Not one of our own articles is shortened: every line stands there, in 14 points.
    for section in article.sections:
        for block in section.blocks:
            for line in lines_of(block):
                assert squeezed(line_text(line)) in whole
    assert squeezed(article.summary) in whole
    shortened = "Shortened for paper; the whole text is in the diary under “Learn”."
    assert squeezed(translator(code).text(shortened)) not in shown
    assert min(small) >= 8.5
    review = "not yet reviewed by a clinician" if code == "en" else "의료진의 검토를 받지 않았습니다"
    assert squeezed(review) in squeezed(small[12.0])
    for key in article.sources:
        assert squeezed(LIBRARY.sources[key].text(translator(code))) in squeezed(small[9.0])
    assert squeezed(article.title) in shown
    assert squeezed(article.action) in shown
    for section in article.sections:
        assert squeezed(section.heading) in shown
        for block in section.blocks:
            if isinstance(block, Warning):
                for line in lines_of(block):
                    # Whoever keeps only one sheet keeps the warning signs; one article is nothing else.
                    assert squeezed(line_text(line)) in (shown if id == "emergency" else squeezed(pages[0]))
    tr = translator(code)
    assert squeezed(tr.text("This information does not replace your doctor.")) in shown
    differ = tr.text("Every person’s course is different: what happened to one does not predict another’s.")
    assert (squeezed(differ) in shown) is differs(article)


def test_both_languages_stand_on_pages_of_their_own() -> None:
    articles = [LIBRARY.article("what_is_lupus", tr.code) for tr in TWO]
    pages = pdf_text.pages(write_pdf(articles, LIBRARY, TWO))
    assert 2 <= len(pages) <= 4
    assert "루푸스란 무엇인가요?" in pages[0]
    assert "What is lupus?" in pages[-2] + pages[-1]


def test_it_is_tagged_and_its_figure_speaks() -> None:
    article = LIBRARY.article("lupus_nephritis", "en")
    pdf = write_pdf([article], LIBRARY, [translator("en")])
    assert pdf_text.catalogue(pdf)["/Lang"] == "en"
    figures = [tag for tag in pdf_text.tags(pdf) if tag["/S"] == "/Figure"]
    assert [str(figure["/Alt"]) for figure in figures] == [article.figures[0].alt]
    assert pdf == write_pdf([article], LIBRARY, [translator("en")])


def test_a_very_long_article_is_shortened_and_says_so(tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path)
    path = folder / "en" / "our_clinic.md"
    text = path.read_text(encoding="utf-8")
    long = "The first sentence of it. " + "Then there is much more to say about the same thing. " * 12
    path.write_text(text.replace("We are open", f"{long}\n\n" * 25 + "We are open"), encoding="utf-8")
    library = Library([folder])
    pages = pdf_text.pages(write_pdf([library.article("our_clinic", "en")], library, [translator("en")]))
    assert len(pages) <= 2
    assert "Shortened for paper" in " ".join(pages)
    assert "The first sentence of it." in pages[0]


def test_points_are_never_left_out_to_save_paper(tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path)
    path = folder / "en" / "our_clinic.md"
    points = "".join(
        f"- Step number {number} of what is to be done before the visit\n" for number in range(90)
    )
    sign = "> [!WARNING]\n> Call us at once.\n\n"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("We are open", f"{points}\n{sign}We are open"), encoding="utf-8")
    library = Library([folder])
    article = library.article("our_clinic", "en")
    shown = pdf_text.text(write_pdf([article], library, [translator("en")]))
    assert all(f"Step number {number} of" in shown for number in range(90))
    assert "Call us at once." in shown
    assert article.action in shown
    assert "Shortened for paper" in shown


def test_hostile_words_yield_a_page(tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path)
    path = folder / "en" / "our_clinic.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("We are open", "#panic() $x$ 😀 שלום <b> We are open"), encoding="utf-8")
    (folder / "figures" / "clinic_way.svg").write_text("<svg", encoding="utf-8")
    library = Library([folder])
    shown = pdf_text.text(write_pdf([library.article("our_clinic", "en")], library, [translator("en")]))
    assert "#panic() $x$" in shown


@pytest.mark.parametrize("tr", TWO, ids=lambda tr: str(tr.code))
def test_the_hospitals_numbers_stand_on_it_or_a_line_to_write_them_on(tr: Translator) -> None:
    article = LIBRARY.article("what_is_lupus", tr.code)
    shown = pdf_text.text(write_pdf([article], LIBRARY, [tr], "Ward 02-000-0001, night 02-000-0002"))
    assert "Ward 02-000-0001, night 02-000-0002" in shown
    empty = write_pdf([article], LIBRARY, [tr])
    assert squeezed(tr.text("My hospital’s number:")) in squeezed(pdf_text.text(empty))
    for words in ("119", "38.0"):
        assert words in pdf_text.text(empty)
