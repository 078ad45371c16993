"""The first word decides; what is not understood ends with status 2 and says how the verb is used."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest

import lupusdiary
from lupusdiary.cli import main
from lupusdiary.cli.arguments import Misuse, split
from lupusdiary.cli.verbs import VERBS
from tests.cli.calling import Caller, process

ISSUE = ("sample", "record", "lab", "event", "report", "chart", "export", "import", "check")
ISSUE += ("backup", "restore", "rescue", "encrypt", "decrypt", "rekey", "recovery-sheet")
ISSUE += ("medicine", "taken", "exposure", "allergy", "visit", "content")


def test_the_verbs_are_those_of_the_issue() -> None:
    assert tuple(VERBS) == ISSUE


@pytest.mark.parametrize("verb", ISSUE)
def test_every_verb_says_how_it_is_used(call: Caller, verb: str) -> None:
    assert f"lupusdiary {verb} " in call(verb, "--help").fine()
    assert call("--help").fine().count(f"lupusdiary {verb} ") == 1


def test_help_is_in_the_language_asked_for(call: Caller) -> None:
    call.environment = {"LANG": "ko_KR.UTF-8"}
    assert "사용법" in call("--help").fine()
    call.environment = {"LANG": "ko_KR.UTF-8", "LUPUSDIARY_LANGUAGE": "en"}
    assert "Usage" in call("record", "--help").fine()


def test_version(call: Caller) -> None:
    assert call("--version").fine() == f"lupusdiary {lupusdiary.__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ["frobnicate"],
        ["frobnicate", "x.lupusdiary"],
        ["x.lupusdiary", "y.lupusdiary"],
        ["--frobnicate"],
        ["sample"],
        ["sample", "a", "b"],
        ["sample", "a", "--untill", "2026-01-01"],
        ["sample", "a", "--until"],
        ["record"],
        ["record", "a"],
        ["record", "a", "2026-01-01"],
        ["record", "a", "2026-01-01", "--fatigue", "6"],
        ["record", "a", "2026-01-01", "-f"],
        ["lab", "a", "2026-01-01", "c3"],
        ["lab", "a", "2026-01-01", "c3", "52", "mg/dL", "more"],
        ["lab", "a", "2026-01-01", "c3", "52", "--range"],
        ["event", "a", "2026-01-01"],
        ["event", "a", "2026-01-01", "other", "title", "more"],
        ["report", "a"],
        ["report", "--out", "a.pdf"],
        ["report", "a", "--out", "a.pdf", "--hide"],
        ["chart", "a"],
        ["export", "a", "--format", "json"],
        ["export", "a", "--out", "b"],
        ["import", "a"],
        ["import", "a", "b", "--dry"],
        ["check"],
        ["check", "a", "b"],
    ],
)
def test_what_is_not_understood_is_two(
    call: Caller, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(call.folder)
    done = call(*words)
    assert done.status == 2
    assert done.out == ""
    assert len(done.err.splitlines()) == 2
    assert "lupusdiary" in done.err.splitlines()[1]
    assert list(call.folder.iterdir()) == []


@pytest.mark.parametrize("value", ["-", "-3.2", "<1.3", "(-)", "-(neg)", "+", "1:640", "음성", "+/-"])
def test_a_value_may_begin_with_any_sign(value: str) -> None:
    usage = VERBS["lab"].usage
    found = split(["d", "2026-01-01", "c3", value, "--range", "-5 - 5", "mg/dL"], usage)
    assert found is not None
    assert found.places == ("d", "2026-01-01", "c3", value, "mg/dL")
    assert found.options == {"--range": "-5 - 5"}


def test_after_two_dashes_everything_is_a_value() -> None:
    found = split(["d", "2026-01-01", "other", "--", "--title"], VERBS["event"].usage)
    assert found is not None
    assert found.places[3] == "--title"
    with pytest.raises(Misuse):
        split(["d", "2026-01-01", "other", "--title"], VERBS["event"].usage)


def test_an_option_takes_its_value_with_an_equals_sign_too() -> None:
    found = split(["d", "--out=a=b.pdf", "--hide-identity"], VERBS["report"].usage)
    assert found is not None
    assert found.options == {"--out": "a=b.pdf"}
    assert found.flags == {"--hide-identity"}


def test_a_file_is_opened_in_the_window(
    call: Caller, diary: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[tuple[object, ...]] = []

    def run(path: Path | None, language: str | None, *, demonstration: bool) -> int:
        opened.append((path, language, demonstration))
        return 0

    monkeypatch.setattr("lupusdiary.app.run", run)
    call.environment["QT_QPA_PLATFORM"] = "offscreen"
    new = tmp_path / "new.lupusdiary"
    assert [
        call(*words).status
        for words in ([], [diary, "--language", "ko"], [new], ["--language", "en"], ["--demonstration"])
    ] == [0] * 5
    assert opened == [
        (None, None, False),
        (diary, "ko", False),
        (new, None, False),
        (None, "en", False),
        (None, None, True),
    ]
    assert "file" in call(diary, "--demonstration").refused()
    assert gc.isenabled()


@pytest.mark.parametrize("words", [["check"], ["exposure"], ["record"]])
def test_who_calls_a_verb_collects_garbage_as_before(call: Caller, diary: Path, words: list[str]) -> None:
    """A verb looks for garbage less often; whoever calls it in a program of its own goes on as it was."""
    before = gc.get_threshold()
    call(*words, diary)
    assert gc.get_threshold() == before


def test_without_a_display_the_window_says_so(
    call: Caller, diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert "display" in call(diary).refused()


def test_an_unknown_language_is_refused(call: Caller, diary: Path) -> None:
    assert "both" not in call("check", diary, "--language", "fr").refused()
    assert "fr" in call("check", diary, "--language=fr").refused()
    call("check", diary, "--language", "both").refused()
    call("report", diary, "--out", call.path("a.pdf"), "--language", "all").refused()


def test_the_program_runs_as_a_process() -> None:
    assert process("--version").out == f"lupusdiary {lupusdiary.__version__}\n"
    assert process("frobnicate").status == 2


def test_without_any_stream_as_its_icon_starts_it_the_program_ends_well(monkeypatch) -> None:
    for stream in ("stdout", "stderr"):
        monkeypatch.setattr(sys, stream, None)
    assert main(["--version"]) == 0


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("recrd", "d.lupusdiary", "2026-11-20", "fatigue=6"), "record"),
        (("record", "{diary}", "2026-11-20", "fatige=6"), "fatigue"),
        (("record", "{diary}", "2026-11-20", "피로=6"), "fatigue"),
        (("lab", "{diary}", "2026-11-20", "C3", "52"), "c3"),
        (("lab", "{diary}", "2026-11-20", "크레아티닌", "0.8"), "creatinine"),
        (("event", "{diary}", "2026-11-20", "vaccinaton"), "vaccination"),
    ],
    ids=str,
)
def test_a_slip_is_told_what_it_may_have_meant(
    call: Caller, diary: Path, words: tuple[str, ...], near: str
) -> None:
    said = call(*(diary if word == "{diary}" else word for word in words))
    assert said.status != 0
    assert f"Did you mean “{near}”?" in said.err
    assert "Did you mean" not in call("record", diary, "2026-11-20", "qqqq=1").err


def test_help_may_be_asked_for_as_a_word(call: Caller) -> None:
    assert call("help").fine() == call("--help").fine()


@pytest.mark.parametrize("second", [["--out", "b.pdf"], ["--out=b.pdf"], ["--out", "a.pdf"]])
def test_an_option_that_is_given_twice_is_refused(call: Caller, second: list[str]) -> None:
    failed = call("report", "none.lupusdiary", "--out", "a.pdf", *second)
    assert failed.status == 2
    assert "“--out” is given twice." in failed.err
