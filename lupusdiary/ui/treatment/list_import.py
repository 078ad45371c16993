"""A list of dispensed medicines comes in: pasted or from a file, its columns said once, looked at, then kept
as one step. Dispensed is planned, never taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.diary import Diary
from lupusdiary.domain.medicines.part import WEEKDAYS
from lupusdiary.domain.medicines.pattern import DAILY
from lupusdiary.domain.medicines.quick_entry.dispensed import (
    ROW_INTERVALS,
    DispensedRow,
    may_be_daily,
    medicine_of_row,
    read_row,
    said_interval,
)
from lupusdiary.domain.medicines.quick_entry.read_back import INTERVAL_WORDS, understood
from lupusdiary.domain.medicines.wording import weekday_names
from lupusdiary.exchange.medicines.dispensed_list import (
    RawList,
    dispensed_rows,
    list_in_file,
    pasted_list,
)
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.treatment.list_columns import ListColumns
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import flow_of
from lupusdiary.ui.widgets.labels import attempt, plain_label

_PIECE = 24


class ListImport(QFrame):
    """`kept` carries how many rows were kept; `turned` is sent when it is opened or closed."""

    kept = Signal(int)
    turned = Signal()

    def __init__(self, diary: Diary, context: UiContext, keeper: DraftKeeper) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary, self._context = diary, context
        self._raw = RawList((), ())
        self._rows: list[DispensedRow] = []
        self._choices: list[Choice] = []
        self._title = plain_label("section", "list_title")
        self._intro = plain_label("muted", "list_intro")
        self.text = QPlainTextEdit()
        self.text.setObjectName("list_text")
        self.text.setFixedHeight(96)
        self.text.setTabChangesFocus(True)
        self.read, self.file, self.cancel = QPushButton(), QPushButton(), QPushButton()
        self.read.setObjectName("list_read")
        self.file.setObjectName("list_file")
        self.cancel.setObjectName("list_cancel")
        self.cancel.setProperty("role", "quiet")
        self.daily, self.save = QPushButton(), QPushButton()
        self.daily.setObjectName("list_daily")
        self.save.setObjectName("list_save")
        self.save.setProperty("role", "primary")
        self.problem = plain_label("note", "list_problem")
        self.busy = plain_label("muted", "list_busy")
        for silent in (self.problem, self.busy):
            silent.hide()
        self._background = Background(self)
        self.count = plain_label("", "list_count")
        self.columns = ListColumns(diary)
        self.columns.changed.connect(self._fill_rows)
        self._preview = QWidget()
        self._grid = QGridLayout(self._preview)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.drafted = keeper.join("list", lambda: "new", self._unsaved, self._put_back)
        note = DraftNote.on(self.drafted, diary.now, context, self._close, self)
        self._lay_out(note)
        self.read.clicked.connect(self._read_text)
        self.file.clicked.connect(self._read_file)
        self.cancel.clicked.connect(self._close)
        self.daily.clicked.connect(self._rest_daily)
        self.save.clicked.connect(self._save)
        self._tr = context.tr
        self._show_rows()
        self.hide()

    def _lay_out(self, note: DraftNote) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        rows: tuple[QWidget, ...] = (self.busy, self.problem, self.columns, self.count, self._preview)
        for widget in (self._title, self._intro, note, self.text, *rows):
            column.addWidget(widget)
        column.addLayout(flow_of(8, self.read, self.file, self.daily, self.save, self.cancel))

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._tr = tr
        self._title.setText(tr.text("A list of dispensed medicines"))
        self._intro.setText(
            tr.text(
                "“My medicines at a glance” of the health insurance, or a pharmacy’s list: copy its table "
                "here, or choose the CSV or Excel file. It is kept as planned, never as taken."
            )
        )
        self.text.setAccessibleName(tr.text("The copied table"))
        self.read.setText(tr.text("Read what is pasted"))
        self.file.setText(tr.text("Choose a file…"))
        self.cancel.setText(tr.text("Cancel"))
        self.busy.setText(tr.text("The file is being read…"))
        self.daily.setText(tr.text("All that are open: every day"))
        self.daily.setToolTip(tr.text("Never for methotrexate: choose that one separately."))
        self._show_rows()

    def begin(self, text: str = "") -> None:
        """Shows the card, ready to be pasted into; a list that is handed over is read at once."""
        self.show()
        self.turned.emit()
        self.text.setFocus()
        if text:
            self.text.setPlainText(text)
            self._read_text()

    def put_back(self) -> None:
        """Shows a list that was pasted or read before and is not kept yet."""
        if self.drafted.look():
            self.show()
            self.turned.emit()

    def _unsaved(self) -> dict[str, Any] | None:
        text = self.text.toPlainText()
        if not (text.strip() or self._raw.rows):
            return None
        chosen = [choice.currentData() for choice in self._choices]
        return {"text": text, "head": list(self._raw.head), "rows": self._raw.rows, "chosen": chosen}

    def _put_back(self, values: Mapping[str, Any]) -> None:
        self.text.setPlainText(values["text"])
        self._take(RawList(tuple(values["head"]), tuple(tuple(row) for row in values["rows"])))
        if len(values["chosen"]) == len(self._choices):
            for choice, kind in zip(self._choices, values["chosen"], strict=True):
                choice.setCurrentIndex(max(0, choice.findData(kind)))

    def _close(self) -> None:
        self._background.drop()
        self._show_busy(busy=False)
        self.drafted.done()
        self.text.clear()
        self._take(RawList((), ()))
        self.hide()
        self.turned.emit()

    def _read_text(self) -> None:
        self._try(lambda: self._take_rows(pasted_list(self.text.toPlainText())))

    def _read_file(self) -> None:
        tr = self._tr
        kinds = tr.text("Lists (*.csv *.tsv *.txt *.xlsx)")
        path = self._context.prompts.open_path(self, tr.text("Choose a file…"), kinds)
        if path is None:
            return
        self.problem.hide()
        self._show_busy(busy=True)
        # A workbook of thousands of rows takes longer than a window may stand still.
        self._background.run(lambda: list_in_file(path), self._take_file, self._not_read)

    def _take_file(self, raw: RawList) -> None:
        self._show_busy(busy=False)
        self._try(lambda: self._take_rows(raw))

    def _not_read(self, refusal: Refusal) -> None:
        self._show_busy(busy=False)
        self._complain(refusal)

    def _show_busy(self, *, busy: bool) -> None:
        for widget in (self.text, self.read, self.file):
            widget.setEnabled(not busy)
        self.busy.setVisible(busy)

    def _take_rows(self, raw: RawList) -> None:
        if not raw.rows:
            raise Refusal("No rows of a list were found.")
        self._take(raw)

    def _take(self, raw: RawList) -> None:
        self._raw = raw
        self.columns.show_list(raw, self._tr)
        self._fill_rows()

    def _fill_rows(self) -> None:
        self._rows = []
        left_out = 0
        if self._raw.rows:
            self.problem.hide()
            try:
                self._rows, left_out = dispensed_rows(self._raw, self.columns.kinds)
            except Refusal as refusal:
                self._complain(refusal)
        self._left_out = left_out
        clear(self._grid)
        self._choices = []
        for number, row in enumerate(self._rows):
            self._add_row(number, row)
        self._show_rows()

    _left_out = 0

    def _add_row(self, number: int, row: DispensedRow) -> None:
        tr = self._tr
        day, words = QLabel(tr.date(row.on, "short")), plain_label("")
        # Short pieces such as “for 28 days” are not broken.
        read = understood(read_row(row), tr)
        pieces = [each.replace(" ", "\u00a0") if len(each) < _PIECE else each for each in read]
        words.setText("  ·  ".join(pieces))
        choice = Choice()
        choice.setObjectName("list_interval")
        choice.setAccessibleName(tr.text("How often: {medicine}", medicine=row.name))
        choice.addItem(tr.text("How often?"), None)
        for kind in ROW_INTERVALS:
            said = (
                tr.text("every {day}", day=weekday_names((kind,), tr))
                if kind in WEEKDAYS
                else tr.text(INTERVAL_WORDS[kind])
            )
            choice.addItem(said, kind)
        choice.addItem(tr.text("leave it out"), "")
        said_by_row = said_interval(row)
        choice.setCurrentIndex(choice.findData(said_by_row) if said_by_row is not None else 0)
        choice.currentIndexChanged.connect(self._show_rows)
        self._choices.append(choice)
        for at, widget in enumerate((day, words, choice)):
            self._grid.addWidget(widget, number, at)
            widget.show()

    def _show_rows(self) -> None:
        tr = self._tr
        ready = [choice for choice in self._choices if choice.currentData()]
        open_rows = [choice for choice in self._choices if choice.currentData() is None]
        self.count.setText(
            tr.text(
                "{rows} rows read: {ready} with an interval, {open} open; {left_out} without name or day",
                rows=len(self._rows),
                ready=len(ready),
                open=len(open_rows),
                left_out=self._left_out,
            )
        )
        for entry in (self.text, self.read, self.file):
            entry.setVisible(not self._raw.rows)
        below: tuple[QWidget, ...] = (self.columns, self.count, self._preview, self.daily, self.save)
        for shown in below:
            shown.setVisible(bool(self._raw.rows))
        self.daily.setEnabled(bool(open_rows))
        self.save.setEnabled(bool(ready))
        self.save.setText(tr.plural("Keep {count} as dispensed", "Keep {count} as dispensed", len(ready)))

    def _rest_daily(self) -> None:
        for row, choice in zip(self._rows, self._choices, strict=True):
            if choice.currentData() is None and may_be_daily(row):
                choice.setCurrentIndex(choice.findData(DAILY))

    def _save(self) -> None:
        chosen = [
            (row, choice.currentData())
            for row, choice in zip(self._rows, self._choices, strict=True)
            if choice.currentData()
        ]

        def keep() -> None:
            self._diary.medicines.add_many([medicine_of_row(row, kind) for row, kind in chosen])
            self.kept.emit(len(chosen))
            self._close()

        self._try(keep)

    def _try(self, act: Callable[[], object]) -> None:
        attempt(act, self.problem, self._tr)

    def _complain(self, refusal: Refusal) -> None:
        self.problem.setText(self._tr.refusal(refusal))
        self.problem.show()
