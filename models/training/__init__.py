"""The training recipe of the attribution models: ``python -m models.training --help``."""
