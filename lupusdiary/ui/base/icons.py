"""Icons in the colours of the palette."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from lupusdiary.resources import resource

# Room between an icon and the words of its button, as a share of its size: no style sheet can set it.
_BEFORE_WORDS = 0.28


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int, gap: int = 0) -> QPixmap:
    """The icon `name` (a file of resources/icons/lucide without its ending) as a square of `size` pixels, and
    `gap` empty ones at its right."""
    drawing = resource("icons", "lucide", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    image = QPixmap((size + gap) * 2, size * 2)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size * 2, size * 2))
    painter.end()
    image.setDevicePixelRatio(2.0)
    return image


def icon(
    name: str,
    colour: str,
    size: int = 22,
    *,
    checked: str | None = None,
    disabled: str | None = None,
    gap: int = 0,
) -> QIcon:
    """The icon `name`, with another colour while its button is checked or disabled."""
    made = QIcon(pixmap(name, colour, size, gap))
    if checked:
        made.addPixmap(pixmap(name, checked, size, gap), QIcon.Mode.Normal, QIcon.State.On)
    if disabled:
        made.addPixmap(pixmap(name, disabled, size, gap), QIcon.Mode.Disabled)
    return made


def before_words(
    button: QAbstractButton, name: str, colour: str, size: int, disabled: str | None = None
) -> None:
    """Gives a button with words the icon `name`, with room between the two."""
    gap = round(size * _BEFORE_WORDS)
    button.setIcon(icon(name, colour, size, disabled=disabled, gap=gap))
    button.setIconSize(QSize(size + gap, size))
