"""A PDF in the window: preview and printing."""
