"""A backup in words: when it was made, what is in it, and what opens it."""

from __future__ import annotations

from lupusdiary.diary.backup.restoring import Backup
from lupusdiary.language import Refusal, Translator


def describe(backup: Backup, tr: Translator) -> str:
    """One backup in a line: when, how large, what is in it, whether it is whole."""
    parts = [tr.moment(backup.name.at), _size(backup.size, tr)]
    if backup.days is not None and backup.results is not None:
        parts.append(tr.plural("{count} day", "{count} days", backup.days))
        parts.append(tr.plural("{count} result", "{count} results", backup.results))
    if backup.verified:
        parts.append(tr.text("verified"))
    elif backup.verified is None:
        parts.append(tr.text("needs the passphrase of that time"))
    else:
        parts.append(tr.text("damaged"))
    return " · ".join(parts)


def needs(backup: Backup, tr: Translator) -> str:
    """What opens a backup that the present key does not open."""
    from lupusdiary.diary.recovery import sheet_mark_of

    try:
        return tr.text(
            "This backup needs the passphrase that the diary had when it was made, or the recovery sheet "
            "with the mark {mark}.",
            mark=sheet_mark_of(backup.path),
        )
    except Refusal:
        return tr.text("This backup cannot be read.")


def _size(size: int, tr: Translator) -> str:
    if size < 1_000_000:
        return f"{tr.number(max(1, round(size / 1000)))} KB"
    return f"{tr.number(size / 1_000_000, 1)} MB"
