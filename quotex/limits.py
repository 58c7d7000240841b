"""Sizes past which an input is refused, with the reason, rather than read slowly."""

MAX_CHARS = 1_000_000
"""Characters of one article; memory and time grow in proportion to it.

That is about 170,000 words, which take some 200 MB beside the language model and, on one slow
core, two minutes; ``python -m quotex.evaluation.growth`` measures it.
"""

MAX_HTML_CHARS = 10_000_000
"""Characters of one page's HTML, most of which are markup; long live blogs have 3,000,000."""

MAX_HTML_ELEMENTS = 100_000
"""Elements of one page, scripts and styles left out; long live blogs have 20,000."""

MAX_REPEATED_MENTIONS = 100
"""Mentions of a speaker that the JSON form lists with each of the speaker's quotations."""
