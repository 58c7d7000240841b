"""What the text itself shows, before any engine reads it: paragraphs, marks, furniture."""
