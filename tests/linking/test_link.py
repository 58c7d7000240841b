"""Which quotations are linked and which are not, in hand-made extractions."""

from __future__ import annotations

import pytest

import quotex
from quotex.records import Utterance
from quotex.result import Extraction
from tests.linking.handmade import Said, article

BRIDGE = "“The harbour bridge will stay closed until the inspectors have tested every cable,”"

# Pairs of reports of one utterance, published on the same day, by the default speaker.
LINKED = [
    (BRIDGE, BRIDGE),
    (
        BRIDGE,
        "“the bridge will stay closed … until the inspectors have tested every cable”",
    ),
    (BRIDGE, "the bridge would “stay closed until the inspectors have tested every cable”"),
    (BRIDGE, "“will stay closed until the inspectors have tested every cable”"),
    (BRIDGE, "the harbour bridge will not open before inspectors have tested all its cables"),
    (
        "“We have to organise counter-terrorism work with good will and honour every promise”",
        "“We have to organize counterterrorism work with goodwill and honor every promise”",
    ),
    (
        "“No one should pay twice for the same ferry ticket this winter”",
        "“Nobody should pay twice for the same ferry ticket this winter”",
    ),
    (
        "that the council had unilaterally stopped the joint commission on coastal erosion",
        "the work of a commission on coastal erosion had been stopped by the council unilaterally",
    ),
    (
        "the ministry was already providing grain and tents to Skarvik and Lundby",
        "the ministry already has been giving Skarvik and Lundby grain and tents",
    ),
    # A negation in another sentence does not matter to the repeated one.
    (
        "“We cannot sail half-empty boats. If Lundby wants one, it has to share the cost of fuel”",
        "Lundby must “share the cost of fuel”",
    ),
    # Two words are enough if the speaker is the same.
    ("“We learned of this from the newspapers,”", "officials had learned it from the newspapers"),
]
UNLINKED = [
    (BRIDGE, "“The harbour festival will stay in Lundby until the mayor has counted every vote,”"),
    (BRIDGE, "inspectors are paid too little"),
    ("“I will fight for you”", "“I will not resign over this budget”"),
    ("“Make Skarvik proud again”", "“That was a long night for all of us”"),
    (
        "that the council had stopped the joint commission on coastal erosion",
        "that the council had opened a new school for sailors",
    ),
    ("“We learned of this from the newspapers,”", "the newspapers were late"),
]


def _linked(*extractions: Extraction) -> list[Utterance]:
    return quotex.link(extractions)


@pytest.mark.parametrize(("one", "other"), LINKED)
def test_reports_of_one_utterance_are_linked(one: str, other: str) -> None:
    [found] = _linked(
        article("a", "2031-03-05", Said(one)), article("b", "2031-03-05", Said(other))
    )
    assert [m.article_id for m in found.members] == ["a", "b"]
    assert 0.5 <= found.score <= 1


@pytest.mark.parametrize(("one", "other"), UNLINKED)
def test_other_utterances_are_not(one: str, other: str) -> None:
    assert not _linked(
        article("a", "2031-03-05", Said(one)), article("b", "2031-03-05", Said(other))
    )


def test_a_report_is_linked_to_its_own_counterpart() -> None:
    """If a statement has several quotations on one matter, each is linked to its counterpart."""
    first = article(
        "a",
        "2031-03-05",
        Said("it would “not join any ‘fleet’ that sails without a licence and breaks harbour law”"),
        Said("“We will go on fishing but will not get into ‘fleets’ that breach harbour law,”"),
    )
    second = article(
        "b",
        "2031-03-05",
        Said("the guild refuses to be in a fleet that breaches “harbour law”"),
        Said("“We will go on fishing but will not get into ‘fleets’ that breach harbour law,”"),
    )
    pairs = [[(m.article_id, m.quotation) for m in u.members] for u in _linked(first, second)]
    assert [("a", "2"), ("b", "2")] in pairs
    assert all(("a", "2") not in pair or ("b", "1") not in pair for pair in pairs)


def test_unsaid_and_denied_content_is_not_linked_to_claims() -> None:
    claim = "the harbour bridge will stay closed until inspectors have tested every cable"
    for stance in ("withholds", "denies"):
        other = article("b", "2031-03-05", Said(claim, stance=stance))  # type: ignore[arg-type]
        assert not _linked(article("a", "2031-03-05", Said(claim)), other)


def test_later_paraphrases_are_not_linked() -> None:
    one = Said("the harbour bridge will stay closed until spring", days="2031-03-04")
    other = Said("the harbour bridge would remain closed till spring", days="2031-09-01")
    assert not _linked(article("a", "2031-03-05", one), article("b", "2031-09-02", other))


def test_quotations_of_one_article() -> None:
    """The same words are linked, and a report of them; other words in marks are not."""
    whole = article(
        "a",
        "2031-03-05",
        Said(BRIDGE),
        Said("“the harbour bridge will stay closed until the inspectors have tested every cable”"),
        Said("“The harbour bridge has nine hundred cables, and inspectors know them all,”"),
    )
    [found] = _linked(whole)
    assert [m.quotation for m in found.members] == ["1", "2"]


def test_the_order_of_the_articles_changes_nothing() -> None:
    articles = [
        article("a", "2031-03-05", Said(BRIDGE), Said("cables are dear")),
        article("b", "2031-03-06", Said("it would “stay closed until the inspectors have tested”")),
        article("c", "2031-03-04", Said(BRIDGE)),
    ]
    assert _linked(*articles) == _linked(*reversed(articles))
    assert _linked(*articles, articles[0]) == _linked(*articles)


def test_links_survive_json() -> None:
    extractions = [
        article("a", "2031-03-05", Said(BRIDGE)),
        article("b", "2031-03-05", Said(BRIDGE)),
    ]
    read = [Extraction.model_validate_json(x.to_json()) for x in extractions]
    [found] = quotex.link(read)
    assert [found] == quotex.link(extractions)
    assert Utterance.model_validate_json(found.model_dump_json(by_alias=True)) == found


def test_empty_input_gives_no_results() -> None:
    assert quotex.link([]) == []
    assert quotex.link([article("a", "2031-03-05", Said(BRIDGE))]) == []
    assert quotex.link([Extraction.failed("x", "unreadable")]) == []


def test_a_higher_minimum_score_makes_fewer_links() -> None:
    extractions = [
        article("a", "2031-03-05", Said(BRIDGE)),
        article("b", "2031-03-05", Said(BRIDGE)),
        article("c", "2031-03-05", Said("the bridge will be closed until cables are tested")),
    ]
    [sure] = quotex.link(extractions, min_score=0.95)
    assert [m.article_id for m in sure.members] == ["a", "b"]


BAD = [
    (article("a", "2031-03-05", Said(BRIDGE)), {}, "put it in a list"),
    (["a"], {}, "expected extractions, got str"),
    ([], {"min_score": 0.2}, "expected a number from 0.5 to 1, got 0.2"),
    (
        [article("a", "2031-03-05", Said(BRIDGE)), article("a", "2031-03-05", Said("x y z"))],
        {},
        "two texts have the article id 'a'",
    ),
]


@pytest.mark.parametrize(("given", "options", "message"), BAD)
def test_bad_input(given: object, options: dict[str, float], message: str) -> None:
    with pytest.raises(quotex.InputError, match=message):
        quotex.link(given, **options)  # type: ignore[arg-type]
