"""The recovery key on the screen: printed, or copied by hand and proved by typing two groups back."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from lupusdiary.diary import Diary
from lupusdiary.diary.recovery import is_copied_right, sheet_mark
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.frame.start_screen import StartScreen
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label, set_role

_COLUMNS = 4


class RecoveryPage(StartScreen):
    """Shows the recovery key of `diary`; `print_requested` and `sheet_requested` ask for the sheet, `copied`
    says that a copy by hand is right, `done` goes on."""

    hides_names = True
    print_requested = Signal()
    sheet_requested = Signal()
    copied = Signal()
    done = Signal()

    _groups: tuple[QLabel, ...] = ()

    def __init__(
        self,
        diary: Diary,
        context: UiContext,
        choose: Callable[[range], list[int]] = lambda places: sorted(random.sample(places, 2)),
    ) -> None:
        super().__init__(context)
        self._diary = diary
        self.knows_key_of = diary.path
        self.groups = diary.recovery_key().split()
        self._mark, self._today = sheet_mark(diary), diary.today()
        # The last group is mostly checksum; any two will do.
        self.asked = choose(range(len(self.groups)))
        self._kept = False
        self._why = self.paragraph()
        self.key = self._key_table()
        self.column.addWidget(self.key)
        self._of = self.paragraph("muted")
        self._of.setObjectName("sheet_mark")
        self._keep = self.paragraph("muted")
        self._by_hand = self._typing()
        self.column.addWidget(self._by_hand)
        self._by_hand.hide()
        self.problem = self.paragraph("note")
        self.problem.hide()
        self.saved = self.paragraph("hint")
        self.saved.setObjectName("sheet_state")
        self.saved.hide()
        self.print = self._button("print_recovery_sheet", "primary", self.print_requested.emit)
        self.hand = self._button("copy_by_hand", "", lambda: self._type_back(True))
        self.check = self._button("check_copy", "primary", self._check)
        self.show_key = self._button("show_key_again", "", lambda: self._type_back(False))
        self.sheet = self._button("save_recovery_sheet", "quiet", self.sheet_requested.emit)
        self.later = self._button("recovery_done", "quiet", self.done.emit)
        row = FlowLayout(spacing=10)
        for button in (self.print, self.check, self.hand, self.show_key, self.sheet, self.later):
            row.addWidget(button)
        self.column.addLayout(row)
        self._type_back(False)
        self.retranslate()
        self.restyle()

    def let_go(self) -> None:
        self._diary.close()

    @property
    def kept(self) -> bool:
        """Whether the key is on paper, or in a file."""
        return self._kept

    def retranslate(self) -> None:
        tr = self.context.tr
        typing = not self.check.isHidden()
        self.title.setText(tr.text("Your copy, for a test") if typing else tr.text("Your recovery sheet"))
        self._why.setText(
            tr.text("Please type these two groups from your paper. The key is hidden meanwhile.")
            if typing
            else tr.text(
                "If you forget your passphrase, only this key opens your diary. Nobody else has a copy of it."
            )
        )
        self.key.setAccessibleName(f"{tr.text('Recovery key')} {' '.join(self.groups)}")
        self._of.setText(
            tr.text("Mark of this sheet: {mark} · made on {day}", mark=self._mark, day=tr.date(self._today))
        )
        self._keep.setText(
            tr.text(
                "Print it, or copy it by hand with its mark, and keep it at home apart from "
                "the computer, like an important document."
            )
        )
        for place, label, field in zip(self.asked, self._names, self.fields, strict=True):
            name = tr.text("Group {number}", number=place + 1)
            label.setText(name)
            field.setAccessibleName(name)
        self.print.setText(tr.text("Print the sheet…"))
        self.hand.setText(tr.text("I copy it by hand"))
        self.check.setText(tr.text("Check"))
        self.show_key.setText(tr.text("Show the key again"))
        self.sheet.setText(tr.text("Save as PDF…"))
        self.later.setText(
            tr.text("Go on to my diary") if self._kept else tr.text("Later, from the File menu")
        )

    def restyle(self) -> None:
        super().restyle()
        font = QFont(self.font())
        # Equal widths and a crossed zero: it is copied sign by sign.
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setFeature(QFont.Tag("zero"), 1)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        for label in self._groups:
            label.setFont(font)

    def say(self, problem: str) -> None:
        """Shows what stands in the way; an empty text shows nothing."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def sheet_kept(self, state: str) -> None:
        """The key is on paper, or in a file: `state` says what is left to do, and the way on is plain."""
        self._kept = True
        self.say("")
        self._type_back(False)
        self.saved.setText(state)
        self.saved.show()
        for button, role in ((self.print, ""), (self.later, "primary")):
            set_role(button, role)
        self.retranslate()
        self.later.setFocus()

    def _type_back(self, typing: bool) -> None:
        for widget in (self.key, self._of, self._keep, self.print, self.hand, self.sheet, self.later):
            widget.setVisible(not typing)
        for widget in (self._by_hand, self.check, self.show_key):
            widget.setVisible(typing)
        if typing:
            self.saved.hide()
            for field in self.fields:
                field.clear()
            self.fields[0].setFocus()
        self.say("")
        self.retranslate()

    def _check(self) -> None:
        tr = self.context.tr
        for place, field in zip(self.asked, self.fields, strict=True):
            if not is_copied_right(field.text(), self.groups[place]):
                self.say(
                    tr.text(
                        "Group {number} differs from the key. Look at the key again and compare your paper.",
                        number=place + 1,
                    )
                )
                field.selectAll()
                field.setFocus()
                return
        self.copied.emit()
        self.sheet_kept(tr.text("Your copy is right. Keep it apart from the computer."))

    def _key_table(self) -> QWidget:
        table = QWidget()
        table.setObjectName("recovery_key")
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setVerticalSpacing(6)
        labels = []
        for at, group in enumerate(self.groups):
            number = plain_label("hint")
            number.setText(str(at + 1))
            number.setWordWrap(False)
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            label = QLabel(group)
            label.setProperty("role", "key")
            row, column = divmod(at, _COLUMNS)
            grid.addWidget(number, row, 2 * column)
            grid.addWidget(label, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
            labels.append(label)
        self._groups = tuple(labels)
        return table

    def _typing(self) -> QWidget:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 4, 0, 4)
        self._names, self.fields = [], []
        for at in range(len(self.asked)):
            label, field = plain_label("strong"), QLineEdit()
            field.setObjectName(f"group_{at}")
            field.setMaxLength(12)
            field.returnPressed.connect(self._check)
            label.setBuddy(field)
            grid.addWidget(label, 0, at)
            grid.addWidget(field, 1, at)
            self._names.append(label)
            self.fields.append(field)
        return body

    def _button(self, name: str, role: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        if role:
            button.setProperty("role", role)
        button.clicked.connect(lambda: act())
        return button
