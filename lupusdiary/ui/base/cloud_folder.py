"""Folders that a service copies to its own computers, known by the names that they give themselves."""

from __future__ import annotations

import re
from pathlib import Path

# The folder's name as each service makes it; what stands behind it ("OneDrive - Hospital") is the person's.
_SERVICES = (
    ("OneDrive", re.compile(r"onedrive(\b.*)?", re.IGNORECASE)),
    ("Dropbox", re.compile(r"dropbox(\b.*)?", re.IGNORECASE)),
    ("Google Drive", re.compile(r"google ?drive.*|googledrive-.*|my drive|내 드라이브", re.IGNORECASE)),
    ("iCloud", re.compile(r"icloud ?drive|com~apple~clouddocs|mobile documents", re.IGNORECASE)),
    ("NAVER MYBOX", re.compile(r"naver ?mybox.*|네이버 ?mybox.*|mybox", re.IGNORECASE)),
    ("Nextcloud", re.compile(r"nextcloud.*", re.IGNORECASE)),
    ("Box", re.compile(r"box sync|box", re.IGNORECASE)),
)


def cloud_service(place: Path) -> str | None:
    """The service that copies what is put at `place`, as far as folders' names tell, or None."""
    for part in reversed(place.absolute().parts[:-1]):
        for name, pattern in _SERVICES:
            if pattern.fullmatch(part):
                return name
    return None
