"""How hard a passphrase is to guess, after zxcvbn (Wheeler, USENIX Security 2016)."""

from __future__ import annotations

from lupusdiary.domain.two_set import keys_of
from lupusdiary.language import Message, mark

# Longer ones cost time and are strong by their length.
_LONGEST = 72

WORDS: tuple[Message, ...] = (
    mark("Very easy to guess. Safer: a few words in a row that belong together only for you."),
    mark("Very easy to guess. Safer: a few words in a row that belong together only for you."),
    mark("Can be guessed by a program. One more word makes it far stronger."),
    mark("Good: hard to guess."),
    mark("Very good: very hard to guess."),
)


def strength(text: str) -> int:
    """0 (guessed at once) to 4. Hangul counts by the keys that write it on the two-set keyboard: a word list
    of English would take every syllable for chance."""
    from zxcvbn import zxcvbn

    if not text:
        return 0
    keys = keys_of(text)[:_LONGEST]
    scores = [int(zxcvbn(each)["score"]) for each in {keys, text[:_LONGEST]}]
    return min(scores)
