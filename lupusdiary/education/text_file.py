"""Reads the text and TOML files of the library, which may come from anywhere."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

from lupusdiary.education.content_fault import ContentFault
from lupusdiary.language import Refusal

# An article has some 6,000 characters; ten times that is none any more.
LONGEST = 60_000
_AT_LINE = re.compile(r"at line (\d+)")


def read_text(path: Path, longest: int = LONGEST) -> str:
    """The text of a file in NFC, line ends as \\n. Raises `ContentFault`."""
    try:
        if path.stat().st_size > 4 * longest:
            raise ContentFault(path, 1, _too_long(longest))
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ContentFault(path, 1, Refusal("The file cannot be read: {why}.", why=why)) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ContentFault(path, line, Refusal("Save the file as UTF-8 text.")) from None
    return composed(text, path, longest)


def composed(text: str, path: Path, longest: int = LONGEST) -> str:
    """The text in NFC, line ends as \\n; refused when it is too long or holds control characters."""
    if len(text) > longest:
        raise ContentFault(path, 1, _too_long(longest))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for line, words in enumerate(text.split("\n"), start=1):
        if any(unicodedata.category(sign) in ("Cc", "Cs") and sign != "\t" for sign in words):
            raise ContentFault(path, line, Refusal("Take the control character out of this line."))
    return unicodedata.normalize("NFC", text)


def read_toml(text: str, path: Path, first_line: int = 1) -> dict[str, Any]:
    """The values of a TOML text whose first line is `first_line` of its file. Raises `ContentFault`."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = first_line + (int(found[1]) if found else max(1, text.count("\n"))) - 1
        why = Refusal(
            "This cannot be read as TOML. A line reads: {example}.",
            example='name = "…", name = 7, name = ["…"]',
        )
        raise ContentFault(path, line, why) from None
    except (RecursionError, ValueError):
        raise ContentFault(path, first_line, Refusal("This cannot be read as TOML.")) from None


def _too_long(longest: int) -> Refusal:
    return Refusal("Shorten the file: it may have {limit} characters at most.", limit=longest)
