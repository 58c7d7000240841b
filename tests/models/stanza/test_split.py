from __future__ import annotations

from models.stanza.conllu import Document
from models.stanza.split import split


def numbered(count: int) -> list[Document]:
    return [Document(f"d{i:03}", ()) for i in range(count)]


def test_each_document_is_in_one_part() -> None:
    parts = split(numbered(100))
    names = [one.id for one in (*parts.train, *parts.dev, *parts.held_out)]
    assert sorted(names) == [f"d{i:03}" for i in range(100)]


def test_every_tenth_is_held_out_in_any_order() -> None:
    parts = split(numbered(100)[::-1])
    assert [one.id for one in parts.held_out] == [f"d{i:03}" for i in range(9, 100, 10)]
    assert len(parts.dev) == 6


def test_documents_used_to_measure_quotex_are_held_out() -> None:
    parts = split([*numbered(30), Document("GUM_news_nasa", ())])
    assert "GUM_news_nasa" in [one.id for one in parts.held_out]
