"""Measures the program, one line a figure, each beside its floor or its budget, all in one run.

    python3 dev.py bench [WORD ...]      only the figures whose name holds one of the words

A figure is the median of several tries. Budgets are those of the design; a figure over its budget ends with
"OVER". Seconds of the processor stand beside those by the clock; the first are judged, so that a busy machine
does not decide, but where the disk decides it is the clock. Nothing here fails a test.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from lupusdiary.queries.timeline import timeline_of
from lupusdiary.queries.visit_summary import visit_summary_of
from tests.exchange.whole_files import read_json

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.bench import Bench
from tests.benchmarks.diaries import LABORATORY, NOW, TODAY, sheets
from tests.benchmarks.processes import started, whole_process
from tests.benchmarks.spent import Spent, median, median_of, spent

ROOT = Path(__file__).resolve().parents[2]
# Pages that read the days that they show, and so shall not know how long the diary is.
_FLAT = ("today", "calendar", "treatment")
YEARS = {"empty": (0, 0), "1 year": (1, 10), "10 years": (10, 10)}


def start_and_memory(bench: Bench) -> None:
    if not (bench.wants("start") or bench.wants("memory")):
        return
    found: dict[str, list[tuple[Spent, float]]] = {}
    diaries = {name: str(bench.diary(*size)) for name, size in YEARS.items()}
    # In turns, so that what else the machine does meets all of them.
    for _ in range(8):
        for name, what in (("floor", "empty"), *diaries.items()):
            found.setdefault(name, []).append(started(what, bench.home))
    times = {name: median([each[0] for each in runs[1:]]) for name, runs in found.items()}
    sizes = {name: statistics.median([each[1] for each in runs[1:]]) for name, runs in found.items()}
    for name in YEARS:
        bench.ratio(f"start to Today, {name}", times[name], times["floor"], "s", 2.0)
        bench.memory(f"memory before a chart, {name}", sizes[name], 1.9, sizes["floor"])


def verbs(bench: Bench) -> None:
    if not bench.wants("process"):
        return
    path = bench.home / "verbs.lupusdiary"
    shutil.copy(bench.diary(1, 10), path)
    out = str(bench.home / "report.pdf")
    calls = {
        "floor": ["-c", "pass"],
        "record": ["-m", "lupusdiary", "record", str(path), TODAY.isoformat(), "fatigue=6"],
        "report": ["-m", "lupusdiary", "report", str(path), "--out", out, "--to", TODAY.isoformat()],
    }
    found: dict[str, list[Spent]] = {name: [] for name in calls}
    for _ in range(8):
        for name, words in calls.items():
            found[name].append(whole_process(words, bench.home))
    of = {name: median(runs[1:]) for name, runs in found.items()}
    bench.ratio("record as a whole process, against an empty Python", of["record"], of["floor"], "s", 8.0)
    bench.limit("report of a year as a whole process", of["report"], "s", 0.7)


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
            ours = median_of(lambda d=diary, v=values: d.days.record(TODAY, "fatigue", next(v) % 11), 60)
        bench.ratio(f"recording one score, {name}", ours, floor, "ms", 2.0, by_clock=True)
    from tests.benchmarks.windows import score_clicks

    longest = score_clicks(bench.diary(10, 10))
    bench.limit("longest block by a click on a score, 10 years", longest, "ms", 20)


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
        floor = median_of(show, 25)
    with today_page(bench.diary(60, 30)) as show:
        show()
        ours = median_of(show, 25)
    bench.ratio("opening Today, 60 years of 30 readings, against empty", ours, floor, "ms", 1.2)


def opening_pages(bench: Bench) -> None:
    """Every page, first and later, in an empty, a 10-year and a 60-year diary."""
    if not bench.wants("page openings"):
        return
    from tests.benchmarks.openings import page_openings

    floors = page_openings(bench.diary(0, 0))
    for years, readings in ((0, 0), (10, 10), (60, 30)):
        found = floors if years == 0 else page_openings(bench.diary(years, readings))
        size = f"{years} years" if years else "empty"
        for name, times in found.items():
            for which, ours, floor in zip(("first", "again"), times, floors[name], strict=True):
                line = f"page openings, {name}, {which}, {size}"
                if years < 60:
                    bench.limit(line, ours, "ms", 300 if which == "first" else 100)
                else:
                    bench.ratio(line, ours, floor, "ms", 1.2 if name in _FLAT else None)


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
    for name, (years, readings) in {**YEARS, "60 years": (60, 30)}.items():
        with open_diary(bench.diary(years, readings), None, lambda: NOW) as diary:
            period = Period(TODAY - timedelta(days=round(365.25 * max(years, 10))), TODAY)

            def draw(diary=diary, period=period) -> None:  # type: ignore[no-untyped-def]
                figure = timeline_figure(timeline_of(diary, codes, period, tr), tr, LIGHT, (12.0, 7.0), 96.0)
                figure.canvas.draw()

            draw()
            ours = median_of(draw, 9)
            bench.limit(f"timeline, first picture, {name}", ours, "ms", 300 if years > 10 else 100)
            bench.ratio(f"timeline against an empty figure’s redraw, {name}", ours, floor, "ms", None)
    from tests.benchmarks.windows import timeline_frames

    for years, readings, least in ((10, 10, 60), (60, 30, 150)):
        frames = timeline_frames(bench.diary(years, readings))
        for (name, taken), budget in zip(frames, (least, 16, 8), strict=True):
            bench.limit(f"timeline, {name}, {years} years", taken, "ms", budget)


def searching(bench: Bench) -> None:
    if not bench.wants("search"):
        return
    from tests.benchmarks.windows import search_keys

    keys, floor = search_keys(bench.diary(10, 10))
    ours = median(keys)
    bench.limit("search, key to marked hits, 10 years", ours, "ms", 50)
    slow = Spent(*(statistics.quantiles(each, n=10)[8] for each in zip(*keys, strict=True)))
    bench.limit("search, nine keys of ten, 10 years", slow, "ms", 50)
    bench.ratio("search, a key against a field that searches nothing", ours, floor, "ms", None)


def printing(bench: Bench) -> None:
    if not bench.wants("summary"):
        return
    from lupusdiary.diary import Diary, open_diary
    from lupusdiary.domain.period import Period
    from lupusdiary.language import translator
    from lupusdiary.report.summary import VisitSummary
    from lupusdiary.report.visit_page import write_pdf

    tr = translator("ko")
    pages = (("3 months", 10, 91, 200), ("10 years", 10, 3652, 500), ("60 years", 60, 21_914, 1000))
    for name, years, days, budget in pages:
        period = Period.ending(TODAY, days)
        with open_diary(bench.diary(years, 10), None, lambda: NOW) as diary:

            def asked(diary: Diary = diary, period: Period = period) -> VisitSummary:
                return visit_summary_of(diary, period, languages=(tr,))

            def whole(asked: Callable[[], VisitSummary] = asked) -> None:
                write_pdf(asked(), (tr,))

            whole()
            bench.limit(f"visit summary as PDF, {name}", median_of(whole, 5), "ms", budget)
            bench.limit(
                f"visit summary, what is asked of the diary, {name}", median_of(asked, 5), "ms", budget
            )


def switching(bench: Bench) -> None:
    if not bench.wants("change"):
        return
    from tests.benchmarks.switching import switches

    for name, taken, budget in switches(bench.diary(10, 10)):
        bench.limit(f"change of {name}", taken, "ms", budget)


def calendar(bench: Bench) -> None:
    if not bench.wants("calendar"):
        return
    from tests.benchmarks.calendar import calendar_paints

    for years, readings in ((10, 10), (60, 30)):
        for name, taken, budget in calendar_paints(bench.diary(years, readings)):
            bench.limit(f"calendar, {name}, {years} years", taken, "ms", budget)


def medicines(bench: Bench) -> None:
    if not bench.wants("medicines"):
        return
    from tests.benchmarks.medicines import medicine_fills

    for years, readings in ((10, 10), (60, 30)):
        for name, taken, budget in medicine_fills(bench.diary(years, readings)):
            bench.limit(f"medicines, {name}, {years} years", taken, "ms", budget)


def laboratory_sheet(bench: Bench) -> None:
    if not bench.wants("laboratory"):
        return
    from tests.benchmarks.windows import sheet_openings

    first, again = sheet_openings(bench.diary(10, 10), 60)
    bench.limit("opening a first laboratory sheet of 60 rows", first, "ms", 100)
    bench.limit("opening it again", again, "ms", 100)


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
            taken = spent(lambda diary=diary, text=text: diary.merge(read_json(text)))
        bench.limit(f"import of 10,000 results, into {name}", taken, "s", 1.0)
    # Beside the values that were read, which are held once, writing may take what a slice takes.
    for count in (10_000, 20_000):
        contents = read_json(written(count))
        with create_diary(bench.home / f"import{count}.lupusdiary", None, lambda: NOW) as diary:
            tracemalloc.start()
            diary.merge(contents)
            peak = tracemalloc.get_traced_memory()[1] / 2**20
            tracemalloc.stop()
        bench.memory(f"memory of an import beside its {count:,} results", peak, 16)


def backups(bench: Bench) -> None:
    if not bench.wants("backup"):
        return
    from tests.benchmarks.backups import backup_and_copy

    ours, floor = backup_and_copy(bench.diary(60, 30), bench.home, 3)
    bench.ratio("backup of 60 years, encrypted and verified", ours, floor, "s", 3.0, by_clock=True)


def reopening(bench: Bench) -> None:
    if not bench.wants("reopening"):
        return
    from tests.benchmarks.reopening import memory_of_reopening

    ours, floor = memory_of_reopening(bench.diary(1, 10), 10)
    bench.memory("memory after reopening ten times, every page", ours, 1.05, floor)


def random_events(bench: Bench) -> None:
    if not bench.wants("events"):
        return
    from tests.benchmarks.random_events import STRETCH, held_after

    found = held_after(bench.diary(1, 10), 4, 1)
    first, last = found[0], found[-1]
    bench.memory(f"memory after {last.events:,} random events", last.resident, 1.15, first.resident)
    for name in ("widgets", "objects", "python"):
        more = getattr(last, name) / getattr(first, name)
        print(f"  {name} beside those after {STRETCH:,}: ratio {more:.2f} (<= 1.1)", flush=True)


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
            verbs,
            recording,
            opening_today,
            opening_pages,
            switching,
            laboratory_sheet,
            calendar,
            medicines,
            timeline,
            searching,
            printing,
            importing,
        ):
            measure(bench)
        backups(bench)
        reopening(bench)
        random_events(bench)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
