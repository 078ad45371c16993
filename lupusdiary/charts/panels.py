"""What a timeline shows, as plain values: panels of scores and of results over one stretch of days.

Names and words are already in the language of the reader; numbers are already in the unit that is shown.
Nothing here is drawn, and nothing here is invented: a day without a record has no point.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from lupusdiary.domain.period import Period

LINE = "line"
LEVELS = "levels"
TICKS = "ticks"
BARS = "bars"

NUMBER = "number"
TITRE = "titre"
STEPS = "steps"


class ScorePoint(NamedTuple):
    """One recorded value of one day; `low` is the diastolic end of a blood pressure. A tuple: sixty years of
    three items are as many as 65,000."""

    day: date
    value: float
    low: float | None = None


@dataclass(frozen=True, slots=True)
class ScorePanel:
    """One symptom item. `style` is "line" (scores, counts, minutes, degrees, kilograms), "levels" (severity,
    named by `levels`), "ticks" (yes/no: 1 and 0) or "bars" (blood pressure). `bottom` and `top` are the
    ends of the item's scale where it has them; `points` are sorted, at most one a day."""

    code: str
    name: str
    style: str
    points: tuple[ScorePoint, ...] = ()
    unit: str = ""
    hint: str = ""
    bottom: float | None = None
    top: float | None = None
    levels: tuple[str, ...] = ()
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class LabPoint:
    """One result. `value`, `low` and `high` are in the panel's unit; an ordinal's `value` is its step.

    `comparator` is "<", "<=", ">", ">=" or None. `value` is None where the result has no height (text,
    pending). `text` is what was printed, `shown` the same in words and in the unit shown; `mark` is
    "above", "below", "outside" or None against the sheet's own range. `range_low` and `range_high` are
    the sheet's own range in the panel's unit, `range_text` what it printed where that is in the same unit.
    `printed` is the result in the sheet's own unit where that is another one than the panel's."""

    day: date
    text: str
    shown: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    comparator: str | None = None
    mark: str | None = None
    range_low: float | None = None
    range_high: float | None = None
    range_text: str | None = None
    laboratory: str | None = None
    method: str | None = None
    printed: str = ""

    @property
    def as_printed(self) -> str:
        """The result in words as its sheet says it: a converted number stands on no sheet."""
        return self.printed or self.shown

    @property
    def has_range(self) -> bool:
        """Whether the sheet printed a range."""
        return (self.range_low, self.range_high) != (None, None)


@dataclass(frozen=True, slots=True)
class Segment:
    """Results that may be joined by one line: one assay, one method, one convertible unit.
    `why` says why it does not continue the segment before it ("" for the first one); results of one assay
    keep its number, also when another one came between."""

    points: tuple[LabPoint, ...]
    why: str = ""
    assay: int = 0


@dataclass(frozen=True, slots=True)
class TypicalBand:
    """The fact base's typical range in the panel's unit: never drawn as the person's own."""

    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class LabPanel:
    """One analyte in one unit. `axis` is "number", "titre" (denominators) or "steps" (named by `steps`)."""

    code: str
    name: str
    axis: str
    segments: tuple[Segment, ...] = ()
    unit: str = ""
    steps: tuple[str, ...] = ()
    typical: TypicalBand | None = None

    @property
    def points(self) -> tuple[LabPoint, ...]:
        """All results, in the order of their days."""
        return tuple(sorted((p for s in self.segments for p in s.points), key=lambda p: p.day))


Panel = ScorePanel | LabPanel


@dataclass(frozen=True, slots=True)
class EventMark:
    """An infusion, biopsy, admission ... as a vertical mark with a short label. Days are counted from
    the one that is `day_zero`; `id` is the row of the diary."""

    day: date
    kind: str
    label: str
    day_zero: bool = False
    sensitive: bool = False
    id: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class FlareSpan:
    """A flare as the person or her doctor calls it; `end` None: it has not ended."""

    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class DoseStep:
    """A daily dose from `start` to `end` (None: it goes on); `planned` ones are drawn dashed."""

    start: date
    dose: float
    end: date | None = None
    planned: bool = False


@dataclass(frozen=True, slots=True)
class DosePanel:
    """Daily doses of one kind as steps, e.g. steroids; days between two steps were without a dose on
    record."""

    name: str
    unit: str
    steps: tuple[DoseStep, ...]


@dataclass(frozen=True, slots=True)
class MedicineBar:
    """A medicine at one dose, in words (“hydroxychloroquine 200 mg”); another dose is another bar. `heard` is
    one that was only said: dashed as a plan, and named apart from it. `shorter` are fewer words,
    for a bar without room for the label: a dose is never cut."""

    label: str
    start: date
    end: date | None = None
    planned: bool = False
    heard: bool = False
    shorter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that one picture shows. `left_out` names what was asked for but has no record at all; days are
    counted from the last of `zero_days`, which may lie before the period; `demonstration` is True for a
    fictional life, and the picture says so. After `today` (None: there is no later day) nothing was recorded
    yet."""

    period: Period
    panels: tuple[Panel, ...] = ()
    events: tuple[EventMark, ...] = ()
    flares: tuple[FlareSpan, ...] = ()
    visits: tuple[date, ...] = ()
    recorded: tuple[date, ...] = ()
    left_out: tuple[str, ...] = ()
    zero_days: tuple[date, ...] = ()
    demonstration: bool = False
    today: date | None = None
    doses: DosePanel | None = None
    medicines: tuple[MedicineBar, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is no panel to draw."""
        return not self.panels
