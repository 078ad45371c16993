"""A small JSON file beside the program, which anything may have been put in the place of."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

# What is remembered has some kilobytes.
_LARGEST = 4_000_000


def read_small_json(path: Path) -> Any:
    """What a file holds; None where it is none that can be read, is no file, or is far too large."""
    try:
        status = path.stat()
        # A pipe would hold the start for ever, and a device gives whatever is asked of it.
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
            return None
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return None


def is_kept(value: object) -> bool:
    """Whether a value can be written again and named to the system: no half of a character, no NUL, and no
    number without end."""
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        text.encode("utf-8")
    except (ValueError, TypeError, RecursionError):
        return False
    return "\\u0000" not in text
