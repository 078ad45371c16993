"""What a menu or a page may ask of the window, beside what a page does by itself.

Named tuples, for they are made at every start: a dataclass takes six times as long to define.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Verb(StrEnum):
    """A command that says all by itself; `NEW`, `OPEN` and `SESSION` ask which one."""

    NEW = "new"
    OPEN = "open"
    OWN = "own"
    IMPORT = "import"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    LARGER = "larger"
    SMALLER = "smaller"
    FULL_SCREEN = "full_screen"
    HELP = "help"
    ABOUT = "about"
    SESSION = "session"
    END_SESSION = "end_session"
    RESTORE = "restore"
    RECOVERY = "recovery"
    MOVING = "moving"
    TRASH = "trash"
    DAY_HISTORY = "day_history"
    PASSPHRASE = "passphrase"
    LOCK = "lock"
    ASK = "ask"
    WRITE_MEDICINE = "write_medicine"


class OpenDiary(NamedTuple):
    """Goes to a diary."""

    path: Path


class BringIn(NamedTuple):
    """Offers the entries of another version of this diary."""

    path: Path


class ExportForm(StrEnum):
    """A form in which everything is written out."""

    JSON = "json"
    CSV = "csv"


class Export(NamedTuple):
    """Writes everything out."""

    form: ExportForm


class ShowStory(NamedTuple):
    """Opens a demonstration diary."""

    story: str


class ShowPage(NamedTuple):
    """Goes to a page."""

    page: str


class ChooseTheme(NamedTuple):
    """Changes the colours."""

    theme: str


class ChooseLanguage(NamedTuple):
    """Changes the language."""

    code: str


class Present(NamedTuple):
    """Begins the education session of this id, or of this article."""

    session: str


class NameFile(NamedTuple):
    """Shows the name of the diary's file in the title, or hides it."""

    shown: bool


Command = (
    Verb
    | OpenDiary
    | BringIn
    | Export
    | ShowStory
    | ShowPage
    | ChooseTheme
    | ChooseLanguage
    | Present
    | NameFile
)
