"""Settings: language, theme, what is printed, own articles."""
