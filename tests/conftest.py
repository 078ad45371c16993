"""What every test stands on: a clock that stands still, a user of its own, and no window left behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import hypothesis
import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes depends on the machine; on CI the same examples come each time.
hypothesis.settings.register_profile(
    "lupusdiary", deadline=None, derandomize="CI" in os.environ, print_blob=True
)
hypothesis.settings.load_profile("lupusdiary")

# What a test waits for comes later on a machine that has other work; no test waits for a time to pass.
for _waiting in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed, QtBot.waitActive):
    assert _waiting.__kwdefaults__ is not None
    _waiting.__kwdefaults__["timeout"] = 300_000


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--long`, for what needs the network or minutes."""
    parser.addoption(
        "--long", action="store_true", help="run the tests that need the network or minutes, too"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves the long tests out unless they are asked for."""
    if not config.getoption("--long"):
        for item in items:
            if item.get_closest_marker("long"):
                item.add_marker(pytest.mark.skip(reason="needs the network or minutes: --long runs it"))


@dataclass
class StandingClock:
    """A clock that a test sets: called, it says `now`, an aware local time."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def move(self, **step: float) -> None:
        """Moves it by a `timedelta`, e.g. `move(days=1)`."""
        self.now += timedelta(**step)


@pytest.fixture
def clock() -> StandingClock:
    """A Sunday evening in Seoul."""
    return StandingClock(datetime(2026, 11, 22, 21, 4, tzinfo=ZoneInfo("Asia/Seoul")))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home folder of a user without any file, so that no test reads or writes the real one's."""
    folder = tmp_path_factory.mktemp("home")
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(folder))
    for variable, name in {
        "XDG_DATA_HOME": ".local/share",
        "XDG_CONFIG_HOME": ".config",
        "XDG_CACHE_HOME": ".cache",
        "XDG_STATE_HOME": ".local/state",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
    }.items():
        monkeypatch.setenv(variable, str(folder / name))
    monkeypatch.delenv("LUPUSDIARY_PASSPHRASE", raising=False)
    return folder


@pytest.fixture(autouse=True, scope="session")
def _one_font_cache(request: pytest.FixtureRequest) -> Iterator[None]:
    """matplotlib looks through all fonts once, not once in each test's home."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MPLCONFIGDIR", str(request.config.cache.mkdir("matplotlib")))
        yield


@pytest.fixture(autouse=True)
def _no_window_stays() -> Iterator[None]:
    """Closes and deletes every window of a test: pytest-qt does not deliver deferred deletes."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    for window in QApplication.topLevelWidgets() if QApplication.instance() else []:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)
