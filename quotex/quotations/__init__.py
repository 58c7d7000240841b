"""Finds quotations: rules propose candidates, and of those that clash one is kept."""
