"""Measures the program, one line a figure, each beside its floor or its budget, all in one run.

    python3 dev.py bench [WORD ...]      only the figures whose name holds one of the words

A figure is the median of several tries. Budgets are those of the design; a figure over its budget ends with
"OVER". Starts and drawings are counted in processor seconds, so that a busy machine does not decide them.
Nothing here fails a test.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from lupusdiary.queries.timeline import timeline_of
from lupusdiary.queries.visit_summary import visit_summary_of

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.diaries import LABORATORY, NOW, TODAY, make, sheets

ROOT = Path(__file__).resolve().parents[2]
YEARS = {"empty": (0, 0), "1 year": (1, 10), "10 years": (10, 10)}


class Bench:
    """Collects figures. `only` are words of the names that are wanted; none means all."""

    def __init__(self, home: Path, only: list[str]) -> None:
        self.home = home
        self._only = only
        self._diaries: dict[str, Path] = {}

    def wants(self, name: str) -> bool:
        """Whether a figure is asked for."""
        return not self._only or any(word in name for word in self._only)

    def diary(self, years: int, readings: int) -> Path:
        """A diary of that size, made once a run."""
        key = f"{years}x{readings}"
        if key not in self._diaries:
            self._diaries[key] = make(self.home / f"{key}.lupusdiary", years, readings)
        return self._diaries[key]

    def ratio(self, name: str, ours: float, floor: float, unit: str, budget: float) -> None:
        """One line for a figure that is judged against a floor of the same run."""
        times = ours / floor
        over = "  OVER" if times > budget else ""
        print(
            f"{name:<58} {ours:>9.3f} {unit:<3} floor {floor:>9.3f}  ratio {times:>5.2f} (<= {budget}){over}",
            flush=True,
        )

    def limit(self, name: str, ours: float, unit: str, budget: float) -> None:
        """One line for a figure that is judged against a number of the design."""
        over = "  OVER" if ours > budget else ""
        print(f"{name:<58} {ours:>9.1f} {unit:<3} budget {budget:>8.1f}{over}", flush=True)


def median(work: Callable[[], object], tries: int, clock: Callable[[], float] = time.perf_counter) -> float:
    """Median seconds of one call, by the wall or by the processor."""
    found = []
    for _ in range(tries):
        began = clock()
        work()
        found.append(clock() - began)
    return statistics.median(found)


def child(what: str, home: Path) -> tuple[float, float, float]:
    """Processor seconds and seconds to a usable window, and MiB, of one child process."""
    # The second start of a program is what a person meets; its bytecode is there then.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.start", what],
        cwd=ROOT,
        env=environment | {name: str(home) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA")},
        capture_output=True,
        text=True,
        check=True,
    )
    processor, clock, memory = map(float, done.stdout.split())
    return processor, clock, memory


def start_and_memory(bench: Bench) -> None:
    if not (bench.wants("start") or bench.wants("memory")):
        return
    found: dict[str, list[tuple[float, float, float]]] = {}
    diaries = {name: str(bench.diary(*size)) for name, size in YEARS.items()}
    # In turns, so that what else the machine does meets all of them.
    for _ in range(8):
        for name, what in (("floor", "empty"), *diaries.items()):
            found.setdefault(name, []).append(child(what, bench.home))
    of = {
        name: [statistics.median(part) for part in zip(*each[1:], strict=True)]
        for name, each in found.items()
    }
    floor = of["floor"]
    for name in YEARS:
        bench.ratio(f"start to Today, {name}", of[name][0], floor[0], "s", 1.8)
        bench.ratio(f"memory before a chart, {name}", of[name][2], floor[2], "MiB", 2.0)


def recording(bench: Bench) -> None:
    if not bench.wants("recording"):
        return
    from lupusdiary.diary import open_diary
    from tests.benchmarks.floors import bare_insert

    for name, (years, readings) in YEARS.items():
        path = bench.diary(years, readings)
        floor = bare_insert(path, 60)
        with open_diary(path, None, lambda: NOW) as diary:
            values = iter(range(10_000))
            ours = median(lambda d=diary, v=values: d.days.record(TODAY, "fatigue", next(v) % 11), 60)
        bench.ratio(f"recording one score, {name}", ours * 1000, floor * 1000, "ms", 2.0)
    from tests.benchmarks.windows import score_clicks

    longest = max(score_clicks(bench.diary(10, 10)))
    bench.limit("longest block by a click on a score, 10 years", longest * 1000, "ms", 50)


@contextmanager
def today_page(path: Path) -> Iterator[Callable[[], None]]:
    """A Today page in a window; calling it opens the page anew."""
    from lupusdiary.ui.base.route import Route
    from tests.benchmarks.windows import opened, settle

    with opened(path) as (_, view):
        page = view.page("today")
        # What the page leaves for the moment after its first paint counts here too.
        settle(500)

        def show() -> None:
            page.visit(Route("today", day=TODAY - timedelta(days=1)))
            page.refresh()
            page.visit(Route("today", day=TODAY))
            page.refresh()

        yield show


def opening_today(bench: Bench) -> None:
    if not bench.wants("opening"):
        return
    with today_page(bench.diary(0, 0)) as show:
        show()
        floor = median(show, 25, time.process_time)
    with today_page(bench.diary(60, 30)) as show:
        show()
        ours = median(show, 25, time.process_time)
    bench.ratio("opening Today, 60 years of 30 readings, against empty", ours * 1000, floor * 1000, "ms", 1.2)


def timeline(bench: Bench) -> None:
    if not bench.wants("timeline"):
        return
    from lupusdiary.charts.colours import LIGHT
    from lupusdiary.charts.figure import timeline_figure
    from lupusdiary.diary import open_diary
    from lupusdiary.domain.period import Period
    from lupusdiary.language import translator
    from tests.benchmarks.floors import empty_figure

    tr = translator("ko")
    codes = ("fatigue", "upcr", "c3", "anti_dsdna", "leg_swelling", "foamy_urine")
    floor = empty_figure((12.0, 7.0), 96.0, 9)
    for name, (years, readings) in YEARS.items():
        with open_diary(bench.diary(years, readings), None, lambda: NOW) as diary:
            period = Period(TODAY - timedelta(days=3652), TODAY)

            def draw(diary=diary, period=period) -> None:  # type: ignore[no-untyped-def]
                figure = timeline_figure(timeline_of(diary, codes, period, tr), tr, LIGHT, (12.0, 7.0), 96.0)
                figure.canvas.draw()

            draw()
            ours = median(draw, 9)
            bench.limit(f"timeline, first picture, {name}", ours * 1000, "ms", 100)
            bench.ratio(
                f"timeline against an empty figure’s redraw, {name}", ours * 1000, floor * 1000, "ms", 99
            )
    from tests.benchmarks.windows import timeline_frames

    for name, milliseconds, budget in timeline_frames(bench.diary(10, 10)):
        bench.limit(f"timeline, {name}, 10 years", milliseconds, "ms", budget)


def searching(bench: Bench) -> None:
    if not bench.wants("search"):
        return
    from tests.benchmarks.windows import search_keys

    keys, floor = search_keys(bench.diary(10, 10))
    ours = statistics.median(keys)
    bench.limit("search, key to marked hits, 10 years", ours * 1000, "ms", 50)
    bench.limit("search, nine keys of ten, 10 years", statistics.quantiles(keys, n=10)[8] * 1000, "ms", 50)
    bench.ratio("search, a key against a field that searches nothing", ours * 1000, floor * 1000, "ms", 99)


def printing(bench: Bench) -> None:
    if not bench.wants("summary"):
        return
    from lupusdiary.diary import open_diary
    from lupusdiary.domain.period import Period
    from lupusdiary.language import translator
    from lupusdiary.report.visit_page import write_pdf

    tr = translator("ko")
    with open_diary(bench.diary(10, 10), None, lambda: NOW) as diary:
        for name, days, budget in (("3 months", 91, 500), ("10 years", 3652, 1000)):
            period = Period.ending(TODAY, days)

            def work(period: Period = period) -> None:
                write_pdf(visit_summary_of(diary, period), (tr,))

            work()
            bench.limit(f"visit summary as PDF, {name}", median(work, 5) * 1000, "ms", budget)


def laboratory_sheet(bench: Bench) -> None:
    if not bench.wants("laboratory"):
        return
    from tests.benchmarks.windows import sheet_openings

    first, again = sheet_openings(bench.diary(10, 10), 60)
    bench.limit("opening a first laboratory sheet of 60 rows", first * 1000, "ms", 100)
    bench.limit("opening it again", again * 1000, "ms", 100)


def importing(bench: Bench) -> None:
    if not bench.wants("import"):
        return
    import random

    from lupusdiary.diary import create_diary, open_diary
    from lupusdiary.domain.records import DiaryContents
    from lupusdiary.exchange import json_format

    def written(count: int) -> str:
        # None of them has still to come: those would be refused.
        days = [date(1990, 1, 1) + timedelta(days=at * 6) for at in range(count // 10)]
        assert days[-1] < TODAY
        return json_format.write(DiaryContents(labs=tuple(sheets(days, random.Random(1)))))

    for name, (years, readings) in {"empty": (0, 0), "10 years": (10, 10)}.items():
        path = shutil.copy(bench.diary(years, readings), bench.home / f"into {name}.lupusdiary")
        text = written(10_000)
        with open_diary(path, None, lambda: NOW, bench.home / "backups") as diary:
            began = time.perf_counter()
            diary.merge(json_format.read(text))
            bench.limit(f"import of 10,000 results, into {name}", time.perf_counter() - began, "s", 3.0)
    # Beside the values that were read, which are held once, writing may take what a slice takes.
    for count in (10_000, 20_000):
        contents = json_format.read(written(count))
        with create_diary(bench.home / f"import{count}.lupusdiary", None, lambda: NOW) as diary:
            tracemalloc.start()
            diary.merge(contents)
            peak = tracemalloc.get_traced_memory()[1] / 2**20
            tracemalloc.stop()
        bench.limit(f"memory of an import beside its {count:,} results", peak, "MiB", 16)


def backups(bench: Bench) -> None:
    if not bench.wants("backup"):
        return
    from tests.benchmarks.backups import backup_and_copy

    ours, floor = backup_and_copy(bench.diary(60, 30), bench.home, 3)
    bench.ratio("backup of 60 years, encrypted and verified", ours, floor, "s", 3.0)


def main(words: list[str]) -> int:
    """Measures what is asked for."""
    print(
        f"measured {NOW.today():%Y-%m-%d}, {os.cpu_count()} processors, laboratory {LABORATORY!r} fictional",
        flush=True,
    )
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), words)
        for measure in (
            start_and_memory,
            recording,
            opening_today,
            laboratory_sheet,
            timeline,
            searching,
            printing,
            importing,
        ):
            measure(bench)
        backups(bench)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
