"""The verb for those who write articles: what is wrong in a folder of content, by file and line."""

from __future__ import annotations

import sys
from pathlib import Path

from lupusdiary.cli.session import Session
from lupusdiary.language import Refusal
from lupusdiary.resources import resource

_FOUND = 1


def content(session: Session) -> int:
    """Checks a folder, by default the program's own articles; a line a finding, and how many there were."""
    from lupusdiary.education.content_check import check
    from lupusdiary.education.library import Library

    action = session.words[0]
    if action != "check":
        raise Refusal("“{word}” is not known here; “content” knows “check”.", word=action[:60])
    given = session.arguments.place(1)
    folder = Path(given) if given is not None else resource("articles")
    if not folder.is_dir():
        raise Refusal("There is no folder “{name}”.", name=str(folder))
    found = check(folder)
    for fault in found:
        print(" ".join(session.tr.refusal(fault).split()), file=sys.stderr)
    if found:
        session.say(session.tr.plural("{count} place to look at.", "{count} places to look at.", len(found)))
        return _FOUND
    articles = len(Library([folder]).ids())
    session.say(
        session.tr.plural(
            "{count} article, nothing to correct.", "{count} articles, nothing to correct.", articles
        )
    )
    return 0
