"""Every slide of every article and session can be read from the back row: measured as it is painted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from lupusdiary.education.content.disclaimers import PEOPLE_DIFFER
from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions.deck import deck, session_of
from lupusdiary.education.sessions.frames import Frame
from lupusdiary.education.sessions.session import EducationSession
from lupusdiary.education.sessions.session_file import ready_sessions
from lupusdiary.language import LANGUAGES, mark, translator
from lupusdiary.ui.base.palette import LIGHT
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.presenter.stage.ox_slide import Hands
from lupusdiary.ui.presenter.stage.slide_painter import Shown, SlidePainter
from lupusdiary.ui.presenter.stage.slide_text import Display
from tests.ui.painted import written

DISPLAYS = [(1920, 1080), (1366, 768), (1280, 720), (1024, 768)]


def taught(library: Library) -> Iterator[EducationSession]:
    """The ready sessions, and every article alone."""
    yield from ready_sessions()
    for id in library.ids():
        yield session_of(library.article(id, "ko"), library.article(id, "en"), 10)


def slides(library: Library, painter: SlidePainter, language: str) -> Iterator[tuple[Frame, Shown]]:
    """Every slide once, a question before and after its answer."""
    seen: set[tuple[object, ...]] = set()
    for session in taught(library):
        frames = deck(session, library, translator(language), painter.fits)
        for number, frame in enumerate(frames, start=1):
            key = (frame.kind, frame.heading, frame.lines, frame.question, frame.caution)
            if frame.kind in ("timeline", "control") or key in seen:
                continue
            seen.add(key)
            yield frame, Shown(number, len(frames), False, Hands(12, 34))
            if frame.question is not None:
                yield frame, Shown(number, len(frames), True, Hands(12, 34))


@pytest.mark.parametrize("state", ["", "Demonstration mode"])
@pytest.mark.parametrize("size", DISPLAYS, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_below_28_points_cut_off_or_on_another_and_people_differ_wherever_car_t_shows(
    qtbot: QtBot, size: tuple[int, int], language: str, state: str
) -> None:
    Theme()
    library, tr = Library(), translator(language)
    mode = tr.text(mark(state)) if state else ""
    painter = SlidePainter(Display(*size, 96.0), library, tr, LIGHT, mode)
    edge, kinds = QRectF(0, 0, *size), set()
    for frame, shown in slides(library, painter, language):
        kinds.add(frame.kind)
        lines = written(painter, frame, shown)
        where = (frame.kind, frame.article, frame.heading)
        assert len(lines) > 1, where
        assert not mode or mode in {line.text for line in lines}, where
        said = " ".join(line.text for line in lines)
        if "CAR-T" in said:
            assert "".join(tr.text(PEOPLE_DIFFER).split()) in "".join(said.split()), where
        for line in lines:
            assert line.points >= 28, (*where, line)
            assert edge.contains(line.box), (*where, line)
        for one, other in combinations(lines, 2):
            assert not one.box.intersects(other.box), (*where, one, other)
    assert kinds == {
        "aim",
        "title",
        "section",
        "figure",
        "warning",
        "action",
        "quiz",
        "teach_back",
        "take_home",
    }


@pytest.mark.parametrize("size", DISPLAYS, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_signs_of_danger_go_on_the_next_screen_before_their_letters_grow_small(
    qtbot: QtBot, size: tuple[int, int], language: str
) -> None:
    Theme()
    library, broken = Library(), 0
    painter = SlidePainter(Display(*size, 96.0), library, translator(language), LIGHT)
    for frame, shown in slides(library, painter, language):
        if frame.kind != "warning" or len(frame.lines) < 2:
            continue
        broken += frame.piece > 1
        said = "".join("".join(frame.lines).split())
        sizes = [line.points for line in written(painter, frame, shown) if "".join(line.text.split()) in said]
        assert min(sizes) >= 49 * size[1] / 1080, (frame.heading, sizes)
    assert broken > 2


@pytest.mark.parametrize("size", DISPLAYS, ids=str)
def test_the_words_of_a_drawing_are_as_bold_as_the_drawing_says(qtbot: QtBot, size: tuple[int, int]) -> None:
    Theme()
    library = Library()
    painter = SlidePainter(Display(*size, 96.0), library, translator("en"), LIGHT)
    article = (library.article("lupus_nephritis", code) for code in LANGUAGES)
    frames = deck(session_of(*article, 10), library, translator("en"), painter.fits)
    frame = next(frame for frame in frames if frame.kind == "figure")
    bold = {line.text: line.bold for line in written(painter, frame, Shown())}
    assert bold["Healthy filter"]
    assert not bold["Protein"]


def test_a_drawing_has_its_caption_above_it_where_its_words_stay_large_enough(qtbot: QtBot) -> None:
    Theme()
    library = Library()
    for size in DISPLAYS:
        painter = SlidePainter(Display(*size, 96.0), library, translator("en"), LIGHT)
        shown = [f for f, _ in slides(library, painter, "en") if f.kind == "figure"]
        said = [
            "".join(f.heading.split())
            in "".join(line.text for line in written(painter, f, Shown())).replace(" ", "")
            for f in shown
        ]
        assert sum(said) >= 0.8 * len(said), size
        # What has no room there is said.
        unsaid = [f.article for f in shown if f.heading not in f.notes]
        assert unsaid == []
