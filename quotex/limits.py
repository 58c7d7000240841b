"""Size limits: larger inputs are rejected with a reason rather than read slowly."""

MAX_CHARS = 1_000_000
"""Characters of one article; memory and time grow in proportion to it.

That is about 170,000 words, which take some 200 MB on top of the language model and two minutes
on one slow core; ``python -m quotex.evaluation.growth`` measures it.
"""

MAX_HTML_CHARS = 10_000_000
"""Characters in the HTML of one page, most of it markup; long live blogs have 3,000,000."""

MAX_HTML_ELEMENTS = 100_000
"""Elements of one page, excluding scripts and styles; long live blogs have 20,000."""

MAX_REPEATED_MENTIONS = 100
"""The most mentions that the JSON form repeats with each of a speaker's quotations."""
