"""Which results stand on page 1 and what its timeline shows: chosen once, remembered with the diary."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.language import Translator
from lupusdiary.queries.timeline import names_of
from lupusdiary.queries.visit_labs import kept_lab_codes
from lupusdiary.queries.visit_panels import (
    MOST_PANELS,
    choose_labs,
    choose_panels,
    kept_panels,
    lab_choices,
    labs_of_now,
    panel_choices,
    panels_of_now,
)
from lupusdiary.report.summary import MOST_RESULTS
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.check_line import CheckBoxes
from lupusdiary.ui.widgets.flow_layout import EvenFlow


class PaperChooser(QFrame):
    """A card of tick boxes in two groups; every tick is kept at once, `done` closes it."""

    done = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._done = QPushButton()
        self._done.setObjectName("paper_chooser_done")
        self._done.clicked.connect(self.done)
        self.labs = _Group("paper_lab", MOST_RESULTS, lambda codes: choose_labs(diary, codes))
        self.panels = _Group("paper_panel", MOST_PANELS, lambda codes: choose_panels(diary, codes))
        self._diary = diary
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.labs)
        column.addWidget(self.panels)
        column.addStretch(1)
        self.setEnabled(not diary.read_only)

    def refresh(self) -> None:
        """Shows what can be chosen and what is; of what was not chosen yet, what is printed by itself."""
        diary = self._diary
        self.labs.offer(lab_choices(diary), labs_of_now(diary), chosen=bool(kept_lab_codes(diary)))
        self.panels.offer(panel_choices(diary), panels_of_now(diary), chosen=bool(kept_panels(diary)))
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        name = names_of(self._diary, tr)
        self._title.setText(tr.text("What is printed"))
        self._done.setText(tr.text("Done"))
        self.labs.retranslate(tr, tr.text("Laboratory values on page 1"), name)
        self.panels.retranslate(tr, tr.text("Panels of the timeline on paper"), name)


class _Group(QWidget):
    """So many of several codes, to tick."""

    def __init__(self, name: str, most: int, keep: Callable[[list[str]], None]) -> None:
        super().__init__()
        self._most, self._keep = most, keep
        self._order: list[str] = []
        self._heading, self._count = QLabel(), QLabel()
        self._heading.setProperty("role", "strong")
        self._count.setProperty("role", "hint")
        self.usual = QPushButton()
        self.usual.setObjectName(f"{name}_usual")
        self.usual.setProperty("role", "quiet")
        self.usual.clicked.connect(lambda: self._keep([]))
        for label in (self._heading, self._count):
            label.setWordWrap(True)
        holder = QWidget()
        self._flow = EvenFlow(8, 2)
        holder.setLayout(self._flow)
        self._boxes = CheckBoxes(name, lambda _: self._flow, self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(holder)
        column.addWidget(self._count)
        column.addWidget(self.usual)

    def offer(self, codes: Sequence[str], ticked: Sequence[str], *, chosen: bool) -> None:
        """Offers these codes; `chosen`: the person chose the ticked ones herself."""
        self._boxes.offer(codes, ticked, self._most)
        self._order = [code for code in ticked if code in self._boxes]
        self.usual.setVisible(chosen)
        self.setVisible(len(self._boxes) > 0)

    def retranslate(self, tr: Translator, heading: str, name: Callable[[str], str]) -> None:
        """Sets every text."""
        self._heading.setText(heading)
        self._count.setText(
            tr.text("{count} of at most {most} chosen", count=len(self._order), most=self._most)
        )
        self.usual.setText(tr.text("Back to the usual ones"))
        self._boxes.say(name)

    def _choose(self) -> None:
        now = self._boxes.ticked()
        kept = [code for code in self._order if code in now]
        self._keep([*kept, *(code for code in now if code not in kept)])
