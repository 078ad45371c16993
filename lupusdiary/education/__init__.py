"""What a person can learn: articles, words, figures, quizzes, slides, sessions, search."""
