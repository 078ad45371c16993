"""Calls the command line as a person does: in this process with a standing clock, or as a real process."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from lupusdiary import cli
from tests.conftest import StandingClock

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Done:
    """What a call answered."""

    status: int
    out: str
    err: str
    raw: bytes = b""

    def refused(self) -> str:
        """The one sentence of a refusal; fails if it is anything else."""
        assert self.status == 1, (self.status, self.out, self.err)
        assert "Traceback" not in self.err
        assert len(self.err.splitlines()) == 1, self.err
        assert "went wrong" not in self.err, self.err
        assert self.err.strip().endswith((".", "?")), self.err
        return self.err.strip()

    def fine(self) -> str:
        """What was printed; fails if the call did not end well."""
        assert (self.status, self.err) == (0, ""), (self.status, self.out, self.err)
        return self.out


@dataclass
class Caller:
    """Calls in this process, with the folder of the test as the place of its files."""

    folder: Path
    clock: StandingClock
    capture: pytest.CaptureFixture[str]
    environment: dict[str, str] = field(default_factory=lambda: {"LANG": "en_GB.UTF-8"})

    def __call__(self, *words: object) -> Done:
        self.capture.readouterr()
        status = cli.main([str(word) for word in words], clock=self.clock, environment=self.environment)
        said = self.capture.readouterr()
        return Done(status, said.out, said.err)

    def path(self, name: str) -> Path:
        """A file of this test."""
        return self.folder / name

    def exported(self, diary: Path) -> dict[str, Any]:
        """The JSON export of a diary."""
        found: dict[str, Any] = json.loads(self("export", diary, "--format", "json", "--out", "-").fine())
        return found


def process(
    *words: object,
    stdin: bytes = b"",
    stdout: int = subprocess.PIPE,
    **variables: str,
) -> Done:
    """Runs the program for real."""
    done = subprocess.run(
        [sys.executable, "-m", "lupusdiary", *(str(word) for word in words)],
        input=stdin, stdout=stdout, stderr=subprocess.PIPE, cwd=ROOT, check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", **variables},
    )  # fmt: skip
    out = done.stdout or b""
    return Done(done.returncode, _text(out), _text(done.stderr), out)


def _text(data: bytes) -> str:
    return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8").read()
