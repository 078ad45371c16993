"""What keeps the shown diary safe, joined in one place: backups, restoring, reminders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from lupusdiary.diary import Diary, Secret, diary_without_passphrase, open_diary
from lupusdiary.domain.change import Change
from lupusdiary.language import Refusal, mark
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.base.open_numbers import renew_numbers, shown_numbers
from lupusdiary.ui.frame.diary_view import DiaryView, PageFactory
from lupusdiary.ui.frame.notice_bar import Notice
from lupusdiary.ui.frame.start_screen import StartScreen
from lupusdiary.ui.frame.window import Window
from lupusdiary.ui.safety.backup_keeper import BackupKeeper
from lupusdiary.ui.safety.dialogs import show_day_history, show_moving, show_trash
from lupusdiary.ui.safety.diary_actions import DiaryActions
from lupusdiary.ui.safety.place_watch import PlaceWatch
from lupusdiary.ui.safety.reminders import reminders
from lupusdiary.ui.safety.version_watch import VersionWatch

if TYPE_CHECKING:
    # What most evenings do not need is imported when it is wanted.
    from lupusdiary.ui.frame.recovery_key import RecoveryPage
    from lupusdiary.ui.safety.damage import DamageKeeper
    from lupusdiary.ui.safety.lock_page import HiddenPage, LockPage
    from lupusdiary.ui.safety.locking import Locking
    from lupusdiary.ui.safety.readable_offer import ReadableOffer
    from lupusdiary.ui.safety.recovery_sheet import RecoverySheet
    from lupusdiary.ui.safety.restore_page import RestorePlace
    from lupusdiary.ui.safety.restoring import Restoring
    from lupusdiary.ui.safety.unlocking import Unlocking

# The first paint does not wait for it.
_REMIND_MS = 600


class SafeKeeper(QObject):
    """Does the verbs about safety for the controller."""

    def __init__(
        self, window: Window, clock: Callable[[], datetime], actions: DiaryActions, urgent: PageFactory
    ) -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._clock = clock
        self._actions = actions
        self._urgent = urgent
        self.backups = BackupKeeper(window.context, self)
        self._place = PlaceWatch(window, self.open_again)
        self._versions = VersionWatch(window)
        self._remind = QTimer(self)
        self._remind.setSingleShot(True)
        self._remind.setInterval(_REMIND_MS)
        self._remind.timeout.connect(self.remind)
        window.screen_shown.connect(self._guard_screen)

    @cached_property
    def unlocking(self) -> Unlocking:
        """What opens protected diaries."""
        from lupusdiary.ui.safety.unlocking import Unlocking

        return Unlocking(self._window, self._clock, self._show_unlocked)

    @cached_property
    def locking(self) -> Locking:
        """What locks the diary."""
        from lupusdiary.ui.safety.locking import Locking

        return Locking(self._window, self._clock, self._serve_lock, self._actions, self.home_of)

    @cached_property
    def restoring(self) -> Restoring:
        """The way to the backups."""
        from lupusdiary.ui.safety.restoring import Restoring

        settle = self.backups.wait_until_settled
        return Restoring(self._window, self._clock, self._actions, self._open, settle)

    @cached_property
    def damage(self) -> DamageKeeper:
        """What is said of a damaged diary."""
        from lupusdiary.ui.safety.damage import DamageKeeper

        return DamageKeeper(self._window, self._clock, self.restoring)

    @cached_property
    def sheet(self) -> RecoverySheet:
        """The recovery sheet."""
        from lupusdiary.ui.safety.recovery_sheet import RecoverySheet

        return RecoverySheet(self._window)

    @cached_property
    def readable(self) -> ReadableOffer:
        """What is done about readable backups of a diary that is protected now."""
        from lupusdiary.ui.safety.readable_offer import ReadableOffer

        return ReadableOffer(self._window)

    def verbs(self) -> dict[Verb, Callable[[], object]]:
        """What menus and pages may ask for."""
        return {
            Verb.RESTORE: lambda: self.restoring.restore_open_diary(),
            Verb.RECOVERY: self.show_sheet,
            Verb.MOVING: lambda: show_moving(self._window),
            Verb.TRASH: lambda: show_trash(self._window),
            Verb.DAY_HISTORY: lambda: show_day_history(self._window),
            Verb.PASSPHRASE: self.change_passphrase,
            Verb.LOCK: lambda: self.locking.lock(),
        }

    def watch(self, view: DiaryView) -> None:
        """A diary is shown from now on."""
        self.backups.watch(view.diary, view.notices)
        self._place.watch(view)
        self._remind.start()
        if "locking" in vars(self):
            self.locking.watch()

    def home_of(self, view: DiaryView) -> Path:
        """The person's diary that is shown, also where it is a backup of it that she looks into."""
        place = self._looked_into(view)
        return view.diary.path if place is None else place.to

    def _looked_into(self, view: DiaryView) -> RestorePlace | None:
        return self.restoring.looked_into(view.diary) if "restoring" in vars(self) else None

    def _guard_screen(self) -> None:
        shown = self._window.shown
        if isinstance(shown, StartScreen) and shown.knows_key_of is not None:
            self.locking.watch()

    def remind(self) -> None:
        """Says what is due about the diary that is shown."""
        self._remind.stop()
        view = self._window.view
        if view is None:
            return
        self.locking.watch()
        if self._looked_into(view) is not None:
            return  # Nothing of what stood there then is due now.
        renew_numbers(self._context.preferences, view.diary)
        view.changed.connect(lambda change: self._follow_numbers(view.diary, change))
        try:
            due = reminders(
                view.diary,
                self._context.preferences,
                self._copy_to_stick,
                lambda: view.requested.emit(Verb.RECOVERY),
            )
        except Refusal:
            return  # The page that shows what cannot be read says so.
        for notice in due:
            view.notices.say(notice)
        self._versions.watch(view)

    def leave(self, diary: Diary) -> None:
        """The diary is closed next."""
        self._remind.stop()
        if "locking" in vars(self):
            self.locking.idle.stop()
        if "restoring" in vars(self):
            self.restoring.leave()
        self._place.leave()
        self._versions.leave()
        self.backups.leave(diary)

    def add_ways(self, screen: StartScreen, path: Path) -> None:
        """Joins what a start screen in front of the diary at `path` offers without opening it."""
        screen.restore_requested.connect(lambda: self.restoring.restore_unopened(path))
        screen.urgent_requested.connect(self.show_urgent)

    def show_urgent(self) -> None:
        """Help in an emergency, over what is shown."""
        from lupusdiary.ui.safety.urgent_screen import UrgentScreen

        diary = diary_without_passphrase(shown_numbers(self._context.preferences), self._clock)
        screen = UrgentScreen(diary, self._urgent, self._context)
        screen.closed.connect(lambda: self._window.lift(screen))
        self._window.lay_over(screen)
        screen.back.setFocus()

    def _serve_lock(self, page: LockPage | HiddenPage, path: Path) -> None:
        self.add_ways(page, path)
        from lupusdiary.ui.frame.unlock import Unlock

        if isinstance(page, Unlock):
            page.open_requested.connect(lambda: self._window.menus.requested.emit(Verb.OPEN))
            self.unlocking.serve(page)
        else:
            page.requested.connect(lambda: self._show_hidden(path))

    def _show_hidden(self, path: Path) -> None:
        if self.locking.covers:
            self.locking.uncover()
        else:
            self._actions.enter(path)

    def _show_unlocked(self, diary: Diary) -> None:
        if "locking" in vars(self) and self.locking.covers:
            # It was never closed: what could not be kept yet still stands in its fields.
            diary.close()
            self.locking.uncover()
        else:
            self._actions.show(diary)

    def _follow_numbers(self, diary: Diary, change: Change) -> None:
        if "contacts" in change.nouns:
            renew_numbers(self._context.preferences, diary)

    def open_again(self) -> None:
        """Opens the file that stands now where the shown diary was opened."""
        view = self._window.view
        if view is None or not self._actions.may_go():
            return
        path, diary = view.diary.path, view.diary
        secret = Secret.recovery_key(diary.recovery_key()) if diary.encrypted else None
        self._actions.leave()
        self._open(path, secret)

    def show_sheet(self) -> None:
        """The recovery key of the shown diary, over it."""
        view = self._window.view
        if view is None or not view.diary.encrypted:
            return
        page = self.sheet.page(view.diary, lambda page: self._put_away(page, view))
        self._window.lay_over(page)
        page.print.setFocus()

    def _put_away(self, page: RecoveryPage, view: DiaryView) -> None:
        if page.kept:
            view.notices.withdraw("recovery_sheet")
        self._window.lift(page)

    def change_passphrase(self) -> None:
        """Closes the diary that is shown and asks for another passphrase."""
        view = self._window.view
        if view is None or view.diary.demonstration is not None or view.diary.read_only:
            return
        if not self._actions.may_go():
            return
        from lupusdiary.ui.safety.passphrase_page import PassphrasePage

        path, diary = view.diary.path, view.diary
        present = Secret.recovery_key(diary.recovery_key()) if diary.encrypted else None
        self._actions.leave()
        page = PassphrasePage(path, present, self._context, self._clock)
        page.changed.connect(lambda secret: self._open_changed(path, secret))
        page.closed.connect(lambda: self._open(path, present))
        self._window.show_start_screen(page)
        page.passphrase.setFocus()

    def _open_changed(self, path: Path, secret: Secret | None) -> None:
        self._open(path, secret)
        view = self._window.view
        if view is None:
            return
        if secret is None:
            view.notices.say(Notice("decrypted", mark("The diary has no passphrase any more.")))
        else:
            sheet = (mark("Recovery sheet…"), lambda: view.requested.emit(Verb.RECOVERY))
            done = mark("The new passphrase is set. The earlier recovery sheet does not open it any more.")
            view.notices.say(Notice("recovery_sheet", done, (sheet,)))
            self.readable.offer(view)
            self.show_sheet()

    def _open(self, path: Path, secret: Secret | None) -> None:
        if secret is None:
            self._actions.enter(path)
            return
        try:
            diary = open_diary(path, secret, self._clock)
        except Refusal:
            # Another passphrase than the known one: it is asked for.
            self._actions.enter(path)
            return
        self._actions.show(diary)

    def _copy_to_stick(self) -> None:
        view = self._window.view
        if view is None:
            return
        view.notices.withdraw("backups_only_here")
        view.show_start("settings")
        from lupusdiary.ui.settings.page import SettingsPage

        settings = view.page("settings")
        if isinstance(settings, SettingsPage):
            settings.copy_to_stick()
