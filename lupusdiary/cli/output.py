"""The verbs that print: report, chart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lupusdiary.cli.opening import diary_path, existing, path_of
from lupusdiary.cli.session import LANGUAGE, Session
from lupusdiary.diary import Diary
from lupusdiary.domain.period import Period
from lupusdiary.domain.treatment import EVENT_KINDS
from lupusdiary.language import LANGUAGES, Refusal, translator
from lupusdiary.queries.timeline import timeline_of
from lupusdiary.queries.visit_summary import visit_summary_of
from lupusdiary.whole_file import real_path

OUT = "--out"
BOTH = "both"


def out_path(session: Session) -> Path:
    """Where the result goes; never onto the diary itself."""
    path = path_of(session.option(OUT) or "")
    diary = diary_path(session)
    same = real_path(path) == real_path(diary) or (path.exists() and diary.exists() and path.samefile(diary))
    if same:
        raise Refusal("“{path}” is the diary itself: name another file.", path=path.name)
    return path


def report(session: Session) -> int:
    """`report DIARY --out FILE.pdf`: the page for the clinic."""
    from lupusdiary.report.visit_page import write_pdf
    from lupusdiary.whole_file import write_whole

    out, start, end = out_path(session), session.day("--from"), session.day("--to")
    if out.suffix.lower() != ".pdf":
        raise Refusal("“{name}” must end in .pdf.", name=out.name[:60])
    codes = LANGUAGES if session.option(LANGUAGE) == BOTH else (session.tr.code,)
    languages = tuple(translator(code) for code in codes)
    flags = session.arguments.flags
    with existing(session) as diary:
        period = _report_period(diary, start, end)
        summary = visit_summary_of(
            diary,
            period,
            languages=languages,
            include_sensitive=_included(session, diary),
            include_notes="--notes" in flags,
        )
    pdf = write_pdf(
        summary,
        languages,
        hide_identity="--hide-identity" in flags,
        attach_data="--attach-data" in flags,
    )
    write_whole(out, pdf)
    _saved(session, out, period)
    return 0


def _included(session: Session, diary: Diary) -> frozenset[str]:
    """The sensitive items, kinds of event and medicines that are named, each known here or kept in the
    diary."""
    codes = frozenset(code.strip() for code in session.arguments.repeated.get("--include", ()))
    kept = {event.kind for event in diary.events.all()} | {each.code for each in diary.medicines.all()}
    for code in codes:
        if code not in diary.symptoms.catalogue() and code not in EVENT_KINDS and code not in kept:
            raise Refusal("There is no item and no kind of event “{code}”.", code=code[:40])
    return codes


def _report_period(diary: Diary, start: date | None, end: date | None) -> Period:
    """Since the department's last visit, else 90 days, ending today (a demonstration: with its last
    record)."""
    from lupusdiary.queries.visit_summary import default_period

    if start is None:
        return default_period(diary, end=end)
    return Period(start, end or _last(diary))


def _last(diary: Diary) -> date:
    from lupusdiary.queries.visit_summary import last_record

    return last_record(diary) if diary.demonstration else diary.today()


def chart(session: Session) -> int:
    """`chart DIARY --out FILE.png|svg`: the timeline of some items and analytes, of all time by default."""
    from lupusdiary.charts.crop import without_sensitive
    from lupusdiary.charts.export import SUFFIXES, chart_bytes
    from lupusdiary.whole_file import write_whole

    out, start, end = out_path(session), session.day("--from"), session.day("--to")
    if out.suffix.lower() not in SUFFIXES:
        raise Refusal("“{name}” must end in .png or .svg.", name=out.name[:60])
    with existing(session) as diary:
        period = _chart_period(diary, start, end)
        timeline = timeline_of(diary, _series(session, diary), period, session.tr)
    # What is named counts as ticked; a sensitive event is named nowhere.
    timeline = without_sensitive(timeline, _named(session))
    if timeline.is_empty:
        raise Refusal("Nothing of what was asked for is recorded, so there is no chart to write.")
    write_whole(out, chart_bytes(timeline, session.tr, out.suffix.lower()))
    _saved(session, out, period)
    return 0


def _chart_period(diary: Diary, start: date | None, end: date | None) -> Period:
    from lupusdiary.queries.timeline import whole_period

    last = end or _last(diary)
    first = start or whole_period(diary, diary.today()).start
    if start is None and first > last:
        first = last
    return Period(first, last)


def _named(session: Session) -> list[str]:
    return [code.strip() for code in (session.option("--series") or "").split(",") if code.strip()]


def _series(session: Session, diary: Diary) -> list[str]:
    """The codes asked for; without any, the first preset of which something is recorded."""
    from lupusdiary.charts.presets import PRESETS
    from lupusdiary.queries.timeline import codes_with_records

    if session.option("--series") is not None:
        if not (codes := _named(session)):
            raise Refusal("No code is named to draw.")
        return codes
    recorded = codes_with_records(diary)
    for preset in PRESETS.values():
        found = [code for code in preset if code in recorded]
        if len(found) > 1:
            return found
    return recorded[:8]


def _saved(session: Session, out: Path, period: Period) -> None:
    session.say(
        session.tr.text("Saved {name}: {start} to {end}.", name=out.name, start=period.start, end=period.end)
    )
