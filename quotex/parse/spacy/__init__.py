"""The spaCy engine; a pipeline that only quotex uses is made faster and kept small in memory."""
