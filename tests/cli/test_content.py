"""The content verb tells those who write articles what to correct."""

from __future__ import annotations

import re
from pathlib import Path

from lupusdiary.education.content.library import Library
from tests.cli.calling import Caller
from tests.education import own_folder

GOOD = "1 article, nothing to correct.\n"
RESTS = "our_clinic: {} of {} source marks are a guideline, study, label or agency ({} %)\n"


def test_a_good_folder_is_said_to_be_good(call: Caller, tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path / "우리 병원")
    assert call("content", "check", folder).fine() == RESTS.format(0, 1, 0) + GOOD
    call.environment = {"LUPUSDIARY_LANGUAGE": "ko"}
    assert call("content", "check", folder).fine().strip()


def test_each_finding_has_a_line_with_file_and_line(call: Caller, tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path / "own")
    path = folder / "en" / "our_clinic.md"
    text = path.read_text(encoding="utf-8").replace("(figure:clinic_way", "(figure:gone")
    path.write_text(text, encoding="utf-8")
    done = call("content", "check", folder)
    assert done.status == 1
    line = text[: text.index("(figure:gone")].count("\n") + 1
    assert f"{path}:{line}: There is no figure “gone” in the folder “figures”." in done.err.splitlines()
    assert done.out.splitlines()[-1] == f"{len(done.err.splitlines())} places to look at."


def test_hints_are_printed_and_are_no_findings(call: Caller, tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path / "own")
    own_folder.change(folder, "sources.toml", "[HOSPITAL]", "[HOSPITAL]\nchecked = 2001-01-01")
    lines = call("content", "check", folder).fine().splitlines()
    assert [line for line in lines if line.startswith("Hint: ")] == [lines[1]]
    assert f"{folder / 'sources.toml'}:1: “HOSPITAL” was last looked up on 2001-01-01" in lines[1]
    assert lines[-1] == GOOD.strip()


def test_each_article_says_how_much_of_it_rests_on_strong_sources(call: Caller, tmp_path: Path) -> None:
    folder = own_folder.write(tmp_path / "own")
    for language in ("en", "ko"):
        # A source of the program itself counts as what it is; one without a kind does not count.
        own_folder.change(folder, f"{language}/our_clinic.md", "[^HOSPITAL]", "[^HOSPITAL][^EULAR2023][^OK]")
        own_folder.change(folder, f"{language}/our_clinic.md", '"HOSPITAL"', '"HOSPITAL", "EULAR2023", "OK"')
    assert RESTS.format(1, 3, 33) in call("content", "check", folder).fine()
    own_folder.change(folder, "sources.toml", "[HOSPITAL]", '[HOSPITAL]\nkind = "agency"')
    assert RESTS.format(2, 3, 66) in call("content", "check", folder).fine()


def test_the_programs_articles_are_counted_together_too(call: Caller) -> None:
    lines = call("content", "check").fine().splitlines()
    found = [re.findall(r": ([\d,]+) of ([\d,]+) source marks", line)[0] for line in lines[:-1]]
    counts = [tuple(int(each.replace(",", "")) for each in pair) for pair in found]
    assert len(counts) == len(Library().ids()) + 1
    assert lines[-2].startswith("All articles together: ")
    assert counts[-1] == tuple(map(sum, zip(*counts[:-1], strict=True)))


def test_a_missing_folder_or_word_is_refused(call: Caller, tmp_path: Path) -> None:
    assert "There is no folder" in call("content", "check", tmp_path / "nowhere").refused()
    assert "There is no folder" in call("content", "check", Path(__file__)).refused()


def test_a_word_that_is_not_understood_is_said_with_the_usage(call: Caller, tmp_path: Path) -> None:
    for words in (("content",), ("content", "chek"), ("content", "example"), ("content", "check", "a", "b")):
        done = call(*words)
        assert done.status == 2
        assert "content check [FOLDER] | example FOLDER" in done.err
    assert "“chek” is not known here." in call("content", "chek").err


def test_an_example_is_made_that_the_check_finds_good(call: Caller, tmp_path: Path) -> None:
    folder = tmp_path / "새 폴더" / "우리 병원 글"
    assert "now holds an example" in call("content", "example", folder).fine()
    assert call("content", "check", folder).fine() == RESTS.format(0, 5, 0) + GOOD
    assert "nothing was changed" in call("content", "example", folder).refused()
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert "choose another place" in call("content", "example", blocked / "own").refused()


def test_find_prints_the_first_five_articles_that_answer_one_a_line(call: Caller) -> None:
    found = call("content", "find", "다리가 퉁퉁 부었어요", "--language", "ko").fine().splitlines()
    assert found[0] == "lupus_nephritis"
    assert len(found) <= 5
    assert set(found) <= set(Library().ids())
    # Words that were not put in quotes are one text.
    assert call("content", "find", "chest", "pain", "--language", "en").fine().splitlines()[0] == "urgent"
    assert call("content", "find", "birthday cake").fine() == ""
    assert call("content", "find").status == 2
