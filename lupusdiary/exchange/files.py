"""Reads a file or folder of one of our own formats, whichever of them it is."""

from __future__ import annotations

from pathlib import Path

from lupusdiary.exchange import csv_format, json_format
from lupusdiary.exchange.decode import Imported, KnownHere
from lupusdiary.exchange.json_text import LONGEST
from lupusdiary.language import Refusal

_LARGEST = 4 * LONGEST


def read_file(path: Path, here: KnownHere | None = None) -> Imported:
    """What `path` holds: our JSON, a folder of our CSV, or one CSV file. Raises `Refusal`."""
    try:
        if path.is_dir():
            return csv_format.read_lists(path, here)
        if not path.exists():
            raise Refusal("There is no file “{path}”.", path=path.name)
        if not path.is_file():
            raise Refusal("“{name}” is not a file.", name=path.name)
        if path.stat().st_size > _LARGEST:
            raise Refusal("This file is too large for a diary export.")
        if path.suffix.lower() == ".csv":
            return csv_format.read_lists(path, here)
        return json_format.read_document(_text(path.read_bytes()), here)
    except OSError as fault:
        raise Refusal("“{path}” cannot be read.", path=path.name) from fault


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(
            "This file is neither a JSON nor a CSV export of a diary: it is not UTF-8 text."
        ) from None
