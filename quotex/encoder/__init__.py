"""The encoder that reads text alone: for the engine that parses with it, and for the detector."""
