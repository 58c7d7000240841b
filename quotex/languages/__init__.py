"""Which words attribute, and how: data files and what reads them."""
