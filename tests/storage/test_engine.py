"""Paths become addresses that SQLite understands, on every system."""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from lupusdiary.storage.engine import uri_of


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/home/a b/100%.d"), "file:/home/a%20b/100%25.d?mode=ro"),
        (PureWindowsPath("C:\\Users\\a?b#c.d"), "file:C%3A/Users/a%3Fb%23c.d?mode=ro"),
        (PureWindowsPath("\\\\ward\\share\\a.d"), "file:////ward/share/a.d?mode=ro"),
    ],
)
def test_a_path_on_a_disk_or_on_the_ward_s_server_is_addressed(path: PurePath, uri: str) -> None:
    assert uri_of(path, "ro") == uri
