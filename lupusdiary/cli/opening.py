"""Opens or makes the diary that a verb works on, and finds its passphrase."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lupusdiary.cli.session import Session, one_line
from lupusdiary.diary import Diary, Secret, growing_diary, is_encrypted, open_diary
from lupusdiary.diary.secret import LONGEST_PASSPHRASE, fitting
from lupusdiary.language import Refusal

PASSPHRASE_FILE = "--passphrase-file"
PASSPHRASE_VARIABLE = "LUPUSDIARY_PASSPHRASE"


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
    if is_encrypted(path):
        secret: Secret | None = given_or_asked(session, path)
    else:
        secret = None
        _say_unused(session, path)
    with open_diary(path, secret, session.clock) as diary:
        try:
            yield diary
        except Exception as fault:
            damage = diary.damage_behind(fault)
            if damage is None:
                raise
            raise damage from fault


def _say_unused(session: Session, path: Path) -> None:
    """A passphrase for a plain diary may be a wrong belief about who can read it."""
    if given_secret(session) is not None:
        sentence = session.tr.text(
            "“{name}” is not protected: the passphrase was not needed, and whoever has the file can read it.",
            name=path.name,
        )
        print(one_line(sentence), file=sys.stderr)


@contextmanager
def existing_or_new(session: Session) -> Iterator[Diary]:
    """The diary, which is made when there is none; it gets its name only when the verb has done its work."""
    path = diary_path(session)
    if path.exists():
        with existing(session) as diary:
            yield diary
        return
    with growing_diary(path, given_secret(session), session.clock) as diary:
        yield diary


def given_or_asked(session: Session, path: Path) -> Secret:
    """What opens the protected file at `path`, whichever way 한/영 stood when it was typed."""
    secret = given_secret(session) or _asked(session, path)
    return fitting(path, secret)


def given_or_chosen(session: Session, path: Path) -> Secret:
    """The passphrase that a plain file shall get; asked for twice where somebody types it."""
    given = session.option(PASSPHRASE_FILE)
    if given is not None:
        return secret_of_file(path_of(given))
    text = session.environment.get(PASSPHRASE_VARIABLE)
    if text is not None:
        return Secret.passphrase(text)
    if not sys.stdin.isatty():
        raise Refusal(
            "Name the passphrase that “{path}” shall get with {option} or {variable}.",
            path=path.name,
            option=PASSPHRASE_FILE,
            variable=PASSPHRASE_VARIABLE,
        )
    first = _typed(session.tr.text("New passphrase"))
    if _typed(session.tr.text("The same again")) != first:
        raise Refusal("The two passphrases are not the same. Nothing was changed.")
    return Secret.passphrase(first)


def given_secret(session: Session) -> Secret | None:
    """The passphrase of `--passphrase-file` or LUPUSDIARY_PASSPHRASE; a recovery key is taken as well."""
    name = session.option(PASSPHRASE_FILE)
    if name is not None:
        return _secret(_first_line(path_of(name)))
    text = session.environment.get(PASSPHRASE_VARIABLE)
    # Set and empty is a script that lost its passphrase, not somebody who wants none.
    return None if text is None else _secret(text)


def secret_of_file(path: Path) -> Secret:
    """The passphrase in the first line of a file; a new one, so no recovery key."""
    return Secret.passphrase(_first_line(path))


def _first_line(path: Path) -> str:
    try:
        # A pipe is a usual way to hand over a passphrase; what never ends is read no further than one goes.
        with path.open(encoding="utf-8-sig", newline="") as file:
            line = file.readline(LONGEST_PASSPHRASE + 3)
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
    return _secret(_typed(session.tr.text("Passphrase")))


def _typed(prompt: str) -> str:
    try:
        return getpass.getpass(f"{prompt}: ")
    except EOFError:
        raise Refusal("No passphrase was given.") from None


def _secret(text: str) -> Secret:
    try:
        return Secret.recovery_key(text)
    except Refusal:
        return Secret.passphrase(text)
