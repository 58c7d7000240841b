"""Wordings laid beside each other: the words of a text as they are compared, and what differs.

The words of two quotations are the same or they are not: marks, spaces and case are left out of
account, and nothing else. What differs is told word by word, with the class of the change.
"""

from quotex.wording.changes import Change, changes
from quotex.wording.words import Word, Wording, wording

__all__ = ["Change", "Word", "Wording", "changes", "wording"]
