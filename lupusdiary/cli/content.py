"""The verb about articles: what is wrong in a folder, an example, and which articles answer a text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lupusdiary.cli.arguments import Misuse
from lupusdiary.cli.session import Session
from lupusdiary.language import Refusal
from lupusdiary.resources import resource

if TYPE_CHECKING:
    from lupusdiary.education.checks.source_share import SourceShare

_FOUND = 1
_MOST_FOUND = 5


def content(session: Session) -> int:
    """Checks a folder, by default the program's own articles, makes one with an example, or searches."""
    action, given = session.words[0], session.arguments.place(1)
    if action != "find" and len(session.words) > 2:
        raise Misuse(session.words[2])
    if action == "check":
        return _check(session, Path(given) if given is not None else resource("articles"))
    if action == "find":
        return _find(session, " ".join(session.words[1:]))
    if action != "example":
        raise Misuse(action)
    if given is None:
        raise Misuse(None)
    return _example(session, Path(given))


def _check(session: Session, folder: Path) -> int:
    """A line a finding, a line an article that says on what it rests, hints, and how many findings there
    were: a hint is none."""
    from lupusdiary.education.checks.content_check import check
    from lupusdiary.education.checks.hints import hints
    from lupusdiary.education.checks.source_share import source_shares, total
    from lupusdiary.education.content.library import Library

    if not folder.is_dir():
        raise Refusal("There is no folder “{name}”.", name=str(folder))
    found = check(folder)
    for fault in found:
        print(" ".join(session.tr.refusal(fault).split()), file=sys.stderr)
    shares = source_shares(folder, session.tr.code)
    for share in shares:
        session.say(_share(session, share, share.article))
    if len(shares) > 1:
        session.say(_share(session, total(shares), session.tr.text("All articles together")))
    for hint in hints(folder, session.clock().date()):
        session.say(session.tr.text("Hint: {hint}", hint=hint))
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


def _find(session: Session, text: str) -> int:
    """The articles that answer a text, in the order of the window's search: an id a line, at most five."""
    from lupusdiary.education.content.library import Library
    from lupusdiary.education.search.index import SearchIndex

    if not text.strip():
        raise Misuse(None)
    for id in SearchIndex(Library(), session.tr).answers(text)[:_MOST_FOUND]:
        session.say(id)
    return 0


def _share(session: Session, share: SourceShare, name: str) -> str:
    return session.tr.text(
        "{name}: {strong} of {marks} source marks are a guideline, study, label or agency ({percent} %)",
        name=name,
        strong=share.strong,
        marks=share.marks,
        percent=share.percent,
    )


def _example(session: Session, folder: Path) -> int:
    from lupusdiary.education.checks.example import write_example

    write_example(folder)
    session.say(
        session.tr.text(
            "“{name}” now holds an example and a guide to writing articles. Change it, then check it.",
            name=str(folder),
        )
    )
    return 0
