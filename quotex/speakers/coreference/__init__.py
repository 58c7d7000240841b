"""Coreference tools that can be used with quotex's own rules: ``quotex.load(resolver=…)``.

Each resolver imports its tool only when it is created, and says how to install it if it is missing:
quotex has an extra for each.
"""
