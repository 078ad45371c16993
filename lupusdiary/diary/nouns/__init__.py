"""The nouns of one open diary."""
