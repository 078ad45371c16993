"""One open diary and every verb a person has for it."""
