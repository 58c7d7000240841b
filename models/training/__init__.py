"""The recipe behind the attribution models: ``python -m models.training --help``."""
