"""A photo on a slide of one's own: made small, told of nothing else, carried along, refused kindly."""

from __future__ import annotations

import os
import struct
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions.deck import deck
from lupusdiary.education.sessions.session import EducationSession, SlideStep
from lupusdiary.education.sessions.session_file import MOST_PHOTOS, read_session, write_session
from lupusdiary.language import Refusal, translator
from lupusdiary.ui.base.palette import LIGHT
from lupusdiary.ui.presenter.playlist_editor import PlaylistEditor
from lupusdiary.ui.presenter.playlists import open_playlist, save_playlist
from lupusdiary.ui.presenter.stage.slide_painter import Shown, SlidePainter
from lupusdiary.ui.presenter.stage.slide_photo import LARGEST_SIDE, photo_from, photo_image
from lupusdiary.ui.presenter.stage.slide_text import Display
from tests.ui.teaching import Teacher

SAYING = "Our infusion room is on the second floor"
EN = translator("en")


@pytest.fixture
def teacher(qtbot: QtBot, tmp_path: Path, clock: Callable[[], datetime]) -> Teacher:
    return Teacher(qtbot, tmp_path, clock)


def camera_file(path: Path, size: tuple[int, int] = (4000, 3000)) -> Path:
    """A red photo with the place, the maker and a comment that a camera writes; turned by its own word."""
    image = Image.new("RGB", size, (200, 30, 30))
    said = Image.Exif()
    said[0x0112] = 6
    said[0x010F] = "SECRETMAKER"
    said[0x8825] = {1: "N", 2: (37.0, 33.0, 0.0)}
    image.save(path, exif=said, comment=b"SECRETCOMMENT")
    return path


def playlist(photo: str, count: int = 1) -> EducationSession:
    steps = (SlideStep(SAYING, 1, photo),) * count
    return EducationSession("own_photo", "가", "a", 5, steps=steps)


def test_a_photo_is_upright_small_and_silent_on_where_it_was_taken(qtbot: QtBot, tmp_path: Path) -> None:
    kept = b64decode(photo_from(camera_file(tmp_path / "room.jpg")))
    image = Image.open(BytesIO(kept))
    assert image.format == "JPEG"
    assert image.size == (LARGEST_SIDE * 3 // 4, LARGEST_SIDE)
    assert not image.getexif()
    assert b"SECRET" not in kept
    assert b"Exif" not in kept


def test_what_a_png_says_besides_its_picture_stays_behind_and_glass_is_white(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said = PngInfo()
    said.add_text("Description", "SECRETWORDS")
    Image.new("RGBA", (40, 30), (0, 0, 0, 0)).save(tmp_path / "clear.png", pnginfo=said)
    kept = b64decode(photo_from(tmp_path / "clear.png"))
    assert b"SECRET" not in kept
    image = Image.open(BytesIO(kept))
    assert image.size == (40, 30)
    assert image.getpixel((20, 15)) == (255, 255, 255)


def png_that_claims(width: int, height: int) -> bytes:
    """A file of a few bytes that claims to be enormous."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = b"IDAT" + zlib.compress(b"0")
    chunks = (struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in (head, body))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


# What the decoders write about a torn file.
TORN = ("Corrupt JPEG data", "JPEG datastream contains no image", "Unsupported marker type")


@pytest.mark.qt_log_ignore(*TORN)
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is not a picture that can be read"),
        (b"\xff\xd8\xff\xe0 torn", "is not a picture that can be read"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "is not a picture"),
        (png_that_claims(100_000, 100_000), "is too large for a slide"),
    ],
    ids=["empty", "torn", "drawing", "enormous"],
)
def test_a_hostile_file_gets_one_sentence(qtbot: QtBot, tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        photo_from(path)
    assert said in EN.refusal(refused.value)


def test_a_file_of_many_megabytes_or_that_is_gone_gets_one_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "x.jpg"
    path.touch()
    os.truncate(path, 41_000_000)
    with pytest.raises(Refusal, match="too large"):
        photo_from(path)
    with pytest.raises(Refusal, match="not a picture"):
        photo_from(tmp_path / "gone.jpg")
    with pytest.raises(Refusal, match="not a picture"):
        photo_from(tmp_path)


def test_photos_are_carried_with_the_playlists_file(qtbot: QtBot, tmp_path: Path) -> None:
    session = playlist(photo_from(camera_file(tmp_path / "room.jpg", (640, 480))), MOST_PHOTOS)
    saved = save_playlist(session, tmp_path / "carried")
    assert open_playlist(saved, Library()) == session


@pytest.mark.qt_log_ignore(*TORN)
def test_a_playlist_with_a_photo_that_is_none_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    for photo in ("not base64!", b64encode(b"MZ no picture").decode()):
        with pytest.raises(Refusal, match="photo of this slide"):
            read_session(write_session(playlist(photo)), Path("x"))
    torn = save_playlist(playlist(b64encode(b"\xff\xd8\xff torn").decode()), tmp_path / "torn")
    with pytest.raises(Refusal) as refused:
        open_playlist(torn, Library())
    assert "its photo cannot be read" in EN.refusal(refused.value)
    good = photo_from(camera_file(tmp_path / "room.jpg", (64, 48)))
    with pytest.raises(Refusal, match="at most"):
        read_session(write_session(playlist(good, MOST_PHOTOS + 1)), Path("x"))


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)], ids=str)
def test_the_photo_stands_below_its_sentence_and_both_have_room(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    session = playlist(photo_from(camera_file(tmp_path / "room.jpg")))
    (frame,) = (each for each in deck(session, Library(), EN) if each.photo)
    display = Display(*size, 96)
    painter = SlidePainter(display, Library(), EN, LIGHT)
    assert painter._heading_font(frame).pixelSize() >= display.least
    room = painter._room(frame)
    assert room.height() > 400
    image = QImage(*size, QImage.Format.Format_RGB32)
    with QPainter(image) as on:
        painter.paint(on, QRectF(image.rect()), frame, Shown())
    unit = size[1] / 1080
    middle = QColor(image.pixel(round(room.center().x() * unit), round(room.center().y() * unit)))
    assert (middle.red() > 150, middle.green() < 80) == (True, True)


def test_a_photo_is_chosen_for_the_marked_slide_and_taken_away(teacher: Teacher, tmp_path: Path) -> None:
    controller = teacher.shell.controller
    controller.sessions.choose()
    dialog = controller.sessions.chooser
    assert dialog is not None
    teacher.click(dialog, "new_playlist")
    editor = dialog.findChild(PlaylistEditor)
    assert editor is not None
    button = editor.findChild(QPushButton, "step_photo")
    assert not button.isEnabled()
    editor.offers.search.setText(f"{SAYING} zzz")
    teacher.click(editor, "add_step")
    assert button.isEnabled()
    teacher.shell.person.opens = camera_file(tmp_path / "room.jpg", (640, 480))
    teacher.click(editor, "step_photo")
    (step,) = editor.steps
    assert isinstance(step, SlideStep)
    assert step.photo
    assert editor.list.item(0).text().startswith("Own slide with a photo: ")
    assert button.text() == "Remove the photo"
    teacher.click(editor, "step_photo")
    (step,) = editor.steps
    assert isinstance(step, SlideStep)
    assert not step.photo
    (tmp_path / "words.jpg").write_text("no picture")
    teacher.shell.person.opens = tmp_path / "words.jpg"
    teacher.click(editor, "step_photo")
    assert "is not a picture that can be read" in teacher.shell.person.told[-1]


@pytest.mark.parametrize("kind", ["TIFF", "ICO", "TGA"])
def test_a_kind_whose_decoder_a_damaged_file_ends_is_never_decoded(
    qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    path, made = tmp_path / "photo.jpg", BytesIO()
    Image.new("RGB", (40, 30), "white").save(made, kind)
    path.write_bytes(made.getvalue())
    with pytest.raises(Refusal, match="JPEG or PNG"):
        photo_from(path)
    assert photo_image(b64encode(made.getvalue()).decode()).isNull()


@pytest.mark.qt_log_ignore(".*")  # The decoders say what is damaged.
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP"])
def test_any_damage_of_a_photo_is_read_or_refused(qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    path, made = tmp_path / "photo", BytesIO()
    Image.effect_noise((40, 30), 50).convert("RGB").save(made, kind)
    whole, met = made.getvalue(), 0
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]):
            path.write_bytes(damaged)
            with suppress(Refusal):
                photo_from(path)
            met += 1
    assert met > 100
