"""The two kinds of diary, plain and protected; the slow derivation of a key is done once for all tests."""

from __future__ import annotations

from functools import cache

from lupusdiary.diary import Secret

KINDS = ("plain", "protected")
PASSPHRASE = "푸른 나비 2026"


@cache
def derived() -> Secret:
    """A passphrase with its key worked out."""
    return Secret.passphrase(PASSPHRASE).derive()


def secret_of(kind: str) -> Secret | None:
    """What opens a diary of this kind."""
    return derived() if kind == "protected" else None
