"""The verbs that write: record, lab, event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from lupusdiary.cli.opening import existing_or_new
from lupusdiary.cli.session import Session
from lupusdiary.cli.typos import codes_by_name, refuse_typo
from lupusdiary.diary import UNCHANGED, Diary
from lupusdiary.domain.day_record import ReadingValue
from lupusdiary.domain.period import parse_day
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.domain.typed_unit import parse_typed, show_typed
from lupusdiary.language import LANGUAGES, Refusal, Translator, translator

_NOTE = "note"


def record(session: Session) -> int:
    """`record DIARY DAY CODE=VALUE ...`: several values of one day, all or none."""
    day, texts = parse_day(session.words[1]), _pairs(session.words[2:])
    tr = session.tr
    with existing_or_new(session) as diary:
        items = diary.symptoms.catalogue()
        for code in texts:
            if code != _NOTE and code not in items:
                refuse_typo(code, codes_by_name({each.id: _both(each.name) for each in items.all}))
        given = {code: items.get(code) for code in texts if code != _NOTE}
        values: dict[str, ReadingValue | None] = {}
        entered: dict[str, str] = {}
        for code, item in given.items():
            typed = parse_typed(code, texts[code])
            if typed is not None:
                values[code] = item.check(typed[0])
                if typed[1] is not None:
                    entered[code] = typed[1]
            else:
                values[code] = item.parse(texts[code]) if texts[code].strip() else None
        diary.days.record_many(day, values, texts.get(_NOTE, UNCHANGED), entered=entered)
    shown = [
        f"{item.name(tr)} {show_typed(entered[code]) if code in entered else _shown(item, values[code], tr)}"
        for code, item in given.items()
    ]
    if _NOTE in texts:
        name = tr.text("note")
        shown.append(name if texts[_NOTE].strip() else f"{name} {_cleared(tr)}")
    session.say(f"{day.isoformat()}: {', '.join(shown)}")
    return 0


def _both(name: Callable[[Translator], str]) -> tuple[str, ...]:
    return tuple(name(translator(code)) for code in LANGUAGES)


def _shown(item: Symptom, value: ReadingValue | None, tr: Translator) -> str:
    return _cleared(tr) if value is None else item.show(value, tr)


def _cleared(tr: Translator) -> str:
    return tr.text("(cleared)")


def _pairs(words: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        code, equals, value = word.partition("=")
        if not equals or not code:
            raise Refusal("“{word}” is not of the form CODE=VALUE.", word=word[:40])
        if code in found:
            raise Refusal("“{code}” is given twice.", code=code[:40])
        found[code] = value
    return found


def lab(session: Session) -> int:
    """`lab DIARY DATE ANALYTE VALUE [UNIT]`: one result as the laboratory printed it."""
    from lupusdiary.domain.lab.lab_result import lab_result
    from lupusdiary.domain.lab.wording import read_back

    day, code, value = parse_day(session.words[1]), session.words[2], session.words[3]
    with existing_or_new(session) as diary:
        catalogue = diary.labs.catalogue()
        if code not in catalogue:
            names = {each.id: (*_both(each.name), *catalogue.labels(each)) for each in catalogue.all}
            refuse_typo(code, codes_by_name(names))
        analyte = catalogue.get(code)
        result = lab_result(
            day,
            analyte,
            value,
            session.arguments.place(4),
            session.option("--range"),
            session.option("--laboratory"),
            session.option("--method"),
            sex=diary.profile.get().sex,
        )
        there = len(diary.labs.all(analyte=code))
        diary.labs.add(result)
        known = len(diary.labs.all(analyte=code)) == there
        read = read_back(result, analyte, session.tr)
    session.say(f"{day.isoformat()} {code}: {_again(session, read) if known else read}")
    return 0


def _again(session: Session, what: str) -> str:
    return session.tr.text("{what} (was there already)", what=what)


def event(session: Session) -> int:
    """`event DIARY DATE KIND [TITLE]`: a treatment event; an outpatient visit is kept as a visit."""
    from lupusdiary.domain.records import TreatmentEvent
    from lupusdiary.domain.treatment import EVENT_KINDS, VISIT_KIND, parse_kind

    day, title = parse_day(session.words[1]), session.arguments.place(3)
    visit = session.words[2].strip() == VISIT_KIND
    if not visit:
        refuse_typo(
            session.words[2].strip(),
            codes_by_name({each.id: _both(each.name) for each in EVENT_KINDS.values()}),
        )
    kind = None if visit else parse_kind(session.words[2])
    with existing_or_new(session) as diary:
        if kind is None:
            name = _visit(session, diary, day, title)
        else:
            diary.events.add(TreatmentEvent(day, kind.id, title))
            name = kind.name(session.tr)
    session.say(f"{day.isoformat()}: {name}" + (f", {title}" if title else ""))
    return 0


def _visit(session: Session, diary: Diary, day: date, note: str | None) -> str:
    from lupusdiary.domain.records import Visit

    diary.visits.add(Visit(day, note=note))
    return session.tr.text("Outpatient visit")
