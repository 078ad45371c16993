"""One open diary: every verb that a person has, one file a noun."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lupusdiary.diary.nouns.nouns import Nouns
from lupusdiary.diary.nouns.repositories import Repositories
from lupusdiary.diary.validation import Clock
from lupusdiary.language import Refusal, mark
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.engine import DiskRefusal
from lupusdiary.storage.identity import diary_id
from lupusdiary.storage.keys import Secret, write_recovery_key
from lupusdiary.storage.opening import create_file, growing_file, memory_file, open_file

if TYPE_CHECKING:
    from lupusdiary.diary.backup.backups import Backups
    from lupusdiary.diary.changes.earlier_versions import EarlierVersion
    from lupusdiary.diary.check import Check
    from lupusdiary.diary.importing.merge import Merge
    from lupusdiary.diary.importing.merge_count import Progress
    from lupusdiary.diary.visits.asking import Asking
    from lupusdiary.domain.change import Change
    from lupusdiary.domain.records import Contact, DiaryContents
    from lupusdiary.exchange.decode import KnownHere


class Diary(Nouns):
    """Every write is one transaction, one undo step and one `Change` to the subscribers."""

    def __init__(self, file: DiaryFile, clock: Clock, backups: Path | None = None) -> None:
        super().__init__(Repositories(file, clock))
        self._file = file
        self._clock = clock
        self._backups_root = backups

    @cached_property
    def backups(self) -> Backups:
        """The backups of the diary: the first paint does not wait for them."""
        from lupusdiary import places
        from lupusdiary.diary.backup.backups import Backups

        root = self._backups_root or places.backups()
        return Backups(self._repositories, self.settings, self._clock, root)

    @cached_property
    def asking(self) -> Asking:
        """Questions on their way to a visit, and their answers."""
        from lupusdiary.diary.visits.asking import Asking

        return Asking(self._file, self.visits, self.open_questions)

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._file.path

    @property
    def id(self) -> str | None:
        """The diary's own id, the same in each copy; None for an older file that can only be read."""
        return diary_id(self._file)

    def earlier_versions(self, day: date) -> list[EarlierVersion]:
        """What stood at a day before it was changed, the newest change first."""
        from lupusdiary.diary.changes.earlier_versions import earlier_versions

        return earlier_versions(self._file, day)

    @property
    def read_only(self) -> bool:
        """Whether it can only be read: a newer schema, or a place that cannot be written."""
        return self._file.why_read_only is not None

    @property
    def why_read_only(self) -> Refusal | None:
        """The sentence that says why."""
        return Refusal(self._file.why_read_only) if self._file.why_read_only is not None else None

    @property
    def encrypted(self) -> bool:
        """Whether a passphrase protects it."""
        return self._file.key is not None

    @property
    def demonstration(self) -> str | None:
        """The fictional story that it tells; None for a person's own diary."""
        told = self._repositories.mark.told()
        return told.story if told else None

    @property
    def demonstration_language(self) -> str | None:
        """The language in which the story is told, "ko" or "en"; None for a person's own diary."""
        told = self._repositories.mark.told()
        return told.language if told else None

    def today(self) -> date:
        """The person's calendar day."""
        return self._clock().date()

    def now(self) -> datetime:
        """The person's time of day, in her zone."""
        return self._clock()

    def writing(self, label: str) -> AbstractContextManager[None]:
        """Joins several verbs to one write, one step and one notice. `label` begins with a noun."""
        return self._file.writing(label)

    def make_ready(self) -> None:
        """Does ahead, while the person reads, what her first entry would wait for."""
        if not self.read_only:
            # The first write says it again if the file is in use.
            with suppress(Refusal):
                self._file.log.prepare()

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Calls `listener` after each write; the returned function ends that."""
        return self._file.subscribe(listener)

    def poll(self) -> bool:
        """Whether another program wrote to the file; subscribers then hear of a change of every noun, of no
        day in particular."""
        return self._file.poll()

    @property
    def in_use(self) -> bool:
        """Whether another program kept the file when it was last asked for."""
        return self._file.in_use

    @property
    def out_of_reach(self) -> Refusal | None:
        """Why the last look by `poll` did not reach the file."""
        return self._file.out_of_reach

    @staticmethod
    def is_out_of_reach(refusal: Refusal) -> bool:
        """Whether a lock or the disk stands in the way, which may pass, and not damage."""
        return isinstance(refusal, DiskRefusal) and refusal.keeps_away

    def contents(self) -> DiaryContents:
        """Everything that it holds, sorted by date; ties keep the order of entry."""
        from lupusdiary.diary.contents import contents_of

        return contents_of(self._repositories)

    def merge(
        self,
        contents: DiaryContents,
        progress: Progress | None = None,
        *,
        dry_run: bool = False,
        whole: bool = False,
        backed_up: bool = False,
    ) -> Merge:
        """Imports contents as one step; what is here stays on conflict. `progress(done, total)` may raise to
        cancel, and then nothing was changed. A dry run only says what would happen, of each row; `whole`
        imports all or, with `NotMerged`, nothing. A backup is made first, unless the caller has
        (`backed_up`), e.g. in a worker."""
        from lupusdiary.diary import demonstration_story as story_telling

        if not dry_run:
            if not backed_up:
                self.backups.before("import")
            return story_telling.merge(self._repositories, contents, progress, whole=whole)
        try:
            with self._file.rehearsing():
                return story_telling.merge(self._repositories, contents, progress, every=True)
        finally:
            self._repositories.mark.forget()

    def known_here(self) -> KnownHere:
        """The own items and tests that an import into this diary may name."""
        from lupusdiary.exchange.decode import KnownHere

        own = [item for item in self.symptoms.tracked() if item.name is not None]
        return KnownHere(own, self.labs.own())

    def reset_demonstration(self) -> None:
        """Puts the story of a demonstration back to what it was, as one step."""
        from lupusdiary.diary import demonstration_story as story_telling

        story_telling.reset(self._repositories)

    def recovery_key(self) -> str:
        """The key that opens the file without the passphrase, in groups for the printed sheet."""
        if self._file.key is None:
            raise Refusal("This diary has no passphrase, so it has no recovery key.")
        return write_recovery_key(self._file.key)

    def check(self) -> Check:
        """Whether the file is whole, and what is in it."""
        from lupusdiary.diary.check import check

        return check(self._repositories, self.backups)

    def damage_behind(self, fault: BaseException) -> Refusal | None:
        """What to tell the person when an unexpected fault came of a damaged file; None if it was ours."""
        from lupusdiary.diary.check import damage_behind

        return damage_behind(self._repositories, fault)

    def misplaced(self) -> Refusal | None:
        """Why nothing can be written any more: the file was moved, removed or replaced while it was open."""
        return self._file.misplaced()

    def save_copy(self, path: Path) -> None:
        """Saves the open diary under a new name, also when its own file is no longer where it was."""
        from lupusdiary.storage.saving import save_copy

        save_copy(self._file, path)

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()

    def __enter__(self) -> Diary:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create_diary(path: Path, secret: Secret | None, clock: Clock, *, parents: bool = False) -> Diary:
    """A new diary at `path`, protected if a secret is given; refuses an existing path.

    `parents` makes the folders on the way.
    """
    return Diary(create_file(path, secret, clock, parents=parents), clock)


def rehearsal_diary(clock: Clock) -> Diary:
    """An empty diary that is nowhere on the disk: nothing of what is tried out on it is left anywhere."""
    return Diary(memory_file(clock), clock)


def diary_without_passphrase(contacts: Sequence[Contact], clock: Clock) -> Diary:
    """A diary that is nowhere on the disk, holds the numbers that may be shown, and cannot be written in: for
    help in an emergency while no diary is open."""
    file = memory_file(clock)
    rooms = Repositories(file, clock)
    with file.unlogged():
        for contact in contacts:
            rooms.contacts.put(rooms.contacts.checked(contact))
    file.why_read_only = mark("Open your diary to change this.")
    return Diary(file, clock)


@contextmanager
def growing_diary(path: Path, secret: Secret | None, clock: Clock) -> Iterator[Diary]:
    """A new diary that gets its name only when the block ends well; else nothing is left at `path`."""
    with growing_file(path, secret, clock) as file:
        yield Diary(file, clock)


def open_diary(path: Path, secret: Secret | None, clock: Clock, backups: Path | None = None) -> Diary:
    """The diary at `path`; read-only when it is newer than this program or cannot be written there.

    `backups` is the folder that holds a folder of backups for each diary, by default the user's own.
    """
    return Diary(open_file(path, secret, clock, backups), clock, backups)
