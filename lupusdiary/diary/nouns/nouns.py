"""What a diary shows of itself, by noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lupusdiary.diary.nouns.repositories import Repositories

if TYPE_CHECKING:
    from lupusdiary.diary.changes.history import History
    from lupusdiary.diary.changes.trash import Trash
    from lupusdiary.diary.check_in import CheckIn
    from lupusdiary.diary.contacts import Contacts
    from lupusdiary.diary.days import Days
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


class Nouns:
    """The nouns that a page or a verb may reach: `diary.days`, `diary.labs`, `diary.visits` and so on."""

    def __init__(self, repositories: Repositories) -> None:
        self._repositories = repositories

    @property
    def profile(self) -> WhoseDiary:
        """Whose diary it is."""
        return self._repositories.profile

    @property
    def days(self) -> Days:
        """What was recorded day by day."""
        return self._repositories.days

    @property
    def symptoms(self) -> Symptoms:
        """The items that are asked."""
        return self._repositories.symptoms

    @property
    def labs(self) -> Labs:
        """Laboratory results, own tests and the rows of each laboratory's sheet."""
        return self._repositories.labs

    @property
    def events(self) -> Events:
        """Treatment events."""
        return self._repositories.events

    @property
    def flares(self) -> Flares:
        """Flares, as the person or her doctor called them."""
        return self._repositories.flares

    @property
    def visits(self) -> Visits:
        """Visits, past and next."""
        return self._repositories.visits

    @property
    def open_questions(self) -> OpenQuestions:
        """Questions that wait for a visit."""
        return self._repositories.open_questions

    @property
    def check_ups(self) -> CheckUps:
        """Check-ups."""
        return self._repositories.check_ups

    @property
    def visit_pages(self) -> VisitPages:
        """Which pages were made for which visit."""
        return self._repositories.visit_pages

    @property
    def contacts(self) -> Contacts:
        """The numbers to call."""
        return self._repositories.contacts

    @property
    def learning(self) -> Learning:
        """What was read, asked and agreed."""
        return self._repositories.learning

    @property
    def settings(self) -> Settings:
        """What this diary is set to."""
        return self._repositories.settings

    @property
    def check_in(self) -> CheckIn:
        """When a day is asked, and which day it is for that."""
        return self._repositories.check_in

    @property
    def safety_card(self) -> OwnSafetyCard:
        """What stands on the card for the wallet."""
        return self._repositories.safety_card

    @property
    def medicines(self) -> Medicines:
        """The medicines with their courses."""
        return self._repositories.medicines

    @property
    def intakes(self) -> Intakes:
        """What was taken, skipped, late or extra."""
        return self._repositories.intakes

    @property
    def allergies(self) -> Allergies:
        """Allergies and reactions."""
        return self._repositories.allergies

    @property
    def side_effects(self) -> SideEffects:
        """What is put down to a medicine."""
        return self._repositories.side_effects

    @property
    def drafts(self) -> Drafts:
        """What is being typed and not yet saved."""
        return self._repositories.drafts

    @property
    def history(self) -> History:
        """Undo and redo."""
        return self._repositories.history

    @property
    def trash(self) -> Trash:
        """What was removed and can be put back."""
        return self._repositories.trash
