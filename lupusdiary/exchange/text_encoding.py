"""Finds how a text file is encoded, and opens it; what is read is bounded before it is kept."""

from __future__ import annotations

import codecs
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from lupusdiary.language import Refusal

# A lifetime of daily entries is some 30 million characters.
LARGEST = 100_000_000
_CHUNK = 1 << 20
_CODINGS = ("utf-8", "cp949")
_UTF_16 = "UTF-16"
_NAMES = {"utf-8": "UTF-8", "cp949": "CP949", **dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be"), _UTF_16)}
# Of a text in UTF-16 without its mark, commas and digits show it: one of their two bytes is 0.
_LOOKED_AT, _FEWEST = 64, 3

# A character of two bytes in the Korean code page; the second may be a letter.
_PAIR = re.compile(rb"[\x81-\xfe]([\x41-\xfe])", re.DOTALL)

Open = Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file of text: its name, how its bytes are opened, and how they are encoded."""

    name: str
    open: Open
    encoding: str

    @property
    def encoding_name(self) -> str:
        """The encoding as people call it."""
        return _NAMES[self.encoding]

    def text(self) -> str:
        """The whole text, without its byte order mark."""
        with self.open() as file:
            return file.read(LARGEST + 1).decode(self.encoding).removeprefix("\ufeff")


def refuse_no_file(path: Path) -> None:
    """Raises `Refusal` for what is not there, for pipes and devices, and for what is too large."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise Refusal("There is no file “{path}”.", path=path.name) from None
    # A pipe would never end, and a device gives whatever is asked of it.
    if not stat.S_ISREG(status.st_mode):
        raise Refusal("“{path}” is no file.", path=path.name)
    if status.st_size > LARGEST:
        raise Refusal("This file is too large for a diary export.")


def text_file(path: Path) -> TextFile:
    """The text file at `path`. Raises `Refusal` for what is too large or is no text."""
    return text_of_bytes(path.name, lambda: path.open("rb"))


def text_of_bytes(name: str, open_bytes: Open) -> TextFile:
    """Finds the encoding without keeping the file. Raises `Refusal`."""
    with open_bytes() as file:
        start = file.read(_LOOKED_AT)
    codings = (_utf_16(start),) if _utf_16(start) else _CODINGS
    for coding in codings:
        if _decodes(open_bytes, coding) and not (coding == "cp949" and _is_western(open_bytes)):
            return TextFile(name, open_bytes, coding)
    raise Refusal("This file is not text in UTF-8 or a Korean code page.")


def _utf_16(start: bytes) -> str:
    """The UTF-16 that a text begins in, with its mark or without; empty for another coding."""
    if start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    high, low = start[::2].count(0), start[1::2].count(0)
    if min(high, low) > 0 or max(high, low) < _FEWEST:
        return ""
    return "utf-16-be" if high else "utf-16-le"


def _is_western(open_bytes: Open) -> bool:
    """Whether what decodes as Korean is a Western text, whose ’ or µ takes the letter behind it along: of
    Korean syllables the common ones are of two high bytes."""
    common = rare = 0
    with open_bytes() as file:
        while chunk := file.read(_CHUNK):
            found = _PAIR.findall(chunk)
            pairs = sum(1 for second in found if second >= b"\xa1")
            common, rare = common + pairs, rare + len(found) - pairs
    return rare > common


def _decodes(open_bytes: Open, coding: str) -> bool:
    decoder = codecs.getincrementaldecoder(coding)()
    size = 0
    with open_bytes() as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > LARGEST:
                raise Refusal("This file is too large for a diary export.")
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                return False
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
