"""The diary file: the only room that speaks SQL."""
