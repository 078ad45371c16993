"""What the tests of charts share."""

from __future__ import annotations

import pytest

from lupusdiary.language import Translator, translator


@pytest.fixture
def tr() -> Translator:
    """English, so that the sentences of a test can be read beside the source."""
    return translator("en")
