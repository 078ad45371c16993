"""Asks the person where a diary is, or where a new one goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from lupusdiary.language import Refusal
from lupusdiary.ui.surroundings import Surroundings

SUFFIX = ".lupusdiary"


def ask_new_path(parent: QWidget, surroundings: Surroundings) -> Path | None:
    """Where a new diary goes, with its suffix; None when she cancels. Raises `Refusal` for a place that is
    taken."""
    tr = surroundings.tr
    kinds = tr.text("Lupus diary (*.lupusdiary)")
    path = surroundings.prompts.save_path(parent, tr.text("New diary"), "", kinds)
    if path is None:
        return None
    if path.suffix == "":
        path = path.with_suffix(SUFFIX)
    if path.exists():
        raise Refusal("There is a file “{name}” already. Nothing was changed.", name=path.name)
    return path


def ask_existing_path(parent: QWidget, surroundings: Surroundings) -> Path | None:
    """Which diary is meant; None when she cancels."""
    tr = surroundings.tr
    kinds = tr.text("Lupus diary (*.lupusdiary);;All files (*)")
    return surroundings.prompts.open_path(parent, tr.text("Open diary"), kinds)
