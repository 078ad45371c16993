"""Settings that belong to the diary and travel with it; those of the window are kept elsewhere."""

from __future__ import annotations

from lupusdiary.diary.validation import TEXT_LIMIT, entered_text
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Table

# Whether eGFR is computed from creatinine ("yes"), off unless it is asked for.
COMPUTED_EGFR = "computed_egfr"
# The laboratory whose sheet was entered last.
LABORATORY = "laboratory"
# What the timeline showed last: a preset or a list of codes, and a range.
TIMELINE_ITEMS = "timeline_items"
TIMELINE_RANGE = "timeline_range"
# What the page for the clinic was printed with last.
REPORT_LANGUAGE = "report_language"
REPORT_HIDE_IDENTITY = "report_hide_identity"
REPORT_SENSITIVE = "report_sensitive"
REPORT_NOTES = "report_notes"
REPORT_ATTACH_DATA = "report_attach_data"
REPORT_PERIOD = "report_period"
# The codes of the results that stand on its first page.
REPORT_LABS = "report_labs"
# The codes of the panels that its timeline shows.
REPORT_PANELS = "report_panels"
# The days (first and last, ISO) in which nothing else happened, as the person said.
REPORT_NOTHING_ELSE = "report_nothing_else"
# The day on which the person did not want to be asked again what she had missed.
REVIEW_LEFT = "review_left"
# The second place of the backups: a folder, on a stick or another disk.
BACKUP_PLACE = "backup_place"
# "yes" where the person ticks on Today what she takes.
MEDICINE_TICKS = "medicine_ticks"
# What the person said of the columns of a pharmacy's list, as JSON by its heading.
MEDICINE_LIST_COLUMNS = "medicine_list_columns"
# When the person's day ends (see check_in.py), as 02:00.
DAY_ENDS = "day_ends_at"
# The hospital's own, lower limit for a fever in degrees Celsius (see safety_card.py).
FEVER_LIMIT = "fever_limit"
# When the wallet card was printed last, and the marks of what stood on it.
CARD_PRINTED = "card_printed"

# The units (UCUM) in which the person reads and types her temperature and weight; kept are °C and kg.
TEMPERATURE_UNIT = "temperature_unit"
WEIGHT_UNIT = "weight_unit"
UNIT_KEYS = {"fever": TEMPERATURE_UNIT, "weight": WEIGHT_UNIT}

KEYS = frozenset(
    {
        TEMPERATURE_UNIT,
        WEIGHT_UNIT,
        FEVER_LIMIT,
        CARD_PRINTED,
        BACKUP_PLACE,
        MEDICINE_TICKS,
        MEDICINE_LIST_COLUMNS,
        DAY_ENDS,
        COMPUTED_EGFR,
        LABORATORY,
        TIMELINE_ITEMS,
        TIMELINE_RANGE,
        REPORT_LANGUAGE,
        REPORT_HIDE_IDENTITY,
        REPORT_SENSITIVE,
        REPORT_NOTES,
        REPORT_ATTACH_DATA,
        REPORT_PERIOD,
        REPORT_LABS,
        REPORT_PANELS,
        REPORT_NOTHING_ELSE,
        REVIEW_LEFT,
    }
)


class Settings:
    """Short texts under the keys above; a key that is not among them is a fault of ours."""

    def __init__(self, file: DiaryFile) -> None:
        self._file = file
        self._table = Table(file, "setting")

    def get(self, key: str, default: str) -> str:
        """What is set, else `default`."""
        row = self._table.one({"key": _known(key)})
        return str(row["value"]) if row else default

    def set(self, key: str, value: str) -> None:
        """Sets one key; an empty value forgets it."""
        text = entered_text(value, TEXT_LIMIT)
        row = self._table.one({"key": _known(key)})
        with self._file.writing("settings.set"):
            if row is None:
                if text is not None:
                    self._table.insert({"key": key, "value": text})
                return
            id = row["id"]
            assert isinstance(id, int)
            if text is None:
                self._table.delete(id)
            else:
                self._table.update(id, {"value": text})


def _known(key: str) -> str:
    if key not in KEYS:
        raise KeyError(key)
    return key
