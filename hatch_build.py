"""Puts resources/ and translations/ into a standard wheel; an editable install reads the checkout's."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShareFolders(BuildHookInterface[Any]):
    """Compiles the message catalogues for the wheel and adds both folders as lupusdiary/_share."""

    _compiled: tempfile.TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Names every file by itself: what lies beside them uncommitted and unwanted stays out."""
        if version != "standard":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / ".ci"))
        from messages import catalogues, compile_catalogue

        self._compiled = tempfile.TemporaryDirectory()
        include: dict[str, str] = build_data["force_include"]
        pictures = root / "resources" / "pictures"
        for file in sorted((root / "resources").rglob("*")):
            # The pictures of the README are of no use to the program.
            if file.is_file() and not file.name.startswith(".") and pictures not in file.parents:
                include[str(file)] = f"lupusdiary/_share/{file.relative_to(root).as_posix()}"
        for po in catalogues(root):
            target = po.relative_to(root).with_suffix(".mo")
            mo = Path(self._compiled.name) / target
            compile_catalogue(po, mo)
            include[str(po)] = f"lupusdiary/_share/{po.relative_to(root).as_posix()}"
            include[str(mo)] = f"lupusdiary/_share/{target.as_posix()}"

    def finalize(self, *_: object) -> None:
        """Removes the compiled catalogues again."""
        if self._compiled is not None:
            self._compiled.cleanup()
