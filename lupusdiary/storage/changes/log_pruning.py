"""How long the log of changes is, and how steps leave it.

The newest `KEPT_STEPS` steps stay, as long as they hold no more than `KEPT_IMAGES` rows together; the newest
step always stays, whatever its size. An import is one step. A step that leaves is marked at once,
and its images go a slice with each write: a large import must not make one click wait for seconds.
"""

from __future__ import annotations

from lupusdiary.storage.changes.kept_rows import forget_hidden
from lupusdiary.storage.protocols import StatementRunner

KEPT_STEPS = 1_000
KEPT_IMAGES = 200_000
# Every so many steps the log is measured.
_EVERY = 20
_SLICE = 1_000

# What `change_step.undone` says of a step.
DONE, UNDONE, FORGOTTEN = 0, 1, 2


def forget_undone(file: StatementRunner) -> None:
    """Ends what could be done again, as each new write does."""
    if file.run("SELECT 1 FROM change_step WHERE undone = ? LIMIT 1", UNDONE):
        file.run("UPDATE change_step SET undone = ? WHERE undone = ?", FORGOTTEN, UNDONE)
        forget_hidden(file)


def shorten(file: StatementRunner, step: int) -> None:
    """Keeps the log in its bounds; `step` is the newest one."""
    if step % _EVERY == 0:
        _forget_old(file)
    if file.run("SELECT 1 FROM change_step WHERE undone = ? LIMIT 1", FORGOTTEN):
        _sweep(file)


def _forget_old(file: StatementRunner) -> None:
    steps = file.run(
        "SELECT id, (SELECT count(*) FROM change_image WHERE step = change_step.id) FROM change_step"
        " WHERE undone <> ? ORDER BY id DESC LIMIT ?",
        FORGOTTEN,
        KEPT_STEPS + 1,
    )
    images = 0
    for place, (step, count) in enumerate(steps):
        assert isinstance(count, int)
        images += count
        if place > 0 and (place == KEPT_STEPS or images > KEPT_IMAGES):
            file.run("UPDATE change_step SET undone = ? WHERE id <= ?", FORGOTTEN, step)
            return


def _sweep(file: StatementRunner) -> None:
    file.run(
        "DELETE FROM change_image WHERE id IN (SELECT change_image.id FROM change_step"
        " JOIN change_image ON change_image.step = change_step.id WHERE undone = ? LIMIT ?)",
        FORGOTTEN,
        _SLICE,
    )
    file.run(
        "DELETE FROM change_step WHERE undone = ?"
        " AND NOT EXISTS (SELECT 1 FROM change_image WHERE step = change_step.id)",
        FORGOTTEN,
    )
