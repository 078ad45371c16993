"""A child process: starts the program on a diary and reads its window as a screen reader does, over AT-SPI.

    dbus-run-session -- xvfb-run -a python -m tests.end_to_end.at_spi DIARY LANGUAGE

Prints each part as a line of JSON: its role, its name, its description and how deep it stands.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator

_LONG_ENOUGH = 120.0
_ROOT = "/org/a11y/atspi/accessible/root"
# The 30th of the states of a part.
_VISIBLE = 1 << 30
_PART = "org.a11y.atspi.Accessible"


def busctl(*words: str) -> list[object]:
    """What a part answers; nothing if nobody is there."""
    done = subprocess.run(["busctl", "--json=short", *words], capture_output=True, text=True, timeout=60)
    if done.returncode or not done.stdout.strip():
        return []
    data = json.loads(done.stdout)["data"]
    return data if isinstance(data, list) else [data]


class Reader:
    """Whoever reads the windows of one session."""

    def __init__(self) -> None:
        (address,) = busctl("--user", "call", "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        self._bus = f"--address={address}"

    def children(self, part: tuple[str, str]) -> list[tuple[str, str]]:
        """The parts of a part."""
        found = busctl(self._bus, "call", *part, _PART, "GetChildren")
        return [(str(name), str(path)) for name, path in found[0]] if found else []  # type: ignore[attr-defined]

    def read(self, part: tuple[str, str], depth: int = 0) -> Iterator[dict[str, object]]:
        """A part that is seen, and all that is in it."""
        (bits,) = busctl(self._bus, "call", *part, _PART, "GetState") or [[0, 0]]
        if not bits[0] & _VISIBLE:  # type: ignore[index]
            return
        role = busctl(self._bus, "call", *part, _PART, "GetRoleName")
        said = [busctl(self._bus, "get-property", *part, _PART, which) for which in ("Name", "Description")]
        name, description = (str(each[0]) if each else "" for each in said)
        yield {"role": str(role[0]) if role else "", "name": name, "about": description, "depth": depth}
        for child in self.children(part):
            yield from self.read(child, depth + 1)


def main(diary: str, language: str) -> int:
    """Starts the program, waits for its window, reads it."""
    around = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    program = subprocess.Popen(
        [sys.executable, "-m", "lupusdiary", diary, "--language", language], env=os.environ | around
    )
    try:
        reader = Reader()
        until = time.monotonic() + _LONG_ENOUGH
        found: list[dict[str, object]] = []
        # The registry knows the window once it is there; no signal says so to whoever comes later.
        while time.monotonic() < until and program.poll() is None:
            for window in reader.children(("org.a11y.atspi.Registry", _ROOT)):
                found = list(reader.read(window))
            if any(each["role"] == "page tab" for each in found):
                break
            time.sleep(0.5)
        for each in found:
            print(json.dumps(each), flush=True)
        return 0 if found else 1
    finally:
        program.terminate()
        program.wait(30)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
