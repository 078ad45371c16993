"""Which backups stay: the last of each of 7 days, 4 weeks and 12 months, and for a while what stood before
something large happened. Names are counted, so that a clock that was set back changes no order."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable
from dataclasses import dataclass
from datetime import datetime, timedelta

DAYS, WEEKS, MONTHS = 7, 4, 12
# How long what stood before an import, a restore or a change of key is kept.
BEFORE = timedelta(days=30)

AUTOMATIC, BY_HAND, RESTORE = "auto", "manual", "restore"
REASONS = (AUTOMATIC, BY_HAND, "migration", "import", RESTORE, "reset", "key")
SUFFIX = ".lupusdiary"
_NAME = re.compile(r"(\d{4,9})_(\d{4}-\d\d-\d\d_\d{4})_([a-z]{1,12})" + re.escape(SUFFIX))
_TIME = "%Y-%m-%d_%H%M"


@dataclass(frozen=True, slots=True, order=True)
class BackupName:
    """The number of a backup in its folder, the local time at which it was made, and what for."""

    number: int
    at: datetime
    reason: str

    def __str__(self) -> str:
        return f"{self.number:04}_{self.at.strftime(_TIME)}_{self.reason}{SUFFIX}"

    @classmethod
    def of(cls, name: str) -> BackupName | None:
        """The name of a file, if it is one of ours."""
        found = _NAME.fullmatch(name)
        if found is None or found[3] not in REASONS:
            return None
        try:
            # The local time of the person who made it, without a zone, as it stands in the name.
            return cls(int(found[1]), datetime.strptime(found[2], _TIME), found[3])  # noqa: DTZ007
        except ValueError:
            return None


def next_name(names: Collection[BackupName], at: datetime, reason: str) -> BackupName:
    """The name of the backup that comes after `names`; `at` is the person's local time."""
    number = 1 + max((name.number for name in names), default=0)
    return BackupName(number, at.replace(second=0, microsecond=0, tzinfo=None), reason)


def kept(names: Collection[BackupName], other_key: Collection[BackupName] = ()) -> set[BackupName]:
    """The backups that stay. Those of `other_key` need a passphrase that is no longer the diary's: they go
    30 days after a newer one with the present key, whatever their turn."""
    newest_first = sorted(names, reverse=True)
    newest = next((name for name in newest_first if name not in other_key), None)
    if newest is None:
        return set(names)
    outdated = {name for name in other_key if newest.at - name.at > BEFORE}
    staying = [name for name in newest_first if name not in outdated]
    found = {newest}
    found |= {name for name in staying if name.reason != AUTOMATIC and newest.at - name.at <= BEFORE}
    found |= {name for name in staying if name in other_key}
    turns = (
        (DAYS, lambda name: name.at.date()),
        (WEEKS, lambda name: name.at.isocalendar()[:2]),
        (MONTHS, lambda name: (name.at.year, name.at.month)),
    )
    for most, of in turns:
        seen: set[Hashable] = set()
        for name in staying:
            if of(name) not in seen and len(seen) < most:
                seen.add(of(name))
                found.add(name)
    return found
