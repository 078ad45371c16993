"""One article, to be read."""
