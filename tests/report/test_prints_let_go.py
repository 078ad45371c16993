"""What Typst worked out for a print does not stay in memory while others are made."""

from __future__ import annotations

import subprocess
import sys

import pytest

# In a program of its own: what other tests left free would hide what grows. No two prints are alike.
_TWELVE = """
import ctypes, random
from dataclasses import replace
from pathlib import Path
from lupusdiary.education.sessions.record import HandsShown
from lupusdiary.language import translator
from lupusdiary.report.session_record import write_pdf
from tests.report.test_session_record import TAUGHT

def resident():
    ctypes.CDLL("libc.so.6").malloc_trim(0)
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024

def make(chance):
    asked = (" ".join(str(chance.random()) for _ in range(40)) for _ in range(100))
    hands = tuple(HandsShown(text, text, True, 1, 2) for text in asked)
    write_pdf(replace(TAUGHT, hands=hands), (translator("ko"),))

chance = random.Random(1)
make(chance)
make(chance)
before = resident()
for _ in range(10):
    make(chance)
print(resident() - before)
"""


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="reads what Linux says of a program's memory"
)
def test_ten_more_prints_hold_no_more_than_the_second() -> None:
    done = subprocess.run([sys.executable, "-c", _TWELVE], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 30, "MiB held of prints that nobody asks for again"


_COUNTED = """
import typst
from lupusdiary.language import translator
from lupusdiary.report.session_record import write_pdf
from tests.report.test_session_record import TAUGHT

compiled, real = [], typst.compile
typst.compile = lambda *args, **named: compiled.append(args) or real(*args, **named)
write_pdf(TAUGHT, (translator("ko"),))
print(len(compiled))
write_pdf(TAUGHT, (translator("ko"),))
print(len(compiled))
"""


def test_a_verb_makes_its_only_print_and_nothing_else() -> None:
    """What is kept of a print is let go when the next one is made: a first one has none before it."""
    done = subprocess.run([sys.executable, "-c", _COUNTED], capture_output=True, text=True, check=True)
    once, twice = map(int, done.stdout.split())
    assert once == 1
    assert twice > 2
