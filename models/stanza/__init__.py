"""The training recipe of ``en_stanza_sm``: ``python -m models.stanza --help``."""
