"""The paragraphs of an article, numbered so that only prose counts."""

from __future__ import annotations

from quotex.parse.grammar import is_verb
from quotex.parse.view import TIMES, View

_SHORT = 4  # tokens


def prose_numbers(view: View) -> list[int]:
    """Return a number for each paragraph; non-prose ("FULL TEXT") has that of the one before.

    A paragraph is prose if it has a verb, or a sentence that is not short and not merely a date.
    """
    prose: set[int] = set()
    for sentence in view.sentences:
        words = view.tokens[sentence.first : sentence.last]
        is_dateline = all(t.entity in TIMES or not t.is_word for t in words)
        if any(is_verb(t) for t in words) or (len(words) > _SHORT and not is_dateline):
            prose.add(sentence.paragraph)
    numbers, number = [], -1
    for paragraph in range(len(view.paragraphs)):
        number += paragraph in prose or number < 0
        numbers.append(number)
    return numbers
