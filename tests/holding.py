"""Another program that really keeps a diary to itself for as long as a block lasts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# How it keeps the file: a write that goes on, or a lock that outlives each write.
WAYS = ("exclusive", "locking mode")

_HOLDER = """
import sys
from sqlcipher3 import dbapi2 as sqlite
path, how, key = sys.argv[1:]
held = sqlite.connect(path, isolation_level=None)
held.execute("PRAGMA cipher_log_level = NONE")
if key:
    held.execute(f"PRAGMA key = \\"x'{key}'\\"")
if how == "locking mode":
    held.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
    held.execute("BEGIN IMMEDIATE")
    version = held.execute("PRAGMA user_version").fetchone()[0]
    held.execute(f"PRAGMA user_version = {version}")
    held.execute("COMMIT")
else:
    held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path: Path, how: str, key: bytes | None = None) -> Iterator[None]:
    """Nobody else reads or writes the diary meanwhile."""
    words = [sys.executable, "-c", _HOLDER, str(path), how, "" if key is None else key.hex()]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        try:
            yield
        finally:
            holder.stdin.close()
            holder.wait()
