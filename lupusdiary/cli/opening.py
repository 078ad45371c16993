"""Opens or makes the diary that a verb works on, and finds its passphrase."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lupusdiary.cli.session import Session
from lupusdiary.diary import Diary, Secret, create_diary, is_encrypted, open_diary
from lupusdiary.language import Refusal

PASSPHRASE_FILE = "--passphrase-file"
PASSPHRASE_VARIABLE = "LUPUSDIARY_PASSPHRASE"
_LONGEST = 10_000


def diary_path(session: Session) -> Path:
    """Where the diary of this call is."""
    return path_of(session.words[0])


def path_of(word: str) -> Path:
    """A path as it was typed. Raises `Refusal` for one that no system can have."""
    if not word or "\0" in word:
        raise Refusal("The path is empty.")
    return Path(word)


@contextmanager
def existing(session: Session) -> Iterator[Diary]:
    """The diary, which must be there."""
    path = diary_path(session)
    secret = given_or_asked(session, path) if is_encrypted(path) else None
    with open_diary(path, secret, session.clock) as diary:
        yield diary


@contextmanager
def existing_or_new(session: Session) -> Iterator[Diary]:
    """The diary, which is made when there is none; if the verb then fails, it is gone again."""
    path = diary_path(session)
    if path.exists():
        with existing(session) as diary:
            yield diary
        return
    diary = create_diary(path, given_secret(session), session.clock)
    try:
        yield diary
    except BaseException:
        diary.close()
        path.unlink()
        raise
    diary.close()


def given_or_asked(session: Session, path: Path) -> Secret:
    """What opens the protected file at `path`."""
    return given_secret(session) or _asked(session, path)


def given_secret(session: Session) -> Secret | None:
    """The passphrase of `--passphrase-file` or LUPUSDIARY_PASSPHRASE; a recovery key is taken as well."""
    name = session.option(PASSPHRASE_FILE)
    if name is not None:
        return _secret(_first_line(path_of(name)))
    text = session.environment.get(PASSPHRASE_VARIABLE)
    return _secret(text) if text else None


def _first_line(path: Path) -> str:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            line = file.readline(_LONGEST)
    except (OSError, UnicodeDecodeError):
        raise Refusal("The passphrase file “{path}” cannot be read.", path=path.name) from None
    return line.rstrip("\r\n")


def _asked(session: Session, path: Path) -> Secret:
    if not sys.stdin.isatty():
        raise Refusal(
            "“{path}” is protected: name its passphrase with {option} or {variable}.",
            path=path.name,
            option=PASSPHRASE_FILE,
            variable=PASSPHRASE_VARIABLE,
        )
    try:
        return _secret(getpass.getpass(session.tr.text("Passphrase") + ": "))
    except EOFError:
        raise Refusal("No passphrase was given.") from None


def _secret(text: str) -> Secret:
    try:
        return Secret.recovery_key(text)
    except Refusal:
        return Secret.passphrase(text)
