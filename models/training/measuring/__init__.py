"""Measures a trained model: its confidence, its figures, its card."""
