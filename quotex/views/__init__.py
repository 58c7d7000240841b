"""Views of extractions: in a notebook, and as a page in a file."""
