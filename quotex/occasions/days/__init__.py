"""The days on which words may have been said."""
