"""What a person waits for when the window changes its looks: text size, colours, language, page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from lupusdiary.app import page_factories
from lupusdiary.ui.base.route import Route
from tests.benchmarks.spent import Spent, median, spent
from tests.benchmarks.windows import opened, settle


def switches(path: Path) -> list[tuple[str, Spent, float]]:
    """Each change with every page opened before: its name, the median, and its budget in milliseconds."""
    pages = tuple(page_factories())
    with opened(path) as (window, view):
        for name in pages:
            view.show_route(Route(name))
            settle(1200)
        view.show_route(Route("today"))
        settle(500)
        context = window.context

        def painted(work: Callable[[], object]) -> Spent:
            taken = spent(lambda: (work(), QApplication.processEvents(), window.repaint()))
            settle(200)
            return taken

        sizes = [painted(lambda size=size: context.choose_scale(size)) for size in (1.25, 1.5, 1.0) * 2]
        themes = [painted(lambda name=name: context.choose_theme(name)) for name in ("dark", "light") * 3]
        languages = [painted(lambda code=code: context.choose_language(code)) for code in ("en", "ko") * 3]
        for name in pages:
            view.page(name)
        turns = [painted(lambda name=name: view.show_route(Route(name))) for name in pages * 3]
        followed = []
        for name in pages:
            view.show_route(Route("timeline" if name == "today" else "today"))
            context.choose_scale(1.25 if context.theme.scale == 1.0 else 1.0)
            followed.append(painted(lambda name=name: view.show_route(Route(name))))
    return [
        (name, median(found), budget)
        for name, found, budget in (
            ("text size, every page opened", sizes, 300),
            ("theme, every page opened", themes, 300),
            ("language, every page opened", languages, 150),
            ("page", turns, 100),
            ("page, the first time after a change of text size", followed, 300),
        )
    ]
