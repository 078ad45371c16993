"""One call of the command line: its arguments, its language, its clock, and where it speaks."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import NamedTuple, TextIO

from lupusdiary.cli.arguments import Arguments
from lupusdiary.domain.period import parse_day
from lupusdiary.language import LANGUAGES, Refusal, Translator

LANGUAGE = "--language"

# Says the person's time: aware, in the local zone.
Clock = Callable[[], datetime]


class Session(NamedTuple):
    """What a verb is given. `environment` are the environment variables."""

    arguments: Arguments
    tr: Translator
    clock: Clock
    environment: Mapping[str, str]
    out: TextIO

    @property
    def words(self) -> tuple[str, ...]:
        """The words in the verb's places."""
        return self.arguments.places

    def option(self, name: str) -> str | None:
        """The value of an option, or None when it was not given."""
        return self.arguments.options.get(name)

    def day(self, name: str) -> date | None:
        """An option that is a day. Raises `Refusal` when it is not one."""
        text = self.option(name)
        return None if text is None else parse_day(text)

    def answers(self) -> dict[str, str]:
        """The `--answer` options, by the name of what was asked. Raises `Refusal` for one without a value."""
        answers: dict[str, str] = {}
        for each in self.arguments.repeated.get("--answer", ()):
            name, equals, value = each.partition("=")
            if not equals or not value:
                raise Refusal("“{text}” is not an answer. Write it as hold=next.", text=each[:40])
            answers[name] = value
        return answers

    def say(self, sentence: str) -> None:
        """Prints one line for the person."""
        self.out.write(one_line(sentence) + "\n")


def one_line(sentence: str) -> str:
    """A sentence for a terminal: what a file holds may not move its cursor or colour it."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in sentence).split())


def language_of(
    options: Mapping[str, str], environment: Mapping[str, str], also: tuple[str, ...] = ()
) -> str:
    """The language of messages: as asked for, else LUPUSDIARY_LANGUAGE, else Korean where the system is.

    Raises `Refusal` for a `--language` that is neither ours nor among `also`.
    """
    asked = options.get(LANGUAGE)
    if asked is not None and asked not in (*LANGUAGES, *also):
        raise Refusal(
            "There is no language “{language}”. There are: {names}.",
            language=asked[:40],
            names=", ".join((*LANGUAGES, *also)),
        )
    if asked in LANGUAGES:
        return asked
    preferred = environment.get("LUPUSDIARY_LANGUAGE")
    return preferred if preferred in LANGUAGES else _system_language(environment)


def _system_language(environment: Mapping[str, str]) -> str:
    names = [environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    first = next((name for name in names if name), None) or _locale() or ""
    return "ko" if first.lower().startswith("ko") else "en"


def _locale() -> str | None:
    import locale

    return locale.getlocale()[0]


def speak_anywhere() -> None:
    """Lets no sign that a terminal cannot show end the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def environment_of_process() -> Mapping[str, str]:
    """The environment variables of this process."""
    return os.environ
