"""The detectors: the rules alone, the trained model alone, or both together."""
