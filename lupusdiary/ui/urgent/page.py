"""If it is urgent: numbers to call and the warning signs of the table of danger."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Contact
from lupusdiary.domain.urgency import Phone, urgency
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import icon
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.pdf.document_view import Paper, PaperView
from lupusdiary.ui.urgent.safety_card import SafetyCardView
from lupusdiary.ui.urgent.signs import SignColumns
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.scroll_column import scrolled

# Up to this text size the numbers to call have room beside each other in the smallest window.
_BESIDE = 1.5


class UrgentPage(Page):
    """Always in the same place, the same for everybody; only the hospital's numbers are the person's own."""

    nouns: ClassVar[frozenset[str]] = frozenset({"contacts", "safety_card", "settings", "profile"})

    def __init__(self, diary: Diary, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(diary, context, parent)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._when = QLabel()
        self._when.setWordWrap(True)
        self._phones: list[tuple[Phone, QLabel, QLabel]] = []
        cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards = cards
        cards.setSpacing(12)
        for phone in urgency().phones:
            if phone.urgent_page:
                cards.addWidget(self._number_card(phone), 1)
        self._own_title = QLabel()
        self._own_title.setProperty("role", "section")
        self._own = QGridLayout()
        self._own.setSpacing(8)
        own_card = QFrame()
        own_card.setProperty("role", "card")
        own = QVBoxLayout(own_card)
        own.setContentsMargins(20, 16, 20, 16)
        own.addWidget(self._own_title)
        own.addLayout(self._own)
        self._name = QLineEdit()
        self._name.setObjectName("contact_name")
        self._number = QLineEdit()
        self._number.setObjectName("contact_number")
        self._number.returnPressed.connect(self._add)
        self._add_button = QPushButton()
        self._add_button.setObjectName("add_contact")
        self._add_button.clicked.connect(self._add)
        row = FlowLayout()
        for widget in (self._name, self._number, self._add_button):
            row.addWidget(widget)
        self._entry = QWidget()
        self._entry.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        if diary.read_only:
            self._entry.hide()
        own.addWidget(self._entry)
        self._problem = QLabel()
        self._problem.setProperty("role", "note")
        self._problem.setWordWrap(True)
        self._problem.hide()
        own.addWidget(self._problem)
        self.card = QPushButton()
        self.card.setObjectName("safety_card")
        self.card.clicked.connect(self._open_card)
        own.addWidget(self.card, 0, Qt.AlignmentFlag.AlignLeft)
        self.safety_card = SafetyCardView(diary, context)
        self.safety_card.joins(self.keeper)
        self._fields = FormFields(name=self._name, number=self._number)
        self._drafted = self.keeper.join("contact", lambda: "new", self._fields.typed, self._fields.put_back)
        self.paper = PaperView(context)
        self._signs = SignColumns(context)
        body = QWidget()
        body.setObjectName("scrolled")
        column = QVBoxLayout(body)
        column.setContentsMargins(26, 22, 26, 22)
        column.setSpacing(14)
        column.addWidget(self._title)
        column.addWidget(self._when)
        column.addWidget(own_card)
        column.addLayout(cards)
        column.addWidget(self._signs)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        for view in (scrolled(body), self.safety_card, self.paper):
            self._stack.addWidget(view)
        outer.addWidget(self._stack)
        self.safety_card.closed.connect(lambda: self._stack.setCurrentIndex(0))
        self.safety_card.printed.connect(self._print_card)
        self.paper.closed.connect(self._open_card)

    def _number_card(self, phone: Phone) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(20, 14, 20, 14)
        name = QLabel()
        name.setProperty("role", "strong")
        name.setWordWrap(True)
        large = QLabel(phone.number)
        large.setProperty("role", "title")
        text = QLabel()
        text.setWordWrap(True)
        for label in (name, large, text):
            layout.addWidget(label)
        layout.addStretch(1)
        self._phones.append((phone, name, text))
        return card

    def retranslate(self) -> None:
        tr = self.language
        self._title.setText(tr.text("If it is urgent"))
        self._when.setText(
            tr.pick(*urgency().sentence("feel_emergency"))
            + " "
            + tr.text("You need not wait for a sign from this list.")
        )
        for phone, name, text in self._phones:
            name.setText(tr.pick(*phone.names))
            text.setText(tr.pick(*phone.what))
        self._own_title.setText(tr.text("My hospital’s numbers"))
        self._name.setPlaceholderText(tr.text("Who, such as “rheumatology ward”"))
        self._name.setAccessibleName(tr.text("Who, such as “rheumatology ward”"))
        self._number.setPlaceholderText(tr.text("Telephone number"))
        self._number.setAccessibleName(tr.text("Telephone number"))
        self._add_button.setText(tr.text("Add number"))
        self.card.setText(tr.text("My safety card for the wallet…"))
        self.safety_card.retranslate()
        self.paper.retranslate()
        self._signs.retranslate()
        self._list_contacts()

    def refresh(self) -> None:
        self._list_contacts()
        self.safety_card.refresh()
        if not self._looked:
            self._looked = True
            self._drafted.look()
            self.safety_card.look()

    _looked = False

    def restyle(self) -> None:
        large = self.context.theme.scale > _BESIDE
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._cards.setDirection(down if large else right)
        self._list_contacts()
        self.safety_card.restyle()
        self.paper.restyle()

    def visit(self, route: Route) -> None:
        self._stack.setCurrentIndex(0)

    def leave(self) -> None:
        self.safety_card.keep()

    def _open_card(self) -> None:
        self.safety_card.refresh()
        self._stack.setCurrentWidget(self.safety_card)
        self.safety_card.whom.setFocus()

    def _print_card(self) -> None:
        card, contacts = self.diary.safety_card.get(), self.diary.contacts.all()
        person, today = self.diary.profile.get(), self.diary.today()

        def make(languages: tuple[Translator, ...]) -> bytes:
            from lupusdiary.report.wallet_card import write_pdf

            return write_pdf(card, contacts, languages, person, today)

        title = self.language.text("My safety card")
        self.paper.show_paper(Paper(title, title, make, own=True))
        self._stack.setCurrentWidget(self.paper)

    def _list_contacts(self) -> None:
        tr = self.language
        clear(self._own)
        for row, contact in enumerate(self.diary.contacts.all()):
            name = QLabel(contact.name)
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setWordWrap(True)
            number = QLabel(contact.number)
            number.setTextFormat(Qt.TextFormat.PlainText)
            number.setProperty("role", "section")
            remove = QPushButton()
            remove.setProperty("role", "quiet")
            remove.setIcon(icon("trash-2", self.context.theme.colours.muted))
            remove.setAccessibleName(tr.text("Remove {name}", name=contact.name))
            remove.setToolTip(tr.text("Remove {name}", name=contact.name))
            remove.clicked.connect(lambda _=False, gone=contact: self._remove(gone))
            shown = (name, number) if self.diary.read_only else (name, number, remove)
            for at, widget in enumerate(shown):
                self._own.addWidget(widget, row, at)
        self._own.setColumnStretch(0, 2)
        self._own.setColumnStretch(1, 2)

    def _add(self) -> None:
        name, number = self._name.text().strip(), self._number.text().strip()
        if not number:
            self._number.setFocus()
            return
        try:
            self.diary.contacts.add(Contact(name or number, number))
        except Refusal as refusal:
            self._problem.setText(self.language.refusal(refusal))
            self._problem.show()
            return
        self._problem.hide()
        self._name.clear()
        self._number.clear()
        self._drafted.done()
        self._name.setFocus()

    def _remove(self, contact: Contact) -> None:
        if contact.id is not None:
            self.diary.contacts.remove(contact.id)
