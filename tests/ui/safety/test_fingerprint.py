"""A fingerprint is the same as ever: preferences and locks of earlier versions hold it."""

from __future__ import annotations

import hashlib

from lupusdiary.ui.safety.fingerprint import fingerprint


def test_it_is_the_beginning_of_the_sha256_of_any_text() -> None:
    for text in ("", "/home/a/diary.lupusdiary", "다이어리 폴더", "broken \udcff name"):
        whole = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        assert fingerprint(text, 24) == whole[:24]
        assert fingerprint(text, 6) == whole[:6]
