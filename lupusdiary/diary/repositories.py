"""The nouns of one open diary, built once and handed to what needs several of them."""

from __future__ import annotations

from dataclasses import dataclass

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
from lupusdiary.diary.visits import Visits
from lupusdiary.storage.diary_file import DiaryFile


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
    contacts: Contacts
    learning: Learning
    settings: Settings
    check_in: CheckIn
    safety_card: OwnSafetyCard

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
            contacts=Contacts(file),
            learning=Learning(file, clock),
            settings=settings,
            check_in=check_in,
            safety_card=OwnSafetyCard(file),
        )
