"""The library reads folders of articles, and puts a hospital's own beside the program's."""

from __future__ import annotations

from pathlib import Path

import pytest

from lupusdiary.education.content.drawing import COLOURS
from lupusdiary.education.content.figures import drawing, figure_svg
from lupusdiary.education.content.library import Library
from lupusdiary.language import Refusal, translator
from lupusdiary.resources import resource
from tests.education import own_folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return own_folder.write(tmp_path / "hospital")


def test_the_program_brings_its_articles() -> None:
    library = Library()
    assert "what_is_lupus" in library.ids()
    assert library.faults == ()
    korean, english = library.article("what_is_lupus", "ko"), library.article("what_is_lupus", "en")
    assert (korean.language, english.language) == ("ko", "en")
    assert [s.anchor for s in korean.sections] == [s.anchor for s in english.sections]
    assert 2 <= library.minutes(korean) <= 8


def test_a_hospitals_articles_stand_behind_those_of_the_program(own: Path) -> None:
    library = Library([resource("articles"), own])
    assert library.ids()[-1] == "our_clinic"
    assert library.categories[-1].articles == ("our_clinic",)
    assert not library.card("our_clinic", "en").shipped
    assert library.card("what_is_lupus", "en").shipped
    assert library.sources["HOSPITAL"].text(translator("ko")) == "병원 안내문, 2026년."
    assert library.glossary.get("proteinuria_own").definition(translator("en")) == "Protein in the urine."


def test_an_own_article_takes_the_place_of_one_with_its_id(own: Path) -> None:
    own_folder.write(own, "what_is_lupus")
    library = Library([resource("articles"), own])
    assert library.article("what_is_lupus", "en").title == "Our clinic"


def test_an_article_that_cannot_be_read_is_left_out_and_named(own: Path) -> None:
    broken = own / "en" / "broken.md"
    broken.write_text("no front matter", encoding="utf-8")
    library = Library([own])
    assert library.ids() == ["our_clinic"]
    assert [fault.path for fault in library.faults] == [broken]


def test_an_article_without_this_language_comes_in_the_other(own: Path) -> None:
    (own / "en" / "our_clinic.md").unlink()
    assert Library([own]).article("our_clinic", "en").language == "ko"


def test_the_article_of_a_code_is_the_one_that_explains_little_else(own: Path) -> None:
    library = Library([own])
    assert library.for_analyte("upcr") == "our_clinic"
    assert library.for_symptom("joint_pain") == "our_clinic"
    assert library.for_event("kidney_biopsy") is None
    both = Library()
    assert both.for_analyte("upcr") == "lupus_nephritis"


def test_an_unknown_article_word_or_figure_is_refused(own: Path) -> None:
    library = Library([own])
    for ask in (
        lambda: library.article("gone", "en"),
        lambda: library.glossary.get("gone"),
        lambda: drawing(library, "gone"),
    ):
        with pytest.raises(Refusal, match="gone"):
            ask()


def test_an_empty_or_missing_folder_is_an_empty_library(tmp_path: Path) -> None:
    library = Library([tmp_path / "nowhere"])
    assert (library.ids(), library.categories, len(library.glossary)) == ([], [], 0)


def test_a_figure_is_filled_with_words_and_colours(own: Path) -> None:
    library = Library([own])
    svg = figure_svg(library, "clinic_way", "ko", dict.fromkeys(COLOURS, "#123456"))
    assert "문 &lt;1&gt;" in svg
    assert 'fill="#123456"' in svg
    assert "${" not in svg
    assert drawing(library, "clinic_way").alt(translator("en")) == "A drawing of the entrance"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<image href="https://example.org/x.png"/>',
        '<use href="https://example.org/x.svg#a"/>',
        '<rect onload="x()"/>',
        "<foreignObject/>",
        '<rect fill="url(https://example.org/x)"/>',
        '<rect style="fill: url(//example.org/x)"/>',
        "<style>@import url(https://example.org)</style>",
        '<rect fill="URL(https://example.org/x)"/>',
        '<rect style="fill: u\\72l(//example.org/x)"/>',
        '<?xml-stylesheet type="text/css" href="x.css"?>',
        "<unclosed>",
        "<text>${label_nowhere}</text>",
    ],
)
def test_a_figure_that_reaches_outside_itself_is_refused(own: Path, hostile: str) -> None:
    path = own / "figures" / "clinic_way.svg"
    path.write_text(own_folder.SVG.replace("</svg>", hostile + "\n</svg>"), encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        drawing(Library([own]), "clinic_way")
    assert "clinic_way.svg:4:" in str(caught.value) or "clinic_way.svg:5:" in str(caught.value)


def test_entities_are_refused(own: Path) -> None:
    path = own / "figures" / "clinic_way.svg"
    path.write_text('<!DOCTYPE svg [<!ENTITY a "aaaa">]>\n' + own_folder.SVG, encoding="utf-8")
    with pytest.raises(Refusal, match="DOCTYPE"):
        drawing(Library([own]), "clinic_way")
