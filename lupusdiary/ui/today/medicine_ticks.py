"""The medicines of a day to tick: taken, skipped, late, extra. A blank is unrecorded, never skipped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import groupby

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.diary import Diary
from lupusdiary.diary.settings import MEDICINE_TICKS
from lupusdiary.domain.medicines.intake import EXTRA, TAKEN, Intake
from lupusdiary.domain.medicines.intake_wording import slot_name
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.language import Translator
from lupusdiary.queries.due_intakes import DueIntake, blank_and_begun, due_intakes_of
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.today.intake_tick import IntakeTick
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label, plain_tip

# A second one so soon is more often a second click than a second tablet.
_SOON = timedelta(minutes=10)


class MedicineTicks(QFrame):
    """One card beside the items of a day; it takes no room where nothing is due or ticks are not wanted."""

    def __init__(
        self, diary: Diary, context: UiContext, write: Callable[[Callable[[], object]], object]
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._write = write
        self._asked: str | None = None
        self._title = plain_label("section", "ticks_title")
        self._title.setWordWrap(False)
        self._count = plain_label("hint", "ticks_count")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        column.addLayout(head)
        column.addLayout(self._rows)
        self.hide()

    def show_day(self, day: date, tr: Translator) -> None:
        """Shows what is due on a day."""
        self._day, self._tr = day, tr
        wanted = self._diary.settings.get(MEDICINE_TICKS, "no") == "yes"
        due = due_intakes_of(self._diary, day, tr) if wanted else ()
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None and focused.hasFocus() else ""
        clear(self._rows)
        self.setVisible(bool(due))
        if not due:
            return
        is_today = day == self._diary.check_in.today()
        self._title.setText(tr.text("Medicines of today") if is_today else tr.text("Medicines of this day"))
        said = sum(each.state is not None for each in due)
        ticked = [each for each in due if not each.as_needed]
        self._count.setText(tr.text("{number} of {all}", number=said, all=len(ticked)) if said else "")
        for slot, group in groupby(due, key=lambda each: each.slot):
            intakes = tuple(group)
            self._add(self._heading(slot, intakes, due))
            for each in intakes:
                self._add(self._as_needed(each) if each.as_needed else self._row(each))
        if name:
            self._go_back_to(name)

    def _go_back_to(self, name: str) -> None:
        """Puts the keyboard where it was, or at its time of day if that button went with what it did."""
        again = self.findChild(QAbstractButton, name)
        if again is None:
            slot = name.removeprefix("all_taken_")
            boxes = self.findChildren(QCheckBox)
            again = next((box for box in boxes if box.objectName().endswith(f"_{slot}")), None)
        if isinstance(again, QAbstractButton):
            again.setFocus()

    def _add(self, row: QWidget) -> None:
        self._rows.addWidget(row)
        row.show()

    def _heading(self, slot: str, intakes: tuple[DueIntake, ...], due: tuple[DueIntake, ...]) -> QWidget:
        tr, row = self._tr, QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = plain_label("muted", f"ticks_{slot}")
        words = slot_name(slot, tr) if not slot.isdigit() else tr.text("intake {number}", number=slot)
        if intakes[0].as_needed:
            words = tr.text("as needed")
        name.setText(words[:1].upper() + words[1:])
        name.setWordWrap(False)
        line.addWidget(name)
        line.addStretch(1)
        several = len(intakes) > 1 and not self._diary.read_only and not intakes[0].as_needed
        # Nothing below moves up when the last one is ticked and the button goes.
        row.setMinimumHeight(target(self._context.theme.scale) if several else 0)
        blank = blank_and_begun(due, self._day, self._diary.now(), slot)
        if blank and several:
            button = QPushButton(tr.text("All taken"))
            button.setObjectName(f"all_taken_{slot}")
            button.setAccessibleName(tr.text("All taken: {time}", time=name.text()))
            button.clicked.connect(lambda: self._write(lambda: self._diary.intakes.record_many(blank)))
            line.addWidget(button)
        return row

    def _row(self, due: DueIntake) -> QWidget:
        tick = IntakeTick(due, self._day, self._context, read_only=self._diary.read_only)
        tick.said.connect(lambda state: self._tick(due, state))
        tick.extra_taken.connect(lambda parts: self._take_more(due, parts))
        tick.extra_removed.connect(lambda row: self._write(lambda: self._diary.intakes.remove(row)))
        return tick

    def _tick(self, due: DueIntake, state: str | None) -> None:
        def write() -> None:
            if state is None:
                self._diary.intakes.clear(self._day, due.code, due.slot)
                self._diary.intakes.clear(self._day, due.code, None)
            else:
                self._diary.intakes.record(Intake(self._day, due.code, state, due.slot))

        self._write(write)

    def _take_more(self, due: DueIntake, parts: tuple[DosePart, ...]) -> None:
        more = Intake(self._day, due.code, EXTRA, due.slot, parts=parts)
        self._write(lambda: self._diary.intakes.record(more))

    def _as_needed(self, due: DueIntake) -> QWidget:
        tr = self._tr
        times = tr.plural("used {count} time", "used {count} times", due.count) if due.count else ""
        row, line = self._line(due.name or due.label, times)
        row.setToolTip(plain_tip(due.label))
        button = QPushButton(tr.text("Taken now") if self._asked != due.code else tr.text("Yes, one more"))
        button.setObjectName(f"taken_now_{due.code}")
        button.setAccessibleDescription(due.label)
        button.setEnabled(not self._diary.read_only)
        button.clicked.connect(lambda: self._use(due))
        line.addWidget(button)
        if self._asked == due.code:
            asked = plain_label("note", f"asked_{due.code}")
            asked.setText(tr.text("One was recorded less than ten minutes ago. One more?"))
            line.addWidget(asked)
        return row

    def _use(self, due: DueIntake) -> None:
        now = self._diary.now()
        if self._asked != due.code and any(_is_soon(self._day, at, now) for at in due.used):
            self._asked = due.code
            self.show_day(self._day, self._tr)
            return
        self._asked = None
        at = now.time().replace(second=0, microsecond=0, tzinfo=None) if self._day == now.date() else None
        self._write(lambda: self._diary.intakes.record(Intake(self._day, due.code, TAKEN, at=at)))

    def _line(self, label: str, amount: str) -> tuple[QWidget, FlowLayout]:
        row = QWidget()
        line = FlowLayout(spacing=8)
        row.setLayout(line)
        name = plain_label("", "ticks_name")
        name.setText(f"{label}  {amount}".strip())
        name.setWordWrap(False)
        # What is pressed stands at the right, below the other buttons of the card.
        name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line.addWidget(name)
        return row, line


def _is_soon(day: date, at: time, now: datetime) -> bool:
    then = datetime.combine(day, at, tzinfo=now.tzinfo)
    return timedelta() <= now - then < _SOON
