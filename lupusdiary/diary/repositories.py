"""The nouns of one open diary, built once and handed to what needs several of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lupusdiary.diary.check_in import CheckIn
from lupusdiary.diary.contacts import Contacts
from lupusdiary.diary.days import Days
from lupusdiary.diary.demonstration_mark import DemonstrationMark
from lupusdiary.diary.events import Events
from lupusdiary.diary.flares import Flares
from lupusdiary.diary.labs import Labs
from lupusdiary.diary.learning import Learning
from lupusdiary.diary.profile import WhoseDiary
from lupusdiary.diary.safety_card import OwnSafetyCard
from lupusdiary.diary.settings import Settings
from lupusdiary.diary.symptoms import Symptoms
from lupusdiary.diary.validation import Clock
from lupusdiary.diary.visits.check_ups import CheckUps
from lupusdiary.diary.visits.open_questions import OpenQuestions
from lupusdiary.diary.visits.visit_pages import VisitPages
from lupusdiary.diary.visits.visits import Visits
from lupusdiary.storage.diary_file import DiaryFile

if TYPE_CHECKING:
    from lupusdiary.diary.medicines.intakes import Intakes
    from lupusdiary.diary.medicines.medicines import Medicines
    from lupusdiary.diary.medicines.reactions import Allergies, SideEffects


@dataclass(frozen=True, slots=True)
class Repositories:
    """Everything that a diary holds, by noun."""

    file: DiaryFile
    clock: Clock
    mark: DemonstrationMark
    profile: WhoseDiary
    days: Days
    symptoms: Symptoms
    labs: Labs
    events: Events
    flares: Flares
    visits: Visits
    open_questions: OpenQuestions
    check_ups: CheckUps
    visit_pages: VisitPages
    contacts: Contacts
    learning: Learning
    settings: Settings
    check_in: CheckIn
    safety_card: OwnSafetyCard

    @property
    def medicines(self) -> Medicines:
        """The medicines; what they know is loaded when somebody asks."""
        from lupusdiary.diary.medicines.medicines import Medicines

        return Medicines(self.file, self.clock)

    @property
    def intakes(self) -> Intakes:
        """What was taken."""
        from lupusdiary.diary.medicines.intakes import Intakes

        return Intakes(self.file, self.medicines, self.check_in)

    @property
    def allergies(self) -> Allergies:
        """Allergies and reactions."""
        from lupusdiary.diary.medicines.reactions import Allergies

        return Allergies(self.file)

    @property
    def side_effects(self) -> SideEffects:
        """Side effects."""
        from lupusdiary.diary.medicines.reactions import SideEffects

        return SideEffects(self.file)

    @classmethod
    def of(cls, file: DiaryFile, clock: Clock) -> Repositories:
        """The repositories of an open file."""
        symptoms = Symptoms(file)
        settings = Settings(file)
        check_in = CheckIn(settings, clock)
        return cls(
            file=file,
            clock=clock,
            mark=DemonstrationMark(file),
            profile=WhoseDiary(file, clock),
            days=Days(file, clock, symptoms, check_in),
            symptoms=symptoms,
            labs=Labs(file, clock),
            events=Events(file, clock),
            flares=Flares(file, clock),
            visits=Visits(file, clock),
            open_questions=OpenQuestions(file, clock),
            check_ups=CheckUps(file),
            visit_pages=VisitPages(file),
            contacts=Contacts(file),
            learning=Learning(file, clock),
            settings=settings,
            check_in=check_in,
            safety_card=OwnSafetyCard(file),
        )
