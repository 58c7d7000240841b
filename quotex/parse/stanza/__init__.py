"""Stanza behind the engine seam, and which of its models are there."""
