"""What the pages print, as JSON inside of the PDF: the very words and numbers, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

FORMAT = "lupusdiary-visit-summary"
VERSION = 1
# Where things stand on the paper says nothing about the person.
_OF_THE_PAPER = frozenset(
    {"drawing", "strip", "rest", "more", "below_top", "replaced", "shortened", "region"}
)


def attachment(parts: Sequence[Mapping[str, Any]], day: str) -> str:
    """The JSON text of the parts that are printed, one a language; `day` is the last day of the period."""
    printed = [_printed(part) for part in parts]
    return json.dumps(
        {"format": FORMAT, "version": VERSION, "date": day, "pages": printed}, ensure_ascii=False, indent=1
    )


def _printed(value: Any) -> Any:
    if isinstance(value, Mapping):
        if set(value) == {"t", "b"}:
            return value["t"]
        return {key: _printed(each) for key, each in value.items() if key not in _OF_THE_PAPER}
    return [_printed(each) for each in value] if isinstance(value, list) else value
