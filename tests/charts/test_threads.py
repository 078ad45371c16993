"""The window draws while a worker makes a page: both get the shapes and files that one alone would get."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from lupusdiary.charts.colours import PAPER
from lupusdiary.charts.export import chart_bytes
from lupusdiary.language import Translator
from tests.charts import timelines

# Two threads at one face can end the process: it is not the process of the suite.
_FRESH_PROCESS = """
from tests.charts.test_threads import wrong_outlines
print(wrong_outlines())
"""
_LETTERS = "0123456789.,:%/<>ABCxyz가나다라마바사아자차카타파하검사결과단백뇨보체항체"
_ROUNDS = 12

Found = TypeVar("Found")


def at_once(work: Callable[[], Found]) -> list[Found]:
    """What two threads get that begin together."""
    start = Barrier(2)

    def begin() -> Found:
        start.wait()
        return work()

    with ThreadPoolExecutor(2) as pool:
        return [task.result() for task in [pool.submit(begin), pool.submit(begin)]]


def wrong_outlines() -> int:
    """How many outlines differ, over all rounds, from those that one thread gets."""
    from lupusdiary.charts import fonts

    def outlines() -> list[tuple[bytes, float]]:
        return [
            (fonts.outline([(0, 0, letter, bold)], 11).vertices.tobytes(), fonts.width(letter, 11, bold))
            for bold in (False, True)
            for letter in _LETTERS
        ]

    expected = outlines()
    sys.setswitchinterval(1e-6)
    kept = (fonts.width, fonts._advance, fonts._glyph, fonts._place)
    files = (fonts._face, fonts.font_file)
    wrong = 0
    for number in range(_ROUNDS):
        # A fresh window: nothing is known yet, the faces are opened at times too.
        for known in (*kept, *(files if number % 4 == 0 else ())):
            known.cache_clear()
        for found in at_once(outlines):
            wrong += sum(one != other for one, other in zip(found, expected, strict=True))
    return wrong


def test_two_threads_at_once_get_the_outlines_of_their_letters() -> None:
    done = subprocess.run([sys.executable, "-c", _FRESH_PROCESS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "0"), done.stderr


def test_two_drawings_for_paper_at_once_are_the_same_file(tr: Translator, hasty: None) -> None:
    def drawing() -> bytes:
        return chart_bytes(timelines.life(120), tr, ".svg", PAPER, (7, 7), 8.5)

    expected = drawing()
    assert all(found == expected for _ in range(8) for found in at_once(drawing))
