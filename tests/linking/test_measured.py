"""Links on real pages and labelled pairs, and the cost of large numbers of quotations."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest

import quotex
from quotex.evaluation.links import count, extractions, read_pairs, reliability
from quotex.languages import Language
from quotex.linking.identities import Identities
from quotex.linking.index import candidates
from quotex.linking.items import items
from quotex.linking.names import Names
from quotex.linking.rarity import Rarity
from quotex.records import Article
from tests.linking.generated import generated
from tests.linking.handmade import Said, article

PAIRS = Path(__file__).parent / "pairs.jsonl"
NAMES = Names(Language(), Identities())
MAX_CANDIDATES = 24  # candidates per quotation
WORDS = "we will search for the missing boats until the last of them is home"
MAX_BRIER, MAX_GAP = (
    0.08,
    0.15,
)  # largest Brier score; largest gap between probability and share in a bin
MIN_F1 = {False: 0.90, True: 0.70}  # F1; True if a side is indirect


@pytest.mark.corpora
@pytest.mark.parametrize("reworded", [False, True])
def test_f1_on_the_half_not_tuned_on(corpora: Path, reworded: bool) -> None:
    pairs = read_pairs(PAIRS)
    assert len(pairs) >= 150
    found = extractions(pairs, [corpora / "polnear" / "train.jsonl"])
    own = [p for p in pairs if p.half == "test" and p.is_reworded == reworded]
    assert count(own, found).f1 >= MIN_F1[reworded]


@pytest.mark.corpora
def test_probabilities_are_calibrated_on_the_half_not_tuned_on(corpora: Path) -> None:
    pairs = read_pairs(PAIRS)
    found = extractions(pairs, [corpora / "polnear" / "train.jsonl"])
    measured = reliability([pair for pair in pairs if pair.half == "test"], found)
    assert sum(row[2] for row in measured.rows) >= 100
    assert measured.brier <= MAX_BRIER
    assert all(abs(said - same) <= MAX_GAP for _, _, _, said, same in measured.rows)


def test_without_pairs_nothing_is_measured() -> None:
    assert count([], []).f1 is None
    assert reliability([], []).brier is None


def test_the_halves_share_no_article() -> None:
    pairs = read_pairs(PAIRS)
    halves = {
        half: {side.article for p in pairs if p.half == half for side in (p.a, p.b)}
        for half in ("tune", "test")
    }
    assert halves["tune"].isdisjoint(halves["test"])


@pytest.mark.corpora
@pytest.mark.model
def test_links_between_the_seed_pages(corpora: Path, extractor: quotex.Extractor) -> None:
    """Exactly the gold pairs are found, with the agreed day and related speakers."""
    gold = json.loads((corpora / "seeds" / "links.json").read_text("utf-8"))["same_utterance"]
    lines = (corpora / "seeds" / "articles.jsonl").read_text("utf-8").splitlines()
    read, names = [], {}
    for line in map(json.loads, lines):
        page = Article(id=line["id"], text=line["text"], published=line["date"])
        read.append(extractor(page))
        for labelled, quotation in product(line["attributions"], read[-1]):
            if any(
                start < span.end and span.start < end
                for (start, end), span in product(labelled["content"], quotation.content)
            ):
                names[line["id"], quotation.id] = f"{line['id']}:{labelled['id']}"
    utterances = quotex.link(read)
    found = {
        frozenset((names[one.article_id, one.quotation], names[other.article_id, other.quotation]))
        for utterance in utterances
        for one, other in product(utterance.members, repeat=2)
        if one.article_id != other.article_id
    }
    assert found == {frozenset(pair) for pair in gold}
    by_speaker = {s.name: u for u in utterances for s in u.speakers}
    agreed = by_speaker["John Kerry"].date
    assert agreed is not None
    assert (str(agreed.from_), str(agreed.to)) == ("2014-10-14", "2014-10-14")
    shared = max(utterances, key=lambda u: u.score)
    assert {(s.name, s.relation) for s in shared.speakers} == {
        ("Moscow", "same country"),
        ("Foreign Ministry", "same"),
    }


@pytest.mark.parametrize("number", [500, 2_000])
def test_each_quotation_is_compared_with_few(number: int) -> None:
    """The work is therefore linear; ``generated.py`` measures the time for 100,000."""
    read = items(generated(number), NAMES, "en")
    found = candidates(read, Rarity(read, "en"))
    assert number / 2 < len(found) <= MAX_CANDIDATES * number
    assert all(a < b for a, b in found)


def test_a_widely_reported_statement_is_one_utterance_at_linear_cost() -> None:
    extractions = [article(f"a{n:04}", "2031-03-05", Said(f"“{WORDS}”")) for n in range(1_500)]
    read = items(extractions, NAMES, "en")
    assert len(candidates(read, Rarity(read, "en"))) <= MAX_CANDIDATES * len(extractions)
    [found] = quotex.link(extractions)
    assert len(found.members) == len(extractions)
