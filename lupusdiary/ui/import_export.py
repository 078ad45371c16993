"""Taking the diary's contents out and in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from lupusdiary.diary import Diary, Secret
from lupusdiary.domain.records import DiaryContents
from lupusdiary.language import Refusal
from lupusdiary.ui.base.command import ExportForm
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.frame.window import Window

if TYPE_CHECKING:
    from lupusdiary.diary.importing.merge import Merge
    from lupusdiary.exchange.decode import Imported


class ImportExport:
    """Export and import of the diary that the window shows."""

    def __init__(self, window: Window, context: UiContext) -> None:
        self._window = window
        self._context = context
        self._background = Background(window)

    def write_out(self, form: ExportForm) -> None:
        """Writes everything in a form where the person says, and says that it is not encrypted."""
        from lupusdiary.exchange import json_format
        from lupusdiary.exchange.lists import csv_format
        from lupusdiary.whole_file import write_whole

        tr = self._context.tr
        diary = self._diary()
        if diary is None:
            return
        prompts = self._context.prompts
        if form is ExportForm.JSON:
            title = tr.text("Export everything (not encrypted)")
            path = prompts.save_path(self._window, title, "lupusdiary.json", "JSON (*.json)")
        else:
            path = prompts.folder(self._window, tr.text("A folder for the lists (not encrypted)"))
        if path is None:
            return
        try:
            if form is ExportForm.JSON:
                write_whole(path, json_format.write(diary.contents()).encode())
            else:
                csv_format.write(diary.contents(), path)
        except Refusal as refusal:
            self._tell(tr.refusal(refusal))
            return
        self._tell(
            tr.text(
                "Saved as “{name}”. Anybody who has this copy can read it: it is not encrypted.",
                name=path.name,
            )
        )

    def read_in(self) -> None:
        """Asks for a file of this program, shows what it would bring, and adds what is new; what is there
        stays."""
        from lupusdiary.exchange.files import examine_file

        tr = self._context.tr
        diary = self._diary()
        if diary is None:
            return
        known = diary.known_here()
        kinds = tr.text("Lupus diary exports (*.json *.csv *.zip);;All files (*)")
        path = self._context.prompts.open_path(self._window, tr.text("Import"), kinds)
        if path is None:
            return
        place = self._whole_folder(path) or path
        self._background.run(
            lambda: examine_file(place, known),
            lambda imported: self._review(place.name, imported),
            lambda refusal: self._tell(tr.refusal(refusal)),
        )

    def bring_in(self, version: Path) -> None:
        """Shows what another version of the open diary would bring, and adds what is new."""
        from lupusdiary.diary.backup.versions import contents_of_version
        from lupusdiary.exchange.decode import Imported

        diary = self._diary()
        if diary is None:
            return
        secret = Secret.recovery_key(diary.recovery_key()) if diary.encrypted else None
        self._background.run(
            lambda: Imported(contents_of_version(version, secret, diary.now)),
            lambda imported: self._review(version.name, imported),
            lambda refusal: self._tell(self._context.tr.refusal(refusal)),
        )

    def _whole_folder(self, path: Path) -> Path | None:
        """The folder of an exported list, when the person wants all of it."""
        from lupusdiary.exchange.lists.csv_import import exported_folder

        folder = exported_folder(path)
        if folder is None or path.name.lower() == "diary.csv":
            return folder
        tr = self._context.tr
        question = tr.text(
            "“{name}” is one list of an exported diary. Import all of its lists?", name=path.name
        )
        whole = self._context.prompts.confirm(
            self._window, question, tr.text("All lists"), tr.text("Only this list")
        )
        return folder if whole else None

    def _review(self, name: str, imported: Imported) -> None:
        """Shows what would come in, and brings in what the person leaves in."""
        from lupusdiary.diary.importing.rows import without
        from lupusdiary.ui.frame.import_preview import ImportPreview

        rehearsed = self._merge(imported.contents, dry_run=True)
        if rehearsed is None:
            return
        preview = ImportPreview(self._window, self._context, name, imported, rehearsed)
        wanted = self._context.prompts.run(preview)
        left_out, taken_out = preview.left_out, preview.taken_out
        preview.deleteLater()
        if not wanted:
            return
        self._back_up_first(lambda: self._bring_over(without(imported.contents, left_out), taken_out))

    def _back_up_first(self, then: Callable[[], None]) -> None:
        """Makes a verified backup in a worker, says so meanwhile, and goes on only when there is one."""
        tr, diary = self._context.tr, self._diary()
        if diary is None:
            return
        job = diary.backups.job_before("import")
        if job is None:
            then()
            return
        waiting = QProgressDialog(tr.text("A backup is made first…"), tr.text("Cancel"), 0, 0, self._window)
        waiting.setWindowModality(Qt.WindowModality.WindowModal)
        waiting.setMinimumDuration(0)
        waiting.setObjectName("backup_first")

        def ready(_made: object) -> None:
            _put_away(waiting)
            # The diary may have been locked or left meanwhile.
            if self._diary() is diary:
                then()

        def failed(refusal: Refusal) -> None:
            _put_away(waiting)
            self._tell(tr.refusal(refusal))

        def stop() -> None:
            self._background.drop()
            _put_away(waiting)
            self._tell(tr.text("The import was stopped. Nothing was changed."))

        waiting.canceled.connect(stop)
        waiting.show()
        self._background.run(job.run, ready, failed)

    def _bring_over(self, contents: DiaryContents, taken_out: int) -> None:
        merged = self._merge(contents, dry_run=False)
        if merged is not None:
            tr = self._context.tr
            self._tell(
                tr.text(
                    "New: {new}. Already there: {equal}. Kept as it was here: {kept}. Taken out: {out}.",
                    new=merged.new,
                    equal=merged.equal,
                    kept=merged.kept,
                    out=taken_out,
                )
            )

    def _merge(self, contents: DiaryContents, *, dry_run: bool) -> Merge | None:
        """Brings contents in, all or nothing, or only says what would happen; None when it was refused."""
        tr = self._context.tr
        diary = self._diary()
        if diary is None:
            return None
        waiting = QProgressDialog(tr.text("Importing…"), tr.text("Cancel"), 0, 100, self._window)
        waiting.setWindowModality(Qt.WindowModality.WindowModal)
        waiting.setMinimumDuration(300)

        def progress(done: int, total: int) -> None:
            waiting.setValue(round(100 * done / max(total, 1)))
            if waiting.wasCanceled():
                raise Refusal("The import was stopped. Nothing was changed.")

        try:
            return diary.merge(
                contents, progress=progress, dry_run=dry_run, whole=not dry_run, backed_up=True
            )
        except Refusal as refusal:
            self._tell(tr.refusal(refusal))
            return None
        finally:
            waiting.close()
            waiting.deleteLater()

    def _diary(self) -> Diary | None:
        return self._window.view.diary if self._window.view is not None else None

    def _tell(self, text: str) -> None:
        parent: QWidget = self._window
        self._context.prompts.tell(parent, text, self._context.tr.text("Close"))


def _put_away(waiting: QProgressDialog) -> None:
    waiting.canceled.disconnect()
    waiting.close()
    waiting.deleteLater()


SUFFIX = ".lupusdiary"


def ask_new_path(parent: QWidget, context: UiContext) -> Path | None:
    """Where a new diary goes, with its suffix; None when she cancels. Raises `Refusal` for a place that is
    taken."""
    tr = context.tr
    kinds = tr.text("Lupus diary (*.lupusdiary)")
    path = context.prompts.save_path(parent, tr.text("New diary"), "", kinds)
    if path is None:
        return None
    if path.suffix == "":
        path = path.with_suffix(SUFFIX)
    if path.exists():
        raise Refusal("There is a file “{name}” already. Nothing was changed.", name=path.name)
    return path


def ask_existing_path(parent: QWidget, context: UiContext) -> Path | None:
    """Which diary is meant; None when she cancels."""
    tr = context.tr
    kinds = tr.text("Lupus diary (*.lupusdiary);;All files (*)")
    return context.prompts.open_path(parent, tr.text("Open diary"), kinds)
