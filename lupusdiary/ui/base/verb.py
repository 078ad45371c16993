"""What a menu or a page may ask of the window, beside what a page does by itself."""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """One thing that the window can be asked for. Most go with an object, the second word of `requested`: a
    path, a page, a story, an article, a form of export."""

    NEW = "new"
    OPEN = "open"
    OWN = "own"
    DEMONSTRATION = "demonstration"
    IMPORT = "import"
    IMPORT_VERSION = "import_version"
    EXPORT = "export"
    PAGE = "page"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    LARGER = "larger"
    SMALLER = "smaller"
    THEME = "theme"
    LANGUAGE = "language"
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
    NAME_FILE = "name_file"
    LOCK = "lock"
    ASK = "ask"
