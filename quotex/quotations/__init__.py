"""Finds quotations: rules propose candidates, one of those that clash is kept."""
