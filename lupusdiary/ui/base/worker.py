"""Work beside the window: it runs in a worker thread and its result comes back to the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot
from shiboken6 import isValid

from lupusdiary.language import Refusal
from lupusdiary.system_fault import reason_of


def said_of(fault: BaseException) -> Refusal:
    """What to say where a result is awaited that will not come."""
    if isinstance(fault, Refusal):
        return fault
    if isinstance(fault, MemoryError):
        return Refusal("This computer has not enough memory for that; nothing was changed.")
    if isinstance(fault, OSError):
        return Refusal("A file could not be read or written ({reason}).", reason=reason_of(fault))
    return Refusal("Something in the program went wrong, so this did not work. What you recorded is kept.")


class _Errand:
    """One piece of work, and who waits for it: nobody any more once `forget` was called."""

    def __init__(
        self, owner: QObject, done: Callable[[Any], None], failed: Callable[[Refusal], None]
    ) -> None:
        self._wanted: tuple[QObject, Callable[[Any], None], Callable[[Refusal], None]] | None
        self._wanted = (owner, done, failed)
        self._outcome: Any = None
        self._fault: BaseException | None = None

    def do(self, work: Callable[[], Any]) -> None:
        """In the worker's thread."""
        try:
            self._outcome = work()
        except BaseException as fault:
            self._fault = fault

    @property
    def open(self) -> bool:
        """Whether somebody still waits."""
        return self._wanted is not None

    def forget(self) -> None:
        """Nobody waits any more."""
        self._wanted = None

    def deliver(self) -> None:
        """In the window's thread: an owner that was deleted meanwhile waits for nothing."""
        wanted, self._wanted = self._wanted, None
        # It may be a passphrase, and what runs next may be long in coming.
        outcome, self._outcome = self._outcome, None
        if wanted is None:
            return
        owner, done, failed = wanted
        if not isValid(owner):
            return
        fault = self._fault
        if fault is None:
            done(outcome)
            return
        try:
            # Also of an error of the program: whoever waits must not wait for ever.
            failed(said_of(fault))
        finally:
            if not isinstance(fault, Refusal | OSError | MemoryError):
                raise fault


class _Courier(QObject):
    """Carries every errand back. A signal sent by an object while another thread deletes it ends the
    process, so the one sender belongs to the application and outlives every owner."""

    arrived = Signal(object)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self.arrived.connect(self._deliver)

    @Slot(object)
    def _deliver(self, errand: _Errand) -> None:
        errand.deliver()


def _courier() -> _Courier:
    app = QCoreApplication.instance()
    assert app is not None, "work beside a window needs an application"
    return app.findChild(_Courier) or _Courier(app)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], Any], errand: _Errand, courier: _Courier) -> None:
        super().__init__()
        self._work = work
        self._errand = errand
        self._courier = courier

    def run(self) -> None:
        self._errand.do(self._work)
        self._courier.arrived.emit(self._errand)


class Background(QObject):
    """Runs one piece of work at a time for its owner; a newer one makes an older one's result be dropped.

    `work` must not touch the diary's connection or a widget. `failed` is told of everything that goes wrong;
    an error of the program is also raised in the window's thread, where the unexpected-error page meets it.
    The owner may be deleted at any time.
    """

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._newest: _Errand | None = None

    @property
    def busy(self) -> bool:
        """Whether a result is still awaited."""
        return self._newest is not None and self._newest.open

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Refusal], None]
    ) -> None:
        """Starts `work`; `done` or `failed` is called later in the window's thread."""
        self.drop()
        self._newest = _Errand(self, done, failed)
        QThreadPool.globalInstance().start(_Work(work, self._newest, _courier()))

    def drop(self) -> None:
        """The result of the running work is no longer wanted."""
        if self._newest is not None:
            self._newest.forget()
            self._newest = None
