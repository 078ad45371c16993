"""The one gate for text on its way into a diary file."""

from __future__ import annotations

import unicodedata

from lupusdiary.language import Refusal


def kept_text(text: str) -> str:
    """The text in composed form (NFC). Refuses signs that no program reads back: NUL and lone surrogates."""
    if text.isascii() and "\0" not in text:
        return text
    if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise Refusal("The text contains a character that cannot be saved.")
    return unicodedata.normalize("NFC", text)
