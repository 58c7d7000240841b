"""From a news page to an ``Article``, and from a span back to its place in the page."""

from quotex.read.html.selector import TextQuoteSelector, selector

__all__ = ["TextQuoteSelector", "selector"]
