"""The diary file: opening, key, tables, change log. The only room with SQL."""
