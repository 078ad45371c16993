"""The verbs that carry contents in and out: export, import."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from lupusdiary.cli.opening import diary_path, existing, existing_or_new, path_of
from lupusdiary.cli.output import OUT, out_path
from lupusdiary.cli.session import Session
from lupusdiary.diary import Diary, rehearsal_diary
from lupusdiary.language import Refusal

if TYPE_CHECKING:
    from lupusdiary.diary.importing.merge import Merge
    from lupusdiary.exchange.decode import Imported

FORMATS = ("json", "csv")
STANDARD_OUTPUT = "-"
_MOST_NAMED = 8


def export(session: Session) -> int:
    """`export DIARY --format json|csv --out PATH`: everything that the diary holds."""
    from lupusdiary.exchange import csv_format, json_format
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
        contents = diary.contents()
    if out is None:
        _put_out(json_format.write(contents).encode("utf-8"))
        return 0
    if form == "json":
        write_whole(out, json_format.write(contents).encode("utf-8"))
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
    from lupusdiary.exchange.files import read_file

    source = path_of(session.words[1])
    dry_run = "--dry-run" in session.arguments.flags
    if diary_path(session).exists():
        with existing(session) as diary:
            imported = read_file(source, diary.known_here())
            done = diary.merge(imported.contents, dry_run=True) if dry_run else _merge_whole(diary, imported)
    else:
        imported = read_file(source)
        with rehearsal_diary(session.clock) if dry_run else existing_or_new(session) as diary:
            done = diary.merge(imported.contents, dry_run=True) if dry_run else _merge_whole(diary, imported)
    _say(session, done, imported, dry_run)
    if done.refused:
        raise _refusal(done)
    return 0


def _merge_whole(diary: Diary, imported: Imported) -> Merge:
    """Merges if every entry can be kept, else leaves the diary as it is."""
    contents = imported.contents
    if contents.demonstration is not None and diary.demonstration is None:
        # A story enters with its own kind of write, which no other one can hold.
        done = diary.merge(contents, dry_run=True)
        if done.refused:
            raise _refusal(done)
        return diary.merge(contents)
    with diary.writing("merge"):
        done = diary.merge(contents)
        if done.refused:
            raise _refusal(done)
    return done


def _refusal(done: Merge) -> Refusal:
    return Refusal(
        "Nothing was imported: {count} of the entries cannot be kept. The first: {fault}",
        count=len(done.refused),
        fault=done.refused[0],
    )


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
    if imported.ignored:
        names = ", ".join(imported.ignored[:_MOST_NAMED])
        session.say(tr.text("Not known here and left out: {names}.", names=names))
