"""About how long a text takes to read."""

from __future__ import annotations

from lupusdiary.education.content.front_matter import split

# Words a minute, as unhurried readers of health texts manage them; our estimate, shown as "about".
# A Korean word carries its particles, so there are fewer of them.
_WORDS_A_MINUTE = {"ko": 95, "en": 150}


def minutes_of(text: str, language: str) -> int:
    """Minutes for the body of an article's file: at least one."""
    parts = split(text)
    body = parts[1] if parts else text
    return max(1, round(len(body.split()) / _WORDS_A_MINUTE[language]))
