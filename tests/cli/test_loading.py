"""A verb as a whole process is as quick as what it imports: none loads what only others need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calling import ROOT, Caller

_SCRIPT = """
import sys
from lupusdiary.cli import main
status = main(sys.argv[1:])
print(*sorted(sys.modules), sep="\\n")
sys.exit(status)
"""
# Each takes as long to import as an empty Python takes to start, or is the first of many that do.
_RECORD_NEVER = {
    *("babel", "concurrent.futures", "hashlib", "matplotlib", "msgspec", "numpy", "sqlite_utils", "typst"),
    *("subprocess", "lupusdiary.charts", "lupusdiary.exchange", "lupusdiary.queries", "lupusdiary.report"),
    *("lupusdiary.domain.records", "lupusdiary.domain.urgency", "lupusdiary.domain.lab"),
    *("lupusdiary.domain.medicines", "lupusdiary.storage.checking"),
}
# Paper is drawn without them.
_REPORT_NEVER = {"matplotlib", "mpl_toolkits", "numpy", "PIL"}


@pytest.mark.parametrize(
    ("words", "needed", "never"),
    [
        (("record", "{diary}", "2026-11-22", "fatigue=6"), "lupusdiary.diary.days", _RECORD_NEVER),
        (
            ("report", "{diary}", "--out", "{diary}.pdf", "--to", "2026-11-22"),
            "lupusdiary.charts.svg_page",
            _REPORT_NEVER,
        ),
    ],
    ids=["record", "report"],
)
def test_a_verb_loads_only_what_it_needs(
    call: Caller, diary: Path, words: tuple[str, ...], needed: str, never: set[str]
) -> None:
    call("record", diary, "2026-11-21", "fatigue=5").fine()
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *(word.format(diary=diary) for word in words)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.splitlines())
    assert needed in loaded
    assert loaded & never == set()
