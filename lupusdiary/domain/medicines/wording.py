"""How a medicine is called and how its dose is said: in the list, among the changes, on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from lupusdiary.domain.medicines.catalogue import ingredients
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import WEEKDAYS, Quantity, exact
from lupusdiary.domain.medicines.period import SENSITIVE_REASONS, DosePeriod
from lupusdiary.language import Message, Translator, mark

REASON_WORDS: Mapping[str, Message] = MappingProxyType(
    {
        "doctor": mark("the doctor’s decision"),
        "side_effect": mark("side effect"),
        "not_needed": mark("no longer needed"),
        "own_choice": mark("own choice"),
        "supply": mark("no supply"),
        "cost": mark("cost"),
        "operation": mark("operation"),
        "other": mark("another reason"),
        "pregnancy": mark("pregnancy"),
    }
)
# One and many of a counted unit; Korean counts without a plural and without a space.
_COUNTED: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "tablet": ("정", "tablet", "tablets"),
        "capsule": ("캡슐", "capsule", "capsules"),
        "sachet": ("포", "sachet", "sachets"),
        "vial": ("바이알", "vial", "vials"),
        "ampoule": ("앰플", "ampoule", "ampoules"),
        "patch": ("매", "patch", "patches"),
        "drop": ("방울", "drop", "drops"),
        "puff": ("흡입", "puff", "puffs"),
        "syringe": ("개", "syringe", "syringes"),
        "autoinjector": ("개", "autoinjector", "autoinjectors"),
        "pen": ("개", "pen", "pens"),
        "suppository": ("개", "suppository", "suppositories"),
        "piece": ("개", "piece", "pieces"),
        "time": ("번", "time", "times"),
    }
)
_KOREAN_WEEKDAYS = dict(zip(WEEKDAYS, "월화수목금토일", strict=True))


def medicine_label(medicine: Medication, tr: Translator) -> str:
    """The name as printed, then the ingredient in the language of `tr` unless the name holds it."""
    return name_label(medicine.name, medicine.ingredient, tr)


def name_label(name: str, ingredient: str | None, tr: Translator) -> str:
    """The same of a name and an ingredient by themselves."""
    own = _beside(name, ingredient, tr)
    return tr.text("{name} ({ingredient})", name=name, ingredient=own) if own else name


def ingredient_beside(medicine: Medication, tr: Translator) -> str:
    """The ingredient where it stands by itself behind the printed name; nothing where the name holds it."""
    own = _beside(medicine.name, medicine.ingredient, tr)
    return own[:1].upper() + own[1:]


def _beside(name: str, ingredient: str | None, tr: Translator) -> str:
    found = ingredients().get(ingredient) if ingredient is not None else None
    if found is None or found.group:
        return ""
    own = tr.pick(found.names.korean, found.names.english)
    return "" if _holds(name, own, found.spellings) else own


def _holds(name: str, ingredient: str, spellings: Sequence[str]) -> bool:
    """Whether a name says its ingredient in the script of `ingredient`, under whatever spelling."""
    folded = name.casefold()
    same_script = [each for each in spellings if each.isascii() == ingredient.isascii()]
    return any(each.casefold() in folded for each in (ingredient, *same_script))


def dose_number(value: Fraction | float) -> str:
    """A number of a dose as prescriptions print it: 7.5, 1000, at most 4 places."""
    rounded = round(value if isinstance(value, Fraction) else exact(value), 4)
    return str(rounded.numerator) if rounded.denominator == 1 else repr(float(rounded))


def said_quantity(amount: Quantity, tr: Translator) -> str:
    """An amount with its unit: 10 mg, 1 drop, 2정."""
    return said_amount(dose_number(amount.value), amount.unit, tr, one=amount.value <= 1)


def said_amount(number: str, unit: str, tr: Translator, *, one: bool = False) -> str:
    """A number, or several as “5 → 10”, with a unit."""
    counted = _COUNTED.get(unit)
    if counted is None:
        return f"{number}{unit}" if unit == "%" else f"{number} {unit}"
    korean, single, several = counted
    return tr.pick(f"{number}{korean}", f"{number} {single if one else several}")


def weekday_names(weekdays: Sequence[str], tr: Translator) -> str:
    """Weekdays in their order: 월·수·금, or Mon, Wed, Fri."""
    ordered = [day for day in WEEKDAYS if day in weekdays]
    if tr.code == "ko":
        return "·".join(_KOREAN_WEEKDAYS[day] for day in ordered)
    return tr.listing([day.capitalize() for day in ordered])


@dataclass(frozen=True, slots=True)
class SaidDose:
    """How a dose is said: `frame` holds {amount}; `amount` and `unit` apart let several steps of one frame be
    said together (10 → 20 mg a day). No amount: `frame` is the whole."""

    frame: str
    amount: str | None = None
    unit: str = ""
    one: bool = False

    def text(self, tr: Translator) -> str:
        """The phrase by itself."""
        if self.amount is None:
            return self.frame
        return self.frame.replace("{amount}", said_amount(self.amount, self.unit, tr, one=self.one))


def chain(doses: Sequence[SaidDose], tr: Translator) -> str:
    """Several doses one after the other, their numbers alone where everything else is the same."""
    first = doses[0]
    alike = all((each.frame, each.unit) == (first.frame, first.unit) and each.amount for each in doses)
    if alike and len(doses) > 1:
        numbers = " → ".join(each.amount or "" for each in doses)
        return SaidDose(first.frame, numbers, first.unit).text(tr)
    return " → ".join(each.text(tr) for each in doses)


def reason_words(period: DosePeriod, tr: Translator) -> str | None:
    """Why it was stopped or paused, in words; a sensitive reason is not printed."""
    if period.reason in SENSITIVE_REASONS:
        return None
    known = REASON_WORDS.get(period.reason or "")
    word = tr.text(known) if known is not None else None
    said = [each for each in (word, period.reason_text) if each]
    return " – ".join(said) or None
