"""The person's own last results beside an explanation: as printed, with the sheet's own range."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from lupusdiary.diary import Diary
from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.wording import as_printed, printed_range
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import FlowLayout

_MOST = 6


def last_results(diary: Diary, analytes: Sequence[str]) -> list[LabResult]:
    """The newest result of each of these tests that has one."""
    return [newest for code in analytes if (newest := diary.labs.newest(code)) is not None]


def result_words(result: LabResult, analyte: Analyte, tr: Translator, *, fictional: bool = False) -> str:
    """One result in a sentence, as it was printed; a fictional one is nobody's own."""
    day = tr.date(result.collected_on, "short")
    name, value = analyte.label(tr), as_printed(result, analyte, tr)
    range_text = printed_range(analyte, result.range_text, tr) if result.range_text else None
    if fictional and range_text:
        return tr.text(
            "Last {test}: {value} on {day}; the laboratory’s range {range}",
            test=name,
            value=value,
            day=day,
            range=range_text,
        )
    if fictional:
        return tr.text("Last {test}: {value} on {day}", test=name, value=value, day=day)
    if range_text:
        return tr.text(
            "Your last {test}: {value} on {day}; your laboratory’s range {range}",
            test=name,
            value=value,
            day=day,
            range=range_text,
        )
    return tr.text("Your last {test}: {value} on {day}", test=name, value=value, day=day)


class OwnResults(QFrame):
    """Hidden where the diary holds nothing of the kind. `go` leads to the results."""

    go = Signal(object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("own_values")
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._analytes: Sequence[str] = ()
        self._about: str | None = None
        self._first = ""
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.others = QPushButton()
        self.others.setObjectName("other_values")
        self.others.setCheckable(True)
        self.others.clicked.connect(self._fill)
        self.more = QPushButton()
        self.more.setObjectName("to_labs")
        self.more.clicked.connect(lambda: self.go.emit(Route("labs", series=(self._first,))))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(self._lines)
        buttons = FlowLayout()
        for button in (self.others, self.more):
            buttons.addWidget(button)
        column.addLayout(buttons)

    def begin(self, about: str | None) -> None:
        """Another article opens; `about` is the test from which the person came."""
        self._about = about
        self.others.setChecked(False)

    def show_values(self, analytes: Sequence[str]) -> None:
        """Shows the newest results of these tests, first the one from which the person came."""
        self._analytes = sorted(analytes, key=lambda code: code != self._about)
        self._fill()

    def _fill(self) -> None:
        clear(self._lines)
        found = last_results(self._diary, self._analytes)
        self.setVisible(bool(found))
        if not found:
            return
        tr, catalogue = self._context.tr, self._diary.labs.catalogue()
        fictional = self._diary.demonstration is not None
        self._first = found[0].analyte
        self._title.setText(
            tr.text("From the demonstration diary, a fictional life")
            if fictional
            else tr.text("From your own diary")
        )
        self.more.setText(tr.text("Open in Labs"))
        hidden = len(found) - _MOST
        self.others.setVisible(hidden > 0)
        self.others.setText(
            tr.text("Show fewer")
            if self.others.isChecked()
            else tr.plural("Show {count} more", "Show {count} more", max(1, hidden))
        )
        for result in found if self.others.isChecked() else found[:_MOST]:
            words = result_words(result, catalogue.get(result.analyte), tr, fictional=fictional)
            line = QLabel(words)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            line.setWordWrap(True)
            self._lines.addWidget(line)
            # Until it is shown it does not count, and Qt would squeeze the others.
            line.show()
