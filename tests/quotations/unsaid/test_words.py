"""Words that only look like cues."""

from __future__ import annotations

import pytest

from quotex import Extractor
from quotex.quotations.unsaid.words import has_non_cue, is_non_cue
from tests.quotations.model.fake import marked_context
from tests.quotations.rules.rows import tree


@pytest.mark.parametrize(
    "text",
    [
        "That said, it rained.",
        "Having said that, it rained.",
        "Needless to say it rained.",
        "It goes without saying.",
        "Rest assured, it rained.",
        "Suffice it to say it rained.",
    ],
)
def test_a_set_phrase_is_a_non_cue(text: str) -> None:
    context = marked_context(text)
    words = [t for t in context.view.tokens if t.text in {"said", "say", "saying", "assured"}]
    assert has_non_cue(context, words)


@pytest.mark.parametrize(
    "text",
    ["That said much.", "Roe said that, and left.", "I need to say this.", "She rested, assured."],
)
def test_the_same_words_as_a_cue(text: str) -> None:
    context = marked_context(text)
    assert not has_non_cue(context, context.view.tokens)


@pytest.mark.parametrize(
    ("rows", "nothing"),
    [
        ("Courts court NNS nsubj 2 / denied deny VBD ROOT 2 / bail bail NN dobj 2", True),
        ("Courts court NNS nsubj 2 / denied deny VBD ROOT 2 / guilt guilt NN dobj 2", False),
        ("He he PRP nsubjpass 3 / was be VBD auxpass 3 / denied deny VBN ROOT 3", False),
        (
            (
                "He he PRP nsubjpass 3 / was be VBD auxpass 3 / denied deny VBN ROOT 3 / "
                "food food NN dobj 3"
            ),
            True,
        ),
        (
            (
                "Courts court NNS nsubj 2 / denied deny VBD ROOT 2 / him he PRP dative 2 / "
                "food food NN dobj 2"
            ),
            True,
        ),
        ("Courts court NNS nsubj 2 / granted grant VBD ROOT 2 / bail bail NN dobj 2", False),
        ("Than than IN mark 3 / we we PRP nsubj 3 / said say VBD ROOT 3", True),
        ("Than than IN mark 3 / we we PRP nsubj 3 / said say VBD ROOT 3 / it it PRP dobj 3", False),
        ("If if IN mark 3 / we we PRP nsubj 3 / said say VBD ROOT 3", False),
    ],
)
def test_what_is_not_granted(rows: str, nothing: bool) -> None:
    context = tree(rows)
    verb = next(t for t in context.view.tokens if t.tag in {"VBN", "VBD"} and t.dep == "ROOT")
    assert is_non_cue(context, verb) is nothing


DISMISS = (
    "{who} / who who WP nsubj 3 / dismiss dismiss VBP {dep} 1 / him he PRP dobj 3 / {as} / "
    "{clown} / left leave VBD ROOT 7"
)
THOSE = {
    "who": "Those those DT nsubj 7",
    "dep": "relcl",
    "as": "as as IN prep 3",
    "clown": "clown clown NN pobj 5",
}


@pytest.mark.parametrize(
    ("change", "nothing"),
    [
        ({}, True),
        ({"who": "Anyone anyone NN nsubj 7"}, True),
        ({"as": "as as IN prep 4"}, True),
        ({"who": "Critics critic NNS nsubj 7"}, False),
        ({"as": "with with IN prep 3"}, False),
        ({"as": "as as IN prep 7"}, False),
        ({"dep": "ccomp"}, False),
    ],
)
def test_a_generic_judgement_is_a_non_cue(change: dict[str, str], nothing: bool) -> None:
    context = tree(DISMISS.format(**{**THOSE, **change}))
    assert is_non_cue(context, context.view.tokens[2]) is nothing


def test_a_judgement_of_particular_people_is_a_cue() -> None:
    context = tree(
        "The the DT det 2 / people people NNS ROOT 2 / who who WP nsubj 4 / "
        "hail hail VBP relcl 2 / it it PRP dobj 4 / as as IN prep 4 / art art NN pobj 6"
    )
    assert not is_non_cue(context, context.view.tokens[3])


def test_a_generic_judgement_in_quotation_marks_is_a_cue() -> None:
    context = tree(
        "those those DT ROOT 1 / who who WP nsubj 3 / call call VBP relcl 1 / it it PRP dobj 3 / "
        "“ “ `` punct 6 / rot rot NN oprd 3 / ” ” '' punct 6"
    )
    assert not is_non_cue(context, context.view.tokens[2])


ORDERED = "She she PRP nsubj 2 / ordered order VBD ROOT 2 / {count} / {goods} / {more}"
PLANES = {
    "count": "twelve twelve CD nummod 4",
    "goods": "desks desk NNS dobj 2",
    "more": ". . . punct 2",
}


@pytest.mark.parametrize(
    ("change", "nothing"),
    [
        ({}, True),
        ({"more": "from from IN prep 2"}, True),
        ({"more": "in in IN prep 2"}, True),
        ({"count": "new new JJ amod 4"}, False),
        ({"count": "new new JJ amod 4", "goods": "phones phone NNS dobj 2"}, True),
        ({"goods": "inquiries inquiry NNS dobj 2"}, False),
        ({"more": "out out RB advmod 2"}, False),
        ({"more": "to to IN prep 2"}, False),
        ({"more": "leave leave VB xcomp 2"}, False),
    ],
)
def test_ordering_goods_is_a_non_cue(change: dict[str, str], nothing: bool) -> None:
    context = tree(ORDERED.format(**{**PLANES, **change}))
    assert is_non_cue(context, context.view.tokens[1]) is nothing


@pytest.mark.parametrize(
    ("rows", "nothing"),
    [
        ("Guests guest NNS nsubj 3 / must must MD aux 3 / declare declare VB ROOT 3", True),
        ("Guests guest NNS nsubj 3 / may may MD aux 3 / declare declare VB ROOT 3", False),
        ("Guests guest NNS nsubj 3 / will will MD aux 3 / declare declare VB ROOT 3", False),
        ("Roe roe NNP nsubj 3 / must must MD aux 3 / declare declare VB ROOT 3", False),
        (
            (
                "Each each DT det 2 / guest guest NN nsubj 4 / may may MD aux 4 / "
                "declare declare VB ROOT 4"
            ),
            True,
        ),
        (
            (
                "A a DT det 2 / guest guest NN nsubj 4 / can can MD aux 4 / "
                "declare declare VB ROOT 4"
            ),
            False,
        ),
        (
            (
                "The the DT det 2 / guests guest NNS nsubj 4 / must must MD aux 4 / "
                "declare declare VB ROOT 4"
            ),
            False,
        ),
        (
            (
                "Guests guest NNS nsubj 2 / have have VBP ROOT 2 / to to TO aux 4 / "
                "declare declare VB xcomp 2"
            ),
            True,
        ),
        (
            (
                "Guests guest NNS nsubj 2 / want want VBP ROOT 2 / to to TO aux 4 / "
                "declare declare VB xcomp 2"
            ),
            False,
        ),
        (
            (
                "Guests guest NNS nsubj 4 / must must MD aux 4 / have have VB aux 4 / "
                "declared declare VBN ROOT 4"
            ),
            False,
        ),
    ],
)
def test_a_general_rule_is_a_non_cue(rows: str, nothing: bool) -> None:
    context = tree(rows)
    verb = next(t for t in context.view.tokens if t.lemma == "declare")
    assert is_non_cue(context, verb) is nothing


@pytest.mark.model
def test_a_bill_is_not_a_person_named_bill(extractor: Extractor) -> None:
    text = "Bill Sharpe said it rained. The Bill says that owners must keep a log."
    found = [q.speaker.name for q in extractor(text).quotations if q.speaker is not None]
    assert found[0] == "Bill Sharpe"
    assert "Bill Sharpe" not in found[1:]


@pytest.mark.model
def test_bill_without_an_article_is_a_name(extractor: Extractor) -> None:
    text = "Bill Sharpe said it rained. Bill says that owners must keep a log."
    found = [q.speaker.name for q in extractor(text).quotations if q.speaker is not None]
    assert found == ["Bill Sharpe", "Bill Sharpe"]


@pytest.mark.model
def test_nothing_continues_a_quotation_without_a_source(extractor: Extractor) -> None:
    text = "The mayor is said to be ill. “We lost the boat as well.”"
    assert [q.text for q in extractor(text).quotations] == ["The mayor … to be ill"]
