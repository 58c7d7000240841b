"""The names in an article, and which of them are the same person, place or organization."""
