"""A diary file as SQL text: its schema and rows, to be kept beside the tests for every released schema.

Such a diary has something of everything, the setting computed_egfr at "yes", and a last step that is undone.
"""

from __future__ import annotations

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.storage.diary_file import DiaryFile


def schema(file: DiaryFile) -> list[str]:
    """The statements that made the tables and indexes, in a fixed order."""
    found = file.run("SELECT sql FROM main.sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name")
    return [str(sql) for (sql,) in found]


def dump(file: DiaryFile) -> str:
    """The whole file as a script."""
    lines = [
        f"PRAGMA {name} = {file.run(f'PRAGMA {name}')[0][0]};" for name in ("application_id", "user_version")
    ]
    lines += [f"{statement};" for statement in schema(file)]
    for (table,) in file.run("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name"):
        columns = [f'"{row[1]}"' for row in file.run(f"PRAGMA table_info({table})")]
        values = " || ', ' || ".join(f"quote({column})" for column in columns)
        for (row,) in file.run(f"SELECT {values} FROM {table} ORDER BY id"):
            lines.append(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({row});")
    return "\n".join(lines) + "\n"


def load(script: str, path: str) -> None:
    """Makes the file that a script stands for."""
    connection = sqlite.connect(path)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.executescript(script)
    connection.close()
