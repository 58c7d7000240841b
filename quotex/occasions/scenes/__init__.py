"""Scenes: clauses that quote nothing but tell when and where people spoke."""
