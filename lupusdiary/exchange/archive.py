"""The members of a packed file: none is read further than asked, whatever size is written in it, and no
damage of it is anything but a sentence."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lupusdiary.language import Refusal

# A folder of our lists has thirty members, a large workbook some thousand: their list is a tenth of this.
_LARGEST_DIRECTORY = 1_000_000
# All that damaged or crafted members can raise.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    RuntimeError,
    NotImplementedError,
    EOFError,
    ValueError,
    OverflowError,
)


def is_packed(path: Path) -> bool:
    """Whether a file ends as a packed file does."""
    return zipfile.is_zipfile(path)


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The packed file at `path`. Raises `Refusal` for what is damaged or crafted, also while it is read."""
    try:
        with _Bounded(path) as file, zipfile.ZipFile(file) as archive:
            file.limit = None
            yield archive
    except _DAMAGE as fault:
        raise Refusal("“{path}” cannot be read.", path=path.name) from fault


def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes | None:
    """The bytes of a member, or None when they are more than `most`."""
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile
    # The size that is written in an archive may be a lie.
    with archive.open(info) as packed:
        data = packed.read(most + 1)
    return data if len(data) <= most else None


class _Bounded(io.FileIO):
    """A file of which no more than `limit` bytes are read at once: a list of millions of members would be
    taken into memory whole before anything can be asked of it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.limit: int | None = _LARGEST_DIRECTORY

    def read(self, size: int | None = -1, /) -> bytes:
        """As of any file."""
        if self.limit is not None and (size is None or size > self.limit):
            raise zipfile.BadZipFile
        return super().read(size) or b""
