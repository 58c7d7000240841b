"""Writes extractions as plain text, rows and tables; files completely or not at all."""
