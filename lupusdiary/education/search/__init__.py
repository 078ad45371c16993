"""One search over articles, words, tests and medicines."""
