"""The verbs that carry contents in and out: export, import."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lupusdiary.cli.opening import diary_path, existing, existing_or_new, path_of
from lupusdiary.cli.output import OUT, out_path
from lupusdiary.cli.session import Session
from lupusdiary.diary import Diary, rehearsal_diary
from lupusdiary.language import Refusal

if TYPE_CHECKING:
    from lupusdiary.diary.importing.merge import Merge
    from lupusdiary.exchange.decode import Imported
    from lupusdiary.exchange.fault import Fault

FORMATS = ("json", "csv")
STANDARD_OUTPUT = "-"
_MOST_NAMED = 8
_MOST_LISTED = 200


def export(session: Session) -> int:
    """`export DIARY --format json|csv --out PATH`: everything that the diary holds."""
    from lupusdiary.exchange import json_format
    from lupusdiary.exchange.lists import csv_format
    from lupusdiary.whole_file import write_whole

    form = session.option("--format")
    if form not in FORMATS:
        raise Refusal(
            "“{name}” is not a format. There are: {names}.", name=str(form)[:40], names=", ".join(FORMATS)
        )
    to_output = session.option(OUT) == STANDARD_OUTPUT
    if to_output and form != "json":
        raise Refusal("CSV is a folder of files and cannot go to standard output.")
    out = None if to_output else out_path(session)
    with existing(session) as diary:
        # Here, where what a damaged diary makes impossible is called so.
        contents = diary.contents()
        document = json_format.write(contents).encode("utf-8") if form == "json" else b""
    if out is None:
        _put_out(document)
        return 0
    if form == "json":
        write_whole(out, document)
    else:
        csv_format.write(contents, out)
    session.say(session.tr.text("Saved {name}.", name=out.name))
    return 0


def _put_out(data: bytes) -> None:
    # The bytes themselves: a terminal's encoding and line ends must not change a file.
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def bring_in(session: Session) -> int:
    """`import DIARY FILE [--dry-run]`: our JSON, our CSV folder or one file of it; all or nothing."""
    from lupusdiary.exchange.files import examine_file

    source = path_of(session.words[1])
    dry_run = "--dry-run" in session.arguments.flags
    if diary_path(session).exists():
        with existing(session) as diary:
            _bring_into(session, diary, examine_file(source, diary.known_here()), dry_run)
    else:
        # What cannot be read makes no diary.
        imported = examine_file(source)
        _refuse_faults(session, imported, [])
        with rehearsal_diary(session.clock) if dry_run else existing_or_new(session) as diary:
            _bring_into(session, diary, imported, dry_run)
    return 0


def _bring_into(session: Session, diary: Diary, imported: Imported, dry_run: bool) -> None:
    from lupusdiary.diary.importing.merge import NotMerged
    from lupusdiary.diary.importing.refused import refused_rows

    if imported.faults:
        # The rest is looked at too, so that the person hears of everything at once.
        done = diary.merge(imported.contents, dry_run=True)
        _refuse_faults(session, imported, refused_rows(imported, done))
    try:
        done = diary.merge(imported.contents, dry_run=dry_run, whole=True)
    except NotMerged as refusal:
        _list_faults(session, refused_rows(imported, refusal.done))
        raise
    _say(session, done, imported, dry_run)
    if done.refused:
        _list_faults(session, refused_rows(imported, done))
        raise NotMerged(done)


def _refuse_faults(session: Session, imported: Imported, more: list[Fault]) -> None:
    """Raises `Refused` with what could not be read; the list of everything is printed before."""
    from lupusdiary.exchange.fault import Refused

    if imported.faults:
        _list_faults(session, [*imported.faults, *more])
        raise Refused([*imported.faults, *more])


def _list_faults(session: Session, faults: Sequence[Fault]) -> None:
    """One line for each row that is refused: file, line or entry, day, item, and why."""
    tr = session.tr
    for fault in faults[:_MOST_LISTED]:
        session.say(fault.words(tr))
    if len(faults) > _MOST_LISTED:
        session.say(tr.text("… and {count} more.", count=len(faults) - _MOST_LISTED))


def _say(session: Session, done: Merge, imported: Imported, dry_run: bool) -> None:
    tr = session.tr
    counts = tr.text(
        "new {new}, equal {equal}, kept {kept}, refused {refused}",
        new=done.new,
        equal=done.equal,
        kept=done.kept,
        refused=len(done.refused),
    )
    session.say(tr.text("{counts} (nothing was changed)", counts=counts) if dry_run else counts)
    for said in imported.said:
        session.say(tr.refusal(said))
    if imported.ignored:
        names = ", ".join(imported.ignored[:_MOST_NAMED])
        session.say(tr.text("Not known here and left out: {names}.", names=names))
