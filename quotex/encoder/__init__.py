"""The encoder, which reads only text; the quotex engine and the detector use it."""
