"""Links quotations that report one utterance, and names that are one speaker, across articles."""
