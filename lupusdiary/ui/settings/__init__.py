"""Settings: language, looks, what is printed, own articles."""
