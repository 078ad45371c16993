"""A PDF on the screen as it will be saved and printed; it is never written to a file for that."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.spoken import DOCUMENT, speak_as
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import plain_label

_STEP = 1.25
_LEAST, _MOST = 0.25, 4.0


class PrintPreview(QWidget):
    """Shows the pages of one PDF below each other, or a sentence instead. `whole`: a page is at first seen
    whole, not as wide as the place."""

    def __init__(self, context: UiContext, *, whole: bool = False) -> None:
        super().__init__()
        self._context = context
        self._at_first = QPdfView.ZoomMode.FitInView if whole else QPdfView.ZoomMode.FitToWidth
        self._refreshing = False
        self.pdf = b""
        self._bytes = QByteArray()
        self._device = QBuffer()
        self.document = QPdfDocument()
        self.view = QPdfView(self)
        speak_as(self.view, DOCUMENT)
        self.view.setObjectName("preview")
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(self._at_first)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = plain_label("muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QLabel()
        self._pages.setProperty("role", "hint")
        self._smaller = IconButton("zoom-out", "preview_smaller", self)
        self._larger = IconButton("zoom-in", "preview_larger", self)
        self._fit = IconButton("file-text", "preview_fit", self)
        self._smaller.clicked.connect(lambda: self._zoom(1 / _STEP))
        self._larger.clicked.connect(lambda: self._zoom(_STEP))
        self._fit.clicked.connect(lambda: self.view.setZoomMode(self._at_first))
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(self._pages, 1)
        for button in (self._smaller, self._larger, self._fit):
            bar.addWidget(button)
        shown = QWidget()
        self._stack = QStackedLayout(shown)
        self._stack.addWidget(self._words)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(bar)
        column.addWidget(shown, 1)
        # Children go in the order in which they came: the view waits for its drawing thread, which reads the
        # document, which reads the device.
        self.document.setParent(self)
        self._device.setParent(self)

    def show_pdf(self, pdf: bytes) -> None:
        """Shows these bytes; the place on the page stays where it was as far as there is one."""
        where = self.view.verticalScrollBar().value()
        self.document.close()
        self._device.close()
        self.pdf = pdf
        self._refreshing = False
        # A style sheet takes the palette back from a view that was hidden when it was styled.
        self._colour_ground()
        self._bytes = QByteArray(pdf)
        self._device.setBuffer(self._bytes)
        self._device.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._device)
        self._stack.setCurrentWidget(self.view)
        self.view.verticalScrollBar().setValue(where)
        self.retranslate()

    def say(self, words: str) -> None:
        """Shows a sentence instead of pages."""
        self.pdf = b""
        self._refreshing = False
        self._words.setText(words)
        self._stack.setCurrentWidget(self._words)
        self.retranslate()

    def refreshing(self) -> None:
        """Says that a newer page is on its way; the one that is shown stays meanwhile."""
        if self.pdf:
            self._refreshing = True
            self.retranslate()

    def fill_width(self, wide: bool) -> None:
        """Shows a page as wide as the place, or as at first."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth if wide else self._at_first)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        number = self.document.pageCount() if self.pdf else 0
        pages = tr.plural("{count} page, A4", "{count} pages, A4", number) if number else ""
        busy = tr.text("refreshing…")
        self._pages.setText(f"{pages} · {busy}" if self._refreshing and pages else pages)
        self.view.setAccessibleName(tr.text("Preview of the page for the doctor"))
        self._smaller.say(tr.text("Smaller"))
        self._larger.say(tr.text("Larger"))
        whole = self._at_first is QPdfView.ZoomMode.FitInView
        self._fit.say(tr.text("Show the whole page") if whole else tr.text("Fit the width"))
        for button in (self._smaller, self._larger, self._fit):
            button.setEnabled(bool(number))

    def restyle(self) -> None:
        """Fits icons and the ground behind the pages to the theme."""
        for button in (self._smaller, self._larger, self._fit):
            button.restyle(self._context.theme)
        self._colour_ground()

    def _colour_ground(self) -> None:
        palette = self.view.palette()
        palette.setColor(QPalette.ColorRole.Dark, self._context.theme.colours.border)
        self.view.setPalette(palette)

    def _zoom(self, factor: float) -> None:
        now = self.view.zoomFactor()
        if self.view.zoomMode() is not QPdfView.ZoomMode.Custom:
            now = self._fitted()
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(_MOST, max(_LEAST, now * factor)))

    def _fitted(self) -> float:
        """The zoom at which a page fits the view as it does now."""
        points, room = self.document.pagePointSize(0), self.view.viewport().size()
        if not points.width():
            return 1.0
        wide = room.width() / (points.width() * self.logicalDpiX() / 72)
        if self.view.zoomMode() is QPdfView.ZoomMode.FitInView:
            return min(wide, room.height() / (points.height() * self.logicalDpiY() / 72))
        return wide
