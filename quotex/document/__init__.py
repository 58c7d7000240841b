"""What the text shows before any engine reads it: paragraphs, quotation marks, furniture."""
