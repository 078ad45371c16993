"""A chart on the screen: drawn, pointed at, moved, and read as a table."""
