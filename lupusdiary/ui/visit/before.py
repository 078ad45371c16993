"""Before the visit: what to prepare, what to ask, what goes on the page, and the page as it will be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Visit
from lupusdiary.ui.articles.term_label import TermLine
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.style_sheet import NO_LIMIT
from lupusdiary.ui.pdf.preview import PrintPreview
from lupusdiary.ui.pdf.save_print import ChoosePrinter, SaveAndPrint
from lupusdiary.ui.visit.check_ups import CheckUpsCard
from lupusdiary.ui.visit.next_visit import NextVisitCard
from lupusdiary.ui.visit.options import VisitOptions
from lupusdiary.ui.visit.paper_chooser import PaperChooser
from lupusdiary.ui.visit.questions import QuestionsCard
from lupusdiary.ui.widgets.scroll_column import scrolled

_LEAST, _SHARE = 430, 0.57
_PREVIEW = 380


class BeforeVisit(QWidget):
    """Cards on the left, the page on the right; below them where both have no room."""

    go = Signal(object)

    def __init__(
        self, diary: Diary, context: UiContext, keeper: DraftKeeper, choose_printer: ChoosePrinter
    ) -> None:
        super().__init__()
        self._context = context
        self.card = NextVisitCard(diary, context)
        self.questions = QuestionsCard(diary, context, keeper)
        self.options = VisitOptions(diary, context)
        self.check_ups = CheckUpsCard(diary, context, keeper)
        self.preview = PrintPreview(context, whole=True)
        self.save_print = SaveAndPrint(context, self.preview, "pdf", choose_printer)
        self.choose = QPushButton()
        self.choose.setObjectName("choose_printed")
        self.choose.setCheckable(True)
        self.chooser = PaperChooser(diary, context)
        self._choosing = scrolled(self.chooser)
        self._choosing.hide()
        self.wide = QPushButton()
        self.wide.setObjectName("wide_preview")
        self.wide.setProperty("role", "quiet")
        self.wide.setCheckable(True)
        self.explained = TermLine(context)
        self.explained.setObjectName("explained")
        self.explained.setProperty("role", "muted")
        self._lay_out()
        self.explained.go.connect(self.go)
        self.wide.toggled.connect(self._widen)
        self.choose.toggled.connect(self._show_chooser)
        self.chooser.done.connect(lambda: self.choose.setChecked(False))

    def _lay_out(self) -> None:
        self._body = QWidget()
        column = self._column = QVBoxLayout(self._body)
        column.setContentsMargins(20, 4, 8, 16)
        column.setSpacing(12)
        for card in (self.card, self.questions, self.options, self.check_ups):
            column.addWidget(card)
        # As wide as its words: across the page it looked like a field.
        column.insertWidget(column.indexOf(self.check_ups), self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.explained)
        column.addStretch(1)
        self.area = scrolled(self._body)
        self._right = QWidget()
        beside = self._paper = QVBoxLayout(self._right)
        beside.setSpacing(6)
        beside.addWidget(self.save_print)
        beside.addWidget(self._choosing, 1)
        beside.addWidget(self.preview, 1)
        beside.addWidget(self.wide, 0, Qt.AlignmentFlag.AlignRight)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(self.area)
        self._halves.addWidget(self._right, 1)

    def show_visit(self, visit: Visit | None, then: Visit | None) -> None:
        """Shows a visit that is to come, and which one follows it."""
        self.options.coming = visit
        self.card.show_visit(visit, then)
        if visit is not None:
            self.card.follow(visit)
        self.questions.show_visit(visit)
        self.check_ups.refresh()

    def new_day(self) -> None:
        """It is another day: how far a visit is, is said anew."""
        self.card.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        for part in (self.card, self.questions, self.options, self.check_ups, self.preview, self.save_print):
            part.retranslate()
        self.chooser.retranslate()
        self.choose.setText(tr.text("Choose the values and panels that are printed…"))
        wide = self.wide.isChecked()
        self.wide.setText(tr.text("Back to the questions") if wide else tr.text("Look at the page enlarged"))

    def restyle(self) -> None:
        """Fits everything to the text size and theme."""
        for part in (self.card, self.questions, self.options, self.check_ups, self.preview):
            part.restyle()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_chooser(self, wanted: bool) -> None:
        """The choice takes the place of the preview, which is remade meanwhile."""
        self._choosing.setVisible(wanted)
        self.preview.setVisible(not wanted)
        self.area.ensureWidgetVisible(self._right)

    def _widen(self, wide: bool) -> None:
        """The page over the whole width, or beside the cards again."""
        self._fit()
        self.preview.fill_width(wide)
        self.retranslate()

    def _fit(self) -> None:
        bar = self.area.verticalScrollBar().sizeHint().width()
        asked = round(_LEAST * (0.4 + 0.6 * self._context.theme.scale))
        least = max(asked, self._body.minimumSizeHint().width() + bar)
        enlarged = self.wide.isChecked()
        beside = enlarged or self.width() >= least + _PREVIEW
        if beside != (self._halves.indexOf(self._right) >= 0):
            if beside:
                self._column.removeWidget(self._right)
                self._halves.addWidget(self._right, 1)
            else:
                self._halves.removeWidget(self._right)
                self._column.insertWidget(self._column.count() - 1, self._right)
            self._right.show()
        self.area.setVisible(not enlarged)
        # Below the cards it has their edges.
        self._paper.setContentsMargins(*((8, 4, 20, 12) if beside else (0, 4, 0, 12)))
        self._right.setMinimumHeight(0 if beside else round(self.height() * 0.9))
        wide = max(least, min(round(self.width() * _SHARE), self.width() - _PREVIEW))
        self.area.setMinimumWidth(wide if beside and not enlarged else 0)
        self.area.setMaximumWidth(wide if beside and not enlarged else NO_LIMIT)
        self._halves.setStretch(0, 0 if beside else 1)
