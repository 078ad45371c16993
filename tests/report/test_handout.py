"""A handout is one or two pages that can be read, in either language, with its sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from lupusdiary.education.article import Warning, line_text, lines_of
from lupusdiary.education.library import Library
from lupusdiary.language import translator
from lupusdiary.report.handout import write_pdf
from tests.education import own_folder
from tests.report import reading

LIBRARY = Library()
TWO = [translator("ko"), translator("en")]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("id", LIBRARY.ids())
@pytest.mark.parametrize("code", ["ko", "en"])
def test_every_article_fits_two_pages_with_its_warnings_unchanged(id: str, code: str) -> None:
    article = LIBRARY.article(id, code)
    pdf = write_pdf([article], LIBRARY, [translator(code)])
    pages = reading.pages(pdf)
    assert len(pages) <= 2
    shown = squeezed(" ".join(pages))
    assert squeezed(article.title) in shown
    assert squeezed(article.action) in shown
    for section in article.sections:
        assert squeezed(section.heading) in shown
        for block in section.blocks:
            if isinstance(block, Warning):
                for line in lines_of(block):
                    assert squeezed(line_text(line)) in shown
    tr = translator(code)
    assert squeezed(tr.text("This information does not replace your doctor.")) in shown
    differ = tr.text("Every person’s course is different: what happened to one does not predict another’s.")
    assert (squeezed(differ) in shown) is (article.category == "car_t")


def test_both_languages_stand_on_pages_of_their_own() -> None:
    articles = [LIBRARY.article("what_is_lupus", tr.code) for tr in TWO]
    pages = reading.pages(write_pdf(articles, LIBRARY, TWO))
    assert 2 <= len(pages) <= 4
    assert "루푸스란 무엇인가요?" in pages[0]
    assert "What is lupus?" in pages[-2] + pages[-1]


def test_it_is_tagged_and_its_figure_speaks() -> None:
    article = LIBRARY.article("lupus_nephritis", "en")
    pdf = write_pdf([article], LIBRARY, [translator("en")])
    assert reading.catalogue(pdf)["/Lang"] == "en"
    figures = [tag for tag in reading.tags(pdf) if tag["/S"] == "/Figure"]
    assert [str(figure["/Alt"]) for figure in figures] == [article.figures[0].alt]
    assert pdf == write_pdf([article], LIBRARY, [translator("en")])


def test_a_very_long_article_is_shortened_and_says_so(tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path)
    path = folder / "en" / "our_clinic.md"
    text = path.read_text(encoding="utf-8")
    long = "The first sentence of it. " + "Then there is much more to say about the same thing. " * 12
    path.write_text(text.replace("We are open", f"{long}\n\n" * 25 + "We are open"), encoding="utf-8")
    library = Library([folder])
    pages = reading.pages(write_pdf([library.article("our_clinic", "en")], library, [translator("en")]))
    assert len(pages) <= 2
    assert "Shortened for paper" in " ".join(pages)
    assert "The first sentence of it." in pages[0]


def test_hostile_words_yield_a_page(tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path)
    path = folder / "en" / "our_clinic.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("We are open", "#panic() $x$ 😀 שלום <b> We are open"), encoding="utf-8")
    (folder / "figures" / "clinic_way.svg").write_text("<svg", encoding="utf-8")
    library = Library([folder])
    shown = reading.text(write_pdf([library.article("our_clinic", "en")], library, [translator("en")]))
    assert "#panic() $x$" in shown
