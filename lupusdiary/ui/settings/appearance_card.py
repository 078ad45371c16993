"""The card of the settings with the language, the size of the text and the colours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.spoken import QuestionGroup
from lupusdiary.ui.base.theme import SCALES, THEME_NAMES
from lupusdiary.ui.base.ui_language import LANGUAGE_NAMES
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.flow_layout import FlowLayout

T = TypeVar("T")


class AppearanceCard(QFrame):
    """Each choice is applied at once to every window."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._title, self._language, self._size, self._colours = QLabel(), QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "section")
        self._languages = {code: Chip(f"language_{code}", self) for code in LANGUAGE_NAMES}
        self._sizes = {scale: Chip(f"size_{scale:.2f}", self) for scale in SCALES}
        self._themes = {theme: Chip(f"theme_{theme}", self) for theme, _ in THEME_NAMES}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(22, 18, 22, 18)
        self._column.setSpacing(10)
        self._column.addWidget(self._title)
        self._row(self._language, self._languages, context.choose_language)
        self._row(self._size, self._sizes, context.choose_scale)
        self._row(self._colours, self._themes, context.choose_theme)
        context.theme.changed.connect(self.tick)
        context.ui_language.changed.connect(self.tick)

    def _row(self, label: QLabel, chips: Mapping[T, Chip], choose: Callable[[T], None]) -> None:
        row, group = FlowLayout(spacing=8), QuestionGroup(self, label)
        for value, chip in chips.items():
            group.addButton(chip)
            row.addWidget(chip)
            chip.clicked.connect(lambda _=False, value=value: choose(value))
        self._column.addWidget(label)
        self._column.addLayout(row)

    def tick(self) -> None:
        """Marks what is in use."""
        self._languages[self._context.ui_language.code].setChecked(True)
        nearest = min(self._sizes, key=lambda scale: abs(scale - self._context.theme.scale))
        self._sizes[nearest].setChecked(True)
        self._themes[self._context.theme.name].setChecked(True)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._title.setText(tr.text("Language and display"))
        self._language.setText(tr.text("Language"))
        self._size.setText(tr.text("Text size"))
        self._colours.setText(tr.text("Colours"))
        for code, name in LANGUAGE_NAMES.items():
            self._languages[code].setText(name)
        for scale, chip in self._sizes.items():
            chip.setText(f"{scale:.0%}")
        for theme, text in THEME_NAMES:
            self._themes[theme].setText(tr.text(text))
        self.tick()
