"""What the system says of a file, in the person's language: its own words are English on most computers."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType

from lupusdiary.language import Message, mark

_NO_ROOM = mark("there is no room left on the disk")
_NOT_ALLOWED = mark("it may not be read or written by you")
_NOT_THERE = mark("it is not there")
_WORDS: Mapping[int, Message] = MappingProxyType(
    {
        errno.ENOSPC: _NO_ROOM,
        getattr(errno, "EDQUOT", errno.ENOSPC): _NO_ROOM,
        errno.EFBIG: mark("it is larger than a file may be there"),
        errno.EACCES: _NOT_ALLOWED,
        errno.EPERM: _NOT_ALLOWED,
        errno.EROFS: mark("nothing can be written on that disk"),
        errno.EIO: mark("the disk does not answer"),
        errno.ENAMETOOLONG: mark("its name is too long"),
        errno.ENOENT: _NOT_THERE,
        errno.ENODEV: _NOT_THERE,
        errno.EISDIR: mark("it is a folder"),
        errno.ENOTDIR: mark("a part of its path is no folder"),
        errno.ELOOP: mark("links lead in a circle there"),
    }
)


def reason_of(fault: OSError) -> Message | str:
    """Why it failed, as a field of a `Refusal`; what is rare is said in the system's own words."""
    known = _WORDS.get(fault.errno or 0)
    return known if known is not None else fault.strerror or type(fault).__name__
