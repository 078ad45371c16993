"""The form that a name says, and the route that a form has."""

from __future__ import annotations

import re

_FORMS = (
    ("eye_drops", r"점안액|점안|안약|안과용|eye ?drops?"),
    ("ear_drops", r"점이액|ear ?drops?"),
    ("nasal_spray", r"나잘|네이잘|네이설|비강|점비|nasal"),
    ("inhaler", r"터부헬러|흡입|디스커스|에어로졸|엘립타|레스피맷|핸디헬러|inhaler|turbuhaler|diskus"),
    ("vaginal_tablet", r"(?<!연)(?:질정|질좌제|질캡슐)|vaginal"),
    ("suppository", r"좌제|좌약|suppositor"),
    ("mouthwash", r"가글|가르가린|mouthwash"),
    ("patch", r"패치|패취|patch"),
    ("ointment", r"연고|ointment"),
    ("cream", r"크림|cream"),
    ("gel", r"[겔젤](?![가-힣])|\bgel\b"),
    ("lotion", r"로션|lotion"),
    ("autoinjector", r"오토인젝터|auto-?injector"),
    ("syringe", r"프리필드|시린지|syringe"),
    ("pen", r"(?<![로노])펜주?$|\bpen\b"),
    ("syrup", r"시럽|현탁액|syrup|suspension"),
    ("capsule", r"캡슐|캅셀|capsules?|\bcaps?\b"),
    ("injection", r"주사|주사액|주$|\binj\b|injection"),
    ("tablet", r"정$|정[\s(]|tablets?|\btabs?\b"),
    ("sachet", r"과립$|granules?"),
)
# A form that stands apart in a line: 1% cream, 안약.
STANDING_FORM = re.compile(
    r"(?<![A-Za-z])(?:(?:eye|ear)\s?drops?|nasal\s+spray|cream|ointment|gel|lotion|syrup|suspension|mouthwash|suppository"
    r"|auto-?injector|(?:pre-?filled\s)?(?:syringe|pen))"
    r"(?![A-Za-z])|(?<![가-힣])(?:점안액|안약|연고|크림|로션|겔|시럽|좌약|점이액)(?![가-힣])",
    re.IGNORECASE,
)
_ROUTES = {
    "tablet": "oral",
    "capsule": "oral",
    "sachet": "oral",
    "syrup": "oral",
    "ointment": "topical",
    "cream": "topical",
    "gel": "topical",
    "lotion": "topical",
    "eye_drops": "eye",
    "ear_drops": "ear",
    "nasal_spray": "nasal",
    "inhaler": "inhaled",
    "patch": "transdermal",
    "suppository": "rectal",
    "vaginal_tablet": "vaginal",
    "mouthwash": "mouth",
}
COUNTED_FORMS = frozenset({"tablet", "capsule", "sachet", "suppository", "vaginal_tablet", "patch"})
INJECTED_FORMS = frozenset({"injection", "syringe", "autoinjector", "pen"})
_UNIT_OF_FORM = {
    "tablet": "tablet",
    "capsule": "capsule",
    "sachet": "sachet",
    "patch": "patch",
    "suppository": "suppository",
    "vaginal_tablet": "tablet",
    "injection": "vial",
    "syringe": "syringe",
    "autoinjector": "autoinjector",
    "pen": "pen",
}


def form_of_name(name: str) -> str | None:
    """The form that a printed name says."""
    for form, pattern in _FORMS:
        if re.search(pattern, name, re.IGNORECASE):
            return form
    return None


def route_of_form(form: str | None) -> str | None:
    """The route that a form has by itself; injections have none."""
    return None if form is None else _ROUTES.get(form)


def unit_of_form(form: str | None) -> str | None:
    """What the first number of a table counts, or None where the paper does not say it."""
    return None if form is None else _UNIT_OF_FORM.get(form)


def decided_form(by_name: str | None, by_count: str | None) -> str | None:
    """The counted unit decides the form, unless the name says a form of another way than by mouth."""
    if by_count is None:
        return by_name
    local = route_of_form(by_name) not in {None, "oral"}
    injected = by_name in INJECTED_FORMS and by_count == "injection"
    return by_name if local or injected else by_count
