"""Sizes past which an input is refused, with the reason, rather than read slowly."""

MAX_CHARS = 1_000_000
"""Characters of one article; memory and time grow in proportion to it.

That is about 170,000 words, which take some 200 MB beside the language model and, on one slow
core, two minutes; ``python -m quotex.evaluation.growth`` measures it.
"""
