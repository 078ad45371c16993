"""The card of the settings with which a hospital puts its own articles beside those of the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.base.article_folder import FolderCheck, check_folder, make_example, own_articles, use
from lupusdiary.ui.base.context import HANDOUT_NUMBERS, UiContext
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.line_edits import HintLine

# What has room on one line of a handout, twice.
_LONGEST_NUMBERS = 140
# What is typed is kept when the hand pauses, too: a killed program has nothing to hand over.
_PAUSE_MS = 800


class ArticleFolderCard(QFrame):
    """A folder is made or chosen, checked, and used only when there is nothing to correct in it."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._background = Background(self)
        self._chosen: Path | None = own_articles(context.preferences).folder
        self._found: FolderCheck | None = None
        self._made = False
        self.title = QLabel()
        self.title.setProperty("role", "section")
        self.words = QLabel()
        self.words.setProperty("role", "hint")
        self.place = QLabel()
        self.place.setObjectName("own_articles_place")
        self.state = QLabel()
        self.state.setObjectName("own_articles_state")
        self.findings = plain_label("note", "own_articles_findings")
        self.findings.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.findings.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        for label in (self.title, self.words, self.place, self.state, self.findings):
            label.setWordWrap(True)
            # A file's name is shown as it is, whatever signs are in it.
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.numbers_title = QLabel()
        self.numbers = HintLine()
        self.numbers.setText(context.preferences.word(HANDOUT_NUMBERS))
        self.numbers.setObjectName("handout_numbers")
        self.numbers.setMaxLength(_LONGEST_NUMBERS)
        self.numbers.editingFinished.connect(self._keep_numbers)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._keep_numbers)
        self.numbers.textEdited.connect(self._pause.start)
        self.choose = QPushButton()
        self.example = QPushButton()
        self.help = QPushButton()
        self.check = QPushButton()
        self.see = QPushButton()
        self.stop = QPushButton()
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.words)
        first, second = FlowLayout(), FlowLayout()
        for row, button, name, act in (
            (first, self.choose, "own_articles_choose", self._choose),
            (first, self.example, "own_articles_example", self._make),
            (first, self.help, "own_articles_help", self._explain),
            (second, self.check, "own_articles_check", self._check),
            (second, self.see, "own_articles_see", self._see),
            (second, self.stop, "own_articles_stop", self._stop),
        ):
            button.setObjectName(name)
            button.clicked.connect(act)
            row.addWidget(button)
        column.addLayout(first)
        for widget in (self.place, self.state, self.findings):
            column.addWidget(widget)
        column.addLayout(second)
        column.addWidget(self.numbers_title)
        column.addWidget(self.numbers)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.title.setText(tr.text("Articles of my hospital"))
        self.words.setText(
            tr.text(
                "A folder with your hospital’s articles and figures. They appear in Learn "
                "beside the others once the check finds nothing to correct."
            )
        )
        self.choose.setText(tr.text("Choose a folder…"))
        self.example.setText(tr.text("Make a folder with an example…"))
        self.help.setText(tr.text("How to write an article"))
        self.check.setText(tr.text("Check and use"))
        self.see.setText(tr.text("Open the folder"))
        self.stop.setText(tr.text("Stop using it"))
        self.numbers_title.setText(tr.text("Numbers of my hospital for every handout"))
        self.numbers.explain(
            tr.text("By day and at night, such as “Rheumatology 02-000-0001”"), tr.text("By day and at night")
        )
        self.numbers.setAccessibleName(tr.text("Numbers of my hospital for every handout"))
        self.findings.setAccessibleName(tr.text("What to correct"))
        self._show()

    def _keep_numbers(self) -> None:
        self._pause.stop()
        self._context.preferences.remember(HANDOUT_NUMBERS, self.numbers.text().strip())

    def _show(self) -> None:
        tr, found, busy = self._context.tr, self._found, self._background.busy
        used = own_articles(self._context.preferences).folder
        self.place.setText(breakable(str(self._chosen or "")) or tr.text("No folder is chosen."))
        for button in (self.choose, self.example, self.stop):
            button.setEnabled(not busy)
        for button in (self.check, self.see):
            button.setVisible(self._chosen is not None)
            button.setEnabled(not busy)
        self.stop.setVisible(used is not None)
        self.findings.setVisible(found is not None and bool(found.faults))
        if busy:
            self.state.setText(tr.text("The folder is being checked…"))
        else:
            self.state.setText(state(self._chosen, used, found, tr, made=self._made))
        self.state.setVisible(bool(self.state.text()))
        if found is not None:
            self.findings.setText("\n".join(found_lines(found, tr)))

    def _choose(self) -> None:
        tr = self._context.tr
        folder = self._context.prompts.folder(
            self.window(), tr.text("The folder with your hospital’s articles")
        )
        if folder is not None:
            self._take(folder)

    def _make(self) -> None:
        tr = self._context.tr
        place = self._context.prompts.folder(
            self.window(), tr.text("Where to make the folder with the example")
        )
        if place is None:
            return
        try:
            self._take(make_example(place, tr), made=True)
        except Refusal as refusal:
            self._tell(refusal)

    def _take(self, folder: Path, *, made: bool = False) -> None:
        self._chosen, self._found, self._made = folder, None, made
        self._show()

    def _explain(self) -> None:
        from lupusdiary.ui.settings.writing_guide import WritingGuide

        WritingGuide(self.window(), self._context).open()

    def _see(self) -> None:
        if self._chosen is not None:
            self._context.prompts.show_folder(self._chosen)

    def _check(self) -> None:
        folder = self._chosen
        if folder is not None:
            self._background.run(lambda: check_folder(folder), self._checked, self._tell)
            self._show()

    def _checked(self, found: FolderCheck) -> None:
        self._found = found
        preferences = self._context.preferences
        # One in use that has faults now, or lies on a stick that was taken out, stays chosen: it is left out
        # whenever the articles are read, and comes back by itself.
        if not found.faults or own_articles(preferences).folder == found.folder:
            use(preferences, found.folder)
        self._show()

    def _stop(self) -> None:
        use(self._context.preferences, None)
        self._chosen = self._found = None
        self._show()
        self.choose.setFocus()

    def _tell(self, refusal: Refusal) -> None:
        tr = self._context.tr
        self._context.prompts.tell(self.window(), tr.refusal(refusal), tr.text("Close"))
        self._show()


# The page scrolls; more than this would only hide the buttons.
_MOST_SHOWN = 20


def breakable(path: str) -> str:
    """A long path may break at each separator, or it would widen the whole page."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")


def state(
    chosen: Path | None, used: Path | None, found: FolderCheck | None, tr: Translator, *, made: bool
) -> str:
    """One or two sentences about the folder that is chosen."""
    if found is not None:
        return _checked(found, tr)
    if chosen is None:
        return ""
    if not chosen.is_dir():
        return tr.text("The folder is not there now: put the stick or disk in again, or choose another one.")
    if made:
        return tr.text(
            "The example is made. Change its files with a text editor, then press “Check and use”: it comes "
            "into Learn only then."
        )
    if used != chosen:
        return tr.text("Not checked yet.")
    return tr.text("Chosen. It is checked again whenever one of its files has changed.")


def _checked(found: FolderCheck, tr: Translator) -> str:
    if found.faults:
        count = tr.plural("{count} place to look at.", "{count} places to look at.", len(found.faults))
        return " ".join((count, tr.text("The folder is not used. Correct it, then check again.")))
    count = tr.plural(
        "{count} article, nothing to correct.", "{count} articles, nothing to correct.", found.articles
    )
    said = [count, tr.text("In use.")]
    if titles := found.replaced.get(tr.code):
        names = ", ".join(f"“{title}”" for title in titles)
        said.append(tr.text("Shown in place of articles of the program: {names}.", names=names))
    return " ".join(said)


def found_lines(found: FolderCheck, tr: Translator) -> list[str]:
    """What to correct: a file, and below it each of its lines."""
    lines: list[str] = []
    last: Path | None = None
    for fault in found.faults[:_MOST_SHOWN]:
        if fault.path != last:
            inside = found.folder in fault.path.parents
            name = fault.path.relative_to(found.folder).as_posix() if inside else fault.path.name
            lines += ["", name] if lines else [name]
            last = fault.path
        said = tr.refusal(fault.why)
        # Of a picture or a folder nobody knows lines.
        has_lines = fault.path.suffix in (".md", ".toml", ".svg")
        lines.append(
            tr.text("• Line {line}: {fault}", line=fault.line, fault=said) if has_lines else f"• {said}"
        )
    if len(found.faults) > _MOST_SHOWN:
        more = len(found.faults) - _MOST_SHOWN
        lines += ["", tr.plural("And {count} more.", "And {count} more.", more)]
    return lines
