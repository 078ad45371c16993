"""Holds a session: what stands on which display, and what the keys do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions.deck import counterpart
from lupusdiary.education.sessions.frames import Frame
from lupusdiary.education.sessions.session import EducationSession
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.presenter.displays import Displays, displays
from lupusdiary.ui.presenter.live_guide import LiveGuide
from lupusdiary.ui.presenter.mirror import Mirror
from lupusdiary.ui.presenter.notes_card import NotesCard
from lupusdiary.ui.presenter.overview import Overview
from lupusdiary.ui.presenter.presenter_view import PresenterView
from lupusdiary.ui.presenter.progress import SessionProgress
from lupusdiary.ui.presenter.session_diary import LiveDiary, Story
from lupusdiary.ui.presenter.stage.context import stage_context
from lupusdiary.ui.presenter.stage.keys import SessionAction
from lupusdiary.ui.presenter.stage.ox_slide import Hands
from lupusdiary.ui.presenter.stage.slide_painter import Shown, SlidePainter
from lupusdiary.ui.presenter.stage.stage import Stage

_OTHER = {"ko": "en", "en": "ko"}


class Presenter(QObject):
    """Runs one session. `story` makes a copy of a demonstration diary in a language, never of a person's own;
    `guide` leads through the live window. `ended` carries a `SessionRecord`."""

    ended = Signal(object)

    def __init__(
        self,
        window: QWidget,
        context: UiContext,
        library: Library,
        session: EducationSession,
        clock: Callable[[], datetime],
        story: Callable[[str, str], Story],
        guide: LiveGuide,
        screens: Callable[[], Sequence[QScreen]] = displays,
    ) -> None:
        super().__init__(window)
        self._context = context
        self._clock = clock
        self._guide = guide
        self._displays = Displays(self, window, screens)
        self._on_stage, theme = stage_context(context)
        self.progress = SessionProgress(session, library, clock)
        self.stage = Stage(self._on_stage, theme)
        self.view = PresenterView(context)
        self.notes = NotesCard(self.stage, context, guide)
        self.overview = Overview()
        self._live = LiveDiary(self.stage.timeline, story)
        self._ending = False
        # The timeline is drawn after it was said that it is; what is pressed meanwhile is done afterwards.
        self._owed = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._draw_live)
        self._mirror = Mirror(self.stage.timeline, self.view.current, self)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._show_time)
        self._actions: dict[SessionAction, Callable[[], object]] = {
            SessionAction.NEXT: lambda: self._go(1),
            SessionAction.PREVIOUS: lambda: self._go(-1),
            SessionAction.FIRST: lambda: self.progress.go_to(0),
            SessionAction.LAST: lambda: self.progress.go_to(len(self.progress.frames) - 1),
            SessionAction.BLACK: self._toggle_black,
            SessionAction.SLIDE: self._back_to_slide,
            SessionAction.LANGUAGE: self._switch_language,
            SessionAction.TIMELINE: self._toggle_aside,
            SessionAction.NOTES: self._toggle_notes,
            SessionAction.OVERVIEW: self._open_overview,
            SessionAction.HAND_O: lambda: self._raise_hands(1, 0),
            SessionAction.HAND_X: lambda: self._raise_hands(0, 1),
            SessionAction.NO_HANDS: lambda: self.progress.count(Hands()),
        }
        self._connect()
        self.stage.setScreen(self._displays.audience)
        self._lay()

    def _connect(self) -> None:
        for part in (self.stage, self.view, self._guide):
            part.requested.connect(self.do)
        self.stage.left.connect(self.end)
        self.view.left.connect(self.end)
        self.view.hands.counted.connect(self._count)
        self.overview.chosen.connect(self._jump)
        self._context.theme.changed.connect(self._lay_again)
        self._context.ui_language.changed.connect(self._reword)
        self._displays.changed.connect(self._place)
        self.stage.timeline.drawn.connect(self._pay, Qt.ConnectionType.QueuedConnection)

    @property
    def language(self) -> str:
        """The language of the slides."""
        return self._on_stage.ui_language.code

    def start(self) -> None:
        """Begins on the second display, or on the only one."""
        self.progress.began = self._clock()
        self._place()
        self._tick.start()

    def do(self, action: SessionAction) -> None:
        """Does what a key asks for."""
        if action is SessionAction.END:
            self._ask_end()
        elif not self._ending:
            self._actions[action]()
            self._show()
            self.overview.hold_keyboard()

    def _ask_end(self) -> None:
        """A key is pressed by mistake as well: what runs before people is not ended by it alone."""
        if self._ending:
            return
        tr = self._context.tr
        asks_on = self.view if self.view.isVisible() else self.stage
        question = tr.text("End the session? You can go on later where you are now.")
        if self._context.prompts.confirm(asks_on, question, tr.text("End"), tr.text("Go on")):
            self.end()

    def end(self) -> None:
        """Ends the session and says what was taught."""
        if self._ending:
            return
        self._ending = True
        self._tick.stop()
        self._soon.stop()
        self._mirror.show(False)
        self._guide.leave()
        self._guide.requested.disconnect(self.do)
        self._live.close()
        for window in (self.stage, self.view, self.notes):
            window.close()
            window.deleteLater()
        self.ended.emit(self.progress.taught())

    def _place(self) -> None:
        """Puts each window on its display; also when one was plugged in or pulled out."""
        if self._ending:
            return
        if self._displays.two:
            self.notes.hide()
            self.view.setScreen(self._displays.own)
            self.view.setGeometry(self._displays.own.availableGeometry())
            self.view.showMaximized()
        else:
            self.view.hide()
        if not self._guide.leads:
            self.stage.put_on(self._displays.audience)
        self._lay_again()

    def _lay(self) -> None:
        colours = self._context.theme.colours
        library, tr = self.progress.library, self._on_stage.tr
        state = tr.text("Demonstration mode") if self._context.mode.on else ""
        self._painter = SlidePainter(self.stage.display, library, tr, colours, state)
        self.progress.lay(tr, self._painter.fits)

    def _lay_again(self) -> None:
        self._lay()
        self._show()

    def _go(self, by: int) -> None:
        """On or back; in the timeline of a step through all its screens first."""
        held = self.stage.shows_timeline and not self.progress.aside
        if held and by > 0 and self.stage.timeline.waits:
            self._owed += by
        elif not (held and self.stage.timeline.turn(by)):
            self.progress.go(by)

    def _pay(self) -> None:
        """Does what was pressed while the timeline was being drawn."""
        owed, self._owed = self._owed, 0
        for _ in range(owed):
            self.do(SessionAction.NEXT)

    def _toggle_black(self) -> None:
        self.progress.black = not self.progress.black

    def _toggle_aside(self) -> None:
        self.progress.aside, self.progress.black = not self.progress.aside, False

    def _toggle_notes(self) -> None:
        """Over the slide where there is no second display; else they stand on the first one."""
        self.notes.setVisible(self.notes.isHidden() and not self._displays.two)

    def _open_overview(self) -> None:
        live = self._guide.window if self._guide.leads else self.stage
        over = self.view if self._displays.two else live
        self.overview.open_over(over, self.progress.frames, self.progress.at, self._context.tr)

    def _jump(self, at: int) -> None:
        self.progress.go_to(at)
        self._show()
        (self.view if self._displays.two else self.stage).setFocus()

    def resume(self, left: Frame) -> None:
        """Goes on where an earlier run was left."""
        self.progress.go_to(counterpart(self.progress.frames, left))

    def _back_to_slide(self) -> None:
        self.progress.aside = self.progress.black = False

    def _switch_language(self) -> None:
        self._on_stage.ui_language.switch(_OTHER[self.language])
        self._lay()

    def _raise_hands(self, for_o: int, for_x: int) -> None:
        now = self.progress.hands
        self.progress.count(Hands(now.for_o + for_o, now.for_x + for_x))

    def _count(self, hands: Hands) -> None:
        self.progress.count(hands)
        self._show()

    def _reword(self) -> None:
        self.view.retranslate()
        self.notes.retranslate()
        self._show()

    def _show(self) -> None:
        if self._ending:
            return
        progress, frame = self.progress, self.progress.frame
        shown = Shown(progress.at + 1, len(progress.frames), progress.revealed, progress.hands)
        self.stage.slide.show_frame(self._painter, frame, shown, black=progress.black)
        self._show_live()
        self.view.show_frames(self._painter, frame, shown, progress.then, black=progress.black)
        self.notes.show_frame(frame, shown, progress.then)
        self._lead(frame)
        self._show_time()

    def _lead(self, frame: Frame) -> None:
        """In a scripted step the audience sees the live window instead of a slide."""
        screen = self._displays.audience
        if frame.control is not None and not self.progress.black and not self.progress.aside:
            self.stage.hide()
            steps = self.progress.controls
            self._guide.point(
                frame,
                steps.index(frame) + 1,
                len(steps),
                self.progress.session.story,
                screen,
                self._on_stage.tr,
            )
        elif self._guide.leads:
            self._guide.leave()
            self.stage.put_on(screen)

    def _show_live(self) -> None:
        """The timeline instead of the slide; where it must be made first, it is said so before anything
        else."""
        timeline = self.stage.timeline
        if not self.progress.wants_timeline:
            self._soon.stop()
            self._owed = 0
            self.stage.show_timeline(False)
        elif self._live.is_told(self.language):
            self.stage.show_timeline(self._show_diary())
        else:
            timeline.wait()
            self.stage.show_timeline(True)
            self.stage.repaint()
            self._soon.start()
        self._mirror.show(self.stage.shows_timeline and self._displays.two)

    def _draw_live(self) -> None:
        if not self._ending and self.progress.wants_timeline and not self._show_diary():
            self.stage.show_timeline(False)

    def _show_diary(self) -> bool:
        """Whether the timeline of the session's demonstration diary can be shown."""
        try:
            self._live.show(self.progress, self.language)
        except Refusal as refusal:
            tr = self._context.tr
            self.progress.aside = False
            self._context.prompts.tell(self.stage, tr.refusal(refusal), tr.text("Close"))
            return False
        return True

    def _show_time(self) -> None:
        for part in (self.view, self.notes):
            part.show_time(self._clock(), self.progress.minutes, self.progress.session.minutes)
