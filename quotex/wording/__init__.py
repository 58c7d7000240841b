"""Comparison of wordings: the words of a text as they are compared, and the differences.

The words of two quotations are either the same or not; only marks, spaces and case are ignored.
Differences are listed word by word, each with the class of the change.
"""

from quotex.wording.changes import Change, changes
from quotex.wording.words import Word, Wording, wording

__all__ = ["Change", "Word", "Wording", "changes", "wording"]
