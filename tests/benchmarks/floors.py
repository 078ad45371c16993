"""What cannot be beaten: the same work without the program."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from tests.benchmarks.spent import Spent, median, median_of, spent


def bare_insert(beside: Path, tries: int) -> Spent:
    """The median of INSERT + COMMIT into a file beside the diary, equally durable."""
    path = beside.with_suffix(".floor")
    connection = sqlite.connect(str(path), isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("CREATE TABLE score (id INTEGER PRIMARY KEY, day TEXT, symptom TEXT, value REAL)")
        row = ("2026-11-22", "fatigue", 6.0)

        def record() -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO score (day, symptom, value) VALUES (?, ?, ?)", row)
            connection.execute("COMMIT")

        return median_of(record, tries)
    finally:
        connection.close()
        path.unlink()


def empty_figure(inches: tuple[float, float], dpi: float, tries: int) -> Spent:
    """What it takes to redraw a figure with nothing on it."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    found = []
    for _ in range(tries):
        figure = Figure(figsize=inches, dpi=dpi)
        FigureCanvasAgg(figure)
        found.append(spent(figure.canvas.draw))
    return median(found)
