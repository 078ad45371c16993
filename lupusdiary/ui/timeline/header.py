"""The line above the timeline: which panels, which period, and what one can do with the picture."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget

from lupusdiary.charts.presets import PRESET_NAMES
from lupusdiary.language import Message, Translator, mark
from lupusdiary.ui.base.icons import icon
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.widgets.chip import Chip, Joined
from lupusdiary.ui.widgets.flow_layout import flow_of
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import plain_tip

CHOSEN = "chosen"
DATES = "dates"

RANGES: dict[str, Message] = {
    "visit": mark("Since the last visit"),
    "quarter": mark("3 months"),
    "year": mark("1 year"),
    "five": mark("5 years"),
    "all": mark("All"),
    DATES: mark("Dates…"),
}

# Short for one line; the whole words are the tip and what is read aloud.
_SHORT = {"visit": mark("Since visit")}


class TimelineHeader(QWidget):
    """`preset_requested` and `range_requested` carry a name, `table_requested` whether it is the numbers that
    are wanted. One line on a small laptop, in either language."""

    preset_requested = Signal(str)
    range_requested = Signal(str)
    table_requested = Signal(bool)
    save_requested = Signal()
    picture_copy_requested = Signal()
    table_copy_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self._presets = self._chips([*PRESET_NAMES, CHOSEN], "preset", self.preset_requested)
        self._ranges = self._chips(list(RANGES), "range", self.range_requested)
        self.as_table = IconButton("table", "as_table", self, quiet=False)
        self.as_table.setCheckable(True)
        self.keep = QToolButton()
        self.keep.setObjectName("keep_picture")
        self.keep.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.keep)
        self._save = self._menu.addAction("", self.save_requested.emit)
        self._copy_picture = self._menu.addAction("", self.picture_copy_requested.emit)
        self._copy_table = self._menu.addAction("", self.table_copy_requested.emit)
        self.keep.setMenu(self._menu)
        self._of_presets = Joined([*self._presets.values()])
        self._of_ranges = Joined([*self._ranges.values()])
        parts = (self.title, self._of_presets, self._of_ranges, self.as_table, self.keep)
        self.line = flow_of(8, *parts, even=True)
        self.setLayout(self.line)
        # The keyboard goes from left to right, as the eye does.
        for one, other in pairwise(
            (*self._presets.values(), *self._ranges.values(), self.as_table, self.keep)
        ):
            QWidget.setTabOrder(one, other)
        self.as_table.toggled.connect(self.table_requested)

    def show_preset(self, name: str) -> None:
        """Marks the chosen preset."""
        _check(self._presets, name)

    def show_range(self, name: str | None) -> None:
        """Marks the chosen range; None: another period, reached by zoom or drag."""
        _check(self._ranges, name)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self.title.setText(tr.text("Timeline"))
        self._of_presets.setAccessibleName(tr.text("What the timeline shows"))
        self._of_ranges.setAccessibleName(tr.text("Period"))
        names = {**PRESET_NAMES, CHOSEN: mark("Choose…")}
        for chips, words in ((self._presets, names), (self._ranges, RANGES)):
            for name, chip in chips.items():
                chip.setText(tr.text(_SHORT.get(name, words[name])))
                if name in _SHORT:
                    chip.setToolTip(plain_tip(tr.text(words[name])))
                    chip.setAccessibleName(tr.text(words[name]))
        self.as_table.say(tr.text("As table"))
        self.keep.setToolTip(tr.text("Save or copy"))
        self.keep.setAccessibleName(tr.text("Save or copy"))
        self._save.setText(tr.text("Save the picture…"))
        self._copy_picture.setText(tr.text("Copy the picture"))
        self._copy_table.setText(tr.text("Copy the table"))

    def restyle(self, theme: Theme) -> None:
        """Draws the icons in the colours and size of the moment."""
        self.as_table.restyle(theme)
        size = round(20 * (0.6 + 0.4 * theme.scale))
        self.keep.setIcon(icon("download", theme.colours.text, size))
        self.keep.setIconSize(QSize(size, size))
        self.keep.setFixedHeight(target(theme.scale))

    def _chips(self, names: list[str], prefix: str, chosen: SignalInstance) -> dict[str, Chip]:
        # No QButtonGroup: in one, only a single chip takes the Tab key.
        chips = {}
        for name in names:
            chip = Chip(f"{prefix}_{name}", self)
            chip.clicked.connect(lambda _=False, name=name: chosen.emit(name))
            chips[name] = chip
        return chips


def _check(chips: dict[str, Chip], chosen: str | None) -> None:
    for name, chip in chips.items():
        chip.setChecked(name == chosen)
