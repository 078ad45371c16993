"""The backups of one diary: made, listed, proved; where they lie, and when one is due."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lupusdiary.diary.nouns.repositories import Repositories
from lupusdiary.diary.settings import BACKUP_PLACE, Settings
from lupusdiary.diary.validation import Clock
from lupusdiary.language import Refusal, mark
from lupusdiary.storage.backups.backup import (
    BackupSource,
    NoRoom,
    backups_in,
    copy_to,
    forget_old,
    make_room,
    salt_if_protected,
    write_backup,
)
from lupusdiary.storage.backups.listing import Backup, list_backups, newest_first
from lupusdiary.storage.backups.schedule import AUTOMATIC, RESTORE
from lupusdiary.storage.checking.verification import prove
from lupusdiary.storage.identity import diary_id
from lupusdiary.storage.keys import Secret
from lupusdiary.storage.schema import LOGGED
from lupusdiary.storage.stopping import Stopped
from lupusdiary.storage.table import Table

# In the second place, which may hold much else and the backups of several diaries.
_SECOND = "lupusdiary-backups"
# What no person would miss.
_NOTHING_TO_LOSE = frozenset({"setting", "article_progress"})


class PlaceAway(Refusal):
    """The second place is not there now, as a stick that is not plugged in."""

    def __init__(self, place: Path) -> None:
        super().__init__(mark("The second place of the backups, “{name}”, is not there."), name=str(place))


@dataclass(frozen=True, slots=True)
class BackupMade:
    """Where a backup lies; if a second place is chosen, where it lies there, or why it does not (`away`)."""

    path: Path
    second: Path | None = None
    away: Refusal | None = None


@dataclass(frozen=True, slots=True)
class BackupJob:
    """One backup to be made, e.g. by a worker: nothing here touches the diary's own connection."""

    source: BackupSource
    folder: Path
    second: Path | None
    reason: str
    at: datetime

    def run(self) -> BackupMade:
        """Makes it in both places and lets go of those whose time is over. Raises `Refusal`."""
        path = write_backup(self.source, self.folder, self.reason, self.at)
        salt = salt_if_protected(path)
        forget_old(self.folder, salt)
        if self.second is None:
            return BackupMade(path)
        try:
            if not self.second.parent.parent.is_dir():
                raise PlaceAway(self.second.parent.parent)
            try:
                second = copy_to(path, self.second, self.reason, self.at)
            except NoRoom:
                if not make_room(path, self.second, self.reason, self.at):
                    raise
                second = copy_to(path, self.second, self.reason, self.at)
            forget_old(self.second, salt)
        except Stopped:
            raise
        except Refusal as away:
            return BackupMade(path, away=away)
        return BackupMade(path, second)


@dataclass(frozen=True, slots=True)
class BackupListing:
    """The folders in which the backups of a diary lie, and its key: nothing here touches its connection."""

    folders: tuple[Path, ...]
    key: bytes | None

    def run(self, secrets: Sequence[Secret] = ()) -> list[Backup]:
        """The backups, the newest first. Those that the key does not open are tried with the `secrets`."""
        return newest_first(list_backups(folder, self.key, secrets) for folder in self.folders)

    def last_whole(self) -> Backup | None:
        """The newest backup that is whole when it is read from its first to its last page now."""
        for backup in self.run():
            with suppress(Refusal):
                if backup.verified:
                    prove(backup.path, backup.key)
                    return backup
        return None

    def grown_from(self) -> Backup | None:
        """The newest whole backup, if it is one of what the diary has grown from; what stood in its place
        before a restore is not."""
        last = self.last_whole()
        return None if last is None or last.name.reason == RESTORE else last


class Backups:
    """Verified copies of the diary, encrypted as it is. A demonstration has none."""

    def __init__(self, repositories: Repositories, settings: Settings, clock: Clock, root: Path) -> None:
        self._repositories = repositories
        self._file = repositories.file
        self._settings = settings
        self._clock = clock
        self._root = root
        self._done = 0

    @property
    def folder(self) -> Path | None:
        """Where they lie; None for a diary without any: a demonstration, an older file that is only read."""
        id = diary_id(self._file)
        return None if id is None or self._repositories.mark.is_set() else self._root / id

    @property
    def second_place(self) -> Path | None:
        """The folder that the person chose as a second place."""
        chosen = self._settings.get(BACKUP_PLACE, "")
        return Path(chosen) if chosen else None

    def choose_second_place(self, folder: Path | None) -> None:
        """Chooses a second place, or none any more. Raises `Refusal` if it is no folder."""
        if folder is not None and not folder.is_dir():
            raise Refusal("There is no folder “{name}”.", name=str(folder))
        self._settings.set(BACKUP_PLACE, "" if folder is None else str(folder.resolve()))

    @property
    def second_place_is_another_disk(self) -> bool:
        """Whether the second place would outlive the disk on which the diary lies."""
        place = self.second_place
        try:
            return place is not None and place.stat().st_dev != self._file.path.stat().st_dev
        except OSError:
            return False

    @property
    def only_on_this_disk(self) -> bool:
        """Whether no second place outlives this disk; one that is not there now, as a stick, may."""
        place = self.second_place
        return place is None or (place.is_dir() and not self.second_place_is_another_disk)

    def is_due(self) -> bool:
        """Whether something changed since the newest backup: here, or before this start, as when the power
        failed or no backup could be made."""
        folder = self.folder
        if folder is None:
            return False
        newest = next(iter(backups_in(folder).values()), None)
        return self._file.writes != self._done or newest is None or _is_older(newest, self._file.path)

    def job(self, reason: str = AUTOMATIC) -> BackupJob | None:
        """A backup of the diary as it is when the job runs; None for a diary that has none."""
        folder = self.folder
        if folder is None:
            return None
        self._done = self._file.writes
        place = self.second_place
        second = None if place is None else place / _SECOND / folder.name[:8]
        return BackupJob(BackupSource(self._file.path, self._file.key), folder, second, reason, self._clock())

    def back_up(self, reason: str = AUTOMATIC) -> BackupMade | None:
        """Makes one now. Raises `Refusal` if it could not be made and proved."""
        job = self.job(reason)
        return None if job is None else job.run()

    def job_before(self, reason: str) -> BackupJob | None:
        """The backup that is made before something large, where there is something to lose."""
        if self._file.why_read_only or not self._holds_anything():
            return None
        return self.job(reason)

    def _holds_anything(self) -> bool:
        tables = (Table(self._file, name) for name in LOGGED if name not in _NOTHING_TO_LOSE)
        return any(table.last({}, ("id",)) is not None for table in tables)

    def before(self, reason: str) -> None:
        """Makes one before something large, where there is something to lose."""
        job = self.job_before(reason)
        if job is not None:
            job.run()

    def write_to(self, folder: Path, reason: str) -> Path:
        """Makes one in a folder of the person's choice, where none is ever removed."""
        if self._repositories.mark.is_set():
            raise Refusal("This is a demonstration diary; it needs no backup.")
        return write_backup(BackupSource(self._file.path, self._file.key), folder, reason, self._clock())

    def listing(self) -> BackupListing:
        """What lists them, e.g. in a worker."""
        folder, place = self.folder, self.second_place
        if folder is None:
            return BackupListing((), None)
        second = () if place is None else (place / _SECOND / folder.name[:8],)
        return BackupListing((folder, *second), self._file.key)

    def all(self, secrets: Sequence[Secret] = ()) -> list[Backup]:
        """The backups here and in the second place, the newest first. Those that the diary's own key does not
        open are tried with the `secrets`."""
        return self.listing().run(secrets)

    def last_whole(self) -> Backup | None:
        """The newest backup that is whole when it is read from its first to its last page now."""
        return self.listing().last_whole()

    def readable_without_passphrase(self) -> list[Path]:
        """The backups that anybody can read, of a diary that is protected now."""
        if self._file.key is None:
            return []
        return [backup.path for backup in self.all() if not backup.protected]


def _is_older(backup: Path, diary: Path) -> bool:
    try:
        return backup.stat().st_mtime_ns < diary.stat().st_mtime_ns
    except OSError:
        return False
