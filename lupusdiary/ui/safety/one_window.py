"""One window for one diary: a second start brings the first one to the front instead of opening another."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QFileSystemWatcher, QLockFile, QObject, Qt, QThread, Signal
from PySide6.QtWidgets import QApplication, QWidget

from lupusdiary.ui.safety.fingerprint import fingerprint
from lupusdiary.whole_file import real_path

# A window that does not answer within this is stuck: then a second one is better than none.
_ANSWER_MS = 4000
_LOOK_MS = 20


class OneWindow(QObject):
    """Claims a diary for this window, in a folder of this user's. `called` says that another start asked for
    this window.

    The lock names the process that holds it, so what a killed program left is taken over. Where nothing can
    be locked the diary is opened all the same: two windows of one diary see each other's writes.
    """

    called = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock: QLockFile | None = None
        self._claimed: Path | None = None
        self._call: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)

    def claim(self, path: Path) -> bool:
        """Whether the diary at `path` is this window's from now on; if another window answers that it is its
        own, that one comes to the front, and what was claimed before stays."""
        place = real_path(path)
        if place == self._claimed:
            return True
        name = fingerprint(str(place), 24)
        call = self._folder / f"{name}.call"
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = QLockFile(str(self._folder / f"{name}.lock"))
        # Never by its age: only when the process that it names is gone.
        lock.setStaleLockTime(0)
        if not lock.tryLock(0) and lock.error() == QLockFile.LockError.LockFailedError and _answers(call):
            return False
        self.release()
        self._lock, self._claimed, self._call = lock, place, call
        with suppress(OSError):
            call.unlink(missing_ok=True)
        if self._folder.is_dir():
            self._watcher.addPath(str(self._folder))
        return True

    def release(self) -> None:
        """Lets go of the diary."""
        if self._lock is not None:
            self._lock.unlock()
        self._lock = self._claimed = self._call = None

    def _look(self) -> None:
        if self._call is None or not self._call.exists():
            return
        with suppress(OSError):
            self._call.unlink()
        self.called.emit()


def _answers(call: Path) -> bool:
    """Calls the window that holds the diary; whether it takes the call."""
    try:
        call.touch()
        deadline = QDeadlineTimer(_ANSWER_MS)
        while call.exists():
            if deadline.hasExpired():
                call.unlink(missing_ok=True)
                return False
            QThread.msleep(_LOOK_MS)
    except OSError:
        return False
    return True


def come_forward(window: QWidget) -> None:
    """Brings a window before all others, as far as the system lets a program do that."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
