"""Checks whether words attributed to somebody are on record in a quote bank."""
