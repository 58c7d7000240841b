"""Reads articles from the tables people have, with a notice for anything odd in a cell."""
