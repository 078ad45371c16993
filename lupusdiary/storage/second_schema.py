"""Schema 2: what a person has learnt, and her safety card. Never edited once released."""

from __future__ import annotations

# `article_progress` stands apart from the mark: reading on is written outside the log, so that an undo never
# takes it back, and an image of the mark must not hold an older place in the text.
STATEMENTS = (
    """CREATE TABLE article_progress (
        id INTEGER PRIMARY KEY,
        article TEXT NOT NULL UNIQUE, anchor TEXT, fraction REAL NOT NULL, finished INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE article_mark (
        id INTEGER PRIMARY KEY,
        article TEXT NOT NULL UNIQUE, bookmarked INTEGER NOT NULL, note TEXT
    ) STRICT""",
    """CREATE TABLE quiz_answer (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, article TEXT NOT NULL, item INTEGER NOT NULL, correct INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX quiz_answer_by_day ON quiz_answer (day)",
    """CREATE TABLE teach_back (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, article TEXT NOT NULL, action TEXT
    ) STRICT""",
    """CREATE TABLE teach_back_result (
        id INTEGER PRIMARY KEY,
        teach_back INTEGER NOT NULL REFERENCES teach_back (id), position INTEGER NOT NULL,
        said INTEGER NOT NULL, words TEXT
    ) STRICT""",
    "CREATE INDEX teach_back_result_by_teach_back ON teach_back_result (teach_back)",
    """CREATE TABLE safety_card (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        whom TEXT, signs TEXT NOT NULL, notes TEXT
    ) STRICT""",
)
