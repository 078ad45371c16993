"""The answers that stand ready for what a line or a plan asks."""

from __future__ import annotations

from lupusdiary.domain.medicines.catalogue import GLUCOCORTICOID, ingredients
from lupusdiary.domain.medicines.part import WEEKDAYS
from lupusdiary.domain.medicines.quick_entry.answers import AS_READ, NO_INGREDIENT
from lupusdiary.domain.medicines.quick_entry.parsed_line import ParsedLine
from lupusdiary.domain.medicines.quick_entry.read_back import (
    INTERVAL_WORDS,
    offered_intervals,
    read_by_day_part,
)
from lupusdiary.domain.medicines.taper import NEXT, THIS
from lupusdiary.domain.medicines.wording import name_label, weekday_names
from lupusdiary.language import Translator
from lupusdiary.ui.treatment.line_question import Answer


def after_answers(tr: Translator) -> tuple[Answer, ...]:
    """What came after a last day that is over: without an answer nothing is known of it."""
    return (
        ("stopped", tr.text("Stopped")),
        ("on", tr.text("Continued, but not entered")),
        ("other", tr.text("Another dose")),
    )


def taper_answers(name: str, tr: Translator) -> tuple[Answer, ...]:
    """What is offered for a question of a plan; nothing where it is written."""
    if name == "hold":
        return (
            (THIS, tr.text("As long as the steps before")),
            (NEXT, tr.text("As long as the steps after")),
        )
    return (("stop", tr.text("Down to nothing")),) if name == "end" else ()


def line_answers(name: str, line: ParsedLine, tr: Translator) -> tuple[Answer, ...]:
    """What is offered for a question of a line; nothing where it is written."""
    if name == "amount":
        return ((AS_READ, tr.text("Yes, as read")),) if read_by_day_part(line, tr) is not None else ()
    if name == "pattern":
        return tuple((kind, tr.text(INTERVAL_WORDS[kind])) for kind in offered_intervals(line))
    if name == "weekday":
        return tuple((day, weekday_names((day,), tr)) for day in WEEKDAYS)
    if name == "times":
        return tuple((str(n), tr.plural("{count} time", "{count} times", n)) for n in (1, 2, 3, 4))
    if name == "route":
        return (
            ("oral", tr.text("by mouth")),
            ("sc", tr.text("under the skin")),
            ("iv", tr.text("into a vein")),
            ("im", tr.text("into a muscle")),
            ("topical", tr.text("on the skin")),
        )
    if name == "strength_or_dose":
        return (("strength", tr.text("Content of one")), ("dose", tr.text("Amount at a time")))
    if name == "days_meaning":
        return (("days", tr.text("Days")), ("doses", tr.text("Doses")))
    if name == "pulse":
        return (("yes", tr.text("Yes, a pulse")), ("no", tr.text("No")))
    if name == "stop":
        return (("stopped", tr.text("Stopped")), ("discharge", tr.text("Given at discharge")))
    if name == "ingredient":
        offered = line.offer.get("ingredient") or ()
        listed = (offered,) if isinstance(offered, str) else tuple(offered)
        # A class word names none of its own: all of the class are offered.
        listed = listed or tuple(
            each.id for each in ingredients().values() if each.class_id == GLUCOCORTICOID
        )
        named = tuple((each, name_label("", each, tr).strip(" ()")) for each in listed)
        return (*named, (NO_INGREDIENT, tr.text("Another one, not in the list")))
    return ()
