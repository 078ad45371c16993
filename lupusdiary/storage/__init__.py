"""The diary file: opening, key, tables, change log. The only package with SQL."""
