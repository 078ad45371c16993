"""Brings other contents into a diary: an import. What is there stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date, timedelta

from lupusdiary.diary.check_in import MIDNIGHT, parse_end
from lupusdiary.diary.importing.day_merge import DayMerge
from lupusdiary.diary.importing.learning_merge import LearningMerge
from lupusdiary.diary.importing.merge_count import MergeCount, Progress, RowOutcome
from lupusdiary.diary.nouns.repositories import Repositories
from lupusdiary.diary.validation import day_that_came_somewhere, entered_name, possible_day
from lupusdiary.domain.day_record import TrackedSymptom
from lupusdiary.domain.records import DiaryContents, Flare, LabResult, Profile, TreatmentEvent
from lupusdiary.domain.scale import OWN_SCALES
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.language import Refusal, mark


@dataclass(frozen=True, slots=True)
class Merge:
    """What an import did: how much was new, equal, kept as it was here, and why the rest was refused.
    `outcomes` says it of each row: after a dry run of all, else of those that were refused."""

    new: int
    equal: int
    kept: int
    refused: tuple[Refusal, ...]
    outcomes: tuple[RowOutcome, ...] = field(default=(), compare=False)


class NotMerged(Refusal):
    """An import of which nothing was kept, since a part of it cannot be; `done` says what was refused."""

    def __init__(self, done: Merge) -> None:
        super().__init__(
            mark("Nothing was imported: {count} of the entries cannot be kept. The first: {fault}"),
            count=len(done.refused),
            fault=done.refused[0],
        )
        self.done = done


class Merging:
    """One import. It runs inside one write, so that a fault or a cancelled import leaves nothing."""

    def __init__(
        self,
        repositories: Repositories,
        contents: DiaryContents,
        progress: Progress | None,
        *,
        every: bool = False,
    ) -> None:
        self._repositories = repositories
        self._contents = contents
        self._count = MergeCount(_size(contents), progress, every=every)
        self._today = repositories.clock().date()

    def run(self) -> Merge:
        """Brings everything in and says what came of it."""
        repositories, contents = self._repositories, self._contents
        self._profile(contents.profile)
        self._symptoms()
        self._own_analytes()
        DayMerge(repositories, self._count, self._check_day).run(contents.days)
        self._sheets()
        self._labs()
        self._events()
        self._flares()
        self._visits()
        self._waiting()
        LearningMerge(repositories, self._count).run(contents)
        self._medicines()
        self._day_end(contents.day_ends_at)
        self._count.finish()
        count = self._count
        return Merge(count.new, count.equal, count.kept, tuple(count.refused), tuple(count.outcomes))

    def _labs(self) -> None:
        labs = self._repositories.labs
        known = labs.catalogue()

        def checked(result: LabResult) -> LabResult:
            self._check_day(result.collected_on)
            return labs.checked(result, known)

        # A different result of the same day and test is a second result, never a conflict.
        self._count.bring_in(labs.all(), self._contents.labs, checked, labs.put_in, name="labs")

    def _events(self) -> None:
        events = self._repositories.events

        def checked(event: TreatmentEvent) -> TreatmentEvent:
            self._check_day(event.day)
            return events.checked(event)

        self._count.bring_in(
            events.all(),
            self._contents.events,
            checked,
            events.put,
            lambda e: (e.day, e.kind, e.title),
            "events",
        )

    def _flares(self) -> None:
        flares = self._repositories.flares

        def checked(flare: Flare) -> Flare:
            for day in (flare.start, flare.end or flare.start):
                self._check_day(day)
            return flares.checked(flare)

        self._count.bring_in(
            flares.all(), self._contents.flares, checked, flares.put, lambda f: f.start, "flares"
        )

    def _visits(self) -> None:
        """Visits, and whom to call."""
        visits, contacts = self._repositories.visits, self._repositories.contacts
        self._count.bring_in(
            visits.all(),
            self._contents.visits,
            visits.checked,
            visits.put,
            lambda v: (v.day, v.department, v.hospital),
            "visits",
        )
        self._count.bring_in(
            contacts.all(),
            self._contents.contacts,
            contacts.checked,
            contacts.put,
            lambda c: c.name,
            "contacts",
        )

    def _waiting(self) -> None:
        """Open questions, check-ups, and the pages that were taken along."""
        questions, check_ups = self._repositories.open_questions, self._repositories.check_ups
        contents = self._contents
        self._count.bring_in(
            questions.all(),
            contents.open_questions,
            questions.checked,
            questions.put,
            lambda q: (q.text, q.department),
            "open_questions",
        )
        self._count.bring_in(
            check_ups.all(),
            contents.check_ups,
            check_ups.checked,
            check_ups.put,
            lambda c: (c.kind, c.name),
            "check_ups",
        )
        pages = self._repositories.visit_pages
        self._count.bring_in(
            pages.all(),
            contents.visit_pages,
            pages.checked,
            pages.put,
            lambda p: (p.day, p.department, p.hospital),
            "visit_pages",
        )

    def _medicines(self) -> None:
        contents = self._contents
        if not (contents.medicines or contents.taken or contents.allergies or contents.side_effects):
            return
        from lupusdiary.diary.importing.medicine_merge import MedicineMerge

        # East of here it may be tomorrow already; a story may be told beyond today.
        today = self._today + timedelta(days=1)
        told = contents.demonstration is not None
        MedicineMerge(self._repositories, self._count, self._check_day, None if told else today).run(contents)

    def _check_day(self, day: date) -> None:
        # A story may be told beyond today; a person's days may not.
        if self._contents.demonstration is None:
            day_that_came_somewhere(day, self._today)
        else:
            possible_day(day)

    def _day_end(self, text: str | None) -> None:
        if text is None:
            return
        with self._count.one("day_ends_at", 0):
            at = parse_end(text)
            if at is None:
                raise Refusal("A day ends between midnight and noon.")
            here = self._repositories.check_in.ends_at
            if here == MIDNIGHT:
                self._repositories.check_in.set_end(at)
                self._count.new += 1
            else:
                self._count.same(equal=here == at)

    def _profile(self, profile: Profile) -> None:
        with self._count.one("profile", 0):
            profile = self._repositories.profile.checked(profile)
            here = self._repositories.profile.get()
            merged = {field.name: getattr(here, field.name) for field in fields(here)}
            for name, ours in merged.items():
                theirs = getattr(profile, name)
                if theirs is None:
                    continue
                if ours is None:
                    merged[name] = theirs
                    self._count.new += 1
                else:
                    self._count.same(equal=ours == theirs)
            self._repositories.profile.set(Profile(**merged))

    def _symptoms(self) -> None:
        symptoms = self._repositories.symptoms
        here = {item.symptom: item for item in symptoms.changed()}
        # A list that nobody changed here is the default one: theirs is taken as it is.
        written = bool(here)
        taken: list[TrackedSymptom] = []
        for number, item in enumerate(self._contents.symptoms):
            with self._count.one("symptoms", number):
                item = _checked_item(item)
                if item.symptom in here:
                    self._count.same(equal=here[item.symptom] == item)
                else:
                    here[item.symptom] = item
                    taken.append(item)
                    self._count.new += 1
        # One that holds nothing but own items is a part of a list, and is added to the default one.
        if taken and not written and all(item.name is not None for item in taken):
            symptoms.write_down()
            listed = {item.symptom for item in symptoms.changed()}
            taken = [item for item in taken if item.symptom not in listed]
        symptoms.take_over(taken)

    def _own_analytes(self) -> None:
        labs = self._repositories.labs
        for number, raw in enumerate(self._contents.own_analytes):
            with self._count.one("own_analytes", number):
                own = labs.checked_own(raw)
                here = {each.analyte: each for each in labs.own()}
                if own.analyte in here:
                    self._count.same(equal=here[own.analyte] == own)
                elif not own.analyte or own.analyte in labs.catalogue():
                    raise Refusal("“{code}” cannot be the code of an own test.", code=str(own.analyte)[:40])
                else:
                    labs.put_own(own)
                    self._count.new += 1

    def _sheets(self) -> None:
        labs = self._repositories.labs
        for number, raw in enumerate(self._contents.sheets):
            with self._count.one("sheets", number):
                if not raw.rows:
                    continue
                before = labs.sheets()
                sheet = labs.merge_sheet(raw)
                # Rows that were not here stand behind those that were.
                if labs.sheets() != before:
                    self._count.new += 1
                else:
                    self._count.same(equal=sheet in before)


def _checked_item(item: TrackedSymptom) -> TrackedSymptom:
    shipped = item.symptom in SymptomCatalogue()
    if item.name is None and not shipped:
        raise Refusal("There is no item “{code}”.", code=item.symptom[:40])
    if item.name is not None:
        entered_name(item.name)
        if shipped or item.scale not in OWN_SCALES or not entered_name(item.symptom):
            raise Refusal(
                "The item “{name}” has a code or a scale that is not possible.", name=item.name[:40]
            )
    return item


def _size(contents: DiaryContents) -> int:
    no_lists = {"profile", "days", "learning", "safety_card"}
    no_lists |= {"demonstration", "demonstration_language", "day_ends_at"}
    lists = (field for field in fields(contents) if field.name not in no_lists)
    learnt = contents.learning
    learning = len(learnt.articles) + len(learnt.answers) + len(learnt.teach_backs)
    days = sum(len(day.readings) + len(day.timed) + bool(day.note) for day in contents.days)
    return (
        2
        + bool(contents.day_ends_at)
        + days
        + learning
        + sum(len(medicine.plans) + len(medicine.periods) for medicine in contents.medicines)
        + sum(len(getattr(contents, field.name)) for field in lists)
    )
