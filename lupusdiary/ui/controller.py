"""What the menus and start screens ask for is done here: opening, making, leaving and copying diaries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject

from lupusdiary.diary import Diary, Secret, create_diary, is_encrypted, open_diary
from lupusdiary.language import Refusal
from lupusdiary.ui.base import command
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.base.demonstration_mode import STORY
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.demonstrations import DemonstrationDiaries, StoryFollower, reset
from lupusdiary.ui.frame.diary_view import DiaryView, PageFactory
from lupusdiary.ui.frame.leaving import Leaving
from lupusdiary.ui.frame.recent_diaries import RecentDiaries, first_diary
from lupusdiary.ui.frame.undo_commands import UndoCommands
from lupusdiary.ui.frame.view_commands import ViewCommands
from lupusdiary.ui.frame.window import Window
from lupusdiary.ui.import_export import ask_existing_path, ask_new_path
from lupusdiary.ui.safety.diary_actions import DiaryActions
from lupusdiary.ui.safety.safe_keeper import SafeKeeper

if TYPE_CHECKING:
    # Imported when they are wanted: the start does not wait for them.
    from lupusdiary.ui.frame.unlock import Unlock
    from lupusdiary.ui.import_export import ImportExport
    from lupusdiary.ui.presenter.sessions import SessionController


class AppController(QObject):
    """Stands between the window and the diaries. `own` is the path of the person's own diary, `stories` the
    folder of the demonstration diaries."""

    def __init__(
        self,
        window: Window,
        own: Path,
        stories: Path,
        clock: Callable[[], datetime],
        factories: Mapping[str, PageFactory],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._own = own
        self._stories = DemonstrationDiaries(stories, clock, window.context.ui_language)
        self._clock = clock
        self._factories = factories
        self._appearance = ViewCommands(window)
        # Whether this window may open a diary that another one may have open.
        self.claim: Callable[[Path], bool] = lambda _path: True
        self._undo = UndoCommands(window, self.tell)
        self._verbs: dict[Verb, Callable[[], object]] = {
            Verb.NEW: self._ask_new,
            Verb.OPEN: self._ask_open,
            Verb.OWN: lambda: self.enter(self._own),
            Verb.IMPORT: lambda: self.import_export.read_in() if self._may_be_real() else None,
            Verb.ASK: self._appearance.ask_question,
            Verb.WRITE_MEDICINE: self._appearance.write_medicine,
            Verb.QUIT: self._appearance.close_window,
            Verb.UNDO: self._undo.undo,
            Verb.REDO: self._undo.redo,
            Verb.LARGER: lambda: self._appearance.step_scale(1),
            Verb.SMALLER: lambda: self._appearance.step_scale(-1),
            Verb.FULL_SCREEN: self._appearance.toggle_full_screen,
            Verb.HELP: self._appearance.show_help,
            Verb.ABOUT: self._appearance.show_about,
            Verb.SESSION: lambda: self.sessions.choose(),
            Verb.END_SESSION: self._end_session,
        }
        self._leaving, self._recent = Leaving(window), RecentDiaries(window.context)
        passing = partial(self._show, passing=True)
        actions = DiaryActions(self.enter, self._show, passing, self._leave, self.tell, self._leaving.may_go)
        self.safety = SafeKeeper(window, clock, actions, factories["urgent"])
        self._verbs |= self.safety.verbs()
        # What crosses from one part to another is joined here, in one place.
        window.menus.requested.connect(self.do)
        window.menus.names_recent(self._recent)
        window.may_close = self._leaving.may_go
        window.closing.connect(self._leave)
        StoryFollower(window, self._stories, self.show_demonstration, self._is_led)

    @cached_property
    def import_export(self) -> ImportExport:
        """What takes the contents out and in."""
        from lupusdiary.ui.import_export import ImportExport

        return ImportExport(self._window, self._context)

    @cached_property
    def sessions(self) -> SessionController:
        """Where education sessions are begun and ended."""
        from lupusdiary.ui.presenter.sessions import SessionController

        return SessionController(self._window, self._clock, self._stories, self.show_demonstration)

    def start(self, *, asked: bool = False) -> None:
        """Goes to the person's own diary; in demonstration mode to a fictional one, and says so where a
        diary was `asked` for by name."""
        if self._context.mode.on:
            self.show_demonstration(STORY)
            if asked:
                self._may_be_real()
        elif asked:
            self.enter(self._own)
        else:
            find = partial(ask_existing_path, self._window, self._context)
            self.enter(first_diary(self._window, self._recent, self._own, find))

    def first_place(self, *, asked: bool) -> Path:
        """Where the diary lies, as far as it is known, to which `start` goes without asking."""
        if self._context.mode.on:
            return self._stories.folder
        return self._own if asked else self._recent.last() or self._own

    def do(self, asked: command.Command) -> None:
        """Does what a menu or a page asks for."""
        match asked:
            case Verb():
                self._verbs[asked]()
            case command.OpenDiary(path):
                self.enter(path)
            case command.BringIn(path):
                self.import_export.bring_in(path)
            case command.Export(form):
                self.import_export.write_out(form)
            case command.ShowStory(story):
                self.show_demonstration(story)
            case command.ShowPage(page):
                self._show_page(page)
            case command.ChooseTheme(theme):
                self._context.choose_theme(theme)
            case command.ChooseLanguage(code):
                self._context.choose_language(code)
            case command.Present(session):
                self.sessions.present(session)
            case command.NameFile(shown):
                self._window.show_name(shown)
            case _:
                assert_never(asked)

    def enter(self, path: Path) -> None:
        """Goes to the diary at `path`: opens it, asks for its secret, or offers to make it."""
        if not self._may_be_real() or not self._leaving.may_go():
            return
        if not self.claim(path):
            self.tell(Refusal("“{name}” is open in another window. Look there.", name=path.name))
            return
        if not path.exists():
            self._leave()
            from lupusdiary.ui.frame.welcome import Welcome

            welcome = Welcome(path, self._context)
            welcome.requested.connect(self._make)
            welcome.open_requested.connect(self._ask_open)
            welcome.demonstration_requested.connect(self.show_demonstration)
            self.safety.add_ways(welcome, path)
            self._window.show_start_screen(welcome)
        elif is_encrypted(path):
            self._leave()
            self._ask_secret(path).secret.setFocus()
        else:
            try:
                diary = open_diary(path, None, self._clock)
            except Refusal as refusal:
                self.tell(refusal)
                if self._window.view is not None:
                    self.claim(self._window.view.diary.path)
                if self._window.shown is None:
                    self._ask_secret(path)
                return
            self._show(diary)

    def show_demonstration(self, story: str, page: str = "today") -> None:
        """Opens the demonstration diary of a story at a page, made now if there is none yet."""
        if not self._leaving.may_go():
            return
        try:
            diary = self._stories.open(story)
        except Refusal as refusal:
            self.tell(refusal)
            return
        self._show(diary, page=page)

    def tell(self, refusal: Refusal) -> None:
        """Says a refusal to the person."""
        tr = self._context.tr
        self._context.prompts.tell(self._window, tr.refusal(refusal), tr.text("Close"))

    def _may_be_real(self) -> bool:
        """Says so where no real diary may be opened or made."""
        try:
            self._context.mode.refuse_real_diaries()
            if "sessions" in vars(self):
                self.sessions.refuse_real_diaries()
        except Refusal as refusal:
            self.tell(refusal)
            return False
        return True

    def _is_led(self) -> bool:
        return "sessions" in vars(self) and self.sessions.guide.leads

    def _end_session(self) -> None:
        """Puts everything back to the start: what was shown, entered and learnt."""
        taught = self.sessions.stop()
        self._leave()
        try:
            self._stories.put_back()
        except Refusal as refusal:
            self.tell(refusal)
        self.show_demonstration(STORY)
        if taught is not None:
            self.sessions.show_record(taught)

    def _make(self, path: Path, secret: Secret | None) -> None:
        if not self._may_be_real():
            return
        try:
            diary = create_diary(path, secret, self._clock, parents=path == self._own)
        except Refusal as refusal:
            self.tell(refusal)
            return
        if secret is None:
            self._show(diary)
            return
        self._window.show_start_screen(self.safety.sheet.page(diary, lambda _page: self._show(diary)))

    def _show(self, diary: Diary, *, passing: bool = False, page: str = "today") -> None:
        view = None
        try:
            own = diary.demonstration is None
            # Asked once more: what was asked for before the mode was switched on may arrive after it.
            if own and not self._may_be_real():
                diary.close()
                return
            self._leave()
            if own and not passing:
                self._recent.remember(diary.path)
            view = DiaryView(diary, self._context, self._factories, self._window.centralWidget())
            # Filled before it is seen: what is not shown yet is styled and laid out once.
            view.show_route(Route(page))
        except Exception as fault:
            self._leave()
            self.safety.damage.turn_away(diary, view, fault, lambda: self._ask_secret(diary.path))
            return
        view.banner.reset_requested.connect(partial(reset, view, self._window, self.tell))
        view.banner.own_diary_requested.connect(lambda: self.enter(self._own))
        view.banner.end_requested.connect(self._end_session)
        view.requested.connect(self.do)
        self._window.show_diary(view)
        self.safety.watch(view)

    def _leave(self) -> None:
        if self._window.view is not None:
            self.safety.leave(self._window.view.diary)
            self._window.view.close_diary()
            self._window.view = None
            # A menu may open before what comes next is shown, or while the window goes.
            self._window.menus.diary_open(None)

    def _ask_secret(self, path: Path) -> Unlock:
        from lupusdiary.ui.frame.unlock import Unlock

        unlock = Unlock(path, self._context)
        unlock.open_requested.connect(self._ask_open)
        self.safety.add_ways(unlock, path)
        self.safety.unlocking.serve(unlock)
        self._window.show_start_screen(unlock)
        return unlock

    def _ask_new(self) -> None:
        if not self._may_be_real():
            return
        try:
            path = ask_new_path(self._window, self._context)
        except Refusal as refusal:
            self.tell(refusal)
            return
        if path is not None:
            self.enter(path)

    def _ask_open(self) -> None:
        if not self._may_be_real():
            return
        path = ask_existing_path(self._window, self._context)
        if path is not None:
            self.enter(path)

    def _show_page(self, page: str) -> None:
        if self._window.view is not None:
            self._window.view.show_start(page)
