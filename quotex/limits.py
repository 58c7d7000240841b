"""Sizes past which an input is refused, with the reason, rather than read slowly."""

MAX_CHARS = 1_000_000
"""Characters of one article; memory and time grow in proportion to it."""
