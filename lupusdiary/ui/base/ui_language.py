"""The language of the window, switched while it is open."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from lupusdiary.language import Translator, translator

# Each language by its own name: who reads no other finds it.
LANGUAGE_NAMES = {"ko": "한국어", "en": "English"}
_LOCALES = {
    "ko": QLocale(QLocale.Language.Korean, QLocale.Country.SouthKorea),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class UiLanguage(QObject):
    """Holds the current `Translator`; `changed` is sent after Qt's own texts and locale have moved along."""

    changed = Signal()

    def __init__(self, code: str) -> None:
        super().__init__()
        self._qt: QTranslator | None = None
        self.tr_now: Translator = translator(code)
        self._move_qt(code)

    @property
    def code(self) -> str:
        """ "ko" or "en"."""
        return self.tr_now.code

    def switch(self, code: str) -> None:
        """Makes `code` the language of everything on the screen."""
        if code == self.code:
            return
        self.tr_now = translator(code)
        self._move_qt(code)
        self.changed.emit()
        app = QCoreApplication.instance()
        if app is not None:
            QCoreApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))

    def _move_qt(self, code: str) -> None:
        QLocale.setDefault(_LOCALES[code])
        app = QCoreApplication.instance()
        if app is None:
            return
        if self._qt is not None:
            app.removeTranslator(self._qt)
        self._qt = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt.load(f"qtbase_{code}", folder):
            app.installTranslator(self._qt)
