"""The recipe behind ``en_stanza_sm``: ``python -m models.stanza --help``."""
