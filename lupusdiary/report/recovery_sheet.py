"""The recovery sheet: one page that opens the diary when the passphrase is forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lupusdiary.language import Translator
from lupusdiary.report.typesetting import typeset

_TEMPLATE = "recovery_sheet.typ"


@dataclass(frozen=True, slots=True)
class SheetFor:
    """What a sheet is for: the recovery key, the name of the diary's file, the sheet's own mark, and the day
    on which it was made."""

    recovery_key: str
    file_name: str
    mark: str
    day: date


def write_pdf(sheet: SheetFor, languages: Sequence[Translator]) -> bytes:
    """The PDF (PDF/UA-1): the key once, in its groups, and what it is for in each language."""
    parts = [_part(sheet, tr) for tr in languages]
    data = {
        "title": " / ".join(part["title"] for part in parts),
        "groups": sheet.recovery_key.replace("-", " ").split(),
        "parts": parts,
    }
    return typeset(_TEMPLATE, data)


def _part(sheet: SheetFor, tr: Translator) -> dict[str, str]:
    return {
        "lang": tr.code,
        "title": tr.text("Recovery sheet"),
        "file": tr.text("For the diary {file}", file=sheet.file_name),
        "mark": tr.text(
            "Mark of this sheet: {mark} · made on {day}", mark=sheet.mark, day=tr.date(sheet.day)
        ),
        "fits": tr.text(
            "The program names the mark of the sheet that fits. After a change of the passphrase it is "
            "another one; keep an older sheet as long as there are older backups."
        ),
        "key": tr.text("Recovery key"),
        "purpose": tr.text(
            "This key opens the diary when the passphrase is forgotten: choose the recovery key where the "
            "program asks for the passphrase, and type it group by group. Capitals, small letters and dashes "
            "do not matter."
        ),
        "danger": tr.text("Whoever has the diary file and this sheet can read everything in it."),
        "keep": tr.text(
            "Keep this sheet on paper, apart from the computer, like an important document. "
            "Delete the PDF file after printing: it is not encrypted."
        ),
        "lost": tr.text(
            "Nobody else has a copy of this key. Without passphrase and key the diary cannot be opened."
        ),
        "note": tr.text("Room for a note by hand (where the diary and its backups are kept)"),
    }
