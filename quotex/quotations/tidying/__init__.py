"""Removes what a rule or the model includes that belongs neither to content nor to source."""
