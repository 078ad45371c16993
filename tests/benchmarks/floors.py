"""What cannot be beaten: the same work without the program."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite


def bare_insert(beside: Path, tries: int) -> float:
    """Median seconds of INSERT + COMMIT into a file beside the diary, equally durable."""
    path = beside.with_suffix(".floor")
    connection = sqlite.connect(str(path), isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("CREATE TABLE score (id INTEGER PRIMARY KEY, day TEXT, symptom TEXT, value REAL)")
        found = []
        for number in range(tries):
            began = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "INSERT INTO score (day, symptom, value) VALUES (?, ?, ?)", ("2026-11-22", "fatigue", number)
            )
            connection.execute("COMMIT")
            found.append(time.perf_counter() - began)
        return statistics.median(found)
    finally:
        connection.close()
        path.unlink()


def empty_figure(inches: tuple[float, float], dpi: float, tries: int) -> float:
    """Median seconds to redraw a figure with nothing on it."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    found = []
    for _ in range(tries):
        figure = Figure(figsize=inches, dpi=dpi)
        FigureCanvasAgg(figure)
        began = time.perf_counter()
        figure.canvas.draw()
        found.append(time.perf_counter() - began)
    return statistics.median(found)
