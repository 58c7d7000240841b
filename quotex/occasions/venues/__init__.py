"""The places, events and media that a clause names."""
