"""Keeps Python's one `True` alive under a binding that lets go of it too often."""

from __future__ import annotations

import ctypes
import sys

_ENOUGH = 1 << 30


def keep_true() -> None:
    """Gives `True` a billion references more, before CPython 3.12 (from there on it is immortal).

    PySide6 6.12 returns `True` from `Signal.emit` without counting it, so that each `emit` takes one
    reference away; after some hundreds the interpreter ends with “deallocating True or False”.
    """
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        count = ctypes.c_ssize_t.from_address(id(True))
        if count.value < _ENOUGH:
            count.value += _ENOUGH
