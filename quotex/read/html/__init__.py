"""Turns a news page into an ``Article``, and leads from a span back to its place in the page."""

from quotex.read.html.selector import TextQuoteSelector, selector

__all__ = ["TextQuoteSelector", "selector"]
