"""What has aged is said a year later, on the day that is given; it keeps no folder from being used."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from lupusdiary.education.checks.content_check import check
from lupusdiary.education.checks.hints import hints
from lupusdiary.education.content.library import Library
from lupusdiary.resources import resource
from tests.education import own_folder

LOOKED = date(2026, 11, 28)
YEAR = timedelta(days=366)


def test_a_source_that_was_looked_up_more_than_a_year_ago_is_named_with_its_articles(tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path / "own")
    own_folder.change(folder, "sources.toml", "[HOSPITAL]", "# ours\n[HOSPITAL]\nchecked = 2026-11-28")
    assert hints(folder, LOOKED + YEAR) == []
    (hint,) = hints(folder, LOOKED + YEAR + timedelta(days=1))
    assert (hint.path, hint.line) == (folder / "sources.toml", 2)
    assert "“HOSPITAL” was last looked up on 2026-11-28" in str(hint.why)
    assert "our_clinic" in str(hint.why)
    assert check(folder) == []


def test_a_source_on_which_nothing_rests_or_that_does_not_age_is_not_named(tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path / "own")
    unused = '\n[OLD]\nchecked = 2001-01-01\ntext_ko = "옛 안내문"\ntext_en = "An old leaflet."\n'
    file = folder / "sources.toml"
    file.write_text(file.read_text(encoding="utf-8") + unused, encoding="utf-8")
    assert hints(folder, LOOKED + 10 * YEAR) == []


def test_a_day_of_the_last_look_that_is_none_is_a_finding(tmp_path: Path) -> None:
    for day in ('"last year"', "2026-11-28T10:00:00"):
        folder = own_folder.write(tmp_path / "own")
        own_folder.change(folder, "sources.toml", "[HOSPITAL]", f"[HOSPITAL]\nchecked = {day}")
        assert any("checked = 2026-11-28" in each for each in own_folder.said(folder))


def test_a_hospitals_article_without_slides_may_be_used_and_is_named(tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path / "own")
    assert hints(folder, LOOKED) == []
    own_folder.without_slides(folder)
    assert [hint.path.parent.name for hint in hints(folder, LOOKED)] == ["en", "ko"]
    assert check(folder) == []


def test_a_question_for_a_group_without_a_statement_or_with_a_not_is_named(tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path / "own")
    line = own_folder.change(folder, "en/our_clinic.md", 'statement = "We open at 9."\n', "")
    (hint,) = hints(folder, LOOKED)
    # On the head of the question: the line above it.
    assert hint.line == line - 2
    assert "Write as “statement” what a group is to judge" in str(hint.why)
    own_folder.write(folder)
    line = own_folder.change(folder, "ko/our_clinic.md", "간호사가 전화를 받는다.", "간호사는 받지 않는다.")
    (hint,) = hints(folder, LOOKED)
    assert (hint.path.parent.name, hint.line) == ("ko", line)
    assert "without “않”" in str(hint.why)


def test_our_own_sources_of_rules_and_approvals_say_when_they_were_looked_up() -> None:
    folder = resource("articles")
    dated = {key for key, source in Library().sources.items() if source.checked is not None}
    assert {"COPAY2026", "BENKR", "KRDIS", "KRNCSP", "NEDRUGBEN", "MOHW109"} <= dated
    assert len(hints(folder, LOOKED + 2 * YEAR)) == len(dated)
    for source in Library().sources.values():
        assert source.checked is None or source.checked >= date(2026, 11, 1)


def test_what_cannot_be_read_is_the_checks_affair(tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path / "own")
    own_folder.without_slides(folder)
    (folder / "en" / "our_clinic.md").write_text("nothing", encoding="utf-8")
    assert [hint.path.parent.name for hint in hints(folder, LOOKED)] == ["ko"]
