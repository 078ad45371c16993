"""What a worker and the window may both reach: every cache and every lasting container is known, with the
reason why two threads cannot spoil it; what could be spoilt is used by two threads at once."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lupusdiary.education.content import markdown_body
from lupusdiary.education.content.library import Library
from lupusdiary.education.search.index import SearchIndex
from lupusdiary.exchange import json_format
from lupusdiary.language import LANGUAGES, Translator
from lupusdiary.report import handout, printable, typesetting
from tests.charts.test_threads import at_once
from tests.exchange.full_contents import full_life
from tests.exchange.whole_files import read_json

ROOT = Path(__file__).resolve().parent.parent

# Made whole before it is handed out and never changed after that; made twice at once, both are equal.
WHOLE = {
    "demonstration/script.py _data",
    "diary/validation.py _limits_of",
    "domain/lab/catalogue.py _shipped",
    "domain/lab/ordinal_scale.py ordinal_scale",
    "domain/lab/units.py unit_key",
    "domain/lab/units.py printed_units",
    "domain/medicine.py medicines",
    "domain/medicine.py _by_spelling",
    "domain/medicine.py _names",
    "domain/medicines/catalogue.py ingredients",
    "domain/medicines/catalogue.py equivalences",
    "domain/medicines/catalogue.py glucocorticoids_without_factor",
    "domain/medicines/catalogue.py pulse_from_mg",
    "domain/medicines/part.py exact",
    "domain/medicines/quick_entry/names.py known_names",
    "domain/medicines/quick_entry/names.py _class_words",
    "domain/symptom_facts.py clinical_items",
    "domain/urgency.py urgency",
    "education/content/markdown_body.py _parser",
    "education/content/ready_questions.py _by_words",
    "education/search/danger.py _patterns",
    "education/search/synonyms.py _shipped",
    "language.py translator",
    "language.py _decimal",
    "report/printable.py alphabets",
    "report/typesetting.py _fonts",
    "resources.py _folder",
    "resources.py clinical",
    "ui/base/article_folder.py _has_faults",
    # What is known of an object once it was asked for, by a property. Ranges and values join those that were
    # read: each is
    # whole, and one that is read twice is equal.
    "charts/fonts.py _advance",
    "charts/fonts.py _place",
    "charts/fonts.py _paths",
    "charts/figure_page.py _limit",
    "domain/lab/analyte.py ranges_read",
    "domain/lab/analyte.py values_read",
    "domain/lab/analyte.py _by_key",
    "domain/lab/catalogue.py _words",
    "domain/lab/catalogue.py _labels",
    "education/content/library.py glossary",
    "education/content/library.py sources",
    "education/content/library.py figure_files",
    "education/content/library.py _paths",
    "education/content/library.py _cards",
    "education/search/corpus.py known",
    "education/search/ranking.py _initials",
    "education/search/ranking.py _korean",
    "education/search/ranking.py _words",
}
# Under a lock of its own, or the lock itself.
LOCKED = {
    "charts/fonts.py width",
    "charts/fonts.py font_file",
    "charts/fonts.py _glyph",
    "charts/fonts.py _face",
    "charts/fonts.py _ONE_AT_A_TIME",
    "storage/past_sqlite.py _LOCK",
    "storage/past_sqlite.py _kept",
}
# Never leaves the window's thread: it holds widgets, pictures of the screen or the diary's connection, which
# another thread may not even read.
OF_THE_WINDOW = {
    "ui/base/icons.py pixmap",
    "ui/base/screen_readers.py _install",
    "ui/widgets/discard.py _going",
    "ui/today/day_notes.py",
    "ui/controller.py",
    "ui/safety/safe_keeper.py",
    "diary/diary.py",
    "diary/nouns/repositories.py",
}
# One step of the interpreter, or a value of each thread's own.
AT_ONCE = {
    "report/typesetting.py _prints",
    "storage/stopping.py _STOP",
}
_CONTAINERS = ("{}", "[]", "set()", "dict()", "list()")
_MAKERS = ("defaultdict(", "Counter(", "deque(", "Weak", "Lock(", "RLock(", "local(", "ContextVar(", "count(")


def shared_in(file: Path) -> Iterator[str]:
    """What lasts longer than a call in a module, by its name."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            if any("cache" in ast.unparse(each) for each in node.decorator_list):
                yield node.name
        elif isinstance(node, ast.Global):
            yield from node.names
        elif isinstance(node, ast.Module | ast.ClassDef):
            for each in node.body:
                if isinstance(each, ast.Assign | ast.AnnAssign) and each.value is not None:
                    made = ast.unparse(each.value).removeprefix("threading.").removeprefix("collections.")
                    if made in _CONTAINERS or made.startswith(_MAKERS):
                        target = each.targets[0] if isinstance(each, ast.Assign) else each.target
                        yield ast.unparse(target)


def test_everything_that_lasts_is_known_with_the_reason_why_threads_cannot_spoil_it() -> None:
    """A new cache is named above, in the group whose reason holds for it; else it gets a lock."""
    known = WHOLE | LOCKED | OF_THE_WINDOW | AT_ONCE
    found = {
        name if name in OF_THE_WINDOW else f"{name} {each}"
        for file in sorted((ROOT / "lupusdiary").rglob("*.py"))
        if (name := file.relative_to(ROOT / "lupusdiary").as_posix())
        for each in shared_in(file)
    }
    assert sorted(found - known) == []
    assert sorted(known - found) == []


def test_two_threads_that_read_the_first_article_at_once_both_read_all_of_it(hasty: None) -> None:
    text = "## One {#one}\n\nWords **in** *bold*.\n\n- a list\n- of two\n\n> a box\n\n1. first\n" * 3

    def tokens() -> list[dict[str, Any]]:
        return [token.as_dict() for token in markdown_body._parser().parse(text)]

    expected = tokens()
    for _ in range(150):
        markdown_body._parser.cache_clear()
        markdown_body._parser()
        assert at_once(tokens) == [expected, expected]


def _whole_library(library: Library) -> list[object]:
    return [
        [*library.articles(language), *library.cards(language), *library.faults] for language in LANGUAGES
    ]


def test_two_threads_read_one_library_at_once(hasty: None) -> None:
    expected = _whole_library(Library())
    library = Library()
    assert at_once(lambda: _whole_library(library)) == [expected, expected]


def test_two_threads_write_days_and_numbers_of_a_language_that_nobody_used_before(hasty: None) -> None:
    from babel import localedata

    def written() -> list[str]:
        tr = Translator("ko")
        days = [date(2026, month, 9) for month in range(1, 13)]
        forms = ("long", "month", "month_short", "month_name", "year", "full")
        return [tr.date(day, form) for day in days for form in forms] + [tr.number(12345.678, 1)]

    expected = written()
    for _ in range(20):
        localedata._cache.clear()
        assert at_once(written) == [expected, expected]


def _handout() -> bytes:
    library = Library()
    return handout.write_pdf([library.article("butterfly_rash", "ko")], library, [Translator("ko")])


MADE: dict[str, Callable[[], object]] = {
    "index": lambda: [
        (hit.kind, hit.title) for hit in SearchIndex(Library(), Translator("ko")).find("단백료", None)
    ],
    "handout": _handout,
    "import": lambda: read_json(json_format.write(full_life())),
}


@pytest.mark.parametrize("what", MADE)
def test_two_threads_at_once_make_what_one_makes(hasty: None, what: str) -> None:
    expected = MADE[what]()
    for made_once in (typesetting._fonts, printable.alphabets):
        made_once.cache_clear()
    assert at_once(MADE[what]) == [expected, expected]
