"""The verbs about backups: backup, restore."""

from __future__ import annotations

from lupusdiary.cli.opening import existing, given_or_asked, given_secret, path_of
from lupusdiary.cli.session import Session
from lupusdiary.diary import is_encrypted
from lupusdiary.language import Refusal

TO = "--to"


def backup(session: Session) -> int:
    """`backup DIARY --to DIR`: a verified backup in a folder; prints its path."""
    folder = path_of(session.option(TO) or "")
    with existing(session) as diary:
        path = diary.backups.write_to(folder, "manual")
    session.say(str(path))
    return 0


def restore(session: Session) -> int:
    """`restore BACKUP --to DIARY`: the backup in the place of the diary, which is backed up first."""
    from lupusdiary.diary.backup.restoring import restore_backup

    source, to = path_of(session.words[0]), path_of(session.option(TO) or "")
    if not source.is_file():
        raise Refusal("There is no backup “{name}”.", name=source.name)
    secret = given_or_asked(session, source) if is_encrypted(source) else given_secret(session)
    was_protected = to.exists() and is_encrypted(to)
    done = restore_backup(source, to, [] if secret is None else [secret], session.clock)
    if done.before is not None:
        session.say(session.tr.text("What was there before is kept as {path}.", path=str(done.before)))
    session.say(session.tr.text("Restored {name}.", name=to.name))
    if was_protected and done.key is None:
        session.say(
            session.tr.text(
                "The backup was not protected, so whoever has “{name}” can read it.", name=to.name
            )
        )
    return 0
