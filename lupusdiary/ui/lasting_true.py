"""Keeps Python's one `True`, `False` and `None` alive under a binding that lets go of them too often."""

from __future__ import annotations

import ctypes
import sys

_ENOUGH = 1 << 30


def keep_true() -> None:
    """Gives each a billion references more, before CPython 3.12 (from there on they are immortal).

    PySide6 6.12 returns them without counting: `True` from `Signal.emit`, `None` from every method without
    a result. Each call takes one reference away; after some hundreds or thousands, a minute of moving the
    pointer over a chart, the interpreter ends with “deallocating None”. 6.11 counts.
    """
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        for lasting in (True, False, None):
            count = ctypes.c_ssize_t.from_address(id(lasting))
            if count.value < _ENOUGH:
                count.value += _ENOUGH
