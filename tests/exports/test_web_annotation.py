"""Web Annotations, read by pyld; their selectors select the right words."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from typing import Any

import pytest

from quotex import to_web_annotation
from quotex.records import ExtractionRecord
from quotex.result import Extraction

from .builders import TEXT, URL, choir, expanded, known

OA = "http://www.w3.org/ns/oa#"
OURS = "urn:quotex:vocabulary:"


def annotations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return document["first"]["items"]


def selections(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every target in the document, of annotations and in their bodies."""
    if isinstance(node, list):
        for item in node:
            yield from selections(item)
    elif isinstance(node, dict):
        if node.get("type") == "SpecificResource":
            yield node
        for item in node.values():
            yield from selections(item)


def test_positions_count_code_points_and_quotes_match() -> None:
    found = list(selections(to_web_annotation(choir(), context=7)))
    assert len(found) == 14
    for target in found:
        position, quote = target["selector"]
        start, end = position["start"], position["end"]
        assert TEXT[start:end] == quote["exact"]
        assert TEXT[max(0, start - 7) : start] == quote["prefix"]
        assert TEXT[end : end + 7] == quote["suffix"]


def test_each_part_of_the_content_is_a_target() -> None:
    exported = annotations(to_web_annotation(choir()))
    assert [len(a["target"]) for a in exported] == [1, 2, 1]


def test_the_source_is_the_text_and_the_scope_its_page() -> None:
    digest = hashlib.sha256(TEXT.encode()).digest()
    name = "ni:///sha-256;" + base64.urlsafe_b64encode(digest).decode().rstrip("=")
    for target in selections(to_web_annotation(choir())):
        assert (target["source"], target["scope"]) == (name, URL)


def test_a_page_is_annotated_only_by_quotes() -> None:
    for target in selections(to_web_annotation(choir(), source=URL, positions=False)):
        assert target["source"] == URL
        assert "scope" not in target
        assert target["selector"]["type"] == "TextQuoteSelector"


def test_without_the_text_there_is_no_context() -> None:
    read = ExtractionRecord.model_validate_json(choir().to_json())
    for target in selections(to_web_annotation(read)):
        assert [sorted(selector) for selector in target["selector"]] == [
            ["end", "start", "type"],
            ["exact", "type"],
        ]


def test_the_body_has_speaker_day_and_venue() -> None:
    extraction = choir()
    bodies = [
        a["body"] for a in annotations(to_web_annotation(extraction, people=known(extraction)))
    ]
    assert bodies[0]["speaker"] == {
        "type": ["Speaker", "Person"],
        "name": "Ada Brook",
        "kind": "person",
        "named": True,
        "role": "singer",
        "identifier": "Q42",
    }
    assert (bodies[1]["date"]["from"], bodies[1]["date"]["to"]) == ("2031-03-03", "2031-03-04")
    assert [v["label"] for v in bodies[0]["venue"]] == ["Lundby"]
    assert bodies[2]["speaker"]["type"] == "Speaker"
    assert "date" not in bodies[2]


def test_pyld_reads_all_of_it() -> None:
    extraction = choir()
    (collection,) = expanded(to_web_annotation(extraction, people=known(extraction)))
    assert collection["@type"] == ["http://www.w3.org/ns/activitystreams#OrderedCollection"]
    (page,) = collection["http://www.w3.org/ns/activitystreams#first"]
    exported = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(exported) == 3
    (body,) = exported[0][OA + "hasBody"]
    assert body["@type"] == [OURS + "Quotation"]
    assert body[OURS + "confidence"] == [
        {"@type": "http://www.w3.org/2001/XMLSchema#double", "@value": 1.0}
    ]
    (day,) = body[OURS + "date"]
    assert day[OURS + "from"] == [
        {"@type": "http://www.w3.org/2001/XMLSchema#date", "@value": "2031-03-03"}
    ]
    (target,) = exported[0][OA + "hasTarget"]
    position = target[OA + "hasSelector"][0]
    assert position["@type"] == [OA + "TextPositionSelector"]
    assert position[OA + "start"][0]["@value"] == 2
    assert exported[0][OA + "motivatedBy"] == [{"@id": OA + "describing"}]


def test_ids_differ_even_if_callers_gave_the_same_id() -> None:
    one, other = choir(), choir().article.model_copy(update={"text_sha256": "0" * 64})
    moved = ExtractionRecord(article=other, quotations=one.quotations)
    ids = [a["id"] for e in (one, moved) for a in annotations(to_web_annotation(e))]
    assert len(set(ids)) == 6


def test_within_refers_to_an_annotation() -> None:
    extraction = choir()
    inner = extraction[1].model_copy(update={"within": extraction[0].id})
    nested = ExtractionRecord(article=extraction.article, quotations=(extraction[0], inner))
    outer, inside = annotations(to_web_annotation(nested))
    assert inside["body"]["within"] == outer["id"]


def test_an_article_without_quotations_has_no_page() -> None:
    empty = Extraction.failed("lost", "no text")
    exported = to_web_annotation(empty)
    assert exported["total"] == 0
    assert "first" not in exported
    expanded(exported)


@pytest.mark.parametrize("url", [None, "choir.html", "two words: https://a.example/b c"])
def test_a_url_that_is_not_an_address_gives_no_scope(url: str | None) -> None:
    about = choir().article.model_copy(update={"url": url})
    exported = to_web_annotation(ExtractionRecord(article=about, quotations=choir().quotations))
    assert all("scope" not in target for target in selections(exported))
