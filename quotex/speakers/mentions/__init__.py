"""Whom pronouns, titles and other nouns stand for."""
