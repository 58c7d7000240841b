"""What extractions look like in a terminal or a table: plain text and rows."""
