"""The window: the only package that knows Qt."""

import builtins

import PySide6.QtCore  # noqa: F401

# The binding puts its own import in the place of Python's. It reads the source text of every module that is
# imported from then on, matplotlib's too, to see whether it wants Qt's names in snake_case; none here does.
builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
