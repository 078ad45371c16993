"""Leaving out who the person is: her details, and every text of her own that tells them."""

from __future__ import annotations

from dataclasses import replace

from lupusdiary.charts.panels import (
    EventMark,
    LabPanel,
    LabPoint,
    MedicineBar,
    Panel,
    ScorePanel,
    Segment,
    Timeline,
)
from lupusdiary.domain.identity import finder
from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.records import Flare, LabResult, TreatmentEvent, Visit
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.domain.treatment import kept_kind
from lupusdiary.language import Bilingual, translator
from lupusdiary.report.summary import LabRow, OwnWords, Person, VisitSummary

HIDDEN = "○○○"


def without_identity(summary: VisitSummary) -> VisitSummary:
    """The same summary without name, birth date, number, doctor and hospital. A text of the person's own that
    holds one of them is left out whole and counted; age and sex stay."""
    return _Hiding(summary).summary()


class _Hiding:
    """One summary being hidden; each text that is left out counts once."""

    def __init__(self, summary: VisitSummary) -> None:
        person = summary.person
        self._all = summary
        self._tells = finder(
            person.name,
            [person.hospital_number] if person.hospital_number else [],
            summary.identity,
            person.birth_date,
        )
        self._left_out: set[str] = set()
        self._names: dict[str, str] = {}

    def summary(self) -> VisitSummary:
        old = self._all
        self._names = self._own_names()
        questions = self._kept(old.next_visit.questions) if old.next_visit else ()
        hidden = replace(
            old,
            person=Person(age=old.person.age, sex=old.person.sex),
            department=self._text(old.department),
            allergies=self._kept(old.allergies),
            symptoms=tuple(replace(row, symptom=self._symptom(row.symptom)) for row in old.symptoms),
            chosen_labs=tuple(map(self._lab, old.chosen_labs)),
            labs=tuple(map(self._lab, old.labs)),
            older_labs=tuple(map(self._lab, old.older_labs)),
            events=tuple(map(self._event, old.events)),
            flares=tuple(map(self._flare, old.flares)),
            visits=tuple(Visit(visit.day) for visit in old.visits),
            next_visit=Visit(old.next_visit.day, questions) if old.next_visit else None,
            waiting=self._kept(old.waiting),
            agreed=tuple(map(self._words, old.agreed)),
            check_ups=tuple(replace(c, name=Bilingual(*map(self._words, c.name))) for c in old.check_ups),
            medicines=tuple(replace(m, name=self._own(m.name)) for m in old.medicines),
            medicine_changes=tuple(map(self._own, old.medicine_changes)),
            steroid=replace(old.steroid, details=tuple(map(self._own, old.steroid.details)))
            if old.steroid
            else None,
            notes=tuple(note for note in old.notes if not self._is_told(note.text)),
            timelines={code: self._timeline(each, code) for code, each in old.timelines.items()},
            identity=(),
            hidden=True,
        )
        return replace(hidden, withheld=len(self._left_out))

    def _is_told(self, text: str) -> bool:
        told = self._tells(text)
        if told:
            self._left_out.add(text)
        return told

    def _words(self, text: str) -> str:
        return HIDDEN if self._is_told(text) else text

    def _text(self, text: str | None) -> str | None:
        return self._words(text) if text else text

    def _own(self, words: OwnWords) -> OwnWords:
        """The line without the person's words where they tell who it is; what it says is not lost then."""
        told = any(self._tells(text) for text in words.text)
        return OwnWords(words.unnamed, words.unnamed) if told else words

    def _kept(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text for text in texts if not self._is_told(text))

    def _own_names(self) -> dict[str, str]:
        """Names of the person's own items and tests by code; those that tell who it is are told apart by
        numbers."""
        own = {row.symptom.id: row.symptom.names.korean for row in self._all.symptoms if row.symptom.own}
        rows = (*self._all.labs, *self._all.older_labs, *self._all.chosen_labs)
        own |= {row.analyte.id: row.analyte.label_ko for row in rows if row.analyte.own}
        told = [code for code, name in own.items() if self._is_told(name)]
        several = len(told) > 1
        return {code: f"{HIDDEN} {at}" if several else HIDDEN for at, code in enumerate(told, 1)}

    def _symptom(self, symptom: Symptom) -> Symptom:
        name = self._names.get(symptom.id)
        if name is None:
            return symptom
        return replace(symptom, names=Bilingual(name, name), questions=Bilingual(name, name))

    def _analyte(self, analyte: Analyte) -> Analyte:
        name = self._names.get(analyte.id)
        if name is None:
            return analyte
        return replace(analyte, name_ko=name, name_en=name, label_ko=name, label_en=name)

    def _lab(self, row: LabRow) -> LabRow:
        return replace(
            row,
            analyte=self._analyte(row.analyte),
            last=self._result(row.last),
            previous=self._result(row.previous),
            unit=self._unit(row.unit, row.analyte.own),
            previous_unit=self._unit(row.previous_unit, row.analyte.own),
        )

    def _unit(self, unit: str | None, own: bool) -> str | None:
        return self._text(unit) if unit and own else unit

    def _result(self, result: LabResult | None) -> LabResult | None:
        if result is None:
            return None
        in_words = result.kind == "text"
        return replace(
            result,
            value_text=self._value(result.value_text, free=in_words),
            range_text=self._value(
                result.range_text, free=result.range_low is None and result.range_high is None
            )
            if result.range_text
            else None,
            laboratory=None,
            method=None,
            note=None,
        )

    def _value(self, text: str, *, free: bool) -> str:
        """A value or range; what was read as one is no free text, unless a name stands in it as well."""
        if not free and not any("가" <= letter <= "힣" for letter in text):
            return text
        return self._words(text)

    def _event(self, event: TreatmentEvent) -> TreatmentEvent:
        return replace(event, title=self._text(event.title), note=self._text(event.note))

    def _flare(self, flare: Flare) -> Flare:
        return replace(flare, note=self._text(flare.note))

    def _timeline(self, timeline: Timeline, code: str) -> Timeline:
        tr = translator(code)

        def event(mark: EventMark) -> EventMark:
            name = kept_kind(mark.kind).name(tr)
            told = mark.label != name and self._tells(mark.label)
            return replace(mark, label=name if told else mark.label)

        return replace(
            timeline,
            panels=tuple(map(self._panel, timeline.panels)),
            events=tuple(map(event, timeline.events)),
            medicines=tuple(map(self._bar, timeline.medicines)),
            left_out=tuple(name for name in timeline.left_out if not self._tells(name)),
        )

    def _bar(self, bar: MedicineBar) -> MedicineBar:
        return replace(bar, label=HIDDEN) if self._tells(bar.label) else bar

    def _panel(self, panel: Panel) -> Panel:
        name = self._names.get(panel.code, panel.name)
        if isinstance(panel, ScorePanel):
            return replace(panel, name=name)
        return self._lab_panel(replace(panel, name=name))

    def _lab_panel(self, panel: LabPanel) -> LabPanel:
        own = panel.code.startswith("own_")
        segments = tuple(self._segment(segment) for segment in panel.segments)
        return replace(panel, segments=segments, unit=self._unit(panel.unit, own) or "")

    def _segment(self, segment: Segment) -> Segment:
        return replace(segment, points=tuple(map(self._point, segment.points)))

    def _point(self, point: LabPoint) -> LabPoint:
        free = point.value is None and point.low is None
        return replace(
            point,
            text=self._value(point.text, free=free),
            shown=self._value(point.shown, free=free),
            printed=self._value(point.printed, free=free) if point.printed else "",
            range_text=self._value(point.range_text, free=not point.has_range) if point.range_text else None,
            laboratory=None,
            method=None,
        )
