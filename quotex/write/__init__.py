"""Writes extractions for a terminal or a table: as plain text and rows."""
