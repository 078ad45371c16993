"""Work beside the window: it runs in a worker thread and its result comes back to the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from lupusdiary.language import Refusal


class _Work(QRunnable):
    def __init__(self, work: Callable[[], Any], report: Callable[[Any, BaseException | None], None]) -> None:
        super().__init__()
        self._work = work
        self._report = report

    def run(self) -> None:
        try:
            result = self._work()
        except BaseException as fault:
            self._report(None, fault)
        else:
            self._report(result, None)


class Background(QObject):
    """Runs one piece of work at a time for its owner; a newer one makes an older one's result be dropped.

    `work` must not touch the diary's connection or a widget. A `Refusal` goes to `failed`; any other
    exception is raised in the window's thread, where the unexpected-error page meets it.
    """

    _arrived = Signal(int, object, object)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._newest = 0
        self._done: Callable[[Any], None] | None = None
        self._failed: Callable[[Refusal], None] | None = None
        self._arrived.connect(self._deliver)

    @property
    def busy(self) -> bool:
        """Whether a result is still awaited."""
        return self._done is not None

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Refusal], None]
    ) -> None:
        """Starts `work`; `done` or `failed` is called later in the window's thread."""
        self._newest += 1
        self._done, self._failed = done, failed
        number = self._newest

        def report(result: Any, fault: BaseException | None) -> None:
            try:
                self._arrived.emit(number, result, fault)
            except RuntimeError:
                # The owner closed meanwhile; nobody waits for the result.
                return

        QThreadPool.globalInstance().start(_Work(work, report))

    def drop(self) -> None:
        """The result of the running work is no longer wanted."""
        self._newest += 1
        self._done = self._failed = None

    @Slot(int, object, object)
    def _deliver(self, number: int, result: object, fault: BaseException | None) -> None:
        if number != self._newest or self._done is None or self._failed is None:
            return
        done, failed = self._done, self._failed
        self._done = self._failed = None
        if fault is None:
            done(result)
        elif isinstance(fault, Refusal):
            failed(fault)
        else:
            raise fault
