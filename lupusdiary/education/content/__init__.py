"""What is taught: articles, words, sources, figures, read from their files."""
