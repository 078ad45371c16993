"""The program as a process of its own: its window, and its verbs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.spent import Spent

ROOT = Path(__file__).resolve().parents[2]


def started(what: str, home: Path) -> tuple[Spent, float]:
    """What one child process takes to a usable window, and its MiB."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.start", what],
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        text=True,
        check=True,
    )
    processor, clock, memory = map(float, done.stdout.split())
    return Spent(processor, clock), memory


def whole_process(words: list[str], home: Path) -> Spent:
    """What one call of Python takes, from its start to its end."""
    before, began = _of_children(), time.perf_counter()
    subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environment(home), stdout=subprocess.DEVNULL, check=True
    )
    return Spent(_of_children() - before, time.perf_counter() - began)


def _of_children() -> float:
    """Processor seconds of every child that has ended."""
    try:
        import resource
    except ImportError:
        times = os.times()
        return times.children_user + times.children_system
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def environment(home: Path) -> dict[str, str]:
    """The variables of a child process. Its bytecode is kept: the second start is what a person meets."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {name: str(home) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA")}
