"""Whether a diary file is whole, and what is in it."""

from __future__ import annotations

from dataclasses import dataclass

from lupusdiary.diary.backup.backups import Backups
from lupusdiary.diary.contents import contents_of
from lupusdiary.diary.importable import refused_again
from lupusdiary.diary.nouns.repositories import Repositories
from lupusdiary.diary.row_mapping import UNREADABLE
from lupusdiary.domain.records import DiaryContents
from lupusdiary.language import Refusal
from lupusdiary.storage.backups.comparison import silent_changes
from lupusdiary.storage.checking.integrity import DAMAGE, examine
from lupusdiary.storage.engine import DiskRefusal
from lupusdiary.storage.schema import (
    DRAFT_TABLE,
    EARLIER_TABLE,
    IDENTITY_TABLE,
    SCHEMA_VERSION,
    TRASH_TABLE,
)
from lupusdiary.storage.table import Table

# Read by the window, and in no export.
_BESIDE = ("setting", DRAFT_TABLE, TRASH_TABLE, EARLIER_TABLE, IDENTITY_TABLE)


@dataclass(frozen=True, slots=True)
class Check:
    """`ok` is None when the check could not be made. `sentences` are shown with `Translator.refusal`."""

    ok: bool | None
    sentences: tuple[Refusal, ...]


def check(repositories: Repositories, backups: Backups) -> Check:
    """Checks the file, its protection and its tables, and counts what it holds."""
    found = examine(repositories.file)
    if found.ok is None:
        verdict = Refusal("The diary could not be checked just now; that says nothing about its condition.")
        return Check(None, (verdict, *map(Refusal, found.problems)))
    if not found.ok:
        damaged = (Refusal("The diary is damaged."), *map(Refusal, found.problems))
        return Check(False, (*damaged, *_last_backup(backups)))
    verdict = Refusal("The diary is whole.")
    try:
        contents = _decoded(repositories)
        held = _what_is_in_it(repositories, contents)
    except DiskRefusal as refusal:
        if not _says_damage(refusal):
            return Check(None, (verdict, refusal))
        return _unreadable(backups)
    except UNREADABLE:
        return _unreadable(backups)
    unread = repositories.medicines.unread()
    if unread:
        return Check(
            False,
            (
                Refusal("The diary is damaged."),
                *(
                    Refusal(
                        "“{medicine}”: a dose from {day} cannot be read. Everything else can.",
                        medicine=each.name,
                        day=each.start,
                    )
                    for each in unread
                ),
                *held,
                *_last_backup(backups),
            ),
        )
    if refused := refused_again(contents, repositories.clock):
        nobodys = Refusal("Some entries hold what nobody can have entered.")
        sentences = (Refusal("The diary may be damaged."), nobodys, *refused, *held)
        return Check(False, (*sentences, *_last_backup(backups)))
    changed = _changed_silently(repositories, backups)
    if changed:
        return Check(False, (Refusal("The diary may be damaged."), *changed, *held, *_last_backup(backups)))
    return Check(True, (verdict, *held, *_last_backup(backups)))


def damage_behind(repositories: Repositories, fault: BaseException) -> Refusal | None:
    """What a person is told when a fault of ours came of a damaged file: the check decides which it was."""
    if not isinstance(fault, Exception) or (isinstance(fault, Refusal) and not _says_damage(fault)):
        return None
    try:
        # What was read says so itself; of a fault of ours the file is examined.
        if (
            isinstance(fault, Refusal)
            or examine(repositories.file).ok is False
            or _is_unreadable(repositories)
        ):
            return Refusal(
                "“{name}” is damaged. Nothing was changed. Restore a backup, or save what can be read "
                "(lupusdiary rescue DIARY --to NEW).",
                name=repositories.file.path.name,
            )
    except Refusal:
        return None
    return None


def _says_damage(refusal: Refusal) -> bool:
    return isinstance(refusal, DiskRefusal) and refusal.code & 0xFF in DAMAGE


def _is_unreadable(repositories: Repositories) -> bool:
    try:
        _decoded(repositories)
    except DiskRefusal as refusal:
        return _says_damage(refusal)
    except UNREADABLE:
        return True
    return False


def _decoded(repositories: Repositories) -> DiaryContents:
    """Everything, decoded as an export needs it, and what the window reads besides."""
    from lupusdiary.exchange import json_format

    contents = contents_of(repositories)
    json_format.write(contents)
    for table in _BESIDE:
        Table(repositories.file, table).find()
    return contents


def _unreadable(backups: Backups) -> Check:
    return Check(
        False,
        (
            Refusal("The diary is damaged."),
            Refusal("Some entries hold what nobody can have entered."),
            *_last_backup(backups),
        ),
    )


def _changed_silently(repositories: Repositories, backups: Backups) -> list[Refusal]:
    """A plain file has no checksums: what differs from the last whole backup and no step has changed."""
    if repositories.file.key is not None or backups.folder is None:
        return []
    last = backups.listing().grown_from()
    count = None if last is None or last.protected else silent_changes(repositories.file, last.path)
    if not count:
        return []
    return [
        Refusal(
            "Entries that differ from the last backup although no change is recorded: {count}.", count=count
        )
    ]


def _what_is_in_it(repositories: Repositories, contents: DiaryContents) -> list[Refusal]:
    told = repositories.mark.told()
    first, last = repositories.days.first(), repositories.days.last()
    sentences = [Refusal("Schema: {version}.", version=repositories.file.schema_version)]
    if repositories.file.schema_version > SCHEMA_VERSION:
        sentences.append(Refusal("It was written by a newer version; here it can only be read."))
    if told is not None:
        sentences.append(Refusal("It is the demonstration “{story}”: a fictional person.", story=told.story))
    sentences.append(
        Refusal(
            "Protected with a passphrase (SQLCipher {version}).", version=repositories.file.cipher_version()
        )
        if repositories.file.key is not None
        else Refusal("Not protected.")
    )
    if first is not None and last is not None:
        sentences.append(
            Refusal(
                "Days recorded: {count}, from {first} to {last}.",
                count=len(contents.days),
                first=first,
                last=last,
            )
        )
    else:
        sentences.append(Refusal("No day is recorded yet."))
    sentences.append(
        Refusal(
            "Laboratory results: {labs}. Events: {events}. Flares: {flares}. Visits: {visits}.",
            labs=len(contents.labs),
            events=len(contents.events),
            flares=len(contents.flares),
            visits=len(contents.visits),
        )
    )
    return sentences


def _last_backup(backups: Backups) -> list[Refusal]:
    """The newest backup that is whole now; a demonstration has none."""
    if backups.folder is None:
        return []
    last = backups.last_whole()
    if last is None:
        return [Refusal("There is no backup of it on this computer.")]
    return [Refusal("Last verified backup: {at}.", at=f"{last.name.at:%Y-%m-%d %H:%M}")]
