"""What each verb takes, and which module holds it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple

from lupusdiary.cli.arguments import Usage
from lupusdiary.cli.session import LANGUAGE, Session

DEMONSTRATION = "--demonstration"
_PASSPHRASE = "--passphrase-file"
_COMMON = (LANGUAGE, _PASSPHRASE)


class CliVerb(NamedTuple):
    """One verb: its usage and the function that does it, which is imported when it is called."""

    usage: Usage
    room: str
    function: str
    languages: tuple[str, ...] = ()

    def run(self, session: Session) -> int:
        """Does it and says the exit status."""
        found: Callable[[Session], int] = getattr(import_module(f"lupusdiary.cli.{self.room}"), self.function)
        return found(session)


def _verb(
    where: str,
    line: str,
    places: str,
    least: int,
    options: str = "",
    flags: str = "",
    must: str = "",
    languages: tuple[str, ...] = (),
    repeated: str = "",
) -> CliVerb:
    room, function = where.split(".")
    named = places.split()
    usage = Usage(
        line,
        tuple(name for name in named if name != "..."),
        least,
        (*options.split(), *_COMMON),
        tuple(flags.split()),
        tuple(must.split()),
        many="..." in named,
        repeated=tuple(repeated.split()),
    )
    return CliVerb(usage, room, function, languages)


VERBS: Mapping[str, CliVerb] = MappingProxyType(
    {
        "sample": _verb(
            "maintenance.sample",
            "sample OUT [--story nephritis|mild] [--until DATE]",
            "OUT",
            1,
            "--story --until",
        ),
        "record": _verb("recording.record", "record DIARY DAY CODE=VALUE ...", "DIARY DAY CODE=VALUE ...", 3),
        "lab": _verb(
            "recording.lab",
            "lab DIARY DATE ANALYTE VALUE [UNIT] [--range TEXT] [--laboratory NAME] [--method NAME]",
            "DIARY DATE ANALYTE VALUE UNIT",
            4,
            "--range --laboratory --method",
        ),
        "event": _verb("recording.event", "event DIARY DATE KIND [TITLE]", "DIARY DATE KIND TITLE", 3),
        "report": _verb(
            "output.report",
            "report DIARY --out FILE.pdf [--from DATE] [--to DATE] [--language ko|en|both] [--hide-identity] "
            "[--include CODE]... [--notes] [--attach-data]",
            "DIARY",
            1,
            "--out --from --to",
            "--hide-identity --notes --attach-data",
            "--out",
            ("both",),
            repeated="--include",
        ),
        "chart": _verb(
            "output.chart",
            "chart DIARY --out FILE.png|svg [--from DATE] [--to DATE] [--series CODE,CODE,...]",
            "DIARY",
            1,
            "--out --from --to --series",
            must="--out",
        ),
        "export": _verb(
            "import_export.export",
            "export DIARY --format json|csv --out PATH",
            "DIARY",
            1,
            "--format --out",
            must="--format --out",
        ),
        "import": _verb(
            "import_export.bring_in", "import DIARY FILE [--dry-run]", "DIARY FILE", 2, flags="--dry-run"
        ),
        "check": _verb("maintenance.check", "check DIARY", "DIARY", 1),
        "backup": _verb("backing_up.backup", "backup DIARY --to DIR", "DIARY", 1, "--to", must="--to"),
        "restore": _verb("backing_up.restore", "restore BACKUP --to DIARY", "BACKUP", 1, "--to", must="--to"),
        "rescue": _verb("maintenance.rescue", "rescue DIARY --to NEW", "DIARY", 1, "--to", must="--to"),
        "encrypt": _verb(
            "protecting.encrypt",
            "encrypt DIARY [--readable-backups keep|encrypt|delete]",
            "DIARY",
            1,
            "--readable-backups",
        ),
        "decrypt": _verb("protecting.decrypt", "decrypt DIARY", "DIARY", 1),
        "rekey": _verb(
            "protecting.rekey",
            "rekey DIARY --new-passphrase-file FILE",
            "DIARY",
            1,
            "--new-passphrase-file",
            must="--new-passphrase-file",
        ),
        "recovery-sheet": _verb(
            "protecting.recovery_sheet",
            "recovery-sheet DIARY --out FILE.pdf",
            "DIARY",
            1,
            "--out",
            must="--out",
        ),
        "medicine": _verb(
            "medicine.medicine",
            "medicine read LINE [--answer NAME=VALUE ...] | add DIARY NAME --pattern KIND --from DATE "
            "[--to DATE] [--actual] [--strength N] [--unit mg] [--amount N] [--times N] [--weekdays mon,thu] "
            "[--days N] [--weeks N] [--months N] [--day-of-month N] [--dates DATE,DATE] [--anchor DATE] "
            "[--most N] [--route iv] | add DIARY --line TEXT --from DATE [--to DATE] "
            "[--answer NAME=VALUE ...] | stop DIARY NAME DATE [--reason CODE] "
            "| changes DIARY --since DATE [--today DATE]",
            "add|stop|changes|read DIARY|LINE ...",
            2,
            "--pattern --from --to --strength --unit --amount --times --weekdays --days --weeks --months "
            "--day-of-month --dates --anchor --most --route --line --reason --since --today",
            "--actual",
            repeated="--answer",
        ),
        "taken": _verb(
            "medicine_records.taken",
            "taken DIARY DAY NAME [taken|skipped|late|extra] [--amount N] [--intake SLOT] [--at HH:MM]",
            "DIARY DAY NAME STATE",
            3,
            "--amount --intake --at",
        ),
        "exposure": _verb(
            "medicine_records.exposure",
            "exposure DIARY [--from DATE] [--to DATE] [--json]",
            "DIARY",
            1,
            "--from --to",
            "--json",
        ),
        "allergy": _verb(
            "medicine_records.allergy", "allergy DIARY NAME [REACTION ...]", "DIARY NAME REACTION ...", 2
        ),
        "visit": _verb(
            "medicine_records.visit",
            "visit DIARY DATE [--department TEXT] [--question TEXT ...] [--agreed TEXT ...]",
            "DIARY DATE",
            2,
            "--department",
            repeated="--question --agreed",
        ),
        "content": _verb(
            "content.content",
            "content check [FOLDER] | example FOLDER | find TEXT ...",
            "check|example|find FOLDER|TEXT ...",
            1,
        ),
    }
)

WINDOW = Usage("[DIARY | --demonstration]", ("DIARY",), 0, (LANGUAGE,), (DEMONSTRATION,))
