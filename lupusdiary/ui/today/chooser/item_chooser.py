"""More items: what Today asks, in which order, and everything else that it could ask."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.symptom import SYSTEMS
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.page import SIDE, TOP
from lupusdiary.ui.today.chooser.custom_item_form import CustomItemForm, NewItem
from lupusdiary.ui.today.chooser.own_items import OwnItems
from lupusdiary.ui.today.chooser.tracked_items import TrackedItems
from lupusdiary.ui.widgets.check_line import CheckLine
from lupusdiary.ui.widgets.labels import attempt, plain_label
from lupusdiary.ui.widgets.masonry import Masonry
from lupusdiary.ui.widgets.scroll_column import scrolled


class ItemChooser(QWidget):
    """Every change is kept at once; `done` goes back to the day."""

    done = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._ticks: dict[str, CheckLine] = {}
        self._titles: dict[str, QLabel] = {}
        self._title = plain_label("title")
        self.back = QPushButton()
        self.back.setObjectName("chooser_done")
        self.back.setProperty("role", "primary")
        self._hint, self._problem = plain_label("hint"), plain_label("note")
        self._problem.hide()
        self.asked = TrackedItems(context)
        self.form = CustomItemForm()
        self._own_title = plain_label("section")
        self.own = OwnItems(context)
        self._own = _card(self._own_title, self.form, self.own)
        self._own.setObjectName("group_form")
        self.asked.setObjectName("group_asked")
        self._cards = Masonry(320, context)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.back)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(SIDE, TOP, SIDE, 16)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self._problem)
        column.addWidget(self._cards)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body))

    def _connect(self) -> None:
        symptoms = self._diary.symptoms
        self.back.clicked.connect(self.done)
        self.asked.order_requested.connect(lambda codes: self._try(lambda: symptoms.reorder(codes)))
        self.asked.untrack_requested.connect(lambda code: self._try(lambda: symptoms.untrack(code)))
        self.asked.retired.connect(lambda code: self._try(lambda: symptoms.retire(code)))
        self.asked.restored.connect(lambda code: self._try(lambda: symptoms.restore(code)))
        self.form.requested.connect(self._add_own)
        self.own.renamed.connect(self._rename)
        self.own.merged.connect(lambda code, into: self._try(lambda: symptoms.merge(code, into)))
        self.own.deleted.connect(self._delete_own)

    def refresh(self) -> None:
        """Loads the list from the diary."""
        catalogue, tracked = self._diary.symptoms.catalogue(), self._diary.symptoms.tracked()
        asked = catalogue.ordered(tracked)
        retired = [catalogue.get(item.symptom) for item in tracked if item.retired and item.name]
        self.asked.show_items(asked, retired)
        self.own.show_items([item for item in catalogue.all if item.own])
        gone = {item.id for item in retired}
        self._show_systems(
            {
                system: [item for item in items if item.id not in gone]
                for system, items in catalogue.by_system().items()
            },
            {item.id for item in asked},
        )

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._title.setText(tr.text("More items"))
        self.back.setText(tr.text("Back to the day"))
        self._hint.setText(
            tr.text("Tick what Today should ask. What you recorded stays, whatever you take off the list.")
        )
        self._own_title.setText(tr.text("Add an item of your own"))
        self.asked.retranslate()
        self.own.retranslate()
        self.form.retranslate(tr)
        self.refresh()

    def restyle(self) -> None:
        """Fits icons and columns to the text size and theme."""
        self.asked.restyle()
        self.own.restyle()
        self._cards.arrange()

    def box(self, code: str) -> QCheckBox:
        """The tick box of an item."""
        return self._ticks[code].box

    def _show_systems(self, systems: dict[str, list[Symptom]], asked: set[str]) -> None:
        tr = self._context.tr
        codes = [item.id for items in systems.values() for item in items]
        if codes != list(self._ticks):
            self._ticks, self._titles = {}, {}
            groups = [self._group(system, items) for system, items in systems.items() if items]
            self._cards.fill([self.asked, self._own, *groups])
        for system, title in self._titles.items():
            title.setText(tr.text(SYSTEMS[system]))
        for items in systems.values():
            for item in items:
                self._ticks[item.id].say(item.name(tr), item.plain(tr))
                self._ticks[item.id].box.setChecked(item.id in asked)

    def _group(self, system: str, items: list[Symptom]) -> QWidget:
        title = self._titles[system] = QLabel()
        title.setProperty("role", "strong")
        title.setWordWrap(True)
        for item in items:
            line = CheckLine(f"tick_{item.id}")
            line.box.clicked.connect(lambda ticked, code=item.id: self._tick(code, ticked))
            self._ticks[item.id] = line
        card = _card(title, *(self._ticks[item.id] for item in items))
        card.setObjectName(f"group_{system}")
        return card

    def _tick(self, code: str, ticked: bool) -> None:
        symptoms = self._diary.symptoms
        self._try(lambda: symptoms.track(code) if ticked else symptoms.untrack(code))

    def _add_own(self, item: NewItem) -> None:
        try:
            self._diary.symptoms.add_own(item.name, item.scale)
        except Refusal as refusal:
            self.form.refuse(refusal, self._context.tr)
        else:
            self.form.added()
            self.refresh()

    def joins(self, keeper: DraftKeeper) -> None:
        """Keeps what is typed into the forms here."""
        self.form.joins(keeper, self._diary.now)
        self.own.joins(keeper, self._diary.now)

    def _rename(self, code: str, name: str) -> None:
        def write() -> None:
            self._diary.symptoms.rename(code, name)
            self.own.accepted(code)

        self._try(write)

    def _delete_own(self, code: str) -> None:
        tr, symptoms = self._context.tr, self._diary.symptoms
        count = len(self._diary.days.values(code))
        question = tr.plural(
            "Delete “{item}” and the {count} value recorded of it? Undo brings both back.",
            "Delete “{item}” and the {count} values recorded of it? Undo brings both back.",
            count,
            item=symptoms.catalogue().get(code).name(tr),
        )
        if self._context.prompts.confirm(self, question, tr.text("Delete"), tr.text("Cancel")):
            self._try(lambda: symptoms.delete(code))

    def _try(self, write: Callable[[], object]) -> None:
        attempt(write, self._problem, self._context.tr)
        self.refresh()


def _card(*widgets: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(18, 14, 18, 14)
    column.setSpacing(4)
    for widget in widgets:
        column.addWidget(widget)
    return card
