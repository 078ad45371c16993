"""Settings: when the day ends, how long a 0 is waited for after a 1, whether diaries are remembered here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.diary.settings import DAY_ENDS, UNIT_KEYS
from lupusdiary.domain.typed_unit import OTHER_UNITS, PRINTED
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.preferences import (
    LAST_DIARY,
    RECENT_DIARIES,
    REMEMBERS_DIARIES,
    SAVED_IN,
    TEN_WAIT,
    TEN_WAIT_MS,
)
from lupusdiary.ui.base.spoken import QuestionGroup
from lupusdiary.ui.widgets.check_line import CheckLine
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label

T = TypeVar("T")
_ENDS = tuple(time(hour) for hour in range(5))
_KEPT = {"fever": "°C", "weight": "kg"}
_WAITS = (TEN_WAIT_MS, 2500, 4000)


class HabitsCard(QFrame):
    """The end of the day and the units are the diary's own; the others belong to this computer's user."""

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._end_label, self._end_why, self._wait_label = QLabel(), QLabel(), QLabel()
        self._end_why.setProperty("role", "hint")
        self._end_why.setWordWrap(True)
        self._ends = {at: Chip(f"day_ends_{at:%H}", self) for at in _ENDS}
        self._waits = {wait: Chip(f"ten_wait_{wait}", self) for wait in _WAITS}
        self._units_label = QLabel()
        self._units: dict[str, dict[str, Chip]] = {
            item: {unit: Chip(f"unit_{item}_{unit or 'kept'}", self) for unit in ("", other)}
            for item, other in OTHER_UNITS.items()
        }
        self._remembering = CheckLine("remember_diaries")
        self.remembers = self._remembering.box
        self._problem = plain_label("note")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        for label in (self._title, self._end_label, self._wait_label, self._units_label):
            label.setWordWrap(True)
        for label in (self._title, self._end_label):
            column.addWidget(label)
        column.addLayout(self._row(self._ends, self._choose_end, self._end_label))
        column.addWidget(self._end_why)
        column.addWidget(self._problem)
        column.addWidget(self._wait_label)
        column.addLayout(self._row(self._waits, self._choose_wait, self._wait_label))
        column.addWidget(self._units_label)
        for item, chips in self._units.items():
            column.addLayout(self._row(chips, partial(self._choose_unit, item), self._units_label))
        column.addWidget(self._remembering)
        units = (chip for chips in self._units.values() for chip in chips.values())
        for chip in (*self._ends.values(), *units):
            chip.setEnabled(not diary.read_only)
        self.remembers.clicked.connect(self._choose_remembering)

    def _row(self, chips: Mapping[T, Chip], choose: Callable[[T], None], label: QLabel) -> FlowLayout:
        row, group = FlowLayout(spacing=8), QuestionGroup(self, label)
        for value, chip in chips.items():
            group.addButton(chip)
            row.addWidget(chip)
            chip.clicked.connect(lambda _=False, value=value: choose(value))
        return row

    def place_of(self, setting: str) -> QWidget | None:
        """The control that shows what a setting of the diary is now, by its key."""
        if setting == DAY_ENDS:
            return next((chip for chip in self._ends.values() if chip.isChecked()), self._ends[_ENDS[0]])
        for item, key in UNIT_KEYS.items():
            if setting == key:
                chips = self._units[item]
                return next((chip for chip in chips.values() if chip.isChecked()), chips[""])
        return None

    def refresh(self) -> None:
        """Shows what is set."""
        end = self._diary.check_in.ends_at
        for at, chip in self._ends.items():
            chip.setChecked(at == end)
        wanted = self._diary.symptoms.units()
        for item, chips in self._units.items():
            for unit, chip in chips.items():
                chip.setChecked(unit == wanted.get(item, ""))
        wait = self._context.preferences.number(TEN_WAIT, TEN_WAIT_MS)
        for each, chip in self._waits.items():
            chip.setChecked(each == wait)
        self.remembers.setChecked(self._context.preferences.flag(REMEMBERS_DIARIES, True))

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._title.setText(tr.text("How I use the diary"))
        self._end_label.setText(tr.text("My day ends at"))
        self._end_why.setText(
            tr.text(
                "Until then the check-in, notes and ticks belong to the evening before. Laboratory results, "
                "events and visits keep the calendar’s day."
            )
        )
        self._units_label.setText(tr.text("Temperature and weight are typed, shown and printed in"))
        for item, chips in self._units.items():
            name = self._diary.symptoms.catalogue().get(item).name(tr)
            for unit, chip in chips.items():
                chip.setText(PRINTED[unit] if unit else _KEPT[item])
                chip.setAccessibleName(f"{name}: {chip.text()}")
        self._wait_label.setText(tr.text("How long “1” waits for a “0”, to become 10"))
        for at, chip in self._ends.items():
            chip.setText(tr.time(at) if at.hour else tr.text("Midnight"))
        for wait, chip in self._waits.items():
            chip.setText(tr.text("{seconds} s", seconds=tr.number(wait / 1000)))
        self._remembering.say(tr.text("Remember on this computer which diaries were open"), "")
        self.refresh()

    def _choose_end(self, at: time) -> None:
        try:
            self._diary.check_in.set_end(at)
        except Refusal as refusal:
            self._problem.setText(self._context.tr.refusal(refusal))
        self._problem.setVisible(self._diary.check_in.ends_at != at)
        self.refresh()

    def _choose_unit(self, item: str, unit: str) -> None:
        try:
            self._diary.settings.set(UNIT_KEYS[item], unit)
        except Refusal as refusal:
            self._problem.setText(self._context.tr.refusal(refusal))
        self._problem.setVisible(self._diary.symptoms.units().get(item, "") != unit)
        self.refresh()

    def _choose_wait(self, wait: int) -> None:
        self._context.preferences.remember(TEN_WAIT, wait)

    def _choose_remembering(self, on: bool) -> None:
        preferences = self._context.preferences
        preferences.remember(REMEMBERS_DIARIES, on)
        if not on:
            for key in (RECENT_DIARIES, LAST_DIARY, SAVED_IN):
                preferences.remember(key, "")
