"""Sends the pages of a PDF to a printer as they are previewed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from lupusdiary.language import Refusal

# More dots than this no eye sees, and a page of them fills the memory.
_MOST_DOTS = 300


def choose_printer(parent: QWidget) -> QPrinter | None:
    """Asks for a printer; None when the person cancels."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def print_pages(document: QPdfDocument, printer: QPrinter) -> None:
    """Prints every page on its own sheet. Raises `Refusal` if the printer does not take it."""
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    painter = QPainter()
    if not painter.begin(printer):
        raise Refusal("The printer did not take the pages. Nothing was printed.")
    try:
        for number in range(document.pageCount()):
            if number and not printer.newPage():
                raise Refusal("The printer stopped before the last page.")
            _draw(document, number, printer, painter)
    finally:
        painter.end()


def _draw(document: QPdfDocument, number: int, printer: QPrinter, painter: QPainter) -> None:
    sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    points = document.pagePointSize(number)
    scale = min(sheet.width() / points.width(), sheet.height() / points.height())
    size = points * scale
    dots = min(1.0, _MOST_DOTS / printer.resolution())
    image = document.render(number, QSize(round(size.width() * dots), round(size.height() * dots)))
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
