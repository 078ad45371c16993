"""A hospital's folder is checked once, and again only when something in it has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from lupusdiary.ui.base import article_folder
from lupusdiary.ui.base.article_folder import ArticleFolder, FolderCheck, read_library
from tests.education import own_folder


def test_a_folder_is_checked_once_and_again_when_a_file_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = own_folder.write(tmp_path)
    checked: list[Path] = []
    check = article_folder.check_folder

    def counting(folder: Path) -> FolderCheck:
        checked.append(folder)
        return check(folder)

    monkeypatch.setattr(article_folder, "check_folder", counting)
    for _ in range(3):
        assert read_library(ArticleFolder(folder)).left_out is None
    assert len(checked) == 1
    path = folder / "en" / "our_clinic.md"
    path.write_text(path.read_text(encoding="utf-8").replace("(figure:", "(figure:not_"), encoding="utf-8")
    for _ in range(2):
        assert read_library(ArticleFolder(folder)).left_out == folder
    assert len(checked) == 2


def test_a_folder_that_is_gone_is_left_out(tmp_path: Path) -> None:
    assert read_library(ArticleFolder(tmp_path / "gone")).left_out == tmp_path / "gone"
