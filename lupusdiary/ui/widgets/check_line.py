"""A tick box whose words wrap, and tick boxes of several codes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLayout, QWidget

from lupusdiary.ui.widgets.discard import discard


class CheckLine(QWidget):
    """A tick box beside its words; a click on the words is a click on the box."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setObjectName(name)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.box)
        layout.addWidget(self.words, 1)

    def say(self, words: str, plain: str) -> None:
        """Sets the words, and a sentence that explains them."""
        self.words.setText(words)
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(plain)
        self.setToolTip(plain)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()


class CheckBoxes:
    """A tick box for each of several codes, in the layout that `layout` gives for it; `ticked` is called when
    the person has ticked one. `name` begins the names of the boxes."""

    def __init__(self, name: str, layout: Callable[[str], QLayout], ticked: Callable[[], object]) -> None:
        self._name, self._layout, self._tell = name, layout, ticked
        self._boxes: dict[str, QCheckBox] = {}

    def offer(self, codes: Sequence[str], ticked: Collection[str], most: int | None = None) -> None:
        """Offers these codes; with `most` ticked there is no room for one more."""
        if list(codes) != list(self._boxes):
            for box in self._boxes.values():
                discard(box)
            self._boxes = {code: self._box(code) for code in codes}
        count = sum(code in ticked for code in self._boxes)
        for code, box in self._boxes.items():
            box.setChecked(code in ticked)
            box.setEnabled(code in ticked or most is None or count < most)

    def say(self, name: Callable[[str], str]) -> None:
        """Sets the words of every box."""
        for code, box in self._boxes.items():
            box.setText(name(code).replace("&", "&&"))

    def ticked(self) -> list[str]:
        """What is ticked, in the order of the boxes."""
        return [code for code, box in self._boxes.items() if box.isChecked()]

    def box(self, code: str) -> QCheckBox:
        """The box of a code."""
        return self._boxes[code]

    def __contains__(self, code: object) -> bool:
        return code in self._boxes

    def __len__(self) -> int:
        return len(self._boxes)

    def _box(self, code: str) -> QCheckBox:
        box = QCheckBox()
        box.setObjectName(f"{self._name}_{code}")
        box.clicked.connect(lambda _=False: self._tell())
        self._layout(code).addWidget(box)
        return box
