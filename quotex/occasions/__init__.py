"""When and where words were said."""
