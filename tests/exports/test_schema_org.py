"""schema.org, read by pyld: what becomes a quotation, a claim or neither."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest

from quotex import link, to_schema_org
from quotex.exports.schema_org import CLAIM_STANCES
from quotex.records import ExtractionRecord, Kind, Stance
from quotex.result import Extraction
from tests.linking.handmade import Said, article

from .builders import URL, choir, expanded, known


def graph(exported: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [node for node in exported["@graph"] if node["@type"] == kind]


def changed(**fields: object) -> ExtractionRecord:
    extraction = choir()
    quotation = extraction[1].model_copy(update=fields)
    return ExtractionRecord(article=extraction.article, quotations=(quotation,))


def test_an_article_its_quotations_and_its_claims() -> None:
    extraction = choir()
    exported = to_schema_org(extraction, people=known(extraction))
    assert graph(exported, "NewsArticle") == [
        {
            "@type": "NewsArticle",
            "@id": URL,
            "identifier": "choir 1",
            "headline": "A tour",
            "url": URL,
            "datePublished": "2031-03-05",
            "inLanguage": "en",
            "publisher": {"@type": "Organization", "name": "The Paper"},
            "author": [{"@type": "Person", "name": "Jo Day"}],
        }
    ]
    (said,) = graph(exported, "Quotation")
    assert said["text"] == extraction[1].text
    assert said["spokenByCharacter"] == {
        "@type": "Person",
        "name": "Ada Brook",
        "identifier": "Q42",
        "jobTitle": "singer",
    }
    assert said["isPartOf"] == {"@id": URL}
    assert said["temporal"] == "2031-03-03/2031-03-04"
    first, second = graph(exported, "Claim")
    assert first["dateCreated"] == "2031-03-03"
    assert first["locationCreated"] == [{"@type": "Place", "name": "Lundby"}]
    assert second["appearance"] == {"@id": URL}


def test_pyld_reads_all_of_it() -> None:
    extraction = choir()
    exported = expanded(to_schema_org(extraction, people=known(extraction)))
    assert [node["@type"] for node in exported] == [
        [f"http://schema.org/{kind}"] for kind in ("NewsArticle", "Claim", "Quotation", "Claim")
    ]
    expanded(to_schema_org(changed(mode="thought", stance="asserts")))


@pytest.mark.parametrize("stance", get_args(Stance))
@pytest.mark.parametrize("kind", get_args(Kind))
def test_quotations_and_claims_have_the_right_types(kind: Kind, stance: Stance) -> None:
    exported = to_schema_org(changed(kind=kind, stance=stance))
    in_marks = kind == "direct" or (kind == "mixed" and stance != "denies")
    assert len(graph(exported, "Quotation")) == (in_marks and stance != "withholds")
    assert len(graph(exported, "Claim")) == (stance in CLAIM_STANCES)


def test_only_assertions_are_claims() -> None:
    no_claims = {"denies", "doubts", "asks", "demands", "wants", "withholds", "refuses", "opposes"}
    assert not no_claims & CLAIM_STANCES
    assert graph(to_schema_org(changed(mode="thought", stance="asserts")), "Claim") == []


def test_no_verdict_is_exported() -> None:
    for stance in get_args(Stance):
        text = json.dumps(to_schema_org(changed(stance=stance)))
        assert not any(word in text for word in ("ClaimReview", "ating", "erdict"))


def test_an_article_without_a_url_is_identified_by_its_text() -> None:
    extraction = choir()
    about = extraction.article.model_copy(update={"url": None})
    exported = to_schema_org(ExtractionRecord(article=about, quotations=extraction.quotations))
    assert graph(exported, "NewsArticle")[0]["@id"].startswith("ni:///sha-256;")
    expanded(exported)


def two_papers(stance: Stance = "asserts") -> list[Extraction]:
    words = "“The old quay will be closed to heavy lorries before midsummer.”"
    return [
        article("post 1", "2031-03-05", Said(words, days="2031-03-04"), publisher="Post"),
        article("times", "2031-03-06", Said(words, days="2031-03-04", stance=stance)),
    ]


def test_an_utterance_is_one_quotation_in_all_its_articles() -> None:
    papers = two_papers()
    table = [{"id": "Q42", "name": "Ada Brook"}]
    (utterance,) = link(papers, identities=table)
    exported = to_schema_org(utterance)
    (said,) = graph(exported, "Quotation")
    assert [node["@id"] for node in graph(exported, "NewsArticle")] == [
        place["@id"] for place in said["isPartOf"]
    ]
    assert said["dateCreated"] == "2031-03-04"
    assert said["spokenByCharacter"] == [
        {"@type": "Person", "name": "Ada Brook", "identifier": "Q42"}
    ]
    assert graph(exported, "Claim") == []
    expanded(exported)


def test_an_utterance_is_a_claim_if_its_articles_assert_it() -> None:
    (utterance,) = link(two_papers())
    exported = to_schema_org(utterance, extractions=two_papers())
    (claim,) = graph(exported, "Claim")
    assert len(claim["appearance"]) == 2
    assert all(node["@id"].startswith("ni:") for node in graph(exported, "NewsArticle"))
    doubtful = two_papers("demands")
    assert graph(to_schema_org(utterance, extractions=doubtful), "Claim") == []
