"""The person's own last results beside an explanation: as printed, with the sheet's own range."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from lupusdiary.diary import Diary
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Translator
from lupusdiary.ui.route import Route
from lupusdiary.ui.surroundings import Surroundings

_MOST = 6


def last_results(diary: Diary, analytes: Sequence[str]) -> list[LabResult]:
    """The newest result of each of these tests that has one."""
    used = set(diary.labs.analytes_used())
    newest = []
    for code in [each for each in analytes if each in used]:
        results = diary.labs.all(None, code)
        newest.append(max(results, key=lambda result: result.collected_on))
    return newest


def result_words(result: LabResult, name: str, tr: Translator) -> str:
    """One result in a sentence."""
    day = tr.date(result.collected_on, "short")
    value = f"{result.value_text} {result.unit or ''}".strip()
    if result.range_text:
        return tr.text(
            "Your last {test}: {value} on {day}; your laboratory’s range {range}",
            test=name,
            value=value,
            day=day,
            range=result.range_text,
        )
    return tr.text("Your last {test}: {value} on {day}", test=name, value=value, day=day)


class ReaderValues(QFrame):
    """Hidden where the diary holds nothing of the kind. `go` leads to the results."""

    go = Signal(object)

    def __init__(self, diary: Diary, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("own_values")
        self.setProperty("role", "card")
        self._diary = diary
        self._surroundings = surroundings
        self._first = ""
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.more = QPushButton()
        self.more.setObjectName("to_labs")
        self.more.clicked.connect(lambda: self.go.emit(Route("labs", series=(self._first,))))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(self._lines)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_values(self, analytes: Sequence[str]) -> None:
        """Shows the newest results of these tests."""
        while (item := self._lines.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.setParent(None)
                gone.deleteLater()
        found = last_results(self._diary, analytes)
        self.setVisible(bool(found))
        if not found:
            return
        tr, catalogue = self._surroundings.tr, self._diary.labs.catalogue()
        self._first = found[0].analyte
        self._title.setText(tr.text("From your own diary"))
        self.more.setText(tr.text("Open in Labs"))
        for result in found[:_MOST]:
            line = QLabel(result_words(result, catalogue.get(result.analyte).label(tr), tr))
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            line.setWordWrap(True)
            self._lines.addWidget(line)
