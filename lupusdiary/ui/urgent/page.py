"""If it is urgent: numbers to call and the warning signs of the table of danger."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.diary.safety_card import OwnFeverLimit
from lupusdiary.domain.urgency import urgency
from lupusdiary.language import Translator
from lupusdiary.queries.carried_medicines import CarriedMedicines, carried_medicines
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.hanging_panel import HangingPanel
from lupusdiary.ui.base.page import SIDE, TOP, Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.pdf.document_view import DocumentView, PrintedDocument
from lupusdiary.ui.urgent.card_strip import CardStrip, remember_print
from lupusdiary.ui.urgent.number_form import NumberForm
from lupusdiary.ui.urgent.phone_card import PhoneCard
from lupusdiary.ui.urgent.safety_card import SafetyCardView
from lupusdiary.ui.urgent.signs import SignColumns
from lupusdiary.ui.urgent.tiles import NumberTiles
from lupusdiary.ui.widgets.flow_layout import flow_of
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.scroll_column import scrolled

# What must be seen without a press, whatever else there is.
_ALWAYS = ("no_answer", "in_doubt")
# The sentence for the telephone stays in sight where it takes no more of the height than this.
_SHARE = 0.25
# Its places in the column where it does not: below head, numbers and what is always said, or below the signs.
_BELOW_NUMBERS, _BELOW_SIGNS = 3, 4
# What must be seen of the signs without scrolling, in pixels at 100 %: their heads and a first line.
_FIRST_SIGN = 80
# Qt's own: no limit.
_ANY_WIDTH = 16777215


class UrgentPage(Page):
    """Always in the same place, the same for everybody; only the hospital's numbers, the medicines for the
    telephone and a lower limit for fever are the person's own."""

    nouns: ClassVar[frozenset[str]] = frozenset(
        {"contacts", "safety_card", "settings", "profile", "medicines"}
    )

    def __init__(self, diary: Diary, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(diary, context, parent)
        self._carried = CarriedMedicines()
        self._limit = OwnFeverLimit(diary.settings)
        self._title = plain_label("title")
        self._title.setWordWrap(False)
        self._when = plain_label("")
        self._when.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._always = plain_label("strong", "always_said")
        self.add = QPushButton()
        self.add.setObjectName("enter_numbers")
        self.add.setProperty("role", "quiet")
        self.tiles = NumberTiles(context, writable=not diary.read_only)
        self.form = NumberForm(diary, context)
        self.form.joins(self.keeper)
        self.phone = PhoneCard(context)
        self.signs = SignColumns(context)
        self.strip = CardStrip(diary, context)
        self.safety_card = SafetyCardView(diary, context)
        self.safety_card.joins(self.keeper)
        self.paper = DocumentView(context)
        self._lay_out()
        if diary.read_only:
            self.add.hide()
        self._connect()

    def _lay_out(self) -> None:
        head = self._head = QWidget()
        self._head_line = flow_of(14, self._title, self._when, self.add)
        head.setLayout(self._head_line)
        body = QWidget()
        body.setObjectName("scrolled")
        column = QVBoxLayout(body)
        column.setContentsMargins(SIDE, TOP, SIDE, 16)
        column.setSpacing(12)
        for part in (head, self.tiles, self._always, self.signs, self.strip):
            column.addWidget(part)
        column.addStretch(1)
        self._column = column
        # Over the tiles, one of which it is about: nothing moves when it opens.
        self._panel = HangingPanel(head)
        self._panel.hold(self.form)
        self._panel.hang_over(body)
        for before, after in pairwise((self.add, *self.form.stops)):
            QWidget.setTabOrder(before, after)
        self._stack = QStackedWidget()
        self._area = scrolled(body)
        self._area.verticalScrollBar().rangeChanged.connect(lambda *_: self._place_sentence())
        front = QWidget()
        self._front = QVBoxLayout(front)
        self._front.setContentsMargins(0, 0, 0, 0)
        self._front.setSpacing(0)
        self._front.addWidget(self._area, 1)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(SIDE, 6, SIDE, 6)
        self._front.addLayout(self._foot)
        column.insertWidget(_BELOW_NUMBERS, self.phone)
        for view in (front, self.safety_card, self.paper):
            self._stack.addWidget(view)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self.form.begin())
        self.tiles.requested.connect(lambda: self.form.begin())
        self.tiles.changed.connect(self.form.begin)
        self.form.closed.connect(lambda: self.add.setFocus(Qt.FocusReason.OtherFocusReason))
        self.strip.opened.connect(self._open_card)
        self.strip.printed.connect(self._print_card)
        self.safety_card.closed.connect(lambda: self._stack.setCurrentIndex(0))
        self.safety_card.printed.connect(self._print_card)
        self.paper.closed.connect(self._open_card)
        self.paper.save_print.taken.connect(lambda: remember_print(self.diary, self._carried))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_sentence()

    def _place_sentence(self) -> None:
        """What to say stays in sight below what scrolls, as long as it leaves the signs their room; else it
        stands above them, or below where it would push them out of sight."""
        wide = self.width() - 2 * SIDE
        self._fit_head(wide)
        tall = self.phone.heightForWidth(wide)
        docked = tall <= _SHARE * self.height()
        place, other = (self._foot, self._column) if docked else (self._column, self._foot)
        at = 0
        if not docked:
            over, gap = (self._head, self.tiles, self._always), self._column.spacing()
            signs = TOP + sum(each.heightForWidth(wide) + gap for each in over)
            fold = self.height() - round(_FIRST_SIGN * self.context.theme.scale)
            at = _BELOW_SIGNS if signs <= fold < signs + tall + gap else _BELOW_NUMBERS
        if place.indexOf(self.phone) != at:
            for each in (other, place):
                each.removeWidget(self.phone)
            place.insertWidget(at, self.phone)
        above, below = (6, 10) if docked and not self.phone.isHidden() else (0, 0)
        # It ends where the columns above it end.
        bar = self._area.verticalScrollBar()
        right = SIDE + (bar.sizeHint().width() if bar.maximum() else 0)
        self._foot.setContentsMargins(SIDE, above, right, below)

    def _fit_head(self, wide: int) -> None:
        """Two lines of words are as tall as the button beside them: they leave it its place in their line."""
        bar, gaps = self._area.verticalScrollBar().sizeHint().width(), 2 * self._head_line.spacing()
        beside = self._title.sizeHint().width() + self.add.sizeHint().width() + gaps + bar
        room = 0 if self.add.isHidden() else wide - beside
        words = self._when.fontMetrics().horizontalAdvance(self._when.text())
        self._when.setMaximumWidth(room if room < words <= 1.8 * room else _ANY_WIDTH)

    def retranslate(self) -> None:
        tr = self.language
        self._title.setText(tr.text("If it is urgent"))
        self._when.setText(
            tr.pick(*urgency().sentence("feel_emergency"))
            + " "
            + tr.text("You need not wait for a sign from this list.")
        )
        self._always.setText(" ".join(tr.pick(*urgency().sentence(id)) for id in _ALWAYS))
        self.add.setText(tr.text("Add or change numbers…"))
        for part in (self.form, self.phone, self.signs, self.strip, self.safety_card, self.paper):
            part.retranslate()
        self._show_own()
        self._place_sentence()

    def refresh(self) -> None:
        self._carried = carried_medicines(self.diary, self.diary.today())
        self.phone.show_carried(self._carried)
        self._place_sentence()
        self.signs.own_limit(self._limit.words())
        self._show_own()
        self.safety_card.refresh()
        if not self._looked:
            self._looked = True
            self.form.look()
            self.safety_card.look()

    _looked = False

    def restyle(self) -> None:
        self._place_sentence()
        self.tiles.show_numbers(self.diary.contacts.all())
        self.strip.restyle()
        self.safety_card.restyle()
        self.paper.restyle()

    def visit(self, route: Route) -> None:
        """From the numbers on, wherever it was left."""
        self._stack.setCurrentIndex(0)
        self._area.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        self.safety_card.keep()

    def _show_own(self) -> None:
        self.tiles.show_numbers(self.diary.contacts.all())
        self.strip.show_state(self._carried)
        self.safety_card.show_carried(self._carried)

    def _open_card(self) -> None:
        self.safety_card.refresh()
        self._stack.setCurrentWidget(self.safety_card)
        self.safety_card.whom.setFocus()

    def _print_card(self) -> None:
        card, contacts = self.diary.safety_card.get(), self.diary.contacts.all()
        person, today, carried = self.diary.profile.get(), self.diary.today(), self._carried
        limit = self._limit.words()

        def make(languages: tuple[Translator, ...]) -> bytes:
            from lupusdiary.report.wallet_card import CardLists, write_pdf

            lists = CardLists(
                {tr.code: carried.medicines(tr) for tr in languages},
                {tr.code: carried.reactions(tr) for tr in languages},
                carried.steroid,
                limit,
            )
            return write_pdf(card, contacts, languages, person, today, lists)

        title = self.language.text("My safety card")
        self.paper.show_document(PrintedDocument(title, title, make, own=True))
        self._stack.setCurrentWidget(self.paper)
