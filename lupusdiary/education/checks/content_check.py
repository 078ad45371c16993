"""Checks a whole folder of content, the program's own or a hospital's, with the same rules."""

from __future__ import annotations

from pathlib import Path

from lupusdiary.education.checks.check_article import check_article
from lupusdiary.education.checks.check_drawing import small_words
from lupusdiary.education.checks.check_feedback import wanted_of_feedback
from lupusdiary.education.checks.check_slides import wanted_of_slides
from lupusdiary.education.checks.check_statements import wanted_of_statements
from lupusdiary.education.checks.check_translation import check_translation
from lupusdiary.education.checks.checked import CheckedArticle, Known, known_to
from lupusdiary.education.checks.folder_files import folder_faults, name_taken
from lupusdiary.education.content.article_file import read_with_faults
from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.education.content.drawing import read_drawing
from lupusdiary.education.content.folder import LibraryFolder
from lupusdiary.education.content.glossary import Glossary, GlossaryTerm, read_glossary
from lupusdiary.education.content.sources import Reference, read_sources
from lupusdiary.education.content.text_file import read_text
from lupusdiary.language import LANGUAGES, Refusal
from lupusdiary.resources import resource


def check(path: Path) -> list[ContentFault]:
    """Everything that is wrong in a folder, by file and line; an empty list when nothing is."""
    return _FolderCheck(LibraryFolder.of(path)).run()


class _FolderCheck:
    """One check of one folder."""

    def __init__(self, folder: LibraryFolder) -> None:
        self._folder = folder
        self._shipped = LibraryFolder.of(resource("articles"))
        self._found: list[ContentFault] = []
        # Articles whose front matter has faults: compared with their twins, they would be accused twice.
        self._halves: set[Path] = set()

    def run(self) -> list[ContentFault]:
        files = {(id, lang): path for lang in LANGUAGES for id, path in self._folder.articles(lang).items()}
        self._found += folder_faults(self._folder, empty=not files)
        known = known_to(self._folder, self._glossary(), self._sources())
        self._drawings()
        self._words(known)
        articles = {key: article for key, path in files.items() if (article := self._read(path)) is not None}
        for article in articles.values():
            self._found += check_article(article, known)
            if self._folder.is_shipped:
                self._found += wanted_of_slides(article)
                self._found += wanted_of_statements(article)
                self._found += wanted_of_feedback(article)
        for id in sorted({id for id, _ in files}):
            self._pair(id, files, articles)
        return sorted(self._found, key=lambda fault: (str(fault.path), fault.line))

    def _read(self, path: Path) -> CheckedArticle | None:
        try:
            text = read_text(path)
        except ContentFault as fault:
            self._found.append(fault)
            return None
        article, faults = read_with_faults(text, path)
        self._found += faults
        if article is None:
            return None
        checked = CheckedArticle(article, path, tuple(text.split("\n")))
        if faults and faults[0].line < checked.first_line:
            self._halves.add(path)
        return checked

    def _pair(
        self,
        id: str,
        files: dict[tuple[str, str], Path],
        articles: dict[tuple[str, str], CheckedArticle],
    ) -> None:
        for language, other in (LANGUAGES, LANGUAGES[::-1]):
            if (id, language) not in files:
                self._found += self._alone(files[id, other], articles.get((id, other)), language)
        korean, english = articles.get((id, "ko")), articles.get((id, "en"))
        if korean is not None and english is not None and not {korean.path, english.path} & self._halves:
            self._found += check_translation(korean, english)

    def _alone(self, path: Path, article: CheckedArticle | None, lacking: str) -> list[ContentFault]:
        """What is wrong with an article that is there in one language only."""
        twin = f"{lacking}/{path.name}"
        if self._folder.is_shipped or path.stem in self._shipped.articles(lacking):
            why = Refusal("Write this article in the other language too: {file}.", file=twin)
            return [ContentFault(path, 1, why)]
        if article is None or article.article.one_language:
            return []
        why = Refusal(
            "Write this article in the other language too: {file}. If there is nobody to write it, say why: "
            "{example}. Then it is shown in this language to everybody.",
            file=twin,
            example='one_language = "…"',
        )
        return [article.fault(article.key_line("one_language"), why)]

    def _glossary(self) -> Glossary:
        terms: list[GlossaryTerm] = []
        for path in self._beside("glossary.toml", self._folder.glossary):
            read, faults = read_glossary(path)
            taken = {term.id for term in terms}
            terms += read
            if path == self._folder.glossary:
                self._found += faults
                self._taken(path, {term.id for term in read} & taken, 'id = "{}"')
        return Glossary(terms)

    def _taken(self, path: Path, names: set[str], written: str) -> None:
        """Names of the program's own words and sources: a folder that used them would change what the
        program's articles say."""
        lines = read_text(path, 400_000).split("\n") if names else []
        for name in sorted(names):
            wanted = written.format(name)
            line = next((at for at, text in enumerate(lines, start=1) if text.strip() == wanted), 1)
            self._found.append(ContentFault(path, line, name_taken(name)))

    def _sources(self) -> dict[str, Reference]:
        known: dict[str, Reference] = {}
        for path in self._beside("articles/sources.toml", self._folder.sources):
            read, faults = read_sources(path)
            taken = set(known)
            known |= read
            if path == self._folder.sources:
                self._found += faults
                self._taken(path, set(read) & taken, "[{}]")
        return known

    def _beside(self, shipped: str, own: Path) -> list[Path]:
        """The program's file and the folder's own, as far as they are there."""
        paths = dict.fromkeys([resource(*shipped.split("/")), own])
        return [path for path in paths if path.is_file()]

    def _drawings(self) -> None:
        for id, path in self._folder.figure_files().items():
            drawing, faults = read_drawing(path)
            self._found += faults if drawing is None else small_words(path)
            if not self._folder.is_shipped and id in self._shipped.figure_files():
                self._found.append(ContentFault(path, 1, name_taken(id)))

    def _words(self, known: Known) -> None:
        own = read_glossary(self._folder.glossary)[0] if self._folder.glossary.is_file() else []
        lines = read_text(self._folder.glossary, 400_000).split("\n") if own else []
        for term in own:
            for article in term.articles:
                if article not in known.articles:
                    head = _line_of(f'"{term.id}"', lines, 1)
                    why = Refusal("There is no article “{name}” to lead to.", name=article[:60])
                    line = _line_of(f'"{article}"', lines, head)
                    self._found.append(ContentFault(self._folder.glossary, line, why))


def _line_of(words: str, lines: list[str], start: int) -> int:
    wanted = (at for at, line in enumerate(lines, start=1) if at >= start and words in line)
    return next(wanted, start)
