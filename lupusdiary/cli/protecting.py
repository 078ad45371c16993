"""The verbs about the passphrase: encrypt, decrypt, rekey, recovery-sheet."""

from __future__ import annotations

from pathlib import Path

from lupusdiary.cli.opening import (
    diary_path,
    existing,
    given_or_asked,
    given_or_chosen,
    path_of,
    secret_of_file,
)
from lupusdiary.cli.output import out_path
from lupusdiary.cli.session import Session
from lupusdiary.diary import is_encrypted, open_diary
from lupusdiary.language import LANGUAGES, Refusal, translator

NEW_PASSPHRASE = "--new-passphrase-file"
OLDER = "--readable-backups"
KEEP, ENCRYPT, DELETE = "keep", "encrypt", "delete"


def encrypt(session: Session) -> int:
    """`encrypt DIARY`: protects a plain diary with the passphrase that is given or asked for."""
    from lupusdiary.diary.protection import change_protection, readable_backups

    path, older = diary_path(session), session.option(OLDER) or KEEP
    if older not in (KEEP, ENCRYPT, DELETE):
        raise Refusal(
            "“{name}” is not known here. There are: {names}.", name=older[:40], names="keep, encrypt, delete"
        )
    if is_encrypted(path):
        raise Refusal("“{name}” is protected already; rekey changes its passphrase.", name=path.name)
    secret = change_protection(path, None, given_or_chosen(session, path), session.clock)
    _say_protected(session, path)
    session.say(session.tr.text("Print its recovery key with lupusdiary recovery-sheet, and keep it apart."))
    with open_diary(path, secret, session.clock) as diary:
        if older == ENCRYPT:
            readable_backups(diary).encrypt()
        elif older == DELETE:
            readable_backups(diary).delete()
        for backup in diary.backups.readable_without_passphrase():
            session.say(session.tr.text("Anybody can read this older backup: {path}", path=str(backup)))
    return 0


def decrypt(session: Session) -> int:
    """`decrypt DIARY`: takes the passphrase away; whoever has the file can read it then."""
    from lupusdiary.diary.protection import change_protection

    path = diary_path(session)
    _refuse_plain(path)
    change_protection(path, given_or_asked(session, path), None, session.clock)
    session.say(
        session.tr.text("“{name}” is not protected any more: whoever has it can read it.", name=path.name)
    )
    return 0


def rekey(session: Session) -> int:
    """`rekey DIARY --new-passphrase-file FILE`: another passphrase, another recovery key."""
    from lupusdiary.diary.protection import change_protection, older_backups

    path = diary_path(session)
    _refuse_plain(path)
    new = secret_of_file(path_of(session.option(NEW_PASSPHRASE) or ""))
    secret = change_protection(path, given_or_asked(session, path), new, session.clock)
    _say_protected(session, path)
    session.say(
        session.tr.text(
            "Its recovery key is a new one: print it with lupusdiary recovery-sheet, and destroy older "
            "sheets once the older backups are gone."
        )
    )
    with open_diary(path, secret, session.clock) as diary:
        count = len(older_backups(diary))
    if count:
        session.say(
            session.tr.plural(
                "{count} older backup opens with the earlier passphrase only; it stays for 30 days.",
                "{count} older backups open with the earlier passphrase only; they stay for 30 days.",
                count,
            )
        )
    return 0


def recovery_sheet(session: Session) -> int:
    """`recovery-sheet DIARY --out FILE.pdf`: the key itself, to be printed and kept apart."""
    from lupusdiary.diary.recovery import Nearness, nearness, sheet_mark
    from lupusdiary.report.recovery_sheet import SheetFor, write_pdf
    from lupusdiary.whole_file import write_whole

    out = out_path(session)
    if out.suffix.lower() != ".pdf":
        raise Refusal("“{name}” must end in .pdf.", name=out.name[:60])
    with existing(session) as diary:
        sheet = SheetFor(diary.recovery_key(), diary.path.name, sheet_mark(diary), diary.today())
        near = nearness(diary, out)
    write_whole(out, write_pdf(sheet, [translator(code) for code in LANGUAGES]))
    session.say(
        session.tr.text("Saved {name}. The mark of the sheet is {mark}.", name=out.name, mark=sheet.mark)
    )
    if near is Nearness.FOLDER:
        session.say(
            session.tr.text(
                "It is in the same place as the diary or its backups: whoever has that "
                "folder can read everything. Print it, then delete the file."
            )
        )
    return 0


def _refuse_plain(path: Path) -> None:
    if not is_encrypted(path):
        raise Refusal("“{name}” is not protected.", name=path.name)


def _say_protected(session: Session, path: Path) -> None:
    session.say(session.tr.text("“{name}” is protected with the new passphrase.", name=path.name))
