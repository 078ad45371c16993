"""What may lie in a folder that somebody copied together: every file is named, none does harm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.education import own_folder
from tests.education.own_folder import change, line_of, said

KO, SVG, WORDS = "ko/our_clinic.md", "figures/clinic_way.svg", "figures/clinic_way.toml"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return own_folder.write(tmp_path / "hospital")


@pytest.mark.parametrize(
    ("encoding", "named"), [("cp949", "ANSI (CP949)"), ("utf-16", "UTF-16"), ("utf-16-le", "")]
)
def test_a_file_in_another_encoding_is_told_how_to_be_saved(own: Path, encoding: str, named: str) -> None:
    path = own / KO
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    why = (
        f"The file is saved as {named}. Open it in the editor (Notepad), choose “Save as”, set the encoding "
        "to “UTF-8” and save it under the same name."
    )
    if not named:
        why = "This is not a text file: save the text there as UTF-8, or remove the file."
    assert said(own) == [f"{KO}:1: {why}"]


def test_a_damaged_sign_is_said_with_its_line(own: Path) -> None:
    path = own / KO
    raw = path.read_bytes()
    at = raw.index("간호사가".encode())
    path.write_bytes(raw[:at] + b"\xff" + raw[at:])
    line = raw[:at].count(b"\n") + 1
    assert said(own) == [f"{KO}:{line}: Some characters of this line are damaged: type the line again."]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff" * 40, "This is not a text file"),
        (b"\x00" * 500, "There is an invisible control character in this line"),
        (b"x" * 10_000_000, "Shorten the file: it may have 60000 characters at most."),
        (b"", "Begin the file with a line “+++”"),
    ],
)
def test_a_file_that_is_no_text_or_far_too_long_is_named(own: Path, content: bytes, why: str) -> None:
    (own / KO).write_bytes(content)
    (found,) = said(own)
    assert found.startswith(f"{KO}:1: {why}")


def test_windows_line_ends_and_a_byte_order_mark_are_no_fault(own: Path) -> None:
    for path in own.rglob("*.*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            path.write_bytes(("\ufeff" + text).replace("\n", "\r\n").encode())
    assert said(own) == []
    line = change(own, KO, "(term:proteinuria_own)", "(term:gone)")
    assert [each for each in said(own) if each.startswith(f"{KO}:{line}: ") and "“gone”" in each]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("ko/our_clinic.md.txt", "This file is not read under this name: rename it to “our_clinic.md”."),
        ("ko/visit.TXT", "This file is not read under this name: rename it to “visit.md”."),
        ("ko/visit.MD", "This file is not read under this name: rename it to “visit.md”."),
        ("glossary.toml.txt", "This file is not read under this name: rename it to “glossary.toml”."),
        ("Sources.toml", "This file is not read under this name: rename it to “sources.toml”."),
        ("visit.md", "Put the article into a folder “ko” or “en”: that is its language."),
        ("figures/photo.jpg", "A figure is a drawing .svg and a file .toml with its words"),
        ("figures/way.toml", "There is no drawing way.svg beside these words."),
        ("figures/My way.svg", "Name the file in small English letters, digits and _, such as our"),
    ],
)  # fmt: skip
def test_a_file_that_would_be_passed_over_is_named(own: Path, name: str, says: str) -> None:
    (own / name).write_text("…", encoding="utf-8")
    found = [each for each in said(own) if each.startswith(f"{name}:1: {says}")]
    assert len(found) == 1, said(own)


def test_a_korean_file_name_and_a_folder_in_a_folder_are_named(own: Path) -> None:
    (own / KO).rename(own / "ko" / "진료 안내.md")
    (own / "ko" / "2026").mkdir()
    found = said(own)
    assert (
        "ko/진료 안내.md:1: Name the file in small English letters, digits and _, such as our_clinic.md."
        in found
    )
    assert any(each.startswith("ko/2026:1: Folders inside this one are not read") for each in found)


def test_what_systems_leave_behind_is_no_fault(own: Path) -> None:
    for name in (".DS_Store", "ko/Thumbs.db", "figures/desktop.ini", "README.md", "How to write.txt"):
        (own / name).write_text("…", encoding="utf-8")
    assert said(own) == []


@pytest.mark.parametrize("name", [KO, SVG, "glossary.toml", "sources.toml", "ko", "figures"])
def test_a_link_to_something_outside_is_not_followed(own: Path, tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    (own / name).rename(elsewhere)
    (own / name).symlink_to(elsewhere)
    why = "This only leads to something outside of the folder: copy the file itself to this place."
    assert f"{name}:1: {why}" in said(own)


def test_a_link_to_nothing_and_a_pipe_are_named_and_not_waited_for(own: Path) -> None:
    (own / "figures" / "gone.svg").symlink_to(own / "figures" / "nothing.svg")
    os.mkfifo(own / "figures" / "pipe.svg")
    found = said(own)
    assert any(each.startswith("figures/gone.svg:1: This file is missing") for each in found)
    assert any(each.startswith("figures/pipe.svg:1: This is not a file that can be read") for each in found)


def test_a_folder_that_is_gone_or_empty_says_what_to_do(own: Path, tmp_path: Path) -> None:
    assert said(tmp_path / "stick") == [
        "stick:1: This folder is not there: put the stick or disk in again, or choose another folder."
    ]
    (tmp_path / "empty").mkdir()
    assert said(tmp_path / "empty") == [
        "empty:1: The folder holds no articles: put them into folders “ko” and “en” in it. Settings can make "
        "a folder with an example."
    ]


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("<rect", "<script>alert(1)</script><rect", "A drawing may not hold “script”."),
        ("<rect", '<image href="https://example.org/x.png"/><rect', "A drawing may not hold “image”."),
        ("<rect", '<use href="#a"/><rect', "A drawing may not hold “use”."),
        ("<rect", '<rect onclick="x()"', "A drawing may not hold “onclick”."),
        ("<rect", '<rect style="fill:url(https://example.org/x)"', "A drawing may not hold “style”."),
        ("<rect", '<g href="file:///etc/passwd"/><rect', "A drawing may not hold “href”."),
        ("<rect", "<g>" * 60 + "</g>" * 60 + "<rect", "The drawing has too many groups inside each other"),
        ("<rect", "<p/><rect", "A drawing may not hold “p”."),
        ("<rect", "<rect <", "This is not a drawing in SVG"),
        ("${label_door}", "${label_roof}", "“label_roof” is neither a colour nor a label of both languages."),
    ],
)  # fmt: skip
def test_a_drawing_that_could_do_harm_is_said_with_its_line(
    own: Path, before: str, after: str, says: str
) -> None:
    line = change(own, SVG, before, after)
    assert [each for each in said(own) if each.startswith(f"{SVG}:{line}: {says}")], said(own)


@pytest.mark.parametrize(
    "box", ["", 'viewBox="0 0 0 60"', 'viewBox="0 0 1 9000"', 'viewBox="0 0 1e9 5"', 'viewBox="a b c d"']
)
def test_a_drawing_needs_a_shape_that_a_page_can_show(own: Path, box: str) -> None:
    line = change(own, SVG, 'viewBox="0 0 100 60"', box)
    why = 'Give the drawing a shape: viewBox="0 0 640 400" in its first line.'
    assert said(own) == [f"{SVG}:{line}: {why}"]


def test_entities_are_not_even_read(own: Path) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>\n'
    path = own / SVG
    path.write_text(bomb + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert said(own) == [f"{SVG}:1: Take the DOCTYPE out of the drawing."]


def test_the_words_of_a_drawing_are_asked_for(own: Path) -> None:
    text = (own / WORDS).read_text(encoding="utf-8")
    line = line_of(text, "alt_ko")
    change(own, WORDS, 'alt_ko = "병원 입구를 그린 그림"', 'alt_ko = ""')
    assert said(own) == [f'{WORDS}:{line}: “alt_ko” is missing: write alt_ko = "…" here.']
    (own / WORDS).unlink()
    names = "caption_ko, caption_en, alt_ko, alt_en"
    why = f"Write what the drawing shows into clinic_way.toml beside it: {names}."
    assert said(own) == [f"{SVG}:1: {why}"]


def test_a_drawing_with_a_name_of_the_program_would_change_its_articles(own: Path) -> None:
    for end in (".svg", ".toml"):
        (own / SVG).with_suffix(end).rename(own / "figures" / f"kidney_filter{end}")
    why = "“kidney_filter” is a name of the program itself: choose another one, such as “our_kidney_filter”."
    assert f"figures/kidney_filter.svg:1: {why}" in said(own)


@pytest.mark.parametrize("nested", ["[" * 15_000, "> " * 15_000, "- " * 15_000, "*a " * 15_000])
def test_marks_inside_marks_end_in_findings(own: Path, nested: str) -> None:
    path = own / KO
    path.write_text(path.read_text(encoding="utf-8") + f"\n{nested}\n", encoding="utf-8")
    assert all(each.startswith(f"{KO}:") for each in said(own))


def test_brackets_inside_brackets_of_the_front_matter_are_refused(own: Path) -> None:
    line = change(own, KO, "order = 200", "order = " + "[" * 20_000)
    found = said(own)
    assert any(each.startswith((f"{KO}:{line}: ", f"{KO}:2: ")) for each in found), found
