"""What set-up says at a terminal or into a log: steps, how far it is, and a question.

Only the standard library, and no catalogue: this speaks before anything is installed, so both languages stand
here.
"""

from __future__ import annotations

import locale
import os
import sys
from typing import TextIO


def korean() -> bool:
    """Whether the person's system speaks Korean."""
    named = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    chosen = next((name for name in named if name), "") or locale.getlocale()[0] or ""
    return chosen.lower().startswith("ko")


def in_words(english: str, korean_words: str) -> str:
    """A sentence in the language of the person's system."""
    return korean_words if korean() else english


def say(sentence: str) -> None:
    """Says a sentence beside what the program itself prints."""
    print(sentence, file=sys.stderr, flush=True)


def megabytes(size: int) -> str:
    """A size in bytes as it is read: "9.1 MB"."""
    if size < 1e5:
        return f"{size / 1e3:.0f} kB"
    return f"{size / 1e6:.1f} MB" if size < 99.5e6 else f"{size / 1e6:.0f} MB"


def can_ask() -> bool:
    """Whether a person sits there who can answer."""
    return "CI" not in os.environ and sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str) -> bool:
    """Asks for yes or no; Enter means yes."""
    print(f"{question} [Y/n] ", end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    # Nothing at all is no answer: the terminal went away.
    return answer != "" and answer.strip().lower() in {"", "y", "yes", "ㅛ", "예", "네"}


class Progress:
    """Numbered steps, each on a line of its own; below it, at a terminal, one line that says how far the step
    is and is written over again and again. In a log each of them is a line, once."""

    def __init__(self, steps: int, stream: TextIO | None = None) -> None:
        self._steps = steps
        self._stream = stream or sys.stderr
        self._step = 0
        self._live = ""
        self._at_terminal = self._stream.isatty()

    def step(self, sentence: str) -> None:
        """Begins the next step."""
        self._step += 1
        self._end_line()
        self._write(f"[{self._step}/{self._steps}] {sentence}\n")

    def far(self, words: str) -> None:
        """Says how far the step is."""
        if self._at_terminal:
            self._show(words)
        elif words != self._live:
            self._live = words
            self._write(f"      {words}\n")

    def tick(self, words: str) -> None:
        """Says the same more exactly, where that needs no new line."""
        if self._at_terminal:
            self._show(words)

    def close(self) -> None:
        """Leaves the last line standing."""
        self._end_line()

    def _show(self, words: str) -> None:
        if words != self._live:
            self._live = words
            # What stood there is erased to the end of the line.
            self._write(f"\r      {words}\x1b[K")

    def _end_line(self) -> None:
        if self._at_terminal and self._live:
            self._write("\n")
        self._live = ""

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
