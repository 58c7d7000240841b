"""Quoted sentences without a cue continue the quotation before them, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotex import Extractor
from quotex.languages.lexicon import Sense
from quotex.quotations.context import Context
from quotex.quotations.continuation import continued
from quotex.records import Quotation
from tests.quotations.model.fake import candidate_of, marked_context

model = pytest.mark.model

FIRST = "“We lost the roof,” the farmer said."
GOES_ON = "quote-goes-on"


def evidence(quotation: Quotation) -> list[str]:
    return [e.name for e in quotation.evidence if e.field == "quotation"]


@model
@pytest.mark.parametrize(
    "rest",
    [
        " “We lost the boat as well.”",
        "\n\n“We lost the boat as well.”",
        " He looked at the sea. “We lost the boat as well.”",
    ],
)
def test_a_quoted_sentence_continues_the_quotation(extractor: Extractor, rest: str) -> None:
    (quotation,) = extractor(FIRST + rest).quotations
    assert [s.text for s in quotation.content] == [
        "“We lost the roof,”",
        "“We lost the boat as well.”",
    ]
    assert GOES_ON in evidence(quotation)
    assert quotation.kind == "direct"


@model
@pytest.mark.parametrize(
    "rest",
    [
        " The “Old Lady” sank in the bay.",  # a name
        " “The boat.”",  # too few words for a sentence
        " The coat was a “blue and rather ugly” thing.",  # in mid-sentence
        "\n\n\n\nSnow fell. It was cold. The sea froze. “We lost the boat as well.”",  # too far
        "\n\nSnow fell on the pass.\n\n“We lost the boat as well.”",  # a paragraph in between
    ],
)
def test_what_does_not_continue_a_quotation(extractor: Extractor, rest: str) -> None:
    (quotation,) = extractor(FIRST + rest).quotations
    assert quotation.text == "“We lost the roof,”"
    assert GOES_ON not in evidence(quotation)


@model
def test_nothing_continues_a_thought(thinker: Extractor) -> None:
    text = "The farmer fears that the dam will not hold. “We lost the boat as well.”"
    assert [q.text for q in thinker(text).quotations] == ["that the dam will not hold"]


@model
def test_nothing_to_continue(extractor: Extractor) -> None:
    assert extractor("“We lost the boat as well.” The sea froze.").quotations == ()


@model
def test_a_sentence_with_its_own_cue_does_not_continue_a_quotation(extractor: Extractor) -> None:
    found = extractor(FIRST + " “We lost the boat as well,” his wife said.").quotations
    assert [q.speaker.name for q in found if q.speaker] == ["farmer", "his wife"]


NEXT = "“We lost the boat.”"


def parts(text: str, *, cue: str = "said", source: str = "Ada") -> list[str]:
    """Return the sentences added to a quotation of "“It rained,”"."""
    context = marked_context(text)
    (found,) = continued(context, [candidate_of(context, ["“It rained,”"], cue, source)])
    return [text[slice(*bounds)] for bounds in found.content[1:]]


@pytest.mark.parametrize(
    "text",
    [
        f"“It rained,” Ada said. {NEXT}",
        f"“It rained,” Ada said. She left. {NEXT}",
        f"“It rained,” Ada said, and left. {NEXT}",
        f"“It rained,” Ada said.\n\n{NEXT}",
        f"“It rained,” Ada said.\n\nThen Bo left: {NEXT}",
        f"“It rained,” Ada said. {'w' * 390}. {NEXT}",
        f"Ada said, “It rained,” {NEXT}",
    ],
)
def test_words_between_that_allow_a_continuation(text: str) -> None:
    assert parts(text) == [NEXT]


@pytest.mark.parametrize(
    "text",
    [
        f"“It rained,” Ada said. He left. She left. {NEXT}",
        f"“It rained,” Ada said.\n\nHe left. She left.\n\n{NEXT}",
        f"“It rained,” Ada said.\n\nHe left.\n\n{NEXT}",
        f"“It rained,” Ada said.\n\n—\n\n{NEXT}",
        f"“It rained,” Ada said. {'w' * 400}. {NEXT}",
        f"“It rained,” Ada said of {NEXT}",
    ],
)
def test_words_between_that_prevent_a_continuation(text: str) -> None:
    assert parts(text) == []


@pytest.mark.parametrize(
    ("stretch", "goes_on"),
    [
        ("“We lost it.”", True),
        ("“We lost it,”", True),
        ("“We lost it?”", True),
        ("“We lost it!”", True),
        ("“We lost it…”", True),
        ("“We lost it —”", True),
        ("“We lost it-”", True),
        ("“We lost it”", False),
        ("“We lost it;”", False),
        ("“We lost.”", False),
        ("“… .”", False),
        ("“We lost it all\n\n“and more.”", True),  # not closed in its paragraph
    ],
)
def test_sentence_ends(stretch: str, goes_on: bool) -> None:
    assert bool(parts(f"“It rained,” Ada said. {stretch}")) is goes_on


def test_several_sentences_continue_one_quotation() -> None:
    text = "“It rained,” Ada said. “We lost it all.” “We lost the boat.” He left. “It was ours.”"
    assert parts(text) == ["“We lost it all.”", "“We lost the boat.”", "“It was ours.”"]


def kept_of(text: str) -> Context:
    return marked_context(text)


def test_continues_the_nearest_quotation_before() -> None:
    text = "“It rained,” Ada said. “It snowed,” Bo said. “We lost it all.”"
    context = kept_of(text)
    first = candidate_of(context, ["“It rained,”"], "", "Ada")
    second = candidate_of(context, ["“It snowed,”"], "", "Bo")
    one, other = continued(context, [first, second])
    assert one is first
    assert (other.source, len(other.content)) == (second.source, 2)
    assert other.notes == (("quote-goes-on", "a quoted sentence without a cue continues it"),)


@pytest.mark.parametrize("mode", ["speech", "writing", "thought"])
def test_thoughts_are_not_continued(mode: str) -> None:
    context = kept_of(f"“It rained,” Ada said. {NEXT}")
    sense = Sense("verb", "", "that", mode, "asserts")  # type: ignore[arg-type]
    candidate = replace(candidate_of(context, ["“It rained,”"], "said", "Ada"), sense=sense)
    (found,) = continued(context, [candidate])
    assert len(found.content) == (1 if mode == "thought" else 2)


def test_existing_content_is_not_added_again() -> None:
    context = kept_of(f"“It rained,” Ada said. {NEXT} He left.")
    first = candidate_of(context, ["“It rained,”"], "said", "Ada")
    other = candidate_of(context, ["the boat"], "left", "He")
    assert continued(context, [first, other]) == [first, other]


def test_a_quotation_that_spans_a_sentence_does_not_take_it() -> None:
    context = kept_of(f"“It rained,” Ada said. {NEXT} He left.")
    around = candidate_of(context, ["“It rained,”", "He left"], "said", "Ada")
    assert continued(context, [around]) == [around]


def test_nothing_continues_where_content_is_not_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"“It rained,” Ada said. {NEXT}"
    monkeypatch.setattr(Context, "allows_content_at", lambda _, offset: offset != text.index(NEXT))
    assert parts(text) == []


def test_a_continuation_begins_after_the_cue_and_the_source() -> None:
    """What precedes them is not a sentence between the two."""
    text = f"“It rained,” he wept. So Bo told Ada. {NEXT}"
    assert parts(text, cue="told", source="Ada") == [NEXT]
    assert parts(text, cue="told", source="") == [NEXT]
    assert parts(text, cue="", source="Ada") == [NEXT]
    assert parts(text, cue="", source="") == []
