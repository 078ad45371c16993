"""The verbs about a diary as a whole: sample, check, rescue."""

from __future__ import annotations

import sys

from lupusdiary.cli.opening import diary_path, existing, given_or_asked, given_secret, path_of
from lupusdiary.cli.session import LANGUAGE, Session
from lupusdiary.diary import is_encrypted


def sample(session: Session) -> int:
    """`sample OUT`: a demonstration diary. Its notes are Korean unless another language is asked for, so that
    the same words make the same diary on every computer."""
    from lupusdiary.demonstration import DEFAULT_STORY
    from lupusdiary.diary import create_demonstration

    path, until = diary_path(session), session.day("--until")
    story = session.option("--story") or DEFAULT_STORY
    language = session.option(LANGUAGE) or "ko"
    secret = given_secret(session)
    create_demonstration(path, story, session.clock, language, until=until, secret=secret).close()
    session.say(session.tr.text("Saved {name}: a fictional life, “{story}”.", name=path.name, story=story))
    return 0


def check(session: Session) -> int:
    """`check DIARY`: whether the file is whole, and what is in it."""
    with existing(session) as diary:
        found = diary.check()
    verdict, *rest = [session.tr.refusal(sentence) for sentence in found.sentences]
    if found.ok:
        session.say(verdict)
    for sentence in rest:
        session.say(sentence)
    if not found.ok:
        print(verdict, file=sys.stderr)
        return 1
    return 0


def rescue(session: Session) -> int:
    """`rescue DIARY --to NEW`: what can still be read of a damaged diary, in a new one."""
    from lupusdiary.diary.backup.rescuing import rescue as bring_over

    path, to = diary_path(session), path_of(session.option("--to") or "")
    secret = given_or_asked(session, path) if is_encrypted(path) else None
    done = bring_over(path, secret, to, session.clock)
    tr = session.tr
    session.say(
        tr.text(
            "Saved {name}: {kept} entries were read. “{old}” stays as it is.",
            name=to.name,
            kept=done.kept,
            old=path.name,
        )
    )
    if done.lost:
        session.say(tr.text("Entries that could not be read: at least {count}.", count=done.lost))
    if done.mended:
        session.say(tr.text("Entries whose text is broken in places: {count}.", count=done.mended))
    return 0
