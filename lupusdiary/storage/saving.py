"""Saves an open diary under a new name from its own connection: the way out when its file was moved away."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.language import Refusal
from lupusdiary.storage.checking.verification import prove
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.durable import growing_beside, move_to_new
from lupusdiary.storage.engine import connect, refuse
from lupusdiary.storage.place import refuse_existing, refuse_long_name


def save_copy(file: DiaryFile, path: Path) -> None:
    """Writes everything into a new file, protected as the diary is. Refuses an existing path."""
    refuse_existing(path)
    refuse_long_name(path)
    try:
        with growing_beside(path) as growing:
            salt = None if file.key is None else bytes.fromhex(str(file.run("PRAGMA cipher_salt")[0][0]))
            try:
                target = connect(growing, "rw", file.key, salt)
                try:
                    file.copy_into(target)
                finally:
                    target.close()
            except sqlite.Error as error:
                refuse(error)
            prove(growing, file.key)
            move_to_new(growing, path)
    except OSError as fault:
        if isinstance(fault, FileExistsError):
            refuse_existing(path)
        raise Refusal("“{path}” cannot be written there.", path=path.name) from fault
