"""The quote bank: one SQLite file with the quotations of many articles, to search and check."""
