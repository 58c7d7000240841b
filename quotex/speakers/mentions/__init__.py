"""Whom pronouns, offices and other nouns stand for."""
