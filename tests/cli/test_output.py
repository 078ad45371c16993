"""report and chart: the file is there whole, of the period asked for, in the language asked for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from shutil import copy
from zoneinfo import ZoneInfo

import pytest

from lupusdiary.diary import create_demonstration
from tests.cli.calling import Caller
from tests.report import pdf_text


def _text(path: Path) -> str:
    return pdf_text.text(path.read_bytes())


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration diary in English, told once for all tests of this file."""
    path = tmp_path_factory.mktemp("told") / "s.lupusdiary"
    evening = datetime(2026, 11, 22, 21, 4, tzinfo=ZoneInfo("Asia/Seoul"))
    create_demonstration(path, "mild", lambda: evening, "en").close()
    return path


@pytest.fixture
def sample(told: Path, tmp_path: Path) -> Path:
    return Path(copy(told, tmp_path))


def test_a_report_is_a_page_for_the_clinic(call: Caller, sample: Path) -> None:
    out = call.path("쪽.pdf")
    out.write_bytes(b"an older one")
    said = call("report", sample, "--out", out, "--from", "2026-09-01", "--to", "2026-11-20").fine()
    assert "2026-09-01" in said
    assert out.read_bytes().startswith(b"%PDF")
    assert "Fatigue" in _text(out)
    assert sorted(call.folder.iterdir()) == sorted([sample, out])


def test_a_report_in_both_languages_and_without_identity(call: Caller, sample: Path) -> None:
    named, nameless = call.path("a.pdf"), call.path("b.pdf")
    call("report", sample, "--out", named, "--language", "both").fine()
    assert "Fatigue" in _text(named)
    assert "피로" in _text(named)
    call("report", sample, "--out", nameless, "--language", "ko", "--hide-identity").fine()
    assert "DEMO-0002" in _text(named)
    assert "DEMO-0002" not in _text(nameless)
    assert "Fatigue" not in _text(nameless)


def test_a_report_starts_with_the_last_visit(call: Caller) -> None:
    path = call.path("d.lupusdiary")
    call("record", path, "2026-11-20", "fatigue=6").fine()
    assert "2026-08-25 to 2026-11-22" in call("report", path, "--out", call.path("a.pdf")).fine()
    call("event", path, "2026-10-06", "outpatient_visit").fine()
    call("event", path, "2026-12-06", "outpatient_visit").fine()
    assert "2026-10-06 to 2026-11-22" in call("report", path, "--out", call.path("a.pdf")).fine()
    only_from = call("report", path, "--out", call.path("a.pdf"), "--from", "2026-11-01").fine()
    assert "2026-11-01 to 2026-11-22" in only_from
    only_to = call("report", path, "--out", call.path("a.pdf"), "--to", "2026-11-10").fine()
    assert "2026-10-06 to 2026-11-10" in only_to


def test_a_demonstration_ends_with_its_last_record(call: Caller) -> None:
    for until in ("2025-03-01", "2027-03-01"):
        path = call.path(until)
        call("sample", path, "--story", "mild", "--until", until).fine()
        last = call.exported(path)["days"][-1]["day"]
        assert f"to {last}" in call("report", path, "--out", call.path("a.pdf")).fine()


@pytest.mark.parametrize("name", ["c.png", "c.svg", "C.PNG"])
def test_a_chart_is_a_picture(call: Caller, sample: Path, name: str) -> None:
    out = call.path(name)
    call("chart", sample, "--out", out, "--series", "fatigue, c3 ,anti_dsdna", "--from", "2026-01-01").fine()
    start = out.read_bytes()[:300]
    assert start.startswith(b"\x89PNG") or b"<svg" in start or b"<?xml" in start


def test_a_chart_chooses_its_series_itself(call: Caller, sample: Path, diary: Path) -> None:
    call("chart", sample, "--out", call.path("a.png")).fine()
    call("chart", diary, "--out", call.path("b.png"), "--language", "ko").fine()


@pytest.mark.parametrize(
    "words",
    [
        ["report", "--out", "a.txt"],
        ["report", "--out", "none/a.pdf"],
        ["report", "--out", ""],
        ["report", "--out", "a.pdf", "--from", "2026-02-30"],
        ["report", "--out", "a.pdf", "--from", "2026-02-02", "--to", "2026-02-01"],
        ["report", "--out", "a.pdf", "--to", "9999-12-31"],
        ["chart", "--out", "a.jpg"],
        ["chart", "--out", "a"],
        ["chart", "--out", "none/a.png"],
        ["chart", "--out", "a.png", "--series", "happiness"],
        ["chart", "--out", "a.png", "--series", ","],
        ["chart", "--out", "a.png", "--series", "joint_pain"],
        ["chart", "--out", "a.png", "--from", "2026-02-02", "--to", "2026-02-01"],
    ],
)
def test_what_cannot_be_shown_leaves_no_file(
    call: Caller, diary: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(call.folder)
    call(words[0], diary, *words[1:]).refused()
    assert list(call.folder.iterdir()) == [diary]


@pytest.mark.parametrize("verb", [["report", "--out", "a.pdf"], ["chart", "--out", "a.png"], ["check"],
                                  ["export", "--format", "json", "--out", "-"]])  # fmt: skip
def test_a_missing_diary_is_refused_and_not_made(call: Caller, verb: list[str]) -> None:
    call(verb[0], call.path("none.lupusdiary"), *verb[1:]).refused()
    assert list(call.folder.iterdir()) == []


def test_a_chart_shows_what_is_sensitive_only_when_it_is_named(call: Caller, diary: Path) -> None:
    call("event", diary, "2026-11-20", "pregnancy", "tenth week").fine()
    call("record", diary, "2026-11-19", "mood_low=7").fine()
    out = call.path("chart.svg")
    call("chart", diary, "--out", out).fine()
    shown = out.read_text(encoding="utf-8")
    assert "tenth week" not in shown
    assert "Low mood" not in shown
    call("chart", diary, "--out", out, "--series", "fatigue,mood_low").fine()
    shown = out.read_text(encoding="utf-8")
    assert "Low mood" in shown
    assert "tenth week" not in shown
