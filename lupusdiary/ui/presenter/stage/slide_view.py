"""A widget that shows one screen of a session as large as it can, in the shape of the display."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from lupusdiary.education.sessions.frames import Frame
from lupusdiary.ui.presenter.stage.slide_painter import Shown, SlidePainter


class SlideView(QWidget):
    """The projector's picture, or a small preview of it; black while `black` is set."""

    def __init__(self, name: str, *, centred: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self._centred = centred
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._painter: SlidePainter | None = None
        self.frame: Frame | None = None
        self.shown = Shown()
        self.black = False
        self._picture: QPixmap | None = None

    def show_picture(self, picture: QPixmap | None) -> None:
        """Shows a picture of what the audience sees instead of the slide, or the slide again."""
        self._picture = picture
        self.update()

    def show_frame(
        self, painter: SlidePainter, frame: Frame | None, shown: Shown, *, black: bool = False
    ) -> None:
        """Shows a screen, none of them, or black."""
        self._painter, self.frame, self.shown, self.black = painter, frame, shown, black
        self.setAccessibleName(frame.heading if frame is not None else "")
        self.setAccessibleDescription(" ".join(frame.lines) if frame is not None else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.black or self._painter is None or self.frame is None:
            painter.fillRect(
                self.rect(), QColor("#000000") if self.black else self.palette().window().color()
            )
            painter.end()
            return
        painter.fillRect(self.rect(), self.palette().window().color())
        display = self._painter.display
        shape = QSizeF(display.width, display.height)
        shape.scale(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        left = (self.width() - shape.width()) / 2 if self._centred else 0.0
        top = (self.height() - shape.height()) / 2 if self._centred else 0.0
        room = QRectF(left, top, shape.width(), shape.height())
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(room, self._picture, QRectF(self._picture.rect()))
        else:
            self._painter.paint(painter, room, self.frame, self.shown)
        painter.end()
