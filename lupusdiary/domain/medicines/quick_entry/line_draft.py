"""What has been read of a line so far; the steps of reading fill it in turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lupusdiary.domain.medicines.quick_entry.dose_tokens import Share
from lupusdiary.domain.medicines.quick_entry.interval import SaidInterval
from lupusdiary.domain.medicines.quick_entry.names import NamedIngredient
from lupusdiary.domain.medicines.quick_entry.numbers import Amount
from lupusdiary.domain.medicines.quick_entry.several_products import StrengthCount
from lupusdiary.domain.medicines.quick_entry.table import PrescriptionColumns
from lupusdiary.domain.medicines.quick_entry.working_line import WorkingLine


@dataclass(slots=True)
class LineDraft:
    """One line while it is read."""

    name: str
    rest: WorkingLine
    named: NamedIngredient
    form: str | None = None
    route: str | None = None
    printed: Amount | None = None
    content: Amount | None = None
    strength_text: str | None = None
    columns: PrescriptionColumns | None = None
    shares: list[Share] = field(default_factory=list)
    counts: list[Amount] = field(default_factory=list)
    pairs: list[StrengthCount] = field(default_factory=list)
    made_of: StrengthCount | None = None
    doses: list[Amount] = field(default_factory=list)
    interval: SaidInterval = field(default_factory=SaidInterval)
    at: tuple[str, ...] = ()
    times: int | None = None
    divided: int | None = None
    day_total: bool = False
    most: float | None = None
    most_unit: str | None = None
    most_printed: str | None = None
    dashed: str | None = None
    unread: str | None = None
    days: int | None = None
    days_in_weeks: bool = False
    asked: set[str] = field(default_factory=set)
    offer: dict[str, Any] = field(default_factory=dict)
