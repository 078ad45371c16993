"""One open diary on the screen: the rail, the banner and the pages, made when they are first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.change import Change
from lupusdiary.language import Message, Refusal, mark
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import Unkept
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.back_bar import BackBar
from lupusdiary.ui.frame.banner import Banner
from lupusdiary.ui.frame.navigation import NavigationRail
from lupusdiary.ui.frame.notice_bar import Notice, NoticeBar

PageFactory = Callable[[Diary, UiContext, QWidget], Page]

_POLL_MS = 1000
_OUT_OF_REACH = "out_of_reach"
_IN_USE = mark(
    "Another program is using the diary just now. Nothing can be read or saved until it is done; what you "
    "type stays where it is."
)
# Long enough after the first paint for what a person does at once.
_READY_MS = 400


class DiaryView(QWidget):
    """Shows the pages of `diary`. `changed` is sent after every write, whoever made it;
    `requested` carries a verb of the menus that a page asks for."""

    changed = Signal(object)
    # Something was written here, not by another program.
    saved = Signal()
    requested = Signal(object)
    # Undo or redo may mean something else now: another page is shown, or it holds something unsaved.
    stepped = Signal()

    def __init__(
        self,
        diary: Diary,
        context: UiContext,
        factories: Mapping[str, PageFactory],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("backdrop")
        self.diary = diary
        self._context = context
        self._factories = factories
        self._pages: dict[str, Page] = {}
        # Pages that are not seen follow a change of language or style when they are shown next.
        self._to_retranslate: set[str] = set()
        self._to_restyle: set[str] = set()
        self.current = ""
        self.rail = NavigationRail(context, self)
        self._head = QWidget(self)
        self.banner = Banner(diary, context, self._head)
        self.notices = NoticeBar(context, self._head)
        self.back = BackBar(context, self._head)
        self._stack = QStackedWidget(self)
        self._stack.setObjectName("pages")
        self._lay_out()
        self.rail.chosen.connect(self.show_start)
        self.back.requested.connect(self.go_back)
        self._days = (diary.today(), diary.check_in.today())
        self._behind: set[str] = set()
        self._polling = False
        self._unsubscribe = diary.subscribe(self._notice)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._look_around)
        self._poll.start()
        self._ready = QTimer(self)
        self._ready.setSingleShot(True)
        self._ready.setInterval(_READY_MS)
        self._ready.timeout.connect(diary.make_ready)
        self._ready.start()
        self._apply_style()
        self.retranslate()
        self.rail.restyle()

    def _lay_out(self) -> None:
        head, beside, layout = QVBoxLayout(self._head), QVBoxLayout(), QHBoxLayout(self)
        for each in (head, beside, layout):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(0)
        for part in (self.banner, self.notices, self.back):
            head.addWidget(part)
        beside.addWidget(self._head)
        beside.addWidget(self._stack, 1)
        layout.addWidget(self.rail)
        layout.addLayout(beside, 1)

    def _apply_style(self) -> None:
        for part in (self.rail, self._head):
            self._context.theme.apply_to(part)

    def page(self, name: str) -> Page:
        """The page `name` in the current language and style, made now if it has not been shown before."""
        if name not in self._pages:
            # Made in its place: the style of all that is moved later is worked out anew.
            page = self._factories[name](self.diary, self._context, self._stack)
            page.go.connect(self.follow)
            page.requested.connect(self.requested)
            page.stepped.connect(self.stepped)
            page.retranslate()
            page.restyle()
            self._pages[name] = page
            self._stack.addWidget(page)
        self._bring_up_to_date(name)
        return self._pages[name]

    def _bring_up_to_date(self, name: str) -> None:
        page = self._pages[name]
        if name in self._to_restyle:
            self._context.theme.apply_to(page)
        if name in self._to_retranslate:
            page.retranslate()
        if name in self._to_restyle:
            page.restyle()
        self._to_retranslate.discard(name)
        self._to_restyle.discard(name)

    def show_route(self, route: Route) -> None:
        """Goes to a place: the page is told what to show, then shown."""
        if self.current and self.current != route.page:
            self._pages[self.current].keep()
        self.page(route.page).visit(route)
        self._turn_to(route.page)

    def show_start(self, name: str) -> None:
        """Opens a page from its start."""
        self.back.forget()
        try:
            self.show_route(Route(name))
        finally:
            # A page that could not be read is not the one that is shown.
            self.rail.show_chosen(self.current)
        self._pages[name].from_start()

    def follow(self, route: Route) -> None:
        """Follows what a page leads to; the way back to that page, as it was, stays open."""
        if self.current and self.current != route.page:
            self.back.came_from(self.current)
        self.show_route(route)

    def go_back(self, name: str) -> None:
        """Returns to a page as it was left."""
        self._pages[self.current].keep()
        self._turn_to(name)

    def _turn_to(self, name: str) -> None:
        page = self.page(name)
        page.load()
        self._stack.setCurrentWidget(page)
        self.current = name
        self.rail.show_chosen(name)
        self.stepped.emit()

    def unsaved_step(self, *, back: bool) -> str | None:
        """As `Page.unsaved_step`, of the page that is shown."""
        page = self._pages.get(self.current)
        return None if page is None else page.unsaved_step(back=back)

    def retranslate(self) -> None:
        """Sets every text again."""
        self.rail.retranslate()
        self.back.retranslate()
        self.banner.retranslate()
        self.notices.retranslate()
        self._to_retranslate = set(self._pages)
        if self.current:
            self._bring_up_to_date(self.current)

    def restyle(self) -> None:
        """Redraws after a change of theme or text size."""
        self._apply_style()
        self.rail.restyle()
        self.back.restyle()
        self.banner.restyle()
        self.notices.restyle()
        self._to_restyle = set(self._pages)
        if self.current:
            self._bring_up_to_date(self.current)

    def keep(self) -> None:
        """Keeps what is still being typed on the page that is shown."""
        if self.current:
            self._pages[self.current].keep()

    def unkept(self) -> list[Unkept]:
        """Keeps what is being typed on every page; what could not be kept is given back."""
        self._finish_typing()
        return [unkept for page in self._pages.values() for unkept in page.keep()]

    def close_diary(self) -> None:
        """Keeps what is being typed and closes the file."""
        self._poll.stop()
        self._ready.stop()
        self._finish_typing()
        for page in self._pages.values():
            page.release()
        self._unsubscribe()
        # No widget speaks any more: what Qt still sends to it would reach a closed diary.
        for part in self.findChildren(QObject):
            part.blockSignals(True)
        self.diary.close()

    def _finish_typing(self) -> None:
        """A field hands over what was typed when the keyboard leaves it."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            QGuiApplication.inputMethod().commit()
            focused.clearFocus()

    def _notice(self, change: Change) -> None:
        for page in self._pages.values():
            page.notice(change)
        self.changed.emit(change)
        if not self._polling:
            self.saved.emit()

    def _look_around(self) -> None:
        """Each second: whether the diary can be reached, whether another program wrote in it, and whether
        it is another day. What stands in the way is said once, in a line: nobody asked for this look."""
        self._polling = True
        try:
            self.diary.poll()
            trouble = self.diary.out_of_reach
            if trouble is None:
                if self.notices.holds(_OUT_OF_REACH):
                    self.notices.withdraw(_OUT_OF_REACH)
                    self._pages[self.current].load()
                self._follow_the_day()
        except Refusal as refusal:
            if not self.diary.is_out_of_reach(refusal):
                raise
            trouble = refusal
        finally:
            self._polling = False
        if trouble is not None and not self.notices.holds(_OUT_OF_REACH):
            said = _IN_USE if self.diary.in_use else Message(trouble.message)
            self.notices.say(Notice(_OUT_OF_REACH, said, values=trouble.fields, pressing=True))

    def _follow_the_day(self) -> None:
        days = (self.diary.today(), self.diary.check_in.today())
        if days != self._days:
            self._days = days
            self._behind = set(self._pages)
        self._behind = {name for name in self._behind if not self._pages[name].new_day()}
