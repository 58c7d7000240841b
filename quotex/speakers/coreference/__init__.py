"""Coreference tools that may stand beside quotex's own rules: ``quotex.load(resolver=…)``.

Each imports its tool only when it is made, and says how to install it where it is missing: quotex
has an extra for each, by the tool's name.
"""
