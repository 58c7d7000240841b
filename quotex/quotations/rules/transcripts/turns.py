"""Transcripts and interviews: what follows the label of a speaker, up to the next label.

``ROE: We mend the sluice.`` is a turn if labels recur in the text, enough of the paragraphs between
the first and the last of them have one, and it does not name part of a page or of a notice. A turn
includes the paragraphs that follow, but not stage directions, times, headings and what is done
between the turns. A transcript that is quoted as a whole has a quotation mark before each label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quotex.languages.lexicon import Sense
from quotex.languages.word_classes import WordClass
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.context import Context
from quotex.quotations.rules.transcripts.labels import Label, labels_on_own_line, labels_with_colon
from quotex.quotations.rules.transcripts.spoken import Paragraphs

RULE = "labelled-turn"
_SAID = Sense("verb", "", "that", "speech", "asserts")
_ASKED = Sense("verb", "", "that", "speech", "asks")
_QUESTION = re.compile(r"\?[\"”’')\]*]*$")
_SPEECH_ENDS = re.compile(r"[.?!…—–-][\"”’')\]*]*$")
_WORD = re.compile(r"[^\W\d_]{2}")
_WORD_WHOLE = re.compile(r"\w+")
_MAX_WORDS_OF_VALUE = 1
_MAX_GAP = 3  # paragraphs from a label that occurs once to the next
_MIN_TURNS = 3
_MANY_TURNS = 6
_SHARE_OF_PARAGRAPHS = 0.5
_SHARE_IN_LONG_TRANSCRIPT = 0.15  # where answers have many paragraphs
_SHARE_LIKE_SPEECH = 0.6
_SHARE_OF_CAPITALS = 0.75


def is_turn(candidate: Candidate) -> bool:
    """Whether a candidate is a turn of a transcript."""
    return candidate.rule.partition(":")[0] == RULE


def turns(context: Context) -> Iterator[Candidate]:
    """Propose what follows each label, with the label as its source."""
    paragraphs = Paragraphs(context)
    for find in (labels_with_colon, labels_on_own_line):
        labels = _consistent_labels(paragraphs, list(find(context)))
        following = [*labels[1:], None]
        spoken = [
            list(_content(paragraphs, label, after))
            for label, after in zip(labels, following, strict=bool(labels))
        ]
        labelled_turns = [
            (label, spans)
            for label, spans in zip(labels, spoken, strict=True)
            if spans and not label.names_page_part
        ]
        is_bare = find is labels_on_own_line
        if _is_transcript(context, labelled_turns, paragraphs, is_bare=is_bare) and not _is_table(
            context, labelled_turns
        ):
            yield from _candidates(context, labelled_turns)
            return


def _is_table(context: Context, labelled_turns: Sequence[tuple[Label, list[Bounds]]]) -> bool:
    """Whether every turn is just a value: "Gold: Norway.", "Silver: Latvia."."""
    turns = [" ".join(context.view.text[a:b] for a, b in spans) for _, spans in labelled_turns]
    return all(
        len(_WORD_WHOLE.findall(turn)) <= _MAX_WORDS_OF_VALUE and not _QUESTION.search(turn)
        for turn in turns
    )


def _candidates(
    context: Context, labelled_turns: Sequence[tuple[Label, list[Bounds]]]
) -> Iterator[Candidate]:
    text = context.view.text
    rule = f"{RULE}:conversation" if _is_conversation(context, labelled_turns) else RULE
    for label, content in labelled_turns:
        source = [t for bounds in label.named for t in context.index.between(*bounds)]
        content = [bounds for bounds in content if context.index.between(*bounds)]
        if source and content:
            asks = _QUESTION.search(text[content[-1][0] : content[-1][1]]) is not None
            yield Candidate(
                content,
                [],
                source,
                _ASKED if asks else _SAID,
                rule,
                f"a turn labelled “{label.text}”",
                weight_of(RULE),
            )


def _content(paragraphs: Paragraphs, label: Label, after: Label | None) -> Iterator[Bounds]:
    """Yield what is said from a label to the next, in spans within paragraphs.

    The last turn continues as long as its paragraphs say "I" or "you".
    """
    if not label.on_own_line:
        yield from paragraphs.spoken(label.begins, label.limit)
    last = after.number if after is not None else paragraphs.count
    for number in range(label.number + 1, last):
        is_first = label.on_own_line and number == label.number + 1
        if paragraphs.is_skipped(number):
            continue
        if paragraphs.ends_turn(number):
            return
        if (
            after is None
            and not is_first
            and not paragraphs.uses_first_or_second_person(number, label.text)
        ):
            return
        if not is_first and paragraphs.is_heading(number):
            continue
        yield from paragraphs.spoken(*paragraphs.bounds(number))


def _consistent_labels(paragraphs: Paragraphs, labels: list[Label]) -> list[Label]:
    """Drop labels that occur once and are far off, or not in capitals where the others are.

    This also drops the headline that opens a text, "Floods: what the mayor told us".
    """
    counts = Counter(label.key for label in labels if not label.names_page_part)
    recurring_labels = [label for label in labels if counts[label.key] > 1]
    capitals = sum(label.is_capital for label in recurring_labels)
    if capitals and capitals >= len(recurring_labels) * _SHARE_OF_CAPITALS:
        exact = Counter(label.text for label in labels)
        kept = [label for label in labels if exact[label.text] > 1 or label.is_set_off]
    else:
        kept = labels
    while len(kept) > 1 and counts[kept[0].key] == 1 and kept[1].number - kept[0].number > _MAX_GAP:
        kept = kept[1:]
    while (
        len(kept) > 1 and counts[kept[-1].key] == 1 and kept[-1].number - kept[-2].number > _MAX_GAP
    ):
        kept = kept[:-1]
    if kept and kept[0].number == 0 and counts[kept[0].key] == 1 and paragraphs.is_heading(0):
        return kept[1:]
    return kept


def _is_transcript(
    context: Context,
    labelled_turns: Sequence[tuple[Label, list[Bounds]]],
    paragraphs: Paragraphs,
    *,
    is_bare: bool,
) -> bool:
    if len(labelled_turns) < _MIN_TURNS:
        return False
    counts = Counter(label.key for label, _ in labelled_turns)
    if len(counts) < 2 or max(counts.values()) < 2:
        return False
    ends = [context.view.text[content[-1][0] : content[-1][1]] for _, content in labelled_turns]
    like_speech = [end for end in ends if _SPEECH_ENDS.search(end) and _WORD.search(end)]
    if len(like_speech) < _SHARE_LIKE_SPEECH * len(labelled_turns):
        return False
    recurring = [key for key, times in counts.items() if times > 1]
    if is_bare and (len(recurring) < 2 or len(labelled_turns) <= _MIN_TURNS):
        return False
    if _is_questions_of_readers(context, labelled_turns):
        return False
    first, last = labelled_turns[0][0].number, labelled_turns[-1][0].number
    reach = sum(not paragraphs.is_skipped(number) for number in range(first, last + 1))
    is_long = len(labelled_turns) >= _MANY_TURNS and len(recurring) > 1
    # The words of a label on a line of its own are in the next paragraph.
    on_own_line = sum(label.on_own_line for label, _ in labelled_turns)
    share = _SHARE_IN_LONG_TRANSCRIPT if is_long else _SHARE_OF_PARAGRAPHS
    return len(labelled_turns) >= share * (reach - on_own_line)


def _is_questions_of_readers(
    context: Context, labelled_turns: Sequence[tuple[Label, list[Bounds]]]
) -> bool:
    """Whether the letters mark readers' questions: "Q: May I …?", "A: You may …"."""
    letters = [(label, content) for label, content in labelled_turns if label.is_letter]
    if len(letters) < len(labelled_turns):
        return False
    if context.language.patterns.reader_questions.search(
        context.view.text, 0, labelled_turns[0][0].named[0][0]
    ):
        return True
    asked = [c for label, c in letters if label.text == letters[0][0].text]
    answered = [c for label, c in letters if label.text != letters[0][0].text]
    first = [_persons(context, spans, "first_person") for spans in (asked, answered)]
    second = [_persons(context, spans, "second_person") for spans in (asked, answered)]
    return first[0] > second[0] and second[1] > first[1]


def _is_conversation(
    context: Context, labelled_turns: Sequence[tuple[Label, list[Bounds]]]
) -> bool:
    """Whether somebody asks a question or speaks in the first person, so that people are heard."""
    text = context.view.text
    contents = [content for _, content in labelled_turns]
    if any("?" in text[start:end] for content in contents for start, end in content):
        return True
    return bool(_persons(context, contents, "first_person"))


def _persons(context: Context, contents: Sequence[list[Bounds]], word_class: WordClass) -> int:
    words = context.language.classes.words(word_class)
    return sum(
        token.lower in words
        for content in contents
        for bounds in content
        for token in context.index.between(*bounds)
    )
