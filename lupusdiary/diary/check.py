"""Whether a diary file is whole, and what is in it."""

from __future__ import annotations

from dataclasses import dataclass

from lupusdiary.diary.backup.backups import Backups
from lupusdiary.diary.contents import contents_of
from lupusdiary.diary.repositories import Repositories
from lupusdiary.language import Refusal
from lupusdiary.storage.engine import DiskRefusal
from lupusdiary.storage.integrity import examine
from lupusdiary.storage.schema import SCHEMA_VERSION


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
        return Check(True, (verdict, *_what_is_in_it(repositories), *_last_backup(backups)))
    except DiskRefusal as refusal:
        return Check(None, (verdict, refusal))


def _what_is_in_it(repositories: Repositories) -> list[Refusal]:
    contents = contents_of(repositories)
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
