"""What of a text is compared with what somebody typed: stems, pairs of syllables, beginnings of words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lupusdiary.domain.hangul import initial

# A word of letters with the digits that belong to it (c3, sglt2), or Korean syllables.
_WORD = re.compile(r"[a-z][a-z0-9]*|[가-힣]+")


def _listed(words: str) -> list[str]:
    return words.split()


# Weights of the parts of a Korean word. Pairs of syllables find it inside compounds and without spaces; its
# beginning (아ㅍ) is the same in 아파요, 아프고 and 아픕니다.
_STEM, _PAIRS, _BEGINNING = 0.7, 1.0, 0.45
# A word of one syllable has no pairs: 열, 죽(다).
_SYLLABLE = 1.2

_ENGLISH_EMPTY = frozenset(
    _listed("""
a an the is are am was be been being do does did i im you he she it its we they my me your our their
his her with for to of in on at by from as and or but if so that this these those there what whats
how when which who can could should would will may might must have has had need get got getting go
going about any some too very much really just than then also s t
""")
)
# Endings of words that only ask: 되나요, 인가요, 어떻게.
_KOREAN_EMPTY = re.compile(
    r"(?:되|돼|됩|될|된)(?:나|요|나요|니|는|는데|까|까요|니까|ㄹ까요|어요|어|지|죠|는지|는거|다)?요?"
    r"|(?:하나|할까|할까요|해야|해도|하면|하죠|해요|하는|했는데|하고|하지|할지|할)(?:요|나요|하나요|되나요)?"
    r"|있(?:나|나요|어요|어|을까|을까요|는|는지|는데|죠|습니까|습니다|음|다)"
    r"|(?:뭐|뭘|무엇|무슨|뭔)(?:예요|에요|죠|지|가|가요|야|을|이|인가요|인지|라고)?"
    r"|(?:어떻게|어떡|어떡해|어떡하죠|어떤|어디|어때요|어때|왜|언제|언제부터|언제까지|얼마나|얼마|누가|몇|몇번|몇년|몇살|며칠|어느)(?:요|가|에|예요|이나|마다|까지)?"
    r"|(?:거|것|게|걸|건|수|때|좀|더|잘|안|못|제|제가|저|저는|저도|나|나는|내|내가|저의|그|이|또|너무|많이|자꾸|자주|정말|진짜|계속)"
    r"|(?:같|같아|같은|같아요|거같아요|것같아요|인가|인가요|이면|건가요|나요|까요|거에요|거예요|아요|어요|대요|래요|했어요)"
)
_VERBAL = _listed("""
해졌어요 하겠어요 했었어요 했습니다 하였습니다 하는데요 한가요 하나요 할까요 했어요 했는데
합니다 하네요 하는데 해져요 하다가 하려면 하려고 하지만 하거나 하니까 해지고 해도 해서 해요
하고 하게 하면 하는 하다 하지 했다 함 한 할 해 었습니다 았습니다 였습니다 겠습니다
었는데요 았는데요 었는데 았는데 었어요 았어요 였어요 겠어요 었네요 았네요 습니다 습니까 니다
는데요 은데요 는데 은데 네요 나요 까요 을까요 을까 으니까 니까 어지고 아지고 어져요 아져요
어요 아요 여요 에요 예요 이에요 이예요 인가요 인데요 인데 인지 이면 이란 이라고 라고
거든요 잖아요 대요 래요 지요 죠 으면 면서 으면서 어서 아서 어도 아도 지만 려면 려고 어야
아야 던데 고요 고나서 나서
""")
_PARTICLES = _listed("""
에서는 에게서 이라는 으로는 에서도 까지는 부터는 한테서 이랑은 에서 에게 께서 으로 이랑
하고 까지 부터 보다 처럼 마다 한테 때문에 때문 조차 밖에 이나 이란 라도 라는 이라 만큼
대로 에는 에도 로는 과는 와는 이요 들이 들은 들 은 는 이 가 을 를 에 의 로 와 과 랑
도 만 나 요 란 라 고 며 면 서 지 기 음
""")
_VERBAL_END = re.compile("(?:" + "|".join(sorted(_VERBAL, key=len, reverse=True)) + ")$")
_PARTICLE_END = re.compile("(?:" + "|".join(sorted(_PARTICLES, key=len, reverse=True)) + ")$")


def words(folded: str) -> list[str]:
    """The words of a text in small letters that mean something by themselves, in order."""
    found = _WORD.findall(folded)
    return [word for word in found if not is_empty(word)] or found


def is_empty(word: str) -> bool:
    """Whether a word in small letters only helps to ask: “is”, “되나요”."""
    return word in _ENGLISH_EMPTY or _KOREAN_EMPTY.fullmatch(word) is not None


def word_features(word: str) -> Iterator[tuple[str, float]]:
    """The parts of one word."""
    if word[0].isascii():
        yield english_stem(word), 1.0
        return
    stem = korean_stem(word)
    yield "=" + stem, _STEM if len(stem) > 1 else _SYLLABLE
    pairs = [stem[at : at + 2] for at in range(len(stem) - 1)]
    for pair in pairs:
        yield pair, _PAIRS / len(pairs) ** 0.5
    if len(word) > 1:
        yield f"{word[0]}{initial(word[1])}", _BEGINNING


def stem_of(word: str) -> str | None:
    """A word in small letters without its endings, at least two syllables or four letters long; None where
    nothing can be left out."""
    if word.isascii():
        stem = english_stem(word) if word.isalpha() else word
        return stem if 3 < len(stem) < len(word) else None
    stem = korean_stem(word) if _WORD.fullmatch(word) else word
    return stem if 1 < len(stem) < len(word) else None


def korean_stem(word: str) -> str:
    """A word without its endings and particles, as far as they are plain to see; at least one syllable stays
    of a verb, two of a noun."""
    for _ in range(2):
        shorter = _VERBAL_END.sub("", word)
        if shorter and shorter != word:
            word = shorter
            continue
        shorter = _PARTICLE_END.sub("", word)
        # 피로 is no 피 with a particle.
        if not shorter or shorter == word or (len(shorter) < 2 and len(word) - len(shorter) < 2):
            break
        word = shorter
    return word


def english_stem(word: str) -> str:
    """A word without the endings of number and tense."""
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word
