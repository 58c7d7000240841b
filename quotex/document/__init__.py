"""What the text shows before an engine reads it: paragraphs, quotation marks, furniture."""
