"""The person's own last results beside an explanation: as printed, with the sheet's own range."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from lupusdiary.diary import Diary
from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.wording import as_printed, printed_range
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.line_breaks import breakable, unbroken
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import EvenFlow, FlowLayout
from lupusdiary.ui.widgets.labels import plain_tip

_MOST = 6
_WIDE = 206


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
        self._diary = diary
        self._context = context
        self._analytes: Sequence[str] = ()
        self._about: str | None = None
        self._first = ""
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._tiles = EvenFlow(8)
        self.others = QPushButton()
        self.others.setObjectName("other_values")
        self.others.setCheckable(True)
        self.others.clicked.connect(self._fill)
        self.more = QPushButton()
        self.more.setObjectName("to_labs")
        self.more.clicked.connect(lambda: self.go.emit(Route("labs", series=(self._first,))))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(self._tiles)
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
        clear(self._tiles)
        found = last_results(self._diary, self._analytes)
        self.setVisible(bool(found))
        if not found:
            return
        tr, catalogue = self._context.tr, self._diary.labs.catalogue()
        fictional = self._diary.demonstration is not None
        self._first = found[0].analyte
        self._title.setText(
            tr.text("The last results in the demonstration diary, a fictional life")
            if fictional
            else tr.text("Your last results, as printed")
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
            tile = _ResultTile(result, catalogue.get(result.analyte), self._context, fictional=fictional)
            self._tiles.addWidget(tile)
            # Until it is shown it does not count, and Qt would squeeze the others.
            tile.show()


class _ResultTile(QFrame):
    """One result: the test and the day, below them what was printed and the sheet's own range."""

    def __init__(self, result: LabResult, analyte: Analyte, context: UiContext, *, fictional: bool) -> None:
        super().__init__()
        self.setProperty("role", "result_tile")
        tr, muted = context.tr, context.theme.colours.muted
        words = result_words(result, analyte, tr, fictional=fictional)
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        # Wide enough for most names; a longer one goes on in the next line.
        self.setMinimumWidth(round(_WIDE * (0.3 + 0.7 * context.theme.scale)))
        day = unbroken(tr.date(result.collected_on, "short"))
        printed = printed_range(analyte, result.range_text, tr) if result.range_text else ""
        said = tr.text("range {range}", range=printed) if printed else ""
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        value = f"<b>{escape(as_printed(result, analyte, tr))}</b>"
        for first, aside in ((escape(breakable(analyte.label(tr))), day), (value, said)):
            label = QLabel(f'{first} <span style="color: {muted}">{escape(aside)}</span>')
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
