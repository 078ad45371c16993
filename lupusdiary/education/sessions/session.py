"""An education session: a playlist of articles, of views of a demonstration diary, and of scripted steps."""

from __future__ import annotations

from dataclasses import dataclass

from lupusdiary.language import Translator


@dataclass(frozen=True, slots=True)
class ArticleStep:
    """Shows the slides of an article, or of some of its sections."""

    article: str
    sections: tuple[str, ...] = ()
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class QuizStep:
    """Runs the quiz of an article with the group, by a show of hands."""

    article: str
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class TeachBackStep:
    """Asks for the messages of an article in the person's own words."""

    article: str
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """Goes to the timeline of a demonstration diary: `series` are codes, or the name of a preset alone;
    `range` is visit, quarter, year, five or all."""

    say_ko: str
    say_en: str
    series: tuple[str, ...] = ()
    range: str = "all"
    minutes: int | None = None

    def say(self, tr: Translator) -> str:
        """What the presenter says to it."""
        return tr.pick(self.say_ko, self.say_en)


@dataclass(frozen=True, slots=True)
class ControlStep:
    """Points at a control of the live window: the page, and the control's object name."""

    say_ko: str
    say_en: str
    page: str
    control: str
    minutes: int | None = None

    def say(self, tr: Translator) -> str:
        """What the presenter says, and lets people try."""
        return tr.pick(self.say_ko, self.say_en)


@dataclass(frozen=True, slots=True)
class SlideStep:
    """A slide of the educator's own: one sentence, in the language in which it was typed, and a photo
    (JPEG in Base64) if there is one."""

    text: str
    minutes: int | None = None
    photo: str = ""


Step = SlideStep | ArticleStep | QuizStep | TeachBackStep | TimelineStep | ControlStep


@dataclass(frozen=True, slots=True)
class EducationSession:
    """A session of about so many `minutes`; `story` is the demonstration diary that it shows. It ends with
    three things to `remember` and one `action`."""

    id: str
    title_ko: str
    title_en: str
    minutes: int
    aim_ko: str = ""
    aim_en: str = ""
    story: str = "mild"
    remember_ko: tuple[str, ...] = ()
    remember_en: tuple[str, ...] = ()
    action_ko: str = ""
    action_en: str = ""
    steps: tuple[Step, ...] = ()

    def title(self, tr: Translator) -> str:
        """Its name."""
        return tr.pick(self.title_ko, self.title_en)

    def aim(self, tr: Translator) -> str:
        """What people can do afterwards."""
        return tr.pick(self.aim_ko, self.aim_en)

    def remember(self, tr: Translator) -> tuple[str, ...]:
        """What people take home."""
        return self.remember_ko if tr.code == "ko" else self.remember_en

    def action(self, tr: Translator) -> str:
        """One thing to do at home."""
        return tr.pick(self.action_ko, self.action_en)

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that it uses, each once."""
        used = (
            step.article for step in self.steps if isinstance(step, ArticleStep | QuizStep | TeachBackStep)
        )
        return tuple(dict.fromkeys(used))
