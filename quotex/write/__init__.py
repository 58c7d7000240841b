"""What extractions look like to a person or a table: rows, plain text and HTML."""
