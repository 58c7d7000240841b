"""quotex's own engine: one encoder for tags, trees, names and the states that detection reads."""
