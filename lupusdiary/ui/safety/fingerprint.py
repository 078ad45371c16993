"""Tells one text from another without keeping it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QCryptographicHash


def fingerprint(text: str, digits: int) -> str:
    """The first hexadecimal `digits` of the text's SHA-256."""
    # Qt's: the start of a window then does without the library behind hashlib, 3.5 MiB of memory.
    data = QByteArray(text.encode("utf-8", "surrogatepass"))
    found = QCryptographicHash.hash(data, QCryptographicHash.Algorithm.Sha256)
    return bytes(found.data()).hex()[:digits]
