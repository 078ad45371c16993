"""Finds the files that travel with the program, in a wheel as in a checkout."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


@cache
def _folder(name: str) -> Path:
    installed = _PACKAGE / "_share" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """The path of a file or folder below resources/."""
    return _folder("resources").joinpath(*parts)


def translations_folder() -> Path:
    """The folder that holds one gettext catalogue a language."""
    return _folder("translations")


@cache
def clinical(name: str) -> Any:
    """A clinical catalogue as parsed JSON, e.g. `clinical("labs")`; callers must not change it."""
    return json.loads(resource("clinical", f"{name}.json").read_text(encoding="utf-8"))
