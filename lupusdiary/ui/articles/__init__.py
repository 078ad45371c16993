"""What every page needs of the articles: rich text, figures, words that explain themselves."""
