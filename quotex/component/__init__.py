"""quotex as a component of a spaCy pipeline."""
