"""From a news page to an ``Article``, and from a span back to its place in the page."""

from quotex.pages.quote_selector import TextQuoteSelector, selector

__all__ = ["TextQuoteSelector", "selector"]
