"""The card of the settings with which a hospital puts its own articles beside those of the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from lupusdiary.education.content_fault import ContentFault
from lupusdiary.language import Refusal
from lupusdiary.ui.background import Background
from lupusdiary.ui.flow import FlowLayout
from lupusdiary.ui.own_articles import FolderCheck, check_folder, own_articles, use
from lupusdiary.ui.surroundings import Surroundings

# The page scrolls; more than this would only hide the buttons.
_MOST_SHOWN = 20


class OwnArticlesCard(QFrame):
    """A folder is chosen, checked, and used only when there is nothing to correct in it."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._surroundings = surroundings
        self._background = Background(self)
        self._chosen: Path | None = own_articles(surroundings.preferences).folder
        self._found: FolderCheck | None = None
        self.title = QLabel()
        self.title.setProperty("role", "section")
        self.words = QLabel()
        self.words.setProperty("role", "hint")
        self.place = QLabel()
        self.place.setObjectName("own_articles_place")
        self.state = QLabel()
        self.state.setObjectName("own_articles_state")
        self.findings = QLabel()
        self.findings.setObjectName("own_articles_findings")
        self.findings.setProperty("role", "note")
        self.findings.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.findings.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        for label in (self.title, self.words, self.place, self.state, self.findings):
            label.setWordWrap(True)
            # A file's name is shown as it is, whatever signs are in it.
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.choose = QPushButton()
        self.check = QPushButton()
        self.stop = QPushButton()
        self._lay_out()

    def _lay_out(self) -> None:
        row = FlowLayout()
        for button, name, act in (
            (self.choose, "own_articles_choose", self._choose),
            (self.check, "own_articles_check", self._check),
            (self.stop, "own_articles_stop", self._stop),
        ):
            button.setObjectName(name)
            button.clicked.connect(act)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        for widget in (self.title, self.words, self.place, self.state, self.findings):
            column.addWidget(widget)
        column.addLayout(row)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._surroundings.tr
        self.title.setText(tr.text("Articles of my hospital"))
        self.words.setText(
            tr.text(
                "A folder with articles and figures of your hospital. They stand in Learn beside the others, "
                "once the check finds nothing to correct."
            )
        )
        self.choose.setText(tr.text("Choose a folder…"))
        self.check.setText(tr.text("Check and use"))
        self.stop.setText(tr.text("Stop using it"))
        self.findings.setAccessibleName(tr.text("What to correct"))
        self._show()

    def _show(self) -> None:
        tr, found = self._surroundings.tr, self._found
        used = own_articles(self._surroundings.preferences).folder
        # A long path may break at each separator, or it would widen the whole page.
        place = str(self._chosen or "").replace("/", "/\u200b").replace("\\", "\\\u200b")
        self.place.setText(place or tr.text("No folder is chosen."))
        self.check.setEnabled(self._chosen is not None and not self._background.busy)
        self.choose.setEnabled(not self._background.busy)
        self.stop.setVisible(used is not None)
        self.stop.setEnabled(not self._background.busy)
        self.findings.setVisible(found is not None and bool(found.faults))
        self.state.setText(self._state(found, used))
        self.state.setVisible(bool(self.state.text()))
        if found is not None:
            self.findings.setText("\n".join(self._lines(found)))

    def _state(self, found: FolderCheck | None, used: Path | None) -> str:
        tr = self._surroundings.tr
        if self._background.busy:
            return tr.text("The folder is being checked…")
        if found is None:
            if self._chosen is None:
                return ""
            if used != self._chosen:
                return tr.text("Not checked yet.")
            return tr.text("Chosen. It is checked each time the articles are read.")
        if found.faults:
            count = tr.plural("{count} place to look at.", "{count} places to look at.", len(found.faults))
            return " ".join((count, tr.text("The folder is not used. Correct it, then check again.")))
        count = tr.plural(
            "{count} article, nothing to correct.", "{count} articles, nothing to correct.", found.articles
        )
        return " ".join((count, tr.text("In use.")))

    def _lines(self, found: FolderCheck) -> list[str]:
        tr = self._surroundings.tr
        lines = []
        for fault in found.faults[:_MOST_SHOWN]:
            path = fault.path.relative_to(found.folder) if found.folder in fault.path.parents else fault.path
            lines.append(tr.refusal(ContentFault(path, fault.line, fault.why)))
        if len(found.faults) > _MOST_SHOWN:
            more = len(found.faults) - _MOST_SHOWN
            lines.append(tr.plural("And {count} more.", "And {count} more.", more))
        return lines

    def _choose(self) -> None:
        tr = self._surroundings.tr
        folder = self._surroundings.prompts.folder(
            self.window(), tr.text("The folder with your hospital’s articles")
        )
        if folder is not None:
            self._chosen, self._found = folder, None
            self._show()

    def _check(self) -> None:
        folder = self._chosen
        if folder is not None:
            self._background.run(lambda: check_folder(folder), self._checked, self._tell)
            self._show()

    def _checked(self, found: FolderCheck) -> None:
        self._found = found
        preferences = self._surroundings.preferences
        if not found.faults:
            use(preferences, found.folder)
        elif own_articles(preferences).folder == found.folder:
            use(preferences, None)
        self._show()

    def _stop(self) -> None:
        use(self._surroundings.preferences, None)
        self._chosen = self._found = None
        self._show()
        self.choose.setFocus()

    def _tell(self, refusal: Refusal) -> None:
        tr = self._surroundings.tr
        self._surroundings.prompts.tell(self.window(), tr.refusal(refusal), tr.text("Close"))
        self._show()
