"""One panel saves, prints and says where the file lies, under every page that becomes a PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.cloud_folder import cloud_service
from lupusdiary.ui.pdf.preview import PrintPreview
from lupusdiary.ui.pdf.save_print import SaveAndPrint
from tests.conftest import StandingClock
from tests.ui.daily import Daily
from tests.ui.shell import Person
from tests.ui.visiting import person


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    made = Daily(qtbot, tmp_path, clock)
    made.around = replace(made.around, prompts=Person())
    return made


@pytest.fixture
def panel(daily: Daily, tmp_path: Path) -> SaveAndPrint:
    preview = PrintPreview(daily.around)
    preview.show_pdf(_page(tmp_path / "drawn.pdf"))
    made = SaveAndPrint(daily.around, preview, "sheet", lambda _: None)
    preview.setParent(made)
    daily.qtbot.addWidget(made)
    made.offer("Visit summary", "Visit summary_2026-11-22", own=True)
    made.retranslate()
    made.enable(True)
    made.show()
    return made


def _page(path: Path) -> bytes:
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    painter.fillRect(0, 0, 100, 100, QColor("black"))
    painter.end()
    return path.read_bytes()


def test_what_was_saved_is_named_with_its_folder_which_one_click_opens(
    panel: SaveAndPrint, daily: Daily, tmp_path: Path
) -> None:
    folder = tmp_path / "Documents"
    folder.mkdir()
    person(daily).save_to = folder / "page.pdf"
    assert "messenger" in panel.caution.text()
    daily.click(panel.save)
    assert panel.saved.text().startswith("Saved as “page.pdf” in “Documents”.")
    daily.click(panel.open)
    assert person(daily).seen_folders == [folder]
    assert person(daily).told == []


def test_what_was_said_of_a_file_goes_with_the_next_page(
    panel: SaveAndPrint, daily: Daily, tmp_path: Path
) -> None:
    person(daily).save_to = tmp_path / "page.pdf"
    daily.click(panel.save)
    assert panel.open.isVisible()
    panel.enable(False)
    assert not panel.saved.isVisible()
    assert not panel.open.isVisible()


@pytest.mark.parametrize("says_yes", [True, False])
def test_a_folder_that_a_cloud_copies_is_named_before_anything_is_written(
    panel: SaveAndPrint, daily: Daily, tmp_path: Path, says_yes: bool
) -> None:
    folder = tmp_path / "OneDrive - 병원" / "문서"
    folder.mkdir(parents=True)
    person(daily).save_to = folder / "page.pdf"
    person(daily).says_yes = says_yes
    daily.click(panel.save)
    assert "OneDrive" in person(daily).asked[-1]
    assert (folder / "page.pdf").exists() is says_yes
    assert panel.saved.isVisible() is says_yes


def test_a_page_without_anything_of_the_person_may_lie_anywhere(
    panel: SaveAndPrint, daily: Daily, tmp_path: Path
) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    person(daily).save_to = folder / "handout.pdf"
    panel.offer("Handout", "Handout", own=False)
    assert not panel.caution.isVisible()
    daily.click(panel.save)
    assert len(person(daily).asked) == 1
    assert (folder / "handout.pdf").exists()


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("/home/a/Dropbox/x.pdf", "Dropbox"),
        ("/home/a/OneDrive - Hospital/b/x.pdf", "OneDrive"),
        ("/Users/a/Library/CloudStorage/GoogleDrive-a@b.c/My Drive/x.pdf", "Google Drive"),
        ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/x.pdf", "iCloud"),
        ("/home/a/네이버 MYBOX/x.pdf", "NAVER MYBOX"),
        ("/home/a/Documents/Dropbox.pdf", None),
        ("/home/a/boxes/x.pdf", None),
    ],
)
def test_services_are_known_by_their_folders(place: str, service: str | None) -> None:
    assert cloud_service(Path(place)) == service
