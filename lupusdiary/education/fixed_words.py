"""Sentences that stand unchanged wherever something is taught."""

from __future__ import annotations

from lupusdiary.education.article import Front
from lupusdiary.language import Translator, mark

NOT_YOUR_DOCTOR = mark("This information does not replace your doctor.")
PEOPLE_DIFFER = mark("Every person’s course is different: what happened to one does not predict another’s.")
_CAR_T = "car_t"


def review_state(front: Front, tr: Translator) -> str:
    """Whether a clinician has read an article, honestly."""
    if front.review:
        return tr.text("Reviewed by {reviewer}.", reviewer=front.review)
    return tr.text("Written from the sources below; not yet reviewed by a clinician.")


def written_on(front: Front, tr: Translator) -> str:
    """Of which day the text is."""
    return tr.text("As of {date}", date=tr.date(front.date, "short"))


def differs(front: Front) -> bool:
    """Whether it must be said beside an article that people differ: wherever CAR-T shows."""
    return front.category == _CAR_T
