"""The nouns of one open diary, each made once and handed to what needs several of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lupusdiary.diary.validation import Clock
from lupusdiary.storage.diary_file import DiaryFile

if TYPE_CHECKING:
    from lupusdiary.diary.changes.history import History
    from lupusdiary.diary.changes.trash import Trash
    from lupusdiary.diary.check_in import CheckIn
    from lupusdiary.diary.contacts import Contacts
    from lupusdiary.diary.days import Days
    from lupusdiary.diary.demonstration_mark import DemonstrationMark
    from lupusdiary.diary.drafts import Drafts
    from lupusdiary.diary.events import Events
    from lupusdiary.diary.flares import Flares
    from lupusdiary.diary.labs import Labs
    from lupusdiary.diary.learning import Learning
    from lupusdiary.diary.medicines.intakes import Intakes
    from lupusdiary.diary.medicines.medicines import Medicines
    from lupusdiary.diary.medicines.reactions import Allergies, SideEffects
    from lupusdiary.diary.profile import WhoseDiary
    from lupusdiary.diary.safety_card import OwnSafetyCard
    from lupusdiary.diary.settings import Settings
    from lupusdiary.diary.symptoms import Symptoms
    from lupusdiary.diary.visits.check_ups import CheckUps
    from lupusdiary.diary.visits.open_questions import OpenQuestions
    from lupusdiary.diary.visits.visit_pages import VisitPages
    from lupusdiary.diary.visits.visits import Visits


class Repositories:
    """Everything that a diary holds; each noun is loaded with its rules when somebody first asks for it."""

    def __init__(self, file: DiaryFile, clock: Clock) -> None:
        self.file = file
        self.clock = clock

    @cached_property
    def mark(self) -> DemonstrationMark:
        """Which fictional story is told, if one is."""
        from lupusdiary.diary.demonstration_mark import DemonstrationMark

        return DemonstrationMark(self.file)

    @cached_property
    def profile(self) -> WhoseDiary:
        """Whose diary it is."""
        from lupusdiary.diary.profile import WhoseDiary

        return WhoseDiary(self.file, self.clock)

    @cached_property
    def days(self) -> Days:
        """What was recorded day by day."""
        from lupusdiary.diary.days import Days

        return Days(self.file, self.clock, self.symptoms, self.check_in)

    @cached_property
    def symptoms(self) -> Symptoms:
        """The items that are asked."""
        from lupusdiary.diary.symptoms import Symptoms

        return Symptoms(self.file)

    @cached_property
    def labs(self) -> Labs:
        """Laboratory results, own tests and the rows of each laboratory's sheet."""
        from lupusdiary.diary.labs import Labs

        return Labs(self.file, self.clock)

    @cached_property
    def events(self) -> Events:
        """Treatment events."""
        from lupusdiary.diary.events import Events

        return Events(self.file, self.clock)

    @cached_property
    def flares(self) -> Flares:
        """Flares, as the person or her doctor called them."""
        from lupusdiary.diary.flares import Flares

        return Flares(self.file, self.clock)

    @cached_property
    def visits(self) -> Visits:
        """Visits, past and next."""
        from lupusdiary.diary.visits.visits import Visits

        return Visits(self.file, self.clock)

    @cached_property
    def open_questions(self) -> OpenQuestions:
        """Questions that wait for a visit."""
        from lupusdiary.diary.visits.open_questions import OpenQuestions

        return OpenQuestions(self.file, self.clock)

    @cached_property
    def check_ups(self) -> CheckUps:
        """Check-ups."""
        from lupusdiary.diary.visits.check_ups import CheckUps

        return CheckUps(self.file)

    @cached_property
    def visit_pages(self) -> VisitPages:
        """Which pages were made for which visit."""
        from lupusdiary.diary.visits.visit_pages import VisitPages

        return VisitPages(self.file)

    @cached_property
    def contacts(self) -> Contacts:
        """The numbers to call."""
        from lupusdiary.diary.contacts import Contacts

        return Contacts(self.file)

    @cached_property
    def learning(self) -> Learning:
        """What was read, asked and agreed."""
        from lupusdiary.diary.learning import Learning

        return Learning(self.file, self.clock)

    @cached_property
    def settings(self) -> Settings:
        """What this diary is set to."""
        from lupusdiary.diary.settings import Settings

        return Settings(self.file)

    @cached_property
    def check_in(self) -> CheckIn:
        """When a day is asked, and which day it is for that."""
        from lupusdiary.diary.check_in import CheckIn

        return CheckIn(self.settings, self.clock)

    @cached_property
    def safety_card(self) -> OwnSafetyCard:
        """What stands on the card for the wallet."""
        from lupusdiary.diary.safety_card import OwnSafetyCard

        return OwnSafetyCard(self.file)

    @cached_property
    def medicines(self) -> Medicines:
        """The medicines with their courses."""
        from lupusdiary.diary.medicines.medicines import Medicines

        return Medicines(self.file, self.clock)

    @cached_property
    def intakes(self) -> Intakes:
        """What was taken, skipped, late or extra."""
        from lupusdiary.diary.medicines.intakes import Intakes

        return Intakes(self.file, self.medicines, self.check_in)

    @cached_property
    def allergies(self) -> Allergies:
        """Allergies and reactions."""
        from lupusdiary.diary.medicines.reactions import Allergies

        return Allergies(self.file)

    @cached_property
    def side_effects(self) -> SideEffects:
        """What is put down to a medicine."""
        from lupusdiary.diary.medicines.reactions import SideEffects

        return SideEffects(self.file)

    @cached_property
    def drafts(self) -> Drafts:
        """What is being typed and not yet saved."""
        from lupusdiary.diary.drafts import Drafts

        return Drafts(self.file, self.clock)

    @cached_property
    def history(self) -> History:
        """Undo and redo."""
        from lupusdiary.diary.changes.history import History

        return History(self.file)

    @cached_property
    def trash(self) -> Trash:
        """What was removed and can be put back."""
        from lupusdiary.diary.changes.trash import Trash

        return Trash(self.file)
