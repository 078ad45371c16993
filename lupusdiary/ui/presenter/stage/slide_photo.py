"""A photo on a slide of one's own: read from any file of a camera, kept small and without what it says of
where and when it was taken."""

from __future__ import annotations

from base64 import b64decode, b64encode
from pathlib import Path
from stat import S_ISREG

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from lupusdiary.education.sessions.session_file import LONGEST_PHOTO
from lupusdiary.language import Refusal

# The longer side in pixels: what a projector shows.
LARGEST_SIDE = 1920
_MEGABYTES = 40
_MOST_PIXELS = 60_000_000
# Drawings that can fetch other files are none of them, nor is TIFF: a damaged one ends the whole program in
# its decoder.
_FORMATS = ("jpeg", "jpg", "png", "webp", "bmp", "gif")
_QUALITIES = (88, 75, 60, 40)


def photo_from(path: Path) -> str:
    """The photo of a file as it is kept in a playlist: a JPEG of at most 1920 pixels without metadata, in
    Base64. Raises `Refusal`: not a picture, or too large."""
    image = _upright(_content(path), path.name)
    for quality in _QUALITIES:
        text = _jpeg(image, quality)
        if 0 < len(text) <= LONGEST_PHOTO:
            return text
    raise _unreadable(path.name)


def photo_image(text: str) -> QImage:
    """The picture of a kept photo; a null image where it cannot be read."""
    try:
        return _upright(b64decode(text, validate=True), "")
    except (ValueError, Refusal):
        return QImage()


class SlidePhotos:
    """The photos of a session, each read once."""

    def __init__(self) -> None:
        self._read: dict[str, QImage] = {}

    def paint(self, painter: QPainter, room: QRectF, text: str) -> None:
        """Paints one into the middle of a rectangle, its shape kept."""
        if text not in self._read:
            self._read[text] = photo_image(text)
        image = self._read[text]
        shape = QSizeF(image.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, *shape.toTuple())
        place.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)


def _content(path: Path) -> bytes:
    try:
        state = path.stat()
        if not S_ISREG(state.st_mode):
            raise _unreadable(path.name)
        if state.st_size > _MEGABYTES * 1_000_000:
            raise _too_large(path.name)
        return path.read_bytes()
    except OSError as fault:
        raise _unreadable(path.name) from fault


def _upright(content: bytes, name: str) -> QImage:
    """The picture as it is to be seen, in a fresh image: what the file says besides stays behind."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).decode() not in _FORMATS:
        raise _unreadable(name)
    size = reader.size()
    if size.isEmpty():
        raise _unreadable(name)
    if size.width() * size.height() > _MOST_PIXELS:
        raise _too_large(name)
    if max(size.width(), size.height()) > LARGEST_SIDE:
        reader.setScaledSize(_at_least_one(size.scaled(_SQUARE, Qt.AspectRatioMode.KeepAspectRatio)))
    read = reader.read()
    if read.isNull():
        raise _unreadable(name)
    if read.colorSpace().isValid():
        read.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    fresh = QImage(read.size(), QImage.Format.Format_RGB32)
    fresh.fill(Qt.GlobalColor.white)
    painter = QPainter(fresh)
    painter.drawImage(fresh.rect(), read)
    painter.end()
    return fresh


_SQUARE = QSize(LARGEST_SIDE, LARGEST_SIDE)


def _at_least_one(size: QSize) -> QSize:
    return size.expandedTo(QSize(1, 1))


def _jpeg(image: QImage, quality: int) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(quality)
    return b64encode(bytes(buffer.data().data())).decode() if writer.write(image) else ""


def _unreadable(name: str) -> Refusal:
    return Refusal("“{name}” is not a picture that can be read. Choose a JPEG or PNG file.", name=name)


def _too_large(name: str) -> Refusal:
    return Refusal(
        "“{name}” is too large for a slide: choose a picture of at most {most} megabytes and {pixels} "
        "million pixels.",
        name=name,
        most=_MEGABYTES,
        pixels=_MOST_PIXELS // 1_000_000,
    )
