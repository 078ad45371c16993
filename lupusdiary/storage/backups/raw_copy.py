"""Copies the bytes of a large diary that is in use, slice by slice under SQLite's own lock.

Another process reads them: closing a file lets go of every lock that this process has on it, also of those of
an open diary's connection. Protected pages need not be decrypted and encrypted again.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.storage.checking.verification import Counts, row_counts
from lupusdiary.storage.stopping import refuse_if_stopped

# Smaller files are copied by SQLite sooner than another process is there.
LARGE = 16 * 2**20
# Bytes a slice: between two of them the window can write.
_SLICE = 16 * 2**20
_TRIES = 5
# Bytes a read, into memory that is used again: new memory for a slice takes longer than copying it.
_ROOM = 1 << 18
# Paths come in by a pipe, so that no list of processes shows them.
_READER = """
import sys, zlib
lines = sys.stdin.buffer
source = open(lines.readline()[:-1], "rb", 0)
into = open(lines.readline()[:-1], "r+b", 0)
summed = lines.readline().strip() == b"crc"
room = memoryview(bytearray(1 << 18))
for line in lines:
    at, length = map(int, line.split())
    source.seek(at)
    crc, left = (crc if at else 0), length
    while left and (read := source.readinto(room[:left])):
        if summed:
            crc = zlib.crc32(room[:read], crc)
        try:
            into.seek(at + length - left)
            rest = room[:read]
            while rest:
                rest = rest[into.write(rest):]
        except OSError as fault:
            print("fault", fault.errno, flush=True)
            sys.exit()
        left -= read
    print(length - left, crc, flush=True)
"""


def copy_bytes(
    connection: sqlite.Connection, source: Path, into: Path, *, authenticated: bool
) -> Counts | None:
    """Copies the committed state of the file that `connection` reads into an existing empty one, reads it
    back, and says how many rows it held. None where that cannot be done, and then SQLite has to.

    Pages that are `authenticated` when the copy is proved need not be compared before.

    Raises `OSError` of the place of the copy, and `sqlite3.Error` of the diary's.
    """
    paths = [os.fsencode(path.resolve()) for path in (source, into)]
    if any(b"\n" in path for path in paths) or not sys.executable:
        return None
    try:
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _READER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None
    try:
        assert process.stdin is not None
        process.stdin.write(b"\n".join([*paths, b"" if authenticated else b"crc", b""]))
        for attempt in range(_TRIES):
            found = _one_state(connection, process, source, hold=attempt == _TRIES - 1)
            if found is not None:
                counts, crc = found
                return counts if authenticated or crc == _crc_of(into) else None
    except (BrokenPipeError, ValueError):
        return None
    finally:
        process.kill()
        process.communicate()
    return None


def _one_state(
    connection: sqlite.Connection, process: subprocess.Popen[bytes], source: Path, *, hold: bool
) -> tuple[Counts, int] | None:
    """Copies everything; None when somebody wrote meanwhile. `hold` keeps writers waiting until the end."""
    if hold:
        connection.execute("BEGIN")
    try:
        version, at, crc = _locked_version(connection), 0, 0
        counts = row_counts(connection)
        while True:
            if not hold:
                connection.execute("BEGIN")
            if _locked_version(connection) != version:
                return None
            size = source.stat().st_size
            if at >= size:
                return counts, crc
            refuse_if_stopped()
            done, crc = _ask(process, at, min(_SLICE, size - at))
            at += done
            if not hold:
                connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _locked_version(connection: sqlite.Connection) -> object:
    """Which state of the file is read. The first read of a transaction takes the lock under which no page of
    the file changes."""
    connection.execute("SELECT count(*) FROM main.sqlite_schema").fetchone()
    return connection.execute("PRAGMA data_version").fetchone()


def _ask(process: subprocess.Popen[bytes], at: int, length: int) -> tuple[int, int]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"%d %d\n" % (at, length))
    process.stdin.flush()
    words = process.stdout.readline().split()
    if words[:1] == [b"fault"]:
        raise OSError(int(words[1]), os.strerror(int(words[1])))
    done, crc = map(int, words)
    if done != length:
        raise ValueError(done)
    return done, crc


def _crc_of(path: Path) -> int:
    crc = 0
    room = memoryview(bytearray(_ROOM))
    with path.open("rb", 0) as file:
        while read := file.readinto(room):
            crc = zlib.crc32(room[:read], crc)
    return crc
