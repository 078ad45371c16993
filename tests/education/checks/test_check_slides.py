"""Slides that cannot be taught from are found, by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from lupusdiary.education.checks.check_slides import wanted_of_slides
from lupusdiary.education.checks.checked import CheckedArticle
from lupusdiary.education.content.article_file import read_article
from lupusdiary.education.content.text_file import read_text
from lupusdiary.resources import resource
from tests.education import own_folder
from tests.education.own_folder import said

SAYS, SAYS_KO = 'says = "A nurse answers your call"', 'says = "전화하면 간호사가 받습니다"'


@pytest.mark.parametrize(
    ("language", "before", "after", "says"),
    [
        ("en", 'section = "open"', 'section = "gone"', "The article has no section “gone”."),
        ("en", SAYS, f'says = "{"Call us " * 20}"', "Shorten “says”: 110 characters are enough."),
        ("en", SAYS, f'{SAYS}\ncaveat = "{"Not so. " * 20}"', "Shorten “caveat”: 90 characters"),
        ("ko", SAYS_KO, f'says = "{"간호사가 " * 9}"', "Shorten “says”: 34 syllables are enough."),
        ("en", SAYS, 'says = "A nurse answers. You ask"', "Write one sentence as “says”"),
        ("en", SAYS, f'{SAYS}\nmore = "You ask. She answers."', "Write one sentence as “more”"),
    ],
)
def test_what_is_wrong_with_a_slide_is_said_on_its_line(
    tmp_path: Path, language: str, before: str, after: str, says: str
) -> None:
    folder = own_folder.write(tmp_path / "own")
    file = f"{language}/our_clinic.md"
    line = own_folder.change(folder, file, before, after)
    found = [each for each in said(folder) if says in each]
    assert len(found) == 1, said(folder)
    # The fault is on the line of the slide or below it.
    assert line - 2 <= int(found[0].split(":")[1]) <= line + 1


def checked(text: str) -> CheckedArticle:
    path = Path("en/our_clinic.md")
    return CheckedArticle(read_article(text, path), path, tuple(text.split("\n")))


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ('says = "9 of 10 calls are answered"', 1),
        ('says = "Calls are answered"\nmore = "It takes 5 minutes."', 1),
        ('says = "9 of 10 calls are answered"\ncaveat = "Counted in one week."', 0),
        # A number to call is none that could be misread.
        ('says = "In danger, call 119"', 0),
    ],
)
def test_a_number_on_a_slide_asks_for_its_caveat(after: str, found: int) -> None:
    text = own_folder.article("en").replace(SAYS, after)
    wanted = list(wanted_of_slides(checked(text)))
    assert len(wanted) == found
    assert all(each.line == own_folder.line_of(text, "[[slides]]") for each in wanted)


def test_one_of_our_own_articles_without_slides_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    from lupusdiary.education.checks import content_check

    file = resource("articles", "en", "sun.md")
    whole = read_text(file)
    bare = whole[: whole.index("[[slides]]")] + whole[whole.index("+++\n\n##") :]
    monkeypatch.setattr(
        content_check, "read_text", lambda path, *more: bare if path == file else read_text(path, *more)
    )
    found = [fault for fault in content_check.check(resource("articles")) if fault.path == file]
    assert any(fault.why.message.startswith("Say the slides of this article") for fault in found)
