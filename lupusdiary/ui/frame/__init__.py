"""The window around the pages: start, lock, rail, menus, help."""
