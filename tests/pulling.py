"""A disk that really goes away under an open file: each read and write of it fails in the system itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def pulled_out(path: Path) -> Iterator[None]:
    """Every descriptor of this process on the file leads to a folder meanwhile, which cannot be read."""
    wanted = path.resolve()
    folder = os.open(path.parent, os.O_RDONLY)
    kept: list[tuple[int, int]] = []
    for descriptor in map(int, [each.name for each in Path("/proc/self/fd").iterdir()]):
        try:
            leads = Path(f"/proc/self/fd/{descriptor}").readlink()
        except OSError:
            continue
        if leads == wanted:
            kept.append((descriptor, os.dup(descriptor)))
            os.dup2(folder, descriptor)
    assert kept
    try:
        yield
    finally:
        for descriptor, whole in kept:
            os.dup2(whole, descriptor)
            os.close(whole)
        os.close(folder)
