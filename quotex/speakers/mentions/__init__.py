"""Who pronouns, offices and other nouns refer to."""
