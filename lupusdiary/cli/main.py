"""The first word decides: a verb, else a diary file. Exit status 0 done, 1 refused, 2 not understood."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from lupusdiary import __version__
from lupusdiary.cli.arguments import HELP, Arguments, Misuse, Usage, split
from lupusdiary.cli.session import (
    LANGUAGE,
    Clock,
    Session,
    environment_of_process,
    language_of,
    one_line,
    speak_anywhere,
)
from lupusdiary.cli.typos import nearest
from lupusdiary.cli.verbs import DEMONSTRATION, VERBS, WINDOW
from lupusdiary.language import Refusal, Translator, translator
from lupusdiary.system_fault import reason_of

DONE, REFUSED, MISUSED, INTERRUPTED = 0, 1, 2, 130
_PROGRAM = "lupusdiary"
# New objects between two looks for garbage: what a verb imports and makes stays until it ends, and to look
# each 700 of them takes a twentieth of its time.
_FEW_LOOKS = 200_000


def local_now() -> datetime:
    """The wall clock with its zone."""
    return datetime.now().astimezone()


def main(
    words: Sequence[str] | None = None,
    *,
    clock: Clock = local_now,
    environment: Mapping[str, str] | None = None,
) -> int:
    """Does what the words say (default: those of the process) and returns the exit status."""
    speak_anywhere()
    no_core_file()
    given = list(sys.argv[1:] if words is None else words)
    variables = environment_of_process() if environment is None else environment
    tr = _spoken(given, variables)
    try:
        status = _call(given, clock, variables, tr)
        # Started by its icon on Windows, the program has no such stream.
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except Refusal as refusal:
        return _complain(tr.refusal(refusal))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader went away, e.g. `| head`: there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except OSError as fault:
        return _complain(tr.text("A file could not be read or written ({reason}).", reason=reason_of(fault)))
    except MemoryError:
        return _complain(tr.text("This computer has not enough memory for that; nothing was changed."))
    except Exception as fault:
        import traceback

        place = traceback.extract_tb(fault.__traceback__)[-1]
        return _complain(
            tr.text(
                "Something in the program went wrong ({kind}, {file}, line {line}).",
                kind=type(fault).__name__,
                file=Path(place.filename).name,
                line=place.lineno,
            )
        )


def no_core_file() -> None:
    """A crash must not write the memory of this process, with key and notes in it, to the disk."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        # A program that the system hands crashes to gets them whatever that limit is: none of our memory.
        with suppress(OSError):
            told = os.open("/proc/self/coredump_filter", os.O_WRONLY)
            with suppress(OSError):
                os.write(told, b"0")
            os.close(told)


def _call(words: list[str], clock: Clock, environment: Mapping[str, str], tr: Translator) -> int:
    first = words[0] if words else ""
    verb = VERBS.get(first)
    if first == "--version":
        print(_PROGRAM, __version__)
        return DONE
    if first in (*HELP, "help"):
        print(_help(tr))
        return DONE
    usage, rest = (verb.usage, words[1:]) if verb else (WINDOW, words)
    if verb is None and not first.startswith("-") and _is_no_file(first):
        return _misused(Misuse(first), WINDOW, tr)
    try:
        arguments = split(rest, usage)
        if verb is None and arguments is not None and any(map(_is_no_file, arguments.places[:1])):
            raise Misuse(arguments.places[0])
    except Misuse as misuse:
        return _misused(misuse, usage, tr)
    if arguments is None:
        print(_usage_line(usage, tr) if verb else _help(tr))
        return DONE
    also = verb.languages if verb else ()
    language = language_of(arguments.options, environment, also)
    if verb is None:
        return _window(arguments, environment)
    looks = gc.get_threshold()
    gc.set_threshold(_FEW_LOOKS)
    try:
        return verb.run(Session(arguments, translator(language), clock, environment, sys.stdout))
    except Misuse as misuse:
        return _misused(misuse, usage, tr)
    finally:
        gc.set_threshold(*looks)


def _is_no_file(word: str) -> bool:
    """Whether a word neither names a file nor looks as if it did: a verb that does not exist."""
    path = Path(word)
    return bool(word) and path.name == word and not path.suffix and not path.exists()


def _window(arguments: Arguments, environment: Mapping[str, str]) -> int:
    places, demonstration = arguments.places, DEMONSTRATION in arguments.flags
    if places and demonstration:
        raise Refusal("For a demonstration no diary is opened: leave the file out.")
    if sys.platform.startswith("linux") and not any(
        environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise Refusal("There is no display here for the window; the verbs work without one.")
    # Next to nothing that the start makes is garbage, and looking for it takes time: `run` begins with that.
    gc.disable()
    try:
        from lupusdiary.app import run

        return run(
            Path(places[0]) if places else None, arguments.options.get(LANGUAGE), demonstration=demonstration
        )
    finally:
        gc.enable()


def _misused(misuse: Misuse, usage: Usage, tr: Translator) -> int:
    if misuse.word is None:
        sentence = tr.text("Something is missing.")
    elif misuse.twice:
        sentence = tr.text("“{code}” is given twice.", code=misuse.word)
    else:
        word = misuse.word[:60]
        near = nearest(word, VERBS) if usage is WINDOW else None
        sentence = (
            tr.text("“{word}” is not known here.", word=word)
            if near is None
            else tr.text("“{word}” is not known here. Did you mean “{near}”?", word=word, near=near)
        )
    print(f"{one_line(sentence)}\n{_usage_line(usage, tr)}", file=sys.stderr)
    return MISUSED


def _spoken(words: list[str], environment: Mapping[str, str]) -> Translator:
    """The language that the words ask for, as far as they can be understood."""
    asked = [after for word, after in pairwise(words) if word == LANGUAGE]
    asked += [word.partition("=")[2] for word in words if word.startswith(f"{LANGUAGE}=")]
    try:
        return translator(language_of({LANGUAGE: asked[-1]} if asked else {}, environment))
    except Refusal:
        return translator(language_of({}, environment))


def _usage_line(usage: Usage, tr: Translator) -> str:
    word = tr.text("Usage")
    line = f"{word}: {_PROGRAM} {usage.line}"
    return line if "--language" in line else f"{line} [--language ko|en]"


def _help(tr: Translator) -> str:
    lines = [_usage_line(WINDOW, tr), *(f"  {_PROGRAM} {verb.usage.line}" for verb in VERBS.values())]
    explained = (
        tr.text("Without a verb the window opens. Each verb says its own usage with --help."),
        tr.text("Each verb also takes --language ko|en, and --passphrase-file FILE for a protected diary."),
        tr.text("Exit status: 0 done, 1 refused, 2 not understood."),
    )
    return "\n".join((*lines, "", *explained))


def _complain(sentence: str) -> int:
    print(one_line(sentence), file=sys.stderr)
    return REFUSED
