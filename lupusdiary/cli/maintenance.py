"""The verbs about a diary as a whole: sample, check."""

from __future__ import annotations

import sys

from lupusdiary.cli.opening import diary_path, existing, given_secret
from lupusdiary.cli.session import LANGUAGE, Session


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
