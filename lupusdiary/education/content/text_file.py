"""Reads the text and TOML files of the library, which may come from anywhere."""

from __future__ import annotations

import codecs
import re
import tomllib
import unicodedata
from pathlib import Path
from stat import S_ISREG
from typing import Any

from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.language import Refusal

# An article has some 6,000 characters; ten times that is none any more.
LONGEST = 60_000
_AT_LINE = re.compile(r"at line (\d+)")
_TWICE = re.compile(r"Cannot (?:declare|overwrite|mutate)|Duplicate")
_LIST = re.compile(r"=\s*\[")
_CURLY = ("“", "”", "‘", "’", "「")
_HANGUL = re.compile("[가-힣]")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path, longest: int = LONGEST) -> str:
    """The text of a file in NFC, line ends as \\n. Raises `ContentFault`."""
    try:
        state = path.stat()
        if not S_ISREG(state.st_mode):
            raise ContentFault(path, 1, Refusal("This is not a file that can be read; remove it."))
        if state.st_size > 4 * longest:
            raise ContentFault(path, 1, _too_long(longest))
        raw = path.read_bytes()
    except FileNotFoundError:
        why = Refusal("This file is missing: write it, or copy it back to this place.")
        raise ContentFault(path, 1, why) from None
    except OSError:
        why = Refusal("This file cannot be opened: see whether it is still there and you may read it.")
        raise ContentFault(path, 1, why) from None
    return composed(_decoded(raw, path), path, longest)


def _decoded(raw: bytes, path: Path) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.start
    if _HANGUL.search(raw[:before].decode("utf-8", "ignore")):
        why = Refusal("Some characters of this line are damaged: type the line again.")
        raise ContentFault(path, raw[:before].count(b"\n") + 1, why)
    if raw.startswith(_UTF_16):
        kind = "UTF-16"
    elif b"\0" not in raw and _is_korean(raw):
        kind = "ANSI (CP949)"
    else:
        why = Refusal("This is not a text file: save the text there as UTF-8, or remove the file.")
        raise ContentFault(path, 1, why)
    why = Refusal(
        "The file is saved as {kind}. Open it in the editor (Notepad), choose “Save as”, set the encoding "
        "to “UTF-8” and save it under the same name.",
        kind=kind,
    )
    raise ContentFault(path, 1, why)


def _is_korean(raw: bytes) -> bool:
    """Whether these bytes are what a Korean editor writes by its old encoding."""
    try:
        text = raw.decode("cp949")
    except UnicodeDecodeError:
        return False
    return _HANGUL.search(text) is not None


def composed(text: str, path: Path, longest: int = LONGEST) -> str:
    """The text in NFC, line ends as \\n; refused when it is too long or holds control characters."""
    if len(text) > longest:
        raise ContentFault(path, 1, _too_long(longest))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for line, words in enumerate(text.split("\n"), start=1):
        if any(unicodedata.category(sign) in ("Cc", "Cs") and sign != "\t" for sign in words):
            why = Refusal("There is an invisible control character in this line: type the line again.")
            raise ContentFault(path, line, why)
    return unicodedata.normalize("NFC", text)


def read_toml(text: str, path: Path, first_line: int = 1) -> dict[str, Any]:
    """The values of a TOML text whose first line is `first_line` of its file. Raises `ContentFault`."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at, why = _place_and_reason(str(error), text.rstrip("\n").split("\n"))
        raise ContentFault(path, first_line + at, why) from None
    except (RecursionError, ValueError):
        why = Refusal("This cannot be read: a number in it is too long, or brackets stand inside brackets.")
        raise ContentFault(path, first_line, why) from None


def _place_and_reason(said: str, lines: list[str]) -> tuple[int, Refusal]:
    """The line, counted from 0, on which the TOML reader stumbled, and what to do about it."""
    found = _AT_LINE.search(said)
    at = min(int(found[1]) if found else len(lines), len(lines)) - 1
    if "Unclosed array" in said:
        opened = [line for line in range(at + 1) if _LIST.search(lines[line])]
        example = 'name = ["…", "…"]'
        why = Refusal("Put a comma between the texts of a list, and close it: {example}.", example=example)
        return opened[-1] if opened else at, why
    key, _, value = (part.strip() for part in lines[at].partition("="))
    if _TWICE.search(said):
        why = Refusal(
            "“{name}” is there twice: take one of them out. Where several may stand, each begins with two "
            "square brackets, [[…]].",
            name=key[:60],
        )
        return at, why
    if key == "date":
        return at, no_date()
    if value.startswith(_CURLY):
        return at, Refusal("A text begins and ends with the straight sign {sign}, not with “ or ”.", sign='"')
    why = Refusal(
        "This line cannot be read. It looks like {example}; inside a text write “ ” instead of {sign}.",
        example='name = "…", name = 7, name = ["…", "…"]',
        sign='"',
    )
    return at, why


def no_date() -> Refusal:
    """Said of a day that cannot be read or does not exist."""
    return Refusal("Write the date as date = 2026-11-22.")


def _too_long(longest: int) -> Refusal:
    return Refusal("Shorten the file: it may have {limit} characters at most.", limit=longest)
