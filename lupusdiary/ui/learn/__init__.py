"""Learn: the library, its search, quizzes, teach-back, the own plan."""
