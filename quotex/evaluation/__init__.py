"""Scores against gold attributions: spans, and who said it, when and where."""
