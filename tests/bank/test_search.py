"""Searches by words, speaker, days, publisher and identity."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import quotex
from tests.linking.handmade import Said, article

ARTICLES = [
    article(
        "a",
        "2031-03-05",
        Said("“We will organise counter-terrorism work,”", name="Amit Devane", days="2031-03-04"),
        Said("the ferry would sail again", name="Councillor Amit Devane"),
        Said("“The boats are ours,”", name="Moscow", kind_of_speaker="government", country="RU"),
        publisher="Post",
    ),
    article(
        "b",
        "2031-04-01",
        Said("“They organized seven boats,”", name="Mary Smith"),
        Said("“The boats are old,”", name="Amit Patel"),
        Said("“We know of no boat,”", name="Russia", kind_of_speaker="government", country="RU"),
        publisher="The Times",
    ),
]


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[quotex.Bank]:
    with quotex.Bank(tmp_path_factory.mktemp("bank") / "news.bank") as extractions:
        extractions.add(ARTICLES)
        yield extractions


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("organise", ["a1", "b1"]),
        ("ORGANIZING", ["a1", "b1"]),
        ("the counter terrorism", ["a1"]),
        ("7 boats", ["b1"]),
        ("seven boats", ["b1"]),
        ("boats", ["a3", "b1", "b2", "b3"]),
        ('"boats are"', ["a3", "b2"]),
        ("“are boats”", []),
        ("“the boats” old", ["b2"]),
        ("boats tanks", []),
        ("we will", ["a1"]),
        ("…", []),
        ('" OR NEAR(', []),
        ("boats*", ["a3", "b1", "b2", "b3"]),
        ("", ["b1", "b2", "b3", "a2", "a3", "a1"]),
    ],
)
def test_words(bank: quotex.Bank, words: str, expected: list[str]) -> None:
    found = [f"{f.article.id}{f.quotation.id}" for f in bank.search(words)]
    assert found == expected if not words else sorted(found) == expected


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Amit Devane", ["a1", "a2"]),
        ("Devane", ["a1", "a2"]),
        ("A. Devane", ["a1", "a2"]),
        ("Cllr Devane", ["a1", "a2"]),
        ("Amit", []),
        ("Lena Devane", []),
        ("Smith", ["b1"]),
        ("Moscow", ["a3", "b3"]),
        ("Russia", ["a3", "b3"]),
        ("the Russian foreign ministry", ["a3", "b3"]),
        ("Ukraine", []),
        ("nobody", []),
        ("  ", ["a1", "a2", "a3", "b1", "b2", "b3"]),
    ],
)
def test_speakers(bank: quotex.Bank, speaker: str, expected: list[str]) -> None:
    found = [f"{f.article.id}{f.quotation.id}" for f in bank.search(speaker=speaker)]
    assert sorted(found) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"after": "2031-03-05"}, ["a2", "a3", "b1", "b2", "b3"]),
        ({"before": "2031-03-04"}, ["a1"]),
        ({"after": "2031-03-05", "before": "2031-03-31"}, ["a2", "a3"]),
        ({"publisher": "post"}, ["a1", "a2", "a3"]),
        ({"publisher": "Times"}, []),
        ({"words": "boats", "publisher": "Post"}, ["a3"]),
        ({"words": "boats", "speaker": "Patel", "after": "2031-01-01"}, ["b2"]),
        ({"words": "boats", "speaker": "Patel", "before": "2031-01-01"}, []),
    ],
)
def test_days_and_publishers(bank: quotex.Bank, given: dict[str, str], expected: list[str]) -> None:
    found = [f"{f.article.id}{f.quotation.id}" for f in bank.search(**given)]  # type: ignore[arg-type]
    assert sorted(found) == expected


def test_search_results_have_all_fields(bank: quotex.Bank) -> None:
    [found] = bank.search("organise", limit=1, speaker="Devane")
    assert found.article == ARTICLES[0].article
    assert found.quotation == ARTICLES[0][0]
    assert [str(day) for day in found.days or ()] == ["2031-03-04", "2031-03-04"]
    assert found.score == 1
    assert found.context.startswith("“We will organise counter-terrorism work,”")


def test_scores_are_relative_to_the_best(bank: quotex.Bank) -> None:
    scores = [found.score for found in bank.search("boats")]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"after": "soon"}, "after='soon' is not a day"),
        ({"before": "2031-02-30"}, "write it as YYYY-MM-DD"),
        ({"limit": 0}, "1 or more"),
    ],
)
def test_invalid_arguments_are_rejected(
    bank: quotex.Bank, given: dict[str, str], message: str
) -> None:
    with pytest.raises(quotex.InputError, match=message):
        bank.search("boats", **given)  # type: ignore[arg-type]


def test_identities_are_stored_and_exported(tmp_path: Path) -> None:
    table = [{"id": "Q1", "name": "Amit Devane", "aliases": ["the mayor of Lundby"]}]
    with quotex.Bank(tmp_path / "news.bank") as bank:
        bank.add(ARTICLES)
        assert {f.speaker_id for f in bank.search(speaker="Devane")} == {None}
        bank.add([], identities=table)
        said = Said("“I shall stay,”", name="the mayor of Lundby", named=False)
        bank.add([article("c", "2031-04-02", said)])
    with quotex.Bank(tmp_path / "news.bank", read_only=True) as bank:
        found = bank.search(speaker="Amit Devane")
        assert {(f.article.id, f.speaker_id) for f in found} >= {("a", "Q1"), ("c", "Q1")}
        assert [f.article.id for f in bank.search("stay", speaker="Amit Devane")] == ["c"]
    other = [{"id": "Q2", "name": "Amit Devane"}]
    with quotex.Bank(tmp_path / "news.bank") as bank:
        with pytest.raises(quotex.InputError, match="is 'Q1' in the bank but 'Q2' here"):
            bank.add([], identities=other)
        assert bank.search("stay")[0].speaker_id == "Q1"


def test_the_context_is_the_line_of_the_article(tmp_path: Path) -> None:
    [found] = [e for e in ARTICLES if e.article.id == "a"]
    read_back = type(found).model_validate_json(found.to_json())
    for name, given, expected in (
        ("fresh", found, "“We will organise counter-terrorism work,” 2031-03-04"),
        ("json", read_back, "“We will organise counter-terrorism work,”"),
    ):
        with quotex.Bank(tmp_path / f"{name}.bank") as bank:
            bank.add([given])
            assert " ".join(bank.search("organise")[0].context.split()) == expected
