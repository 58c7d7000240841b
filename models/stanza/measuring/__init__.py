"""Measures the models and writes their card."""
