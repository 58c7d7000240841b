"""spaCy behind the engine seam, made faster and kept small where the pipeline is quotex's alone."""
