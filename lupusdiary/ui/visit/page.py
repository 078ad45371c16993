"""Visit: before it, what to ask and the page for the doctor; after it, what was said and agreed."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Visit
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE, TOP, Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.pdf.printing import choose_printer
from lupusdiary.ui.pdf.save_print import ChoosePrinter
from lupusdiary.ui.visit.after import AfterVisit
from lupusdiary.ui.visit.before import BeforeVisit
from lupusdiary.ui.visit.form import VisitForm
from lupusdiary.ui.visit.paper import VisitPaper
from lupusdiary.ui.visit.visit_words import headline
from lupusdiary.ui.widgets.chip import Segments
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.scroll_column import scrolled

BEFORE, AFTER = "before", "after"


class VisitPage(Page):
    """One visit and the switch between before and after it; on the right of the first the very bytes that are
    saved and printed."""

    nouns: ClassVar[frozenset[str]] = frozenset(
        {"days", "labs", "events", "flares", "visits", "profile", "symptoms", "analytes", "settings"}
        | {"medicines"}
    )

    def __init__(
        self,
        diary: Diary,
        context: UiContext,
        choose_printer: ChoosePrinter = choose_printer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(diary, context, parent)
        self._coming: Visit | None = None
        self._chosen: dict[str, int | None] = {BEFORE: None, AFTER: None}
        self._looked = False
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self.switch = Segments("visit_side", (BEFORE, AFTER))
        self.choice = Choice()
        self.choice.setObjectName("visit_choice")
        self.choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.edit = IconButton("pencil", "edit_this_visit", self)
        self.before = BeforeVisit(diary, context, self.keeper, choose_printer)
        self.after = AfterVisit(diary, context, self.keeper)
        self.form = VisitForm(diary, context, self.keeper)
        self.options, self.preview = self.before.options, self.before.preview
        self.save_print, self.explained = self.before.save_print, self.before.explained
        self.chooser = self.before.chooser
        self.paper = VisitPaper(diary, context, self.before)
        self._background = self.paper.background
        self._left = self.before.area
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 4, 20, 16)
        inside.addWidget(self.form)
        inside.addStretch(1)
        self._stack = QStackedWidget()
        for half in (self.before, self.after, scrolled(body)):
            self._stack.addWidget(half)
        head = FlowLayout(spacing=12)
        # The pencil never stands apart from the visit that it changes.
        which = QWidget()
        pair = QHBoxLayout(which)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.addWidget(self.choice)
        pair.addWidget(self.edit)
        for part in (self._title, self.switch, which):
            head.addWidget(part)
        margin = QHBoxLayout()
        margin.setContentsMargins(SIDE, TOP, SIDE, 6)
        margin.addLayout(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(margin)
        column.addWidget(self._stack, 1)
        self.form.hide()

    def _connect(self) -> None:
        self.switch.chosen.connect(lambda _: self._turn())
        self.choice.activated.connect(self._choose)
        self.edit.clicked.connect(lambda: self._edit(self._shown()))
        self.before.card.requested.connect(self._edit)
        self.before.card.chosen.connect(self._show_coming)
        self.form.closed.connect(self._edited)
        self.before.go.connect(self.go)
        self.after.go.connect(self.go)
        self.options.changed.connect(self._again)

    def retranslate(self) -> None:
        tr = self.language
        self._title.setText(tr.text("Visit"))
        self.switch.say(
            tr.text("Before or after the visit"),
            before=tr.text("Before the visit"),
            after=tr.text("After the visit"),
        )
        self.choice.setAccessibleName(tr.text("Which visit"))
        self.edit.say(tr.text("Change this visit"))
        self.before.retranslate()
        self.after.retranslate()
        self.form.retranslate()
        self._offer()
        self.paper.retranslate()

    def restyle(self) -> None:
        self.edit.restyle(self.context.theme)
        self.before.restyle()
        self.after.restyle()
        self.form.arrange(self.width() - 80)

    def visit(self, route: Route) -> None:
        """Shows a day's visit, on the side of it that the day is."""
        if route.day is None:
            return
        found = [visit for visit in self.diary.visits.all() if visit.day == route.day]
        side = AFTER if route.day < self.diary.today() else BEFORE
        if found:
            self._chosen[side] = found[0].id
        self.switch.show_chosen(side)
        if not self._stale:
            self.refresh()

    def refresh(self) -> None:
        self.options.load()
        self.chooser.refresh()
        self._offer()
        if not self._looked:
            self._looked = True
            waiting = self.form.waiting()
            if waiting is not None and not self.diary.read_only:
                kept = [visit for visit in self.diary.visits.all() if str(visit.id) == waiting]
                if kept or waiting == "new":
                    self._edit(kept[0] if kept else None)

    def leave(self) -> None:
        self.after.keep()

    def new_day(self) -> bool:
        self.before.new_day()
        return super().new_day()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.form.arrange(self.width() - 80)

    @property
    def side(self) -> str:
        """Which side of the visit is shown."""
        return self.switch.code

    def _visits(self) -> list[Visit]:
        """The visits that this side can show: those to come, or those that have been, the last first."""
        if self.side == BEFORE:
            return self.diary.visits.coming()
        today = self.diary.today()
        return [visit for visit in reversed(self.diary.visits.all()) if visit.day <= today]

    def _shown(self) -> Visit | None:
        visits = self._visits()
        wanted = self._chosen[self.side]
        return next((visit for visit in visits if visit.id == wanted), visits[0] if visits else None)

    def _offer(self) -> None:
        """Fills the list of visits and shows the chosen one."""
        tr, visits, shown = self.language, self._visits(), self._shown()
        self.choice.clear()
        for visit in visits:
            self.choice.addItem(headline(visit, tr), visit.id)
        if shown is not None:
            self.choice.setCurrentIndex(max(0, self.choice.findData(shown.id)))
        self.choice.setVisible(len(visits) > (1 if self.side == BEFORE else 0))
        self.edit.setVisible(self.side == AFTER and shown is not None and not self.diary.read_only)
        if self.side == BEFORE:
            at = visits.index(shown) if shown is not None else 0
            self._coming = shown
            self.before.show_visit(shown, visits[at + 1] if at + 1 < len(visits) else None)
            self._again()
        else:
            latest = shown is not None and shown.id == self._latest(shown)
            self.after.show_visit(shown, waiting=latest)
        if self._stack.currentIndex() != 2:
            self._stack.setCurrentIndex(0 if self.side == BEFORE else 1)

    def _latest(self, visit: Visit) -> int | None:
        """The last visit of that department that has been: what waited is asked there."""
        tomorrow = self.diary.today().toordinal() + 1
        last = self.diary.visits.last_before(visit.day.fromordinal(tomorrow), visit.department)
        return last.id if last is not None else None

    def _choose(self, at: int) -> None:
        self.after.keep()
        self._chosen[self.side] = self.choice.itemData(at)
        self._offer()

    def _show_coming(self, visit: Visit) -> None:
        self._chosen[BEFORE] = visit.id
        self._offer()

    def _turn(self) -> None:
        self.after.keep()
        self._close_form()
        self._offer()

    def _edit(self, visit: Visit | None) -> None:
        self.form.show()
        self.form.show_visit(visit)
        self._stack.setCurrentIndex(2)
        self.form.arrange(self.width() - 80)
        self.form.day.line.setFocus()

    def _edited(self, visit: Visit | None) -> None:
        self._close_form()
        if visit is not None:
            side = AFTER if visit.day < self.diary.today() else BEFORE
            self._chosen[side] = visit.id
            self.switch.show_chosen(side)
        self._offer()

    def _close_form(self) -> None:
        self.form.hide()
        self._stack.setCurrentIndex(0 if self.side == BEFORE else 1)

    def _again(self) -> None:
        if self.side == BEFORE:
            self.paper.again(self._coming)
