"""The recovery sheet: one page that opens the diary when the passphrase is forgotten."""

from __future__ import annotations

from collections.abc import Sequence

from lupusdiary.language import Translator
from lupusdiary.report.typesetting import typeset

_TEMPLATE = "recovery_sheet.typ"


def write_pdf(recovery_key: str, diary_file_name: str, languages: Sequence[Translator]) -> bytes:
    """The PDF (PDF/UA-1, undated): the key once, in its groups, and what it is for in each language."""
    parts = [_part(diary_file_name, tr) for tr in languages]
    data = {
        "title": " / ".join(part["title"] for part in parts),
        "groups": recovery_key.replace("-", " ").split(),
        "parts": parts,
    }
    return typeset(_TEMPLATE, data)


def _part(diary_file_name: str, tr: Translator) -> dict[str, str]:
    return {
        "lang": tr.code,
        "title": tr.text("Recovery sheet"),
        "file": tr.text("For the diary {file}", file=diary_file_name),
        "key": tr.text("Recovery key"),
        "purpose": tr.text(
            "This key opens the diary when the passphrase is forgotten: choose the recovery key where the "
            "program asks for the passphrase, and type it group by group. Capitals, small letters and dashes "
            "do not matter."
        ),
        "danger": tr.text("Whoever has the diary file and this sheet can read everything in it."),
        "keep": tr.text(
            "Keep this sheet on paper, apart from the computer, like a document that matters. "
            "Delete the PDF file after printing: it is not encrypted."
        ),
        "lost": tr.text(
            "Nobody else has a copy of this key. Without passphrase and key the diary cannot be opened."
        ),
        "note": tr.text("Room for a note by hand (where the diary and its backups are kept)"),
    }
