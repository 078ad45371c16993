"""Long work that a person can stop: until the new file is moved to its place, everything stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event

from lupusdiary.language import Refusal, mark

# Steps of SQLite's machine between two looks; some thousandths of a second.
_EVERY = 20_000


class Stopped(Refusal):
    """The person stopped it, and nothing was changed."""

    def __init__(self) -> None:
        super().__init__(mark("Stopped. Nothing was changed."))


class Stop:
    """Asked for in the window, met in a worker."""

    def __init__(self) -> None:
        self._asked = Event()

    def ask(self) -> None:
        """The work ends at the next look."""
        self._asked.set()

    @property
    def asked(self) -> bool:
        """Whether somebody asked."""
        return self._asked.is_set()


_STOP: ContextVar[Stop | None] = ContextVar("stop", default=None)


@contextmanager
def stoppable(stop: Stop | None) -> Iterator[None]:
    """What runs in the block, in this thread, can be stopped if `stop` is given."""
    token = _STOP.set(stop)
    try:
        yield
    finally:
        _STOP.reset(token)


def refuse_if_stopped() -> None:
    """Raises `Stopped` if it was asked for."""
    stop = _STOP.get()
    if stop is not None and stop.asked:
        raise Stopped


def watch(connection: object) -> None:
    """Makes a long statement of a new connection end when it is asked for."""
    stop = _STOP.get()
    if stop is not None:
        connection.set_progress_handler(lambda: stop.asked, _EVERY)  # type: ignore[attr-defined]
