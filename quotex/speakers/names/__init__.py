"""The names of an article, and which of them are one person, place or organization."""
